import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { SheetEvent } from '@thidua/workflows/scorecard/sheet.schema';
import { eventName } from '@thidua/workflows/words';
import { CycleApi } from '../cycle/cycle.api.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Crumbs } from '../ui/crumbs.js';
import { Region } from '../ui/region.js';
import { partsOf } from './criteria-rows.js';
import { answersOf } from './score-answers.js';
import { writingOf } from './score-desk.js';
import { ScoreSending } from './score-sending.js';
import { ScoreSubmit } from './score-submit.js';
import { ScorecardApi } from './scorecard.api.js';

/** A peer sheet before it is sent for good. */
@Component({
  selector: 'app-sheet-submit-page',
  imports: [Crumbs, Region, ScoreSubmit],
  template: `
    <app-crumbs
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'scorecards'] },
        { name: peerName, link: back() },
      ]"
    />
    <div class="page-head">
      <div>
        <h1 i18n="@@registrationSubmit.title">Xem lại trước khi gửi</h1>
        @if (record.value(); as view) {
          <p class="lede" i18n="@@sheetSubmit.lede">
            {{
              view.raterShortName // i18n(ph="rater")
            }}
            chấm
            {{
              view.unitName // i18n(ph="unit")
            }}
          </p>
        }
      </div>
    </div>
    <app-region [of]="record" [also]="cycles" [lines]="8">
      @if (whole(); as view) {
        <app-score-submit
          [actions]="view.actions"
          [answers]="answers()"
          [verb]="verb"
          [after]="after()"
          [back]="back()"
          [busy]="sending.busy()"
          [problem]="sending.problem()"
          (confirm)="send()"
        />
      }
    </app-region>
    @if (loading()) {
      <!-- The bar's place is kept: a second tap must not meet the menu that stands there on a phone. -->
      <div class="action-bar"><p class="hint">…</p></div>
    }
  `,
})
export class SheetSubmitPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly sheet = input.required<string>();
  private readonly api = inject(ScorecardApi);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  protected readonly listName = $localize`:@@scorecards.title:Chấm điểm`;
  protected readonly peerName = $localize`:@@sheets.title:Chấm chéo`;
  protected readonly verb = eventName('Sheet', 'submit', this.language);
  protected readonly record = this.api.sheet(this.bloc, this.sheet);
  protected readonly cycles = inject(CycleApi).ofYear(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly sending = new ScoreSending(this.record);
  protected readonly back = computed(() => ['/', this.bloc(), this.year(), 'scorecards', 'peer', this.sheet()]);
  protected readonly after = computed(() => {
    const unit = this.record.value()?.unitShortName ?? '';
    return $localize`:@@sheets.after:Phiếu chấm ${unit}:unit:. Sau khi gửi không sửa được.`;
  });
  protected readonly answers = computed(() => {
    const rules = this.cycles.value()?.items[0]?.rules;
    const view = this.record.value();
    return rules && view ? answersOf(partsOf(rules.criteria), writingOf(view), this.language) : [];
  });

  /** The record, once its criteria can be named too. */
  protected readonly whole = computed(() => (this.answers().length > 0 ? this.record.value() : undefined));
  protected readonly loading = computed(() => !this.whole() && !this.record.error() && !this.cycles.error());

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.record.value()?.unitShortName ?? null));
  }

  /** Back leads past this page: what was sent is not asked again. */
  protected async send(): Promise<void> {
    const sent = await this.sending.send((version) =>
      this.api.sendSheet(this.bloc(), this.sheet(), SheetEvent.parse({ type: 'submit', version })),
    );
    if (sent) await this.router.navigate(this.back(), { state: { sent: this.sheet() }, replaceUrl: true });
  }
}
