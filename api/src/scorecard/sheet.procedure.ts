import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { SelfScore } from '@thidua/workflows/scorecard/scorecard.schema';
import { sheetFacts, type SheetCards } from '@thidua/workflows/scorecard/scorecard.facts';
import type { ItemPoints } from '@thidua/workflows/scorecard/scoring';
import { sheetEditNeed, sheetMachine } from '@thidua/workflows/scorecard/sheet.machine';
import { SHEET_EDITABLE, type SheetEvent, type SheetFacts } from '@thidua/workflows/scorecard/sheet.schema';
import { reasonSumOf, recusalMade, recusalsWithdrawn } from '../cycle/recusals.js';
import { procedure, type Moment, type RecordRow } from '../platform/door/procedure.js';
import { canonicalJson, sha256 } from '../platform/journal/canonical.js';

/** A row of `sheet`: what `raterUnitId` gives `unitId`. */
export interface SheetRow extends RecordRow {
  readonly cycleId: string;
  readonly scorecardId: string;
  readonly raterUnitId: string;
  readonly unitId: string;
  readonly scores: readonly ItemPoints[];
  readonly note: string;
  readonly reason: string | null;
  readonly submittedAt: string | null;
}

/** The year's rules, the card that the sheet is on as its rater may know it, and the rater's own. */
export interface SheetColumns extends SheetCards {
  readonly rules: CycleRules;
  readonly self: readonly SelfScore[];
}

const FACTS = `
  select h.id, c.rules, s.state as "cardState", coalesce(o.state, 'self') as "raterState"
    from sheet h join scorecard s on s.id = h.scorecard_id join cycle c on c.id = h.cycle_id
    left join scorecard o on o.cycle_id = h.cycle_id and o.unit_id = h.rater_unit_id
   where h.bloc_id = $1 and h.id = any($2)`;

function complete(record: SheetRow, columns: Readonly<Record<string, unknown>>, now: Date): SheetFacts {
  const cards = columns as unknown as SheetColumns;
  return sheetFacts(record.scores, cards, cards.rules, now);
}

type SheetMoment = Moment<SheetRow, SheetFacts, SheetEvent>;

/** Whoever declines leaves nothing on the sheet that could count; whoever takes it up again begins anew. */
function set({ event, now }: SheetMoment): Readonly<Record<string, unknown>> {
  if (event.type === 'submit') return { submittedAt: now.toISOString() };
  return event.type === 'recuse' ? { scores: [], note: '', reason: event.reason } : { reason: null };
}

function entry({ event, record, salt }: SheetMoment): Readonly<Record<string, unknown>> {
  if (event.type === 'submit') return { content: sha256(canonicalJson({ scores: record.scores, note: record.note })) };
  return event.type === 'recuse' ? reasonSumOf({ event, salt }) : {};
}

function beside({ event, record, ...moment }: SheetMoment) {
  if (event.type === 'submit') return [];
  if (event.type === 'reopen') return [recusalsWithdrawn(moment.now)];
  const { raterUnitId, unitId } = record;
  return [recusalMade({ kind: 'Sheet', step: 'score', unitId: raterUnitId, aboutUnitId: unitId }, { ...moment, event })];
}

export const sheetProcedure = procedure<SheetRow, SheetFacts, SheetEvent>({
  kind: 'Sheet',
  sealed: true,
  table: 'sheet',
  machine: sheetMachine,
  editable: SHEET_EDITABLE,
  editNeed: sheetEditNeed,
  // The seal cannot open while a sheet goes in: opening it locks the card.
  guardRows: 'select 1 from scorecard s join sheet h on h.scorecard_id = s.id where h.bloc_id = $1 and h.id = $2 for share of s',
  facts: FACTS,
  complete,
  set,
  entry,
  beside,
});
