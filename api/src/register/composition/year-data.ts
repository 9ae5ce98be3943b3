import type { Campaign, Movement, Pledge } from '@thidua/workflows/cycle/cycle.schema';
import type { RecusalStep } from '@thidua/workflows/cycle/recusal';
import type { CycleRules, TitleRule } from '@thidua/workflows/cycle/rules.schema';
import type { Candidate, Settlement } from '@thidua/workflows/nomination/round.schema';
import type { RankingRow, Unranked } from '@thidua/workflows/ranking/ranking.schema';
import type { DocumentType } from '@thidua/workflows/register/numbering';
import type { RecipientLine } from '@thidua/workflows/register/document.schema';
import type { Aim } from '@thidua/workflows/registration/registration.schema';
import type { Indicator, SectionAward } from '@thidua/workflows/report/content.schema';
import type { ReportPart } from '@thidua/workflows/report/report.schema';
import type { z } from 'zod';

/** A member unit under the names that it bears on the day of the document, in the order of the report’s sections. */
export interface UnitInYear {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly groupNumber: number | null;
  readonly leads: boolean;
  readonly blocRole: 'head' | 'deputy' | null;
}

/** A section of the report as it is printed. */
export interface SectionText {
  readonly unitId: string;
  readonly state: string;
  readonly unitName: string;
  readonly number: string;
  readonly paragraphs: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly awards: readonly SectionAward[];
}

/** The year-end report as it is printed. */
export interface ReportText {
  readonly asOf: string | null;
  readonly parts: Readonly<Record<ReportPart, readonly string[]>>;
  readonly closing: string;
  readonly sections: readonly SectionText[];
}

/** Who did a recorded act, and in which post. */
export interface ActingPerson {
  readonly name: string;
  readonly post: string;
}

/** A round of the nomination meeting, with who opened it and who told its outcome. */
export interface RoundText {
  readonly title: TitleRule;
  readonly state: string;
  readonly seats: number;
  readonly candidates: readonly Candidate[];
  readonly attendance: readonly string[];
  readonly settlement: Settlement | null;
  readonly openedAt: string | null;
  readonly decidedAt: string | null;
  readonly openedBy: ActingPerson | null;
  readonly decidedBy: ActingPerson | null;
}

/** A peer’s sheet on a unit; its seal is open. */
export interface SheetText {
  readonly unitId: string;
  readonly raterUnitId: string;
  readonly scores: readonly { readonly item: string; readonly points: number }[];
}

/** Somebody who declined because of a conflict of interest; nothing of a card under seal is among them. */
export interface RecusalText {
  readonly step: RecusalStep;
  /** The unit that declined; null where a person did, whose name is `by`. */
  readonly unitId: string | null;
  readonly by: string;
  readonly aboutUnitId: string | null;
  /** The title whose round was declined. */
  readonly titleCode: string | null;
  readonly reason: string;
  readonly at: string;
}

/** A signed paper of the year, or the one that is replaced. */
export interface PaperText {
  readonly type: DocumentType;
  readonly number: number;
  /** `BC-KTĐ` */
  readonly symbol: string;
  readonly day: string;
}

/** Everything that a year’s documents are composed from, as it stood at one moment. Nothing sealed is in it. */
export interface YearData {
  readonly year: number;
  readonly bloc: {
    readonly name: string;
    readonly shortName: string;
    readonly symbol: string;
    readonly place: string;
    readonly superior: string;
    readonly issuerLines: readonly string[];
  };
  readonly council: string;
  readonly board: string;
  readonly rules: CycleRules;
  readonly pledge: z.infer<typeof Pledge> | null;
  readonly campaigns: readonly z.infer<typeof Campaign>[];
  readonly movements: readonly z.infer<typeof Movement>[];
  readonly invented: readonly string[];
  readonly units: readonly UnitInYear[];
  readonly groups: readonly { readonly number: number; readonly name: string }[];
  readonly registrations: readonly { readonly unitId: string; readonly state: string; readonly aim: Aim | null }[];
  readonly report: ReportText | null;
  /** The published ranking; null before. */
  readonly ranking: readonly RankingRow[] | null;
  /** Members without a rank, and why. */
  readonly unranked: readonly Unranked[];
  /** Who declined to score, judge or decide; for the minutes. */
  readonly recusals: readonly RecusalText[];
  readonly rounds: readonly RoundText[];
  readonly sheets: readonly SheetText[];
  /** The signed report and minutes that a letter of submission refers to. */
  readonly papers: readonly PaperText[];
  readonly replaced: PaperText | null;
  readonly meetingPlace: string | null;
  readonly recipients: readonly RecipientLine[];
}
