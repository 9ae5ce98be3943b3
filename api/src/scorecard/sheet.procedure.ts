import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { SelfScore } from '@thidua/workflows/scorecard/scorecard.schema';
import { sheetFacts } from '@thidua/workflows/scorecard/scorecard.facts';
import type { ItemPoints } from '@thidua/workflows/scorecard/scoring';
import { sheetEditNeed, sheetMachine } from '@thidua/workflows/scorecard/sheet.machine';
import { SHEET_EDITABLE, type SheetEvent, type SheetFacts } from '@thidua/workflows/scorecard/sheet.schema';
import { procedure, type RecordRow } from '../platform/door/procedure.js';
import { canonicalJson, sha256 } from '../platform/journal/canonical.js';

/** A row of `sheet`: what `raterUnitId` gives `unitId`. */
export interface SheetRow extends RecordRow {
  readonly cycleId: string;
  readonly scorecardId: string;
  readonly raterUnitId: string;
  readonly unitId: string;
  readonly scores: readonly ItemPoints[];
  readonly note: string;
  readonly submittedAt: string | null;
}

/** The year's rules and the card that the sheet is on, as its rater may know it. */
export interface SheetColumns {
  readonly rules: CycleRules;
  readonly cardState: string;
  readonly self: readonly SelfScore[];
}

const FACTS = `
  select h.id, c.rules, s.state as "cardState"
    from sheet h join scorecard s on s.id = h.scorecard_id join cycle c on c.id = h.cycle_id
   where h.bloc_id = $1 and h.id = any($2)`;

function complete(record: SheetRow, columns: Readonly<Record<string, unknown>>, now: Date): SheetFacts {
  const { rules, cardState } = columns as unknown as SheetColumns;
  return sheetFacts(record.scores, cardState, rules, now);
}

export const sheetProcedure = procedure<SheetRow, SheetFacts, SheetEvent>({
  kind: 'Sheet',
  table: 'sheet',
  machine: sheetMachine,
  editable: SHEET_EDITABLE,
  editNeed: sheetEditNeed,
  // The seal cannot open while a sheet goes in: opening it locks the card.
  guardRows: 'select 1 from scorecard s join sheet h on h.scorecard_id = s.id where h.bloc_id = $1 and h.id = $2 for share of s',
  facts: FACTS,
  complete,
  set: ({ now }) => ({ submittedAt: now.toISOString() }),
  entry: ({ record }) => ({ content: sha256(canonicalJson({ scores: record.scores, note: record.note })) }),
});
