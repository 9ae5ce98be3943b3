import { Component, inject, input } from '@angular/core';
import type { Indicator, SectionAward } from '@thidua/workflows/report/content.schema';
import type { SectionDraft } from '@thidua/workflows/report/section.schema';
import { LANGUAGE } from '../platform/language.js';
import { awardInWords, comparisonInWords, valueInWords } from './figure-words.js';

/** A section that the reader may not write now: text, figures and awards as they are. */
@Component({
  selector: 'app-section-reading',
  template: `
    <section class="section" aria-labelledby="text-heading">
      <h2 id="text-heading" i18n="@@section.textHeading">1. Nội dung</h2>
      <div class="card pad stack">
        @for (paragraph of section().paragraphs; track $index) {
          <p class="typed measure">{{ paragraph }}</p>
        } @empty {
          <p class="muted" i18n="@@section.noText">Chưa có đoạn văn nào.</p>
        }
      </div>
    </section>
    @if (section().indicators.length > 0) {
      <section class="section" aria-labelledby="figures-heading">
        <h2 id="figures-heading" i18n="@@section.figuresHeading">2. Số liệu</h2>
        <dl class="card pad figures">
          @for (indicator of section().indicators; track indicator.key + $index) {
            <div>
              <dt>{{ indicator.label }}</dt>
              <dd>
                <b>{{ value(indicator) }}</b>
                @if (comparison(indicator); as words) {
                  <span class="muted">{{ words }}</span>
                }
                @if (indicator.note) {
                  <span class="hint">{{ indicator.note }}</span>
                }
              </dd>
            </div>
          }
        </dl>
      </section>
    }
    @if (section().awards.length > 0) {
      <section class="section" aria-labelledby="awards-heading">
        <h2 id="awards-heading" i18n="@@section.awardsHeading">3. Khen thưởng</h2>
        <ul class="card pad stack">
          @for (award of section().awards; track $index) {
            <li>{{ sentence(award) }}</li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    .figures > div {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 var(--td-space-4);
      padding: 0.45rem 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    .figures > div:last-child {
      border-bottom: 0;
    }
    dd {
      display: grid;
    }
    @media (max-width: 640px) {
      .figures > div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class SectionReading {
  readonly section = input.required<SectionDraft>();
  private readonly language = inject(LANGUAGE);
  protected readonly value = (indicator: Indicator) => valueInWords(indicator, this.language);
  protected readonly comparison = (indicator: Indicator) => comparisonInWords(indicator, this.language);
  protected readonly sentence = (award: SectionAward) => awardInWords(award, this.language);
}
