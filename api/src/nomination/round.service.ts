import { Injectable } from '@nestjs/common';
import type { RoundEvent, RoundView } from '@thidua/workflows/nomination/round.schema';
import type { PageQuery } from '@thidua/workflows/page';
import { Problem } from '@thidua/workflows/problem';
import { ASKED_YEAR } from '../cycle/asked-year.js';
import { camelRow } from '../platform/database/camel.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { complete, roundProcedure, type RoundRow } from './round.procedure.js';
import { roundView, selectRounds, type RoundColumns } from './round.view.js';

@Injectable()
export class RoundService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
  ) {}

  /** The rounds of a year that the reader may see, the highest title first. */
  list(at: At, query: PageQuery): Promise<{ items: RoundView[]; next: null }> {
    return this.reader.read(at, async (reading) => ({
      items: await this.views(reading, `r.cycle_id = ${ASKED_YEAR}`, [at.blocId, query.year ?? null]),
      next: null,
    }));
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<RoundView> {
    return this.reader.read(at, (reading) => this.oneOf(reading, at, id));
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      await this.oneOf(reading, at, id);
      return { items: await historyOf(reading, 'Round', id) };
    });
  }

  /** The only way in which a round moves. @throws Problem 'stale' | 'forbidden' | the name of each guard that does not hold */
  async send(at: At, id: string, event: RoundEvent): Promise<RoundView> {
    await this.door.pass(roundProcedure, at, id, event);
    return this.one(at, id);
  }

  private async oneOf(reading: Reading, at: At, id: string): Promise<RoundView> {
    const [view] = await this.views(reading, 'r.id = $2', [at.blocId, id]);
    if (!view) throw new Problem('not-found');
    return view;
  }

  private async views(reading: Reading, where: string, values: unknown[]): Promise<RoundView[]> {
    const visible = visibleTo(reading.rights, 'Round', 'r', values);
    const rows = await reading.rows<RoundColumns>(selectRounds(`${where} and ${visible}`), values);
    const records = rows.map(({ record }) => camelRow(record) as unknown as RoundRow);
    const ids = records.map(({ id }) => id);
    const facts = await reading.facts(roundProcedure.facts, ids);
    const actions = await reading.actions(roundProcedure, records, facts);
    return rows.map((row, at) => {
      const record = records[at]!;
      return roundView(row, record, complete(record, facts.get(record.id) ?? {}), actions.get(record.id) ?? [], reading.language);
    });
  }
}
