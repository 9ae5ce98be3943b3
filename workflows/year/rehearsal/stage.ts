import { reviewerFor, verifierFor } from '../../cycle/reviewer.js';
import type { Candidate } from '../../nomination/round.schema.js';
import type { RankingRow } from '../../ranking/ranking.schema.js';
import type { DocumentType } from '../../register/numbering.js';
import type { ReportContent, SectionContent } from '../../report/content.schema.js';
import type { Aim, Target } from '../../registration/registration.schema.js';
import { assignments } from '../../scorecard/assignments.js';
import type { SelfScore } from '../../scorecard/scorecard.schema.js';
import type { ItemPoints } from '../../scorecard/scoring.js';
import { groupId, HERE } from '../cast.js';
import { recipientsOf } from '../paper-faults.js';
import type { YearFile } from '../year-file.schema.js';

/** A record of the rehearsed year, with the columns that machines and permissions look at; units are known by their codes. */
export interface Row {
  readonly id: string;
  readonly provinceId: string;
  readonly blocId: string;
  readonly cycleId: string;
  state: string;
  /** Counts what was written to it. */
  version: number;
}

export interface RegistrationRow extends Row {
  readonly unitId: string;
  readonly groupId: string | null;
  readonly reviewerUnitId: string | null;
  aim: Aim | null;
  targets: readonly Target[];
}

export interface CardRow extends Row {
  readonly unitId: string;
  readonly groupId: string | null;
  readonly reviewerUnitId: string | null;
  readonly verifierUnitId: string | null;
  reviewedBy: string | null;
  selfScores: readonly SelfScore[];
  leaderScores: readonly ItemPoints[];
  blocScores: readonly ItemPoints[];
}

export interface SheetRow extends Row {
  readonly raterUnitId: string;
  readonly unitId: string;
  scores: readonly ItemPoints[];
}

export interface RankingRecord extends Row {
  rows: readonly RankingRow[];
}

export interface RoundRow extends Row {
  readonly titleCode: string;
  readonly position: number;
  readonly seats: number;
  candidates: readonly Candidate[];
  attendance: readonly string[];
}

export interface SectionRow extends Row {
  readonly unitId: string;
  content: SectionContent | null;
}

export interface ReportRow extends Row {
  content: ReportContent | null;
}

export interface DocumentRow extends Row {
  readonly type: DocumentType;
  /** The versions of the records from which the content was compiled. */
  basis: string;
  /** The day of its number, while it waits for its signature. */
  day: string | null;
  proposedBy: string | null;
  checkedBy: string | null;
  preparedBy: string | null;
}

export interface ReceiptRow extends Row {
  readonly kind: 'council' | 'board' | 'unit';
  readonly unitId: string | null;
  readonly sentAt: Date;
}

/** How a sheet is named in a file. */
export const sheetName = (rater: string, rated: string): string => `${rater}>${rated}`;

/** The records of a year while it is rehearsed, made by the year’s own events as on the server. */
export class Stage {
  readonly cycle: Row;
  readonly registrations = new Map<string, RegistrationRow>();
  readonly cards = new Map<string, CardRow>();
  readonly sheets = new Map<string, SheetRow>();
  readonly rounds = new Map<string, RoundRow>();
  readonly sections = new Map<string, SectionRow>();
  readonly documents = new Map<string, DocumentRow>();
  readonly receipts = new Map<string, ReceiptRow>();
  ranking: RankingRecord | null = null;
  report: ReportRow | null = null;
  dispatch: Row | null = null;

  private readonly sheetsByUnit = new Map<string, SheetRow[]>();

  constructor(readonly file: YearFile) {
    this.cycle = { ...HERE, id: HERE.cycleId, state: 'draft', version: 1 };
  }

  get rules(): YearFile['cycle']['rules'] {
    return this.file.cycle.rules;
  }

  /** The registrations that a year makes when it opens. */
  open(): void {
    for (const member of this.members()) {
      const { unitId, groupId, reviewerUnitId } = member;
      this.registrations.set(unitId, {
        ...this.made(`Registration ${unitId}`, 'draft'),
        unitId,
        groupId,
        reviewerUnitId,
        aim: null,
        targets: [],
      });
    }
  }

