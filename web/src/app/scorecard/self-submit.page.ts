import { Component, computed, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { ScorecardEvent } from '@thidua/workflows/scorecard/scorecard.schema';
import { eventName } from '@thidua/workflows/words';
import { CycleApi } from '../cycle/cycle.api.js';
import { LANGUAGE } from '../platform/language.js';
import { PageTitle } from '../platform/page-title.js';
import { Crumbs } from '../ui/crumbs.js';
import { Region } from '../ui/region.js';
import { afterSelf } from './card-words.js';
import { partsOf } from './criteria-rows.js';
import { answersOf } from './score-answers.js';
import { writingOf } from './score-desk.js';
import { ScoreSending } from './score-sending.js';
import { ScoreSubmit } from './score-submit.js';
import { ScorecardApi } from './scorecard.api.js';

/** A unit's own points before they are sent for good. */
@Component({
  selector: 'app-self-submit-page',
  imports: [Crumbs, Region, ScoreSubmit],
  template: `
    <app-crumbs
      [above]="[
        { name: listName, link: ['/', bloc(), year(), 'scorecards'] },
        { name: selfName, link: back() },
      ]"
    />
    <div class="page-head">
      <div>
        <h1 i18n="@@registrationSubmit.title">Xem lại trước khi gửi</h1>
        @if (record.value(); as view) {
          <p class="lede" i18n="@@selfSubmit.lede">
            Điểm tự chấm của
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
export class SelfSubmitPage {
  readonly bloc = input.required<string>();
  readonly year = input.required<string>();
  readonly id = input.required<string>();
  private readonly api = inject(ScorecardApi);
  private readonly router = inject(Router);
  private readonly language = inject(LANGUAGE);
  protected readonly listName = $localize`:@@scorecards.title:Chấm điểm`;
  protected readonly selfName = $localize`:@@selfScore.title:Tự chấm`;
  protected readonly verb = eventName('Scorecard', 'submit', this.language);
  protected readonly record = this.api.one(this.bloc, this.id);
  protected readonly cycles = inject(CycleApi).ofYear(() => ({ bloc: this.bloc(), year: Number(this.year()) }));
  protected readonly sending = new ScoreSending(this.record);
  protected readonly back = computed(() => ['/', this.bloc(), this.year(), 'scorecards', this.id(), 'self']);
  protected readonly after = computed(() => (this.record.value() ? afterSelf(this.record.value()!, this.language) : ''));
  protected readonly answers = computed(() => {
    const rules = this.cycles.value()?.items[0]?.rules;
    const view = this.record.value();
    return rules && view ? answersOf(partsOf(rules.criteria), writingOf({ version: view.version, scores: view.self }), this.language) : [];
  });

  /** The record, once its criteria can be named too. */
  protected readonly whole = computed(() => (this.answers().length > 0 ? this.record.value() : undefined));
  protected readonly loading = computed(() => !this.whole() && !this.record.error() && !this.cycles.error());

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.about(this.record.value()?.unitShortName ?? null));
  }

  /** The card itself comes next; Back leads past this page. */
  protected async send(): Promise<void> {
    const sent = await this.sending.send((version) =>
      this.api.send(this.bloc(), this.id(), ScorecardEvent.parse({ type: 'submit', version })),
    );
    if (!sent) return;
    const card = ['/', this.bloc(), this.year(), 'scorecards', this.id()];
    await this.router.navigate(card, { state: { sent: 'submit' }, replaceUrl: true });
  }
}
