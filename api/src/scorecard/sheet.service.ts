import { Injectable } from '@nestjs/common';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { PageQuery } from '@thidua/workflows/page';
import { Problem } from '@thidua/workflows/problem';
import { refuseFaulty } from '@thidua/workflows/scorecard/points';
import { sheetFacts } from '@thidua/workflows/scorecard/scorecard.facts';
import type { SheetEdit, SheetEvent, SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import { ASKED_YEAR } from '../cycle/asked-year.js';
import { nameOn, namesOf, YEAR_SETS } from '../cycle/year-sets.js';
import { camelRow } from '../platform/database/camel.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { CARD_SETS } from './card-sets.js';
import { ScorecardService } from './scorecard.service.js';
import { sheetProcedure, type SheetColumns, type SheetRow } from './sheet.procedure.js';

/**
 * The sheets that a condition on `h` selects, in the order of the report's sections.
 * @param shown a further condition, on the rater's member `rm` and the rated unit's `m`
 */
const select = (where: string, shown: string, limit: number): string => `
  with page as materialized (select h.* from sheet h where h.bloc_id = $1 and ${where}),
  ${YEAR_SETS}, ${CARD_SETS}, ${namesOf('select unit_id from page union select rater_unit_id from page')}
  select to_jsonb(h) as record, c.year, c.rules, s.state as "cardState", coalesce(o.state, 'self') as "raterState",
         case when s.state = 'self' then '[]' else s.self_scores end as self, n.name as "unitName",
         n.short_name as "unitShortName", rn.short_name as "raterShortName", g.number as "groupNumber", rm.position as rater, m.position as rated
    from page h
    join cards s on s.id = h.scorecard_id
    join years c on c.id = h.cycle_id
    join members m on m.cycle_id = h.cycle_id and m.unit_id = h.unit_id
    join members rm on rm.cycle_id = h.cycle_id and rm.unit_id = h.rater_unit_id
    left join groups g on g.id = s.group_id
    left join cards o on o.cycle_id = h.cycle_id and o.unit_id = h.rater_unit_id
    ${nameOn('h.unit_id', 'n')} ${nameOn('h.rater_unit_id', 'rn')}
   where ${shown} order by rm.position, m.position limit ${limit}`;

interface Row extends SheetColumns {
  readonly record: Record<string, unknown>;
  readonly year: number;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly raterShortName: string;
  readonly groupNumber: number | null;
  readonly rater: number;
  readonly rated: number;
}

@Injectable()
export class SheetService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
    private readonly scorecards: ScorecardService,
  ) {}

  /** The sheets that the reader's units write in a year, in the order of the report's sections. */
  list(at: At, query: PageQuery): Promise<{ items: SheetView[]; next: string | null }> {
    return this.reader.read(at, async (reading) => {
      const [rater = 0, rated = 0] = (query.after ?? '').split('.').map((part) => Number.parseInt(part, 10) || 0);
      const values = [at.blocId, query.year ?? null, rater, rated];
      const after = '(rm.position, m.position) > ($3::int, $4::int)';
      const rows = await this.rows(reading, `h.cycle_id = ${ASKED_YEAR}`, values, query.limit + 1, after);
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      return { items: await views(reading, shown), next: last && rows.length > query.limit ? `${last.rater}.${last.rated}` : null };
    });
  }

  /** @throws Problem 'not-found' to everybody but the rater */
  one(at: At, id: string): Promise<SheetView> {
    return this.reader.read(at, async (reading) => (await views(reading, [await this.row(reading, at, id)]))[0]!);
  }

  /** @throws Problem 'not-found' to everybody but the rater */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      await this.row(reading, at, id);
      return { items: await historyOf(reading, 'Sheet', id) };
    });
  }

  /** Saves a draft. @throws Problem 'points-out-of-range' and its like with pointers | 'stale' | 'not-found' | 'not-in-this-state' | 'needs-sealed-scores' */
  async edit(at: At, id: string, { version, scores, note }: SheetEdit): Promise<SheetView> {
    await this.door.edit(sheetProcedure, at, id, version, (_, actor, { rules }) => {
      refuseFaulty((rules as CycleRules).criteria, scores);
      return { scores: JSON.stringify(scores), note, enteredBy: actor.personId };
    });
    return this.one(at, id);
  }

  /** Submits a sheet, or declines it; with a group's last one the seals of the whole group open at once. @throws Problem 'stale' | 'forbidden' | the name of each guard that does not hold */
  async send(at: At, id: string, event: SheetEvent): Promise<SheetView> {
    await this.door.pass(sheetProcedure, at, id, event);
    const view = await this.one(at, id);
    await this.scorecards.unsealGroup(at, view.scorecardId);
    return view;
  }

  private async row(reading: Reading, at: At, id: string): Promise<Row> {
    const [row] = await this.rows(reading, 'h.id = $2', [at.blocId, id], 1);
    if (!row) throw new Problem('not-found');
    return row;
  }

  private rows(reading: Reading, where: string, values: unknown[], limit: number, shown = 'true'): Promise<Row[]> {
    const visible = visibleTo(reading.rights, 'Sheet', 'h', values);
    return reading.rows<Row>(select(`${where} and ${visible}`, shown, limit), values);
  }
}

async function views(reading: Reading, rows: readonly Row[]): Promise<SheetView[]> {
  const records = rows.map(({ record }) => camelRow(record) as unknown as SheetRow);
  const actions = await reading.actions(sheetProcedure, records);
  return rows.map((row, at) => {
    const record = records[at]!;
    const { stillTaken, takingPart } = sheetFacts(record.scores, row, row.rules, reading.now);
    return sheetView(row, record, actions.get(record.id) ?? [], stillTaken && takingPart);
  });
}

function sheetView(row: Row, record: SheetRow, actions: SheetView['actions'], taken: boolean): SheetView {
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    actions,
    year: row.year,
    scorecardId: record.scorecardId,
    raterUnitId: record.raterUnitId,
    raterShortName: row.raterShortName,
    unitId: record.unitId,
    unitName: row.unitName,
    unitShortName: row.unitShortName,
    groupNumber: row.groupNumber,
    due: row.rules.deadlines.peerScore,
    taken,
    self: [...row.self],
    scores: [...record.scores],
    note: record.note,
    reason: record.reason,
    submittedAt: record.submittedAt ? new Date(record.submittedAt).toISOString() : null,
  };
}
