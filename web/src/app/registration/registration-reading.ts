import { Component, input } from '@angular/core';
import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';

/** A registration that the reader may not write now: text, not switched-off fields. */
@Component({
  selector: 'app-registration-reading',
  template: `
    <section class="section" aria-labelledby="aim-heading">
      <h2 id="aim-heading" i18n="@@registration.aimHeading">1. Danh hiệu đăng ký</h2>
      <p class="card pad">
        @if (view().aimName) {
          <b>{{ view().aimName }}</b>
        } @else {
          <span class="muted" i18n="@@registrations.noAim">Chưa chọn</span>
        }
      </p>
    </section>
    <section class="section" aria-labelledby="targets-heading">
      <h2 id="targets-heading" i18n="@@registration.targetsHeading">2. Chỉ tiêu</h2>
      <div class="stack">
        @for (target of view().targets; track $index) {
          <article class="card pad" [id]="'target-' + ($index + 1)" tabindex="-1">
            <h3>
              <ng-container i18n="@@registration.target"
                >Chỉ tiêu
                {{
                  $index + 1 // i18n(ph="number")
                }}</ng-container
              >. {{ target.name }}
            </h3>
            <dl>
              <div>
                <dt i18n="@@registration.previous">Năm {{ year() - 1 }}</dt>
                <dd>{{ target.previous ? target.previous + ' ' + target.unit : '–' }}</dd>
              </div>
              <div>
                <dt i18n="@@registration.planned">Năm {{ year() }}</dt>
                <dd>{{ target.planned }} {{ target.unit }}</dd>
              </div>
              <div>
                <dt i18n="@@registration.evidence">Minh chứng dự kiến</dt>
                <dd>{{ target.evidence || '–' }}</dd>
              </div>
            </dl>
          </article>
        } @empty {
          <p class="card pad muted" i18n="@@registration.noTargets">Chưa có chỉ tiêu nào.</p>
        }
      </div>
    </section>
    @if (view().note) {
      <section class="section" aria-labelledby="note-heading">
        <h2 id="note-heading" i18n="@@registration.noteHeading">3. Ghi chú</h2>
        <p class="card pad typed">{{ view().note }}</p>
      </section>
    }
  `,
  styles: `
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: var(--td-space-2) var(--td-space-4);
      margin-top: var(--td-space-2);
    }
    dt {
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
    dl > * {
      flex: 0 1 9rem;
    }
    dl > :last-child {
      flex: 1 1 14rem;
      min-width: 0;
    }
  `,
})
export class RegistrationReading {
  readonly view = input.required<RegistrationView>();
  readonly year = input.required<number>();
}
