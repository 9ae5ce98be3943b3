import { Component, computed, input, model, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Faults } from '../platform/faults.js';
import { SelectField, type Option } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import type { AwardWriting } from './section-writing.js';

const DIRECTIONS: readonly Option[] = [
  { value: 'received', name: $localize`:@@award.directionReceived:Đơn vị được khen` },
  { value: 'given', name: $localize`:@@award.directionGiven:Đơn vị khen` },
];

/** One award: received or given, what, by whom, to whom, how many. */
@Component({
  selector: 'app-award-field',
  imports: [MatButton, SelectField, TextField],
  template: `
    <article class="card pad" [id]="id()" tabindex="-1" [attr.aria-labelledby]="id() + '-heading'">
      <div class="line head">
        <h3 [id]="id() + '-heading'">
          <ng-container i18n="@@award.heading"
            >Khen thưởng
            {{
              number() // i18n(ph="number")
            }}</ng-container
          >{{ award().name ? '. ' + award().name : '' }}
        </h3>
        <button matButton="text" type="button" class="small-button" (click)="remove.emit()">
          <span i18n="@@award.remove">Bỏ</span><span class="vh"> {{ number() }}. {{ award().name }}</span>
        </button>
      </div>
      <div class="fields">
        <app-select-field
          [fieldId]="id() + '-direction'"
          i18n-label="@@award.direction"
          label="Được khen hay khen"
          [options]="directions"
          [value]="award().direction"
          (valueChange)="direct($event)"
          (blurred)="blurred.emit()"
        />
        <app-text-field
          [fieldId]="id() + '-name'"
          i18n-label="@@award.name"
          label="Hình thức khen thưởng"
          term="award"
          [most]="200"
          [error]="fault('name')"
          [value]="award().name"
          (valueChange)="change({ name: $event })"
          (blurred)="blurred.emit()"
        />
        <app-text-field
          [fieldId]="id() + '-issuer'"
          i18n-label="@@award.issuer"
          label="Cơ quan tặng"
          [optional]="true"
          [most]="200"
          [error]="fault('issuer')"
          [value]="award().issuer"
          (valueChange)="change({ issuer: $event })"
          (blurred)="blurred.emit()"
        />
        <app-text-field
          [fieldId]="id() + '-recipients'"
          i18n-label="@@award.recipients"
          label="Ai được khen, ví dụ “tập thể”, “cá nhân”"
          [most]="200"
          [error]="fault('recipients')"
          [value]="award().recipients"
          (valueChange)="change({ recipients: $event })"
          (blurred)="blurred.emit()"
        />
        <app-text-field
          [fieldId]="id() + '-count'"
          i18n-label="@@award.count"
          label="Số lượng"
          [optional]="true"
          [figure]="true"
          [reads]="true"
          [most]="20"
          [error]="fault('count')"
          [value]="award().count"
          (valueChange)="change({ count: $event })"
          (blurred)="blurred.emit()"
        />
      </div>
    </article>
  `,
  styles: `
    :host {
      display: block;
    }
    .head {
      flex-wrap: nowrap;
      justify-content: space-between;
      margin-bottom: var(--td-space-3);
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--td-space-3);
    }
    @media (max-width: 640px) {
      .fields {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class AwardField {
  readonly number = input.required<number>();
  readonly award = model.required<AwardWriting>();
  readonly faults = input.required<Faults>();
  readonly remove = output();
  readonly blurred = output();
  protected readonly id = computed(() => `awards-${this.number()}`);
  protected readonly directions = DIRECTIONS;

  protected fault(field: keyof AwardWriting): string | null {
    return this.faults().get(`/awards/${this.number() - 1}/${field}`) ?? null;
  }

  protected change(part: Partial<AwardWriting>): void {
    this.award.set({ ...this.award(), ...part });
  }

  protected direct(value: string): void {
    this.change({ direction: value as AwardWriting['direction'] });
  }
}
