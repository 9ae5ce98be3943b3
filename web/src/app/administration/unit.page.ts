import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { UnitEvent, type UnitRecord } from '@thidua/workflows/unit/unit.schema';
import { eventName } from '@thidua/workflows/words';
import { dayInWords } from '../platform/dates.js';
import { justDone } from '../platform/just-done.js';
import { LANGUAGE } from '../platform/language.js';
import { Crumbs } from '../ui/crumbs.js';
import { EventButtons } from '../ui/event-buttons.js';
import type { EventManners } from '../ui/event-choice.js';
import { FieldsForm, type Typed } from '../ui/fields-form.js';
import { Region } from '../ui/region.js';
import { SaidNote } from '../ui/said-note.js';
import { StateTag } from '../ui/state-tag.js';
import { AdministrationApi } from './administration.api.js';
import { Places } from './places.js';
import { RecordDesk } from './record-desk.js';
import { unitAfter, unitFields } from './unit-fields.js';
import { UnitLineage } from './unit-lineage.js';

type EventType = UnitEvent['type'];

/** One unit: its names with their days, its lineage, and what the keeper may do. */
@Component({
  selector: 'app-unit-page',
  imports: [Crumbs, EventButtons, FieldsForm, Region, RouterLink, SaidNote, StateTag, UnitLineage],
  templateUrl: './unit.page.html',
  styles: `
    section,
    .note {
      margin-bottom: var(--td-space-4);
    }
    li + li {
      margin-top: var(--td-space-2);
    }
  `,
})
export class UnitPage {
  readonly province = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(AdministrationApi);
  private readonly language = inject(LANGUAGE);
  private readonly all = this.api.allUnits(this.province);
  protected readonly desk = new RecordDesk(
    this.api.unit(this.province, this.id),
    (event: UnitEvent) => this.api.sendUnit(this.province(), this.id(), event),
    justDone(inject(Router).currentNavigation()),
  );
  private readonly places = inject(Places);
  protected readonly above = computed(() => this.places.aboveUnit(this.province()));
  protected readonly typed = signal<Typed>({});
  protected readonly shape = UnitEvent;
  protected readonly manners: EventManners = {
    rename: { asks: true },
    readdress: { asks: true },
    merge: { asks: true, quiet: true },
    split: { asks: true, quiet: true },
    divide: { asks: true, quiet: true },
    transfer: { asks: true, quiet: true },
    depart: { asks: true, quiet: true },
    dissolve: { asks: true, quiet: true },
    restore: { asks: true, quiet: true },
  };
  protected readonly opened = computed(() => this.desk.opened() as EventType | null);
  protected readonly fields = computed(() => {
    const others = (this.all.value() ?? []).filter(({ id, state }) => id !== this.id() && state === 'active');
    return unitFields(this.opened(), others);
  });
  protected readonly more = computed(() => ({ type: this.opened(), version: this.desk.view()?.version }));
  protected readonly verb = computed(() => eventName('Unit', this.opened() ?? '', this.language));
  protected readonly after = computed(() => unitAfter(this.opened()));
  protected readonly done = computed(() => {
    const type = this.desk.done();
    return type ? $localize`:@@administration.done:Đã xong: ${eventName('Unit', type, this.language)}:event:.` : null;
  });

  protected ask(type: string): void {
    this.typed.set(type === 'readdress' ? { email: this.desk.view()!.email ?? '' } : {});
    this.desk.open(type);
  }

  protected give(event: UnitEvent): void {
    void this.desk.send(event);
  }

  protected days({ from, to }: UnitRecord['names'][number]): string {
    return to
      ? $localize`:@@person.fromTo:Từ ${this.day(from)}:from: đến hết ${this.day(to)}:to:`
      : $localize`:@@person.fromOn:Từ ${this.day(from)}:from:`;
  }

  protected day(day: string): string {
    return dayInWords(day, this.language);
  }
}
