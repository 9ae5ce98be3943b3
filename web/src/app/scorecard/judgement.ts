import { computed, signal, type Signal } from '@angular/core';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { z } from 'zod';
import type { KeptDraft } from '../platform/kept-draft.js';
import type { Correction } from '../ui/error-summary.js';
import { partsOf, unansweredOf, type Points } from './criteria-rows.js';
import { differing, judgesAlone, standingOf, unexplained } from './score-columns.js';

/** What a judge writes: points where they differ, why, and a general comment. */
export const JudgementWriting = z.object({
  points: z.record(z.string(), z.int().nullable()),
  reasons: z.record(z.string(), z.string()),
  comment: z.string(),
});
export type JudgementWriting = z.infer<typeof JudgementWriting>;

const NOTHING: JudgementWriting = { points: {}, reasons: {}, comment: '' };

/** The judgement that a reader is writing on a score card; kept on this device until it is sent. */
export class Judgement {
  private readonly writing = signal<JudgementWriting>(NOTHING);
  readonly points = computed(() => this.writing().points);
  readonly comment = computed(() => this.writing().comment);
  private readonly standing = computed<Points>(() => (this.card() ? standingOf(this.card()!) : {}));
  /** No peer scored: every criterion is given points here, each with its reason. */
  readonly alone = computed(() => !!this.card() && judgesAlone(this.card()!));
  readonly scores = computed(() => differing(this.standing(), this.writing().points, this.writing().reasons));

  constructor(
    private readonly card: Signal<ScorecardView | undefined>,
    private readonly rules: Signal<CycleRules | undefined>,
    private readonly kept: () => KeptDraft<JudgementWriting> | null,
  ) {}

  /** Takes up what was written on this card and not sent; nothing of another card stays. */
  resume(): void {
    this.writing.set(this.kept()?.read()?.draft ?? NOTHING);
  }

  /** Forgets what was written: it has been sent. */
  clear(): void {
    this.kept()?.forget();
    this.writing.set(NOTHING);
  }

  reasonOf(item: string): string {
    return this.writing().reasons[item] ?? '';
  }

  differs(item: string): boolean {
    return this.scores().some((score) => score.item === item);
  }

  judge(item: string, points: number | null): void {
    this.write({ points: { ...this.points(), [item]: points } });
  }

  explain(item: string, reason: string): void {
    this.write({ reasons: { ...this.writing().reasons, [item]: reason } });
  }

  remark(comment: string): void {
    this.write({ comment });
  }

  /** Each value that is owed and not given, then each that does not say why, with a way to its field. */
  missing(): Correction[] {
    return [...this.unanswered(), ...this.unexplained()];
  }

  private unanswered(): Correction[] {
    const rules = this.rules();
    if (!this.alone() || !rules) return [];
    return unansweredOf(partsOf(rules.criteria), this.points()).map(({ code, name }) => ({
      fieldId: `judged-${code}`,
      text: $localize`:@@sheets.missingItem:${code}:code: ${name}:name:: chưa chấm`,
    }));
  }

  private unexplained(): Correction[] {
    const least = this.rules()?.reasonMinimum ?? 10;
    return unexplained(this.scores(), least).map(({ item }) => ({
      fieldId: `reason-${item}`,
      text: $localize`:@@scorecard.noReason:${item}:code:: điểm khác cần lý do, ít nhất ${least}:least: ký tự`,
    }));
  }

  private write(part: Partial<JudgementWriting>): void {
    this.writing.update((writing) => ({ ...writing, ...part }));
    const version = this.card()?.version;
    if (version !== undefined) this.kept()?.keep({ version, draft: this.writing() });
  }
}
