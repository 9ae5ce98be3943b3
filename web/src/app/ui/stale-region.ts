import { Component, computed, effect, ElementRef, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { instantInWords } from '../platform/dates.js';
import { LANGUAGE } from '../platform/language.js';
import type { ProblemBody } from '../platform/problem.js';
import { Icon } from './icon.js';

/** A field that two people changed: how it reads in the person's version and in the newest. */
export interface Difference {
  readonly key: string;
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
}

/** Which of the two stands, for each field. */
export type Choices = Readonly<Record<string, 'yours' | 'theirs'>>;

/**
 * Someone else changed what the person was editing (ux.md P18): a part of the page, not an alert. Only the fields that differ, one
 * choice each; nothing is thrown away, the own text can be taken along. `(settle)` gives the choices; the page then saves on the newest version.
 */
@Component({
  selector: 'app-stale-region',
  imports: [Icon, MatButton],
  template: `
    <section class="note warn" aria-labelledby="stale-heading">
      <app-icon name="warning" />
      <div class="stack">
        <h2 id="stale-heading" tabindex="-1" i18n="@@stale.heading">Có người vừa sửa bản này</h2>
        @if (latest(); as saved) {
          <p i18n="@@stale.latest">
            {{
              saved.by // i18n(ph="name")
            }}
            lưu bản mới nhất lúc
            {{
              instantInWords(saved.at, language)  // i18n(ph="time")
            }}.
          </p>
        }
        <p i18n="@@stale.choose">So hai bản rồi chọn từng mục. Chữ đã gõ còn nguyên.</p>
        @for (difference of differences(); track difference.key) {
          <fieldset>
            <legend class="label">{{ difference.label }}</legend>
            <div class="pair">
              @for (side of sides; track side.value) {
                <label class="choice">
                  <input
                    type="radio"
                    [name]="'stale-' + difference.key"
                    [checked]="chosen()[difference.key] === side.value"
                    (change)="choose(difference.key, side.value)"
                  />
                  <span
                    ><b>{{ side.name }}</b
                    ><span class="hint typed">{{ difference[side.value] || empty }}</span></span
                  >
                </label>
              }
            </div>
          </fieldset>
        } @empty {
          <p i18n="@@stale.same">Hai bản không khác nhau ở mục nào.</p>
        }
        <div class="line">
          <button matButton="filled" type="button" (click)="settle.emit(chosen())" i18n="@@stale.use">Dùng các mục đã chọn</button>
          <button matButton="outlined" type="button" (click)="copy()" i18n="@@stale.copy">Chép bản của tôi</button>
          <span role="status" class="hint">{{ copied() }}</span>
        </div>
      </div>
    </section>
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
      gap: var(--td-space-2);
      margin-top: 0.3rem;
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class StaleRegion {
  readonly differences = input.required<readonly Difference[]>();
  /** Who saved the newest version, and when; where it is not known the region speaks of somebody. */
  readonly latest = input<ProblemBody['latest']>();
  readonly settle = output<Choices>();
  protected readonly language = inject(LANGUAGE);
  protected readonly instantInWords = instantInWords;
  protected readonly sides = [
    { value: 'yours', name: $localize`:@@stale.yours:Bản của ông/bà` },
    { value: 'theirs', name: $localize`:@@stale.theirs:Bản mới nhất` },
  ] as const;
  protected readonly empty = $localize`:@@stale.empty:(trống)`;
  protected readonly copied = signal('');
  private readonly made = signal<Choices>({});
  /** What the person typed stands until they choose otherwise. */
  protected readonly chosen = computed<Choices>(() =>
    Object.fromEntries(this.differences().map(({ key }) => [key, this.made()[key] ?? 'yours'])),
  );

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    effect(() => {
      if (this.differences()) queueMicrotask(() => host.nativeElement.querySelector<HTMLElement>('h2')?.focus());
    });
  }

  protected choose(key: string, side: 'yours' | 'theirs'): void {
    this.made.update((made) => ({ ...made, [key]: side }));
  }

  protected async copy(): Promise<void> {
    const text = this.differences().map((difference) => `${difference.label}: ${difference.yours}`);
    try {
      await navigator.clipboard.writeText(text.join('\n'));
      this.copied.set($localize`:@@stale.copied:Đã chép. Dán vào nơi khác để giữ.`);
    } catch {
      this.copied.set($localize`:@@stale.notCopied:Trình duyệt không cho chép. Chọn chữ ở trên rồi chép bằng tay.`);
    }
  }
}
