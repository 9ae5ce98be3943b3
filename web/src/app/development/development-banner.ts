import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { z } from 'zod';
import { Api } from '../platform/api.js';
import { dayInWords, timeInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Disclosure } from '../ui/disclosure.js';
import { Icon } from '../ui/icon.js';
import { ProblemNote } from '../ui/problem-note.js';
import { TextField } from '../ui/text-field.js';

const Clock = z.object({ now: z.iso.datetime() });

/** Development only: says that nothing here is real, on which day the year stands, and lets the day be moved. */
@Component({
  selector: 'app-development-banner',
  imports: [Disclosure, Icon, MatButton, ProblemNote, RouterLink, TextField],
  template: `
    <section i18n-aria-label="@@dev.label" aria-label="Chế độ mẫu">
      <p>
        <app-icon name="warning" />
        <b lang="vi">BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ</b>
      </p>
      <app-disclosure class="no-print" panelId="clock-panel">
        <span trigger
          ><span i18n="@@dev.now"
            >Ngày giả định:
            {{
              words() // i18n(ph="now")
            }}</span
          >, <u i18n="@@dev.move">đổi ngày</u></span
        >
        <form panel class="stack" (submit)="move($event)">
          <app-text-field
            fieldId="clock-day"
            type="date"
            i18n-label="@@dev.day"
            label="Ngày"
            [value]="day()"
            (valueChange)="typedDay.set($event)"
          />
          <app-text-field
            fieldId="clock-time"
            type="time"
            i18n-label="@@dev.time"
            label="Giờ (Việt Nam)"
            [value]="time()"
            (valueChange)="typedTime.set($event)"
          />
          <p class="hint" i18n="@@dev.hint">Hạn của các bước và ngày của văn bản theo ngày này. Nhật ký luôn ghi giờ thật.</p>
          <button matButton="filled" type="submit" disabledInteractive [aria-disabled]="busy()" i18n="@@dev.set">Đặt ngày này</button>
          @if (problem(); as refused) {
            <app-problem-note [problem]="refused" />
          }
        </form>
      </app-disclosure>
      <a class="no-print" routerLink="/mailbox" i18n="@@dev.mailbox">Hộp thư mẫu</a>
    </section>
  `,
  styleUrl: './development-banner.scss',
})
export class DevelopmentBanner {
  /** The day on which the program stands, `YYYY-MM-DD`: known before the clock is read, so that the line keeps its length. */
  readonly today = input.required<string>();
  private readonly api = inject(Api);
  private readonly language = inject(LANGUAGE);
  protected readonly clock = this.api.read(() => '/api/dev/clock', Clock);
  protected readonly typedDay = signal<string | null>(null);
  protected readonly typedTime = signal<string | null>(null);
  protected readonly day = computed(() => this.typedDay() ?? this.today());
  protected readonly time = computed(() => this.typedTime() ?? timeInWords(this.clock.value()?.now ?? new Date(), this.language));
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly words = computed(() => dayInWords(this.today(), this.language));

  /** Moves business time and reads the whole page anew: deadlines may have passed. */
  protected async move(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.put('/api/dev/clock', { now: `${this.day()}T${this.time()}:00+07:00` }, Clock);
      location.reload();
    } catch (error) {
      this.problem.set(error);
      this.busy.set(false);
    }
  }
}
