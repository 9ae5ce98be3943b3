import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import { PAGE_LIMIT } from '@thidua/workflows/page';
import { missingParts } from '@thidua/workflows/report/report.facts';
import type { Action } from '@thidua/workflows/record';
import { documentNotMade, documentTypeWords } from '@thidua/workflows/register/document.words';
import { cardStepInWords, earlySheetInWords, sheetStepInWords } from '@thidua/workflows/scorecard/step';
import type { DispatchService } from '../dispatch/dispatch.service.js';
import type { ReceiptService } from '../dispatch/receipt.service.js';
import type { RoundService } from '../nomination/round.service.js';
import { wholeList } from '../cycle/whole-list.js';
import type { At } from '../platform/door/caller.js';
import type { RankingService } from '../ranking/ranking.service.js';
import type { DocumentService } from '../register/document.service.js';
import type { RegistrationService } from '../registration/registration.service.js';
import type { ReportService } from '../report/report.service.js';
import type { SectionService } from '../report/section.service.js';
import type { ScorecardService } from '../scorecard/scorecard.service.js';
import type { SheetService } from '../scorecard/sheet.service.js';

/** A record as the list of work needs it. */
export interface Awaited {
  readonly kind: string;
  readonly id: string;
  readonly state: string;
  readonly actions: readonly Action[];
  /** What the record is called in the list: a unit's short name, a document's title. */
  readonly name: string;
  readonly due: string | null;
  /** The page below bloc and year; without one the page of its kind. */
  readonly link?: string;
  /** The columns on which permissions rest beside bloc, year and state: they tell whose turn it is. */
  readonly columns?: Readonly<Record<string, unknown>>;
  /** Where it stands, in words that name whoever decides; without it the state's name, and whose turn it is. */
  readonly stands?: string;
  /** Whether something has been written already; without it, yes. */
  readonly begun?: boolean;
  /** Whether there is something to write; without it, whenever it may be written. */
  readonly writes?: boolean;
  /** The event that comes next where the state knows several. */
  readonly next?: string;
}

/** One kind of record of a year, as the reader sees it. A feature with records adds one function and one line in the service. */
export type Source = (at: At, cycle: CycleView) => Promise<Awaited[]>;

export const ofRegistrations =
  (registrations: RegistrationService): Source =>
  async (at, { year }) =>
    (await wholeList(year, (query) => registrations.list(at, query))).map(
      ({ id, state, actions, unitId, unitShortName, reviewerUnitId, due }) => ({
        kind: 'Registration',
        id,
        state,
        actions,
        name: unitShortName,
        due,
        columns: { unitId, reviewerUnitId },
      }),
    );

export const ofScorecards =
  (scorecards: ScorecardService): Source =>
  async (at, { year }) =>
    (await wholeList(year, (query) => scorecards.list(at, query))).map((view) => {
      const { id, state, actions, unitId, unitShortName, reviewerUnitId, verifierUnitId, due } = view;
      const begun = view.self.length > 0;
      const days: Readonly<Record<string, string>> = { self: due.self, peer: due.peer, open: due.review, reviewed: due.verification };
      return {
        kind: 'Scorecard',
        id,
        state,
        actions,
        name: unitShortName,
        due: days[state] ?? null,
        columns: { unitId, reviewerUnitId, verifierUnitId },
        begun,
        ...(state === 'peer' ? {} : { stands: cardStepInWords({ ...view, begun }, at.caller.language) }),
        ...(state === 'self' ? { link: `scorecards/${id}/self` } : {}),
      };
    });

export const ofSheets =
  (sheets: SheetService): Source =>
  async (at, { year }) =>
    (await wholeList(year, (query) => sheets.list(at, query)))
      // What is not sent when its day is over is nobody's work any more.
      .filter(({ taken }) => taken)
      .map(({ id, state, actions, raterUnitId, unitShortName, self, due, scores }) => ({
        kind: 'Sheet',
        id,
        state,
        actions,
        name: unitShortName,
        due,
        // Of the rated unit nothing is known here but its name: a sheet belongs to its rater.
        columns: { raterUnitId, unitId: raterUnitId },
        link: `scorecards/peer/${id}`,
        stands:
          self.length > 0
            ? sheetStepInWords({ state, begun: scores.length > 0 }, at.caller.language)
            : earlySheetInWords(unitShortName, at.caller.language),
        begun: scores.length > 0,
        writes: self.length > 0,
      }));