  /** Score cards and peer sheets of those that did not withdraw, ranking, rounds, sections and report: what a year makes when it is compiled. */
  compile(): void {
    const scored = this.members().filter(({ unitId }) => this.registrations.get(unitId)?.state !== 'withdrawn');
    for (const { unitId } of this.members())
      this.sections.set(unitId, { ...this.made(`Section ${unitId}`, 'draft'), unitId, content: null });
    for (const member of scored) {
      const card = { reviewedBy: null, selfScores: [], leaderScores: [], blocScores: [] };
      this.cards.set(member.unitId, { ...this.made(`Scorecard ${member.unitId}`, 'self'), ...member, ...card });
    }
    for (const { rater, unit } of assignments(scored, this.rules.peers)) {
      const name = sheetName(rater, unit);
      const sheet: SheetRow = { ...this.made(`Sheet ${name}`, 'draft'), raterUnitId: rater, unitId: unit, scores: [] };
      this.sheets.set(name, sheet);
      this.sheetsByUnit.set(unit, [...this.sheetsOn(unit), sheet]);
    }
    this.report = { ...this.made('Report', 'draft'), content: null };
    this.ranking = { ...this.made('Ranking', 'open'), rows: [] };
    this.rules.titles.forEach(({ code, seats }, at) => {
      const round = { titleCode: code, position: at + 1, seats, candidates: [], attendance: [] };
      this.rounds.set(code, { ...this.made(`Round ${code}`, 'draft'), ...round });
    });
  }

  /** A document that somebody makes. */
  make(type: DocumentType): void {
    const nobody = { proposedBy: null, checkedBy: null, preparedBy: null };
    this.documents.set(type, { ...this.made(`Document ${type}`, 'draft'), ...nobody, type, basis: basisOf(this, type), day: null });
  }

  /** The dispatch that somebody makes. */
  prepareDispatch(): void {
    this.dispatch = this.made('Dispatch', 'draft');
  }

  /** What each recipient of a dispatch that was sent owes it. */
  send(sentAt: Date): void {
    for (const recipient of recipientsOf(this.file).keys()) {
      const kind = recipient === 'council' || recipient === 'board' ? recipient : 'unit';
      const unitId = kind === 'unit' ? recipient : null;
      this.receipts.set(recipient, { ...this.made(`Receipt ${recipient}`, 'waiting'), kind, unitId, sentAt });
    }
  }

  /** The sheets on a unit’s card. */
  sheetsOn(unit: string): readonly SheetRow[] {
    return this.sheetsByUnit.get(unit) ?? [];
  }

  /** The member units in the order of the report’s sections, with who reviews and who verifies each. */
  members() {
    const { groups, head, deputy } = this.file.cycle;
    const duties = { headUnitId: head, deputyUnitId: deputy };
    const leaders = groups.map(({ leader }) => leader);
    return this.file.units.map(({ code }) => {
      const group = groups.find(({ units }) => units.includes(code));
      const reviewerUnitId = reviewerFor(code, group?.leader ?? null, duties);
      const verifierUnitId = verifierFor(code, reviewerUnitId, duties, leaders);
      return { unitId: code, groupId: group ? groupId(group.number) : null, reviewerUnitId, verifierUnitId };
    });
  }

  private made(id: string, state: string): Row {
    return { ...HERE, id, state, version: 1 };
  }
}

/**
 * A text that changes whenever the records change from which a document is compiled: ranking and rounds; but for the minutes also the
 * report; for the report its sections; for the letter of submission the papers that it names.
 */
export function basisOf({ ranking, rounds, report, sections, documents }: Stage, type: DocumentType): string {
  const versions = (rows: Iterable<Row>) => [...rows].map(({ version }) => version);
  const signed = [...documents.values()].filter((document) => document.type !== 'TTr' && ['signed', 'issued'].includes(document.state));
  return JSON.stringify([
    ranking?.version,
    versions(rounds.values()),
    type === 'BB' ? 0 : report?.version,
    type === 'BC' ? versions(sections.values()) : [],
    type === 'TTr' ? signed.map((document) => document.type).sort() : [],
  ]);
}
