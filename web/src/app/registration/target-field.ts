import { Component, computed, input, model, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Target } from '@thidua/workflows/registration/registration.schema';
import type { Faults } from '../platform/faults.js';
import { TextField } from '../ui/text-field.js';

/** One target: last year beside this year, the unit of measure, how it will be shown. */
@Component({
  selector: 'app-target-field',
  imports: [MatButton, TextField],
  template: `
    <article class="card pad" [id]="id()" tabindex="-1" [attr.aria-labelledby]="id() + '-heading'">
      <div class="line head">
        <h3 [id]="id() + '-heading'">
          <ng-container i18n="@@registration.target"
            >Chỉ tiêu
            {{
              number() // i18n(ph="number")
            }}</ng-container
          >{{ target().name ? '. ' + target().name : '' }}
        </h3>
        <button matButton="text" type="button" class="small-button" (click)="remove.emit()">
          <span i18n="@@registration.removeTarget">Bỏ</span><span class="vh"> {{ number() }}. {{ target().name }}</span>
        </button>
      </div>
      <div class="fields">
        <app-text-field
          class="wide"
          [fieldId]="id() + '-name'"
          i18n-label="@@registration.targetName"
          label="Tên chỉ tiêu"
          term="target"
          [most]="300"
          [error]="fault('name')"
          [value]="target().name"
          (valueChange)="change({ name: $event })"
          (blurred)="blurred.emit()"
        />
        <app-text-field
          [fieldId]="id() + '-previous'"
          i18n-label="@@registration.previous"
          label="Năm {{ year() - 1 }}"
          [optional]="true"
          [figure]="true"
          [reads]="true"
          [most]="60"
          [error]="fault('previous')"
          [value]="target().previous"
          (valueChange)="change({ previous: $event })"
          (blurred)="blurred.emit()"
        />
        <app-text-field
          [fieldId]="id() + '-planned'"
          i18n-label="@@registration.planned"
          label="Năm {{ year() }}"
          [figure]="true"
          [reads]="true"
          [suffix]="target().unit || null"
          [most]="60"
          [error]="fault('planned')"
          [value]="target().planned"
          (valueChange)="change({ planned: $event })"
          (blurred)="blurred.emit()"
        />
        <app-text-field
          [fieldId]="id() + '-unit'"
          i18n-label="@@registration.measure"
          label="Đơn vị tính"
          [most]="60"
          [error]="fault('unit')"
          [value]="target().unit"
          (valueChange)="change({ unit: $event })"
          (blurred)="blurred.emit()"
        />
        <app-text-field
          class="wide"
          [fieldId]="id() + '-evidence'"
          i18n-label="@@registration.evidence"
          label="Minh chứng dự kiến"
          term="evidence"
          [most]="300"
          [error]="fault('evidence')"
          [value]="target().evidence"
          (valueChange)="change({ evidence: $event })"
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
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--td-space-3);
    }
    .wide {
      grid-column: 1 / -1;
    }
    @media (max-width: 640px) {
      .fields {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class TargetField {
  readonly number = input.required<number>();
  readonly year = input.required<number>();
  readonly target = model.required<Target>();
  readonly faults = input.required<Faults>();
  readonly remove = output();
  readonly blurred = output();
  protected readonly id = computed(() => `target-${this.number()}`);

  protected fault(field: keyof Target): string | null {
    return this.faults().get(`/targets/${this.number() - 1}/${field}`) ?? null;
  }

  protected change(part: Partial<Target>): void {
    this.target.set({ ...this.target(), ...part });
  }
}
