import { afterNextRender, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { formatPoints } from '@thidua/workflows/centipoints';
import type { HistoryEntry } from '@thidua/workflows/record';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import { Icon } from '../ui/icon.js';
import type { Judgement } from './judgement.js';

/**
 * Somebody moved the card while the reader was writing a judgement (ux.md P18, sentence 13): who did what and when, and what was
 * written, whole. It stays on this device until the reader throws it away or sends it.
 */
@Component({
  selector: 'app-left-judgement',
  imports: [Icon, MatButton],
  template: `
    <section class="note warn section" aria-labelledby="left-heading">
      <app-icon name="warning" />
      <div class="stack">
        <h2 id="left-heading" tabindex="-1">{{ heading() }}</h2>
        @if (happened(); as entry) {
          <p>{{ entry.sentence }} · {{ when(entry) }}</p>
        }
        @if (due()) {
          <p i18n="@@left.due">Điểm và lý do đã gõ còn nguyên bên dưới. Đọc lại, rồi bấm lần nữa nếu ông/bà vẫn đồng ý.</p>
        } @else {
          <p i18n="@@left.kept">Phần ông/bà đã gõ chưa được gửi và không gửi được ở bước này. Chữ đã gõ còn nguyên:</p>
          <ul>
            @for (line of lines(); track $index) {
              <li class="typed">{{ line }}</li>
            }
          </ul>
          <div class="line no-print">
            <button matButton="outlined" type="button" (click)="copy()" i18n="@@left.copy">Chép phần đã gõ</button>
            <button matButton="text" type="button" (click)="dropped.emit()" i18n="@@left.drop">Bỏ phần đã gõ</button>
            <span role="status">{{ copied() }}</span>
          </div>
        }
      </div>
    </section>
  `,
})
export class LeftJudgement {
  readonly judgement = input.required<Judgement>();
  /** What was done meanwhile; null: the reader comes back to what they left. */
  readonly happened = input<HistoryEntry | null>(null);
  /** The judgement is still due from this reader, on the newest version. */
  readonly due = input(false);
  readonly dropped = output();
  private readonly language = inject(LANGUAGE);
  protected readonly copied = signal('');
  protected readonly heading = computed(() =>
    this.happened()
      ? $localize`:@@left.heading:Có người vừa chuyển bước bảng điểm này`
      : $localize`:@@left.unsent:Còn phần đã gõ mà chưa gửi`,
  );
  protected readonly lines = computed(() => {
    const written = this.judgement().written();
    const comment = this.judgement().comment().trim();
    const name = $localize`:@@scorecard.comment:Nhận xét chung`;
    const said = (points: number | null) => (points === null ? '–' : formatPoints(points, this.language));
    return [
      ...written.map(({ item, points, reason }) => [`${item}: ${said(points)}`, reason].filter(Boolean).join(' · ')),
      ...(comment ? [`${name}: ${comment}`] : []),
    ];
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender({ read: () => this.happened() && host.nativeElement.querySelector<HTMLElement>('h2')?.focus() });
  }

  protected when({ at }: HistoryEntry): string {
    return instantInWords(at, this.language);
  }

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.lines().join('\n'));
      this.copied.set($localize`:@@stale.copied:Đã chép. Dán vào nơi khác để giữ.`);
    } catch {
      this.copied.set($localize`:@@stale.notCopied:Trình duyệt không cho chép. Chọn chữ ở trên rồi chép bằng tay.`);
    }
  }
}
