import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ProvinceBloc, ProvinceReceipt } from '@thidua/workflows/council/council.schema';
import { instantInWords, shortDay } from '../platform/dates.js';
import { daysLeftInWords } from '../platform/days-left.js';
import { LANGUAGE } from '../platform/language.js';
import { Cell, DataTable, type Column } from '../ui/data-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { Region } from '../ui/region.js';
import { StateTag } from '../ui/state-tag.js';
import { CouncilApi } from './council.api.js';

/** How many of the newest receipts stand above the blocs, until all are asked for. */
const FIRST = 10;

/** All blocs of a province: what of theirs waits for council and standing body, and where each stands in its year. */
@Component({
  selector: 'app-province-page',
  imports: [Cell, DataTable, EmptyState, MatButton, Region, RouterLink, StateTag],
  templateUrl: './province.page.html',
  styles: `
    ul + button {
      margin-top: var(--td-space-4);
    }
  `,
})
export class ProvincePage {
  readonly province = input.required<string>();
  private readonly api = inject(CouncilApi);
  private readonly language = inject(LANGUAGE);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly blocs = this.api.blocs(this.province);
  protected readonly waiting = this.api.waiting(this.province);
  protected readonly whole = signal(false);
  protected readonly shown = computed(() => (this.waiting.value() ?? []).slice(0, this.whole() ? undefined : FIRST));
  protected readonly left = computed(() => (this.waiting.value()?.length ?? 0) - this.shown().length);
  protected readonly caption = $localize`:@@councilProvince.caption:Các khối và năm mới nhất của từng khối`;
  protected readonly columns: readonly Column[] = [
    { key: 'name', name: $localize`:@@councilProvince.bloc:Khối` },
    { key: 'year', name: $localize`:@@councilProvince.year:Năm mới nhất` },
    { key: 'state', name: $localize`:@@councilProvince.state:Năm đang ở bước` },
    { key: 'step', name: $localize`:@@councilProvince.step:Theo lịch` },
    { key: 'waiting', name: $localize`:@@councilProvince.waiting:Chờ xác nhận`, figures: true },
  ];

  /** Shows the rest; the button goes, so the first of the rest takes its focus. */
  protected showAll(): void {
    const before = this.shown().length;
    this.whole.set(true);
    const next = () => this.host.nativeElement.querySelectorAll<HTMLElement>('.waiting a')[before]?.focus();
    afterNextRender({ read: next }, { injector: this.injector });
  }

  protected when({ sentAt }: ProvinceReceipt): string {
    return instantInWords(sentAt, this.language);
  }

  protected numbers({ numbers }: ProvinceReceipt): string {
    return numbers.join(', ');
  }

  /** Where the calendar of the year has come to, and what is left of that step. */
  protected step({ step }: ProvinceBloc): string {
    return step ? `${step.name}, ${shortDay(step.due, this.language)} (${daysLeftInWords(step.daysLeft)})` : '–';
  }

  /** How much waits of how much was sent; nothing where the reader may not know. */
  protected counted({ waiting, receipts }: ProvinceBloc): string {
    return waiting === null ? '–' : `${waiting}/${receipts}`;
  }
}
