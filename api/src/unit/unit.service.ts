import { Injectable } from '@nestjs/common';
import type { Page, SearchQuery } from '@thidua/workflows/page';
import { Problem } from '@thidua/workflows/problem';
import type { UnitEvent, UnitRecord } from '@thidua/workflows/unit/unit.schema';
import { vietnamDay } from '@thidua/workflows/working-days';
import { camelRow } from '../platform/database/camel.js';
import { markOf, placeOf } from '../platform/database/keyset.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { pastsOf } from './unit.past.js';
import { UNIT_NEEDS, unitProcedure, type UnitRow } from './unit.procedure.js';

interface Row {
  readonly record: Record<string, unknown>;
  readonly name: string;
  readonly shortName: string;
}

/** Where a page begins: behind a name and an id. */
type Mark = readonly [name: string | null, id: string | null];
const START: Mark = [null, null];

/** Each unit under its name of the day $2; of one that had not begun, its first; of one that had ended, its last. */
const SELECT = `
  select to_jsonb(i) as record, n.name, n.short_name as "shortName"
    from unit_name n join unit i on i.id = n.unit_id
   where n.province_id = $1 and i.province_id = $1 and n.shown_from <= $2 and n.shown_until > $2`;

const ORDER = `n.short_name collate "vi-x-icu", n.unit_id`;
// Few units of a province have ended: whoever lists the others leaves them out without asking each.
const ENDED = `(select e.id from unit e where e.province_id = $1 and e.ended_on is not null)`;
const SEARCH = `and n.unit_id in (
    select s.unit_id from unit_name s where s.province_id = $1 and (plain_text(s.name) like plain_text($6) or plain_text(s.short_name) like plain_text($6))
    union all select s.id from unit s where s.province_id = $1 and plain_text(s.code) like plain_text($6))`;

/** Units of a province with their names over time and what became of them. */
@Injectable()
export class UnitService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
  ) {}

  /** Units of which any name, past or present, or the code holds `q`; those that ended stand last. */
  list(at: At, { q, after, limit }: SearchQuery): Promise<Page<UnitRecord>> {
    return this.reader.read({ ...at, blocId: null }, async (reading) => {
      const [ended, name, id] = placeOf(after, ['flag', 'text', 'id']);
      const from: Mark = [name ?? null, id ?? null];
      const rows = ended === 'true' ? [] : await this.page(reading, 'not in', q, from, limit + 1);
      if (rows.length <= limit) rows.push(...(await this.page(reading, 'in', q, ended === 'true' ? from : START, limit + 1 - rows.length)));
      const items = await this.views(reading, rows.slice(0, limit));
      const last = items.at(-1);
      const next = rows.length > limit && last ? markOf([String(last.state === 'ended'), last.shortName, last.id]) : null;
      return { items, next };
    });
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<UnitRecord> {
    return this.reader.read({ ...at, blocId: null }, (reading) => this.oneOf(reading, id));
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read({ ...at, blocId: null }, async (reading) => {
      await this.oneOf(reading, id);
      return { items: await historyOf(reading, 'Unit', id, 'province') };
    });
  }

  /** The only way in which a unit changes. @throws Problem 'stale' | 'forbidden' | 'needs-later-name' | 'needs-other-unit' | 'needs-unused-ending' | the name of each guard that does not hold */
  async send(at: At, id: string, event: UnitEvent): Promise<UnitRecord> {
    await this.door.pass(unitProcedure, { ...at, blocId: '' }, id, event);
    return this.one(at, id);
  }

  private async oneOf(reading: Reading, id: string): Promise<UnitRecord> {
    const [view] = await this.views(reading, await this.rows(reading, 'and i.id = $3', [id], ''));
    if (!view) throw new Problem('not-found');
    return view;
  }

  /** The next units whose names hold `q`, among those that have ended or those that have not. */
  private page(reading: Reading, among: 'in' | 'not in', q: string, from: Mark, rows: number): Promise<Row[]> {
    const where = `and n.unit_id ${among} ${ENDED} ${q ? SEARCH : ''}
      and ($3::text is null or (n.short_name collate "vi-x-icu", n.unit_id) > ($3::text collate "vi-x-icu", $4::uuid))`;
    const search = q ? [`%${q.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`] : [];
    return this.rows(reading, where, [...from, rows, ...search], 'limit $5');
  }

  /** Units that the reader may read, in the order of their names. */
  private rows(reading: Reading, where: string, more: readonly unknown[], limit: string): Promise<Row[]> {
    const values: unknown[] = [reading.scope.provinceId, vietnamDay(reading.now), ...more];
    const visible = visibleTo(reading.rights, 'Unit', 'i', values);
    return reading.rows<Row>(`${SELECT} ${where} and ${visible} order by ${ORDER} ${limit}`, values);
  }

  private async views(reading: Reading, rows: readonly Row[]): Promise<UnitRecord[]> {
    const records = rows.map((row) => camelRow(row.record) as unknown as UnitRow);
    const ids = records.map(({ id }) => id);
    const pasts = await pastsOf(reading, ids);
    const actions = await reading.actions(unitProcedure, records, await reading.facts(UNIT_NEEDS, ids, 'province'));
    return rows.map(({ name, shortName }, at) => {
      const { id, version, state, code, email, endedOn } = records[at]!;
      return { id, version, state, code, email, endedOn, name, shortName, ...pasts.get(id)!, actions: actions.get(id) ?? [] };
    });
  }
}