export const ofRankings =
  (rankings: RankingService): Source =>
  async (at, { year, rules }) =>
    (await rankings.list(at, { year, limit: PAGE_LIMIT })).items.map(({ id, state, actions }) => ({
      kind: 'Ranking',
      id,
      state,
      actions,
      name: String(year),
      due: rules.deadlines.verification,
    }));

export const ofRounds =
  (rounds: RoundService): Source =>
  async (at, { year }) =>
    (await rounds.list(at, { year, limit: PAGE_LIMIT })).items.map(({ id, state, actions, title, due, nomination }) => ({
      kind: 'Round',
      id,
      state,
      actions,
      name: title.shortName,
      due,
      ...(state === 'open' ? { next: nomination.method === 'consent' ? 'consent' : 'count' } : {}),
    }));

export const ofSections =
  (sections: SectionService): Source =>
  async (at, { year }) =>
    (await wholeList(year, (query) => sections.list(at, query))).map(({ id, state, actions, unitId, unitShortName, due }) => ({
      kind: 'Section',
      id,
      state,
      actions,
      name: unitShortName,
      due,
      columns: { unitId },
    }));

export const ofReports =
  (reports: ReportService): Source =>
  async (at, { year }) =>
    (await reports.list(at, { year, limit: PAGE_LIMIT })).items.map((view) => ({
      kind: 'Report',
      id: view.id,
      state: view.state,
      actions: view.actions,
      name: String(year),
      due: view.due,
      writes: missingParts(view).length > 0,
    }));

/** Papers to make once the year is ripe for them, and those on their way; compiling anew is work only where the records have moved on. */
export const ofDocuments =
  (documents: DocumentService): Source =>
  async (at, { id: cycleId, year, rules }) => {
    const { items, toMake } = await documents.list(at, { year, limit: PAGE_LIMIT });
    const due = rules.deadlines.documents;
    const create: Action[] = [{ type: 'create', needs: [] }];
    return [
      ...toMake.map((type) => ({
        kind: 'Document',
        id: cycleId,
        state: 'draft',
        actions: create,
        name: documentTypeWords[type][at.caller.language],
        due,
        link: 'documents',
        stands: documentNotMade[at.caller.language],
      })),
      ...items.map((view) => ({
        kind: 'Document',
        id: view.id,
        state: view.state,
        actions: view.actions.filter(({ type }) => type !== 'compile' || !view.contentCurrent),
        name: view.number ?? view.typeName,
        due: view.due,
        ...(view.state === 'draft' || view.state === 'returned' ? { next: 'propose' } : {}),
      })),
    ];
  };

/** A dispatch to prepare once all papers are issued, to send, or with letters that came back. */
export const ofDispatches =
  (dispatches: DispatchService): Source =>
  async (at, { id: cycleId, year, rules }) => {
    const { items, actions, unissuedPapers } = await dispatches.list(at, { year, limit: PAGE_LIMIT });
    const due = rules.deadlines.documents;
    const toPrepare = unissuedPapers === '' && actions.some(({ needs }) => needs.length === 0);
    return [
      ...(toPrepare ? [{ kind: 'Dispatch', id: cycleId, state: 'draft', actions, name: String(year), due, link: 'dispatches' }] : []),
      ...items
        .filter(({ state, undelivered }) => state === 'draft' || undelivered !== '')
        .map(({ id, state, actions, undelivered }) => ({ kind: 'Dispatch', id, state, actions, name: undelivered || String(year), due })),
    ];
  };

export const ofReceipts =
  (receipts: ReceiptService): Source =>
  async (at, { year }) =>
    (await receipts.list(at, { year, limit: PAGE_LIMIT })).items.map(({ id, state, actions, recipientName, unitId, kind }) => ({
      kind: 'Receipt',
      id,
      state,
      actions,
      name: recipientName,
      due: null,
      columns: { unitId, kind },
    }));
