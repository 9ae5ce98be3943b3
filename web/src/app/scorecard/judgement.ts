import { computed, signal, type Signal } from '@angular/core';
import { formatPoints, parsePoints } from '@thidua/workflows/centipoints';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import type { Language } from '@thidua/workflows/wording';
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
  private readonly unreadable = signal<ReadonlySet<string>>(new Set());
  private readonly standing = computed<Points>(() => (this.card() ? standingOf(this.card()!) : {}));
  /** No peer scored: every criterion is given points here, each with its reason. */
  readonly alone = computed(() => !!this.card() && judgesAlone(this.card()!));
  /** What was typed, point by point, whatever stands: for whoever could not send it. */
  readonly written = computed(() => {
    const { points, reasons } = this.writing();
    const items = [...new Set([...Object.keys(points), ...Object.keys(reasons)])];
    return items.flatMap((item) => {
      const reason = reasons[item]?.trim() ?? '';
      const given = points[item] ?? null;
      return given === null && !reason ? [] : [{ item, points: given, reason }];
    });
  });
  readonly isEmpty = computed(() => this.written().length === 0 && !this.comment().trim());
  readonly scores = computed(() => differing(this.standing(), this.writing().points, this.writing().reasons));

  constructor(
    private readonly card: Signal<ScorecardView | undefined>,
    private readonly rules: Signal<CycleRules | undefined>,
    private readonly kept: () => KeptDraft<JudgementWriting> | null,
    private readonly language: Language,
  ) {}

  /** Takes up what was written on this card and not sent; nothing of another card stays. */
  resume(): void {
    this.unreadable.set(new Set());
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

  /** Something was typed into an item's field: what is no number is no agreement with what stands. */
  type(item: string, text: string): void {
    const points = parsePoints(text);
    const readable = points !== null || text.trim() === '';
    this.unreadable.update((items) => (readable ? new Set([...items].filter((one) => one !== item)) : new Set([...items, item])));
    if (readable) this.write({ points: { ...this.points(), [item]: points } });
  }

  explain(item: string, reason: string): void {
    this.write({ reasons: { ...this.writing().reasons, [item]: reason } });
  }

  remark(comment: string): void {
    this.write({ comment });
  }

  /** Each value that cannot be, each that is owed and not given, then each that does not say why, with a way to its field. */
  missing(): Correction[] {
    return [...this.wrong(), ...this.unanswered(), ...this.unexplained()];
  }

  private wrong(): Correction[] {
    const items = this.rules() ? partsOf(this.rules()!.criteria).flatMap((part) => part.items) : [];
    return items.flatMap(({ code, max }) => {
      const points = this.points()[code] ?? 0;
      if (points <= max && !this.unreadable().has(code)) return [];
      const text = this.unreadable().has(code)
        ? $localize`:@@judgement.unreadable:${code}:code:: không phải là một số`
        : $localize`:@@judgement.above:${code}:code:: ${formatPoints(points, this.language)}:points: vượt mức tối đa ${formatPoints(max, this.language)}:max:`;
      return [{ fieldId: `judged-${code}`, text }];
    });
  }

  private unanswered(): Correction[] {
    const rules = this.rules();
    if (!this.alone() || !rules) return [];
    return unansweredOf(partsOf(rules.criteria), this.points())
      .filter(({ code }) => !this.unreadable().has(code))
      .map(({ code, name }) => ({
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
