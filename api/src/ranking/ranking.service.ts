import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { PageQuery } from '@thidua/workflows/page';
import { Problem } from '@thidua/workflows/problem';
import type { RankingEvent, RankingView, Unranked } from '@thidua/workflows/ranking/ranking.schema';
import { ASKED_YEAR } from '../cycle/asked-year.js';
import { namesOf, UNITS_OF_YEAR, YEAR_SETS } from '../cycle/year-sets.js';
import { camelRow } from '../platform/database/camel.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { unrankedIn } from './unranked.js';
import { complete, rankingProcedure, type RankingRecord } from './ranking.procedure.js';

/** The rankings that a condition on `k` selects. */
const select = (where: string): string => `
  with page as materialized (select k.* from ranking k where k.bloc_id = $1 and ${where}),
  ${YEAR_SETS}, ${namesOf('select unit_id from members')}
  select to_jsonb(k) as record, c.year, c.rules, ${UNITS_OF_YEAR} as units, ${unrankedIn('k.cycle_id')} as unranked
    from page k join years c on c.id = k.cycle_id`;

interface Row {
  readonly record: Record<string, unknown>;
  readonly year: number;
  readonly rules: CycleRules;
  readonly unranked: readonly Unranked[];
  readonly units: Readonly<Record<string, { unitName: string; unitShortName: string; groupNumber: number | null }>>;
}

@Injectable()
export class RankingService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
  ) {}

  /** The ranking of a year, if the reader may see it. */
  list(at: At, query: PageQuery): Promise<{ items: RankingView[]; next: null }> {
    return this.reader.read(at, async (reading) => ({
      items: await this.views(reading, `k.cycle_id = ${ASKED_YEAR}`, [at.blocId, query.year ?? null]),
      next: null,
    }));
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<RankingView> {
    return this.reader.read(at, (reading) => this.oneOf(reading, at, id));
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      await this.oneOf(reading, at, id);
      return { items: await historyOf(reading, 'Ranking', id) };
    });
  }

  /** Publishes the ranking. @throws Problem 'stale' | 'forbidden' | 'needs-all-verified' */
  async send(at: At, id: string, event: RankingEvent): Promise<RankingView> {
    await this.door.pass(rankingProcedure, at, id, event);
    return this.one(at, id);
  }

  private async oneOf(reading: Reading, at: At, id: string): Promise<RankingView> {
    const [view] = await this.views(reading, 'k.id = $2', [at.blocId, id]);
    if (!view) throw new Problem('not-found');
    return view;
  }

  private async views(reading: Reading, where: string, values: unknown[]): Promise<RankingView[]> {
    const visible = visibleTo(reading.rights, 'Ranking', 'k', values);
    const rows = await reading.rows<Row>(select(`${where} and ${visible}`), values);
    const records = rows.map(({ record }) => camelRow(record) as unknown as RankingRecord);
    const actions = await reading.actions(rankingProcedure, records);
    return Promise.all(
      rows.map(async (row, at) => view(row, records[at]!, await standing(reading, records[at]!), actions.get(records[at]!.id) ?? [])),
    );
  }
}

/** The frozen rows; before they are published a preview, for whoever will publish them. */
async function standing(reading: Reading, record: RankingRecord): Promise<RankingRecord['rows']> {
  if (record.state === 'published') return record.rows;
  if (!may(reading.rights, 'publish', 'Ranking', record)) return [];
  const columns = (await reading.facts(rankingProcedure.facts, [record.id])).get(record.id);
  return columns
    ? complete(record, columns).ranked.map((row) => ({ ...row, tiedWith: [...row.tiedWith], sections: { ...row.sections } }))
    : [];
}

function view(row: Row, record: RankingRecord, rows: RankingRecord['rows'], actions: RankingView['actions']): RankingView {
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    actions,
    year: row.year,
    tieChain: row.rules.tieChain,
    rows: rows.map((ranked) => ({ ...ranked, ...row.units[ranked.unitId]! })),
    unranked: row.unranked.map((member) => ({ ...member, ...row.units[member.unitId]! })),
    publishedAt: record.publishedAt ? new Date(record.publishedAt).toISOString() : null,
  };
}
