import { Injectable } from '@nestjs/common';
import type { Page, SearchQuery } from '@thidua/workflows/page';
import { Problem } from '@thidua/workflows/problem';
import type { UnitEvent, UnitRecord } from '@thidua/workflows/unit/unit.schema';
import { camelRow } from '../platform/database/camel.js';
import { markOf, placeOf } from '../platform/database/keyset.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { unitProcedure, type UnitRow } from './unit.procedure.js';

interface Row extends Pick<UnitRecord, 'names' | 'lineage'> {
  readonly record: Record<string, unknown>;
  readonly name: string;
  readonly shortName: string;
}

/** The name that a unit bore on a day; of one that had not begun, its first; of one that had ended, its last. */
const nameOn = (unit: string, day: string) => `
  (select o.name from unit_name o where o.unit_id = ${unit} order by (o.valid_from <= ${day}) desc, (o.valid_to is null or o.valid_to >= ${day}) desc, o.valid_from desc limit 1)`;

const SELECT = `
  select to_jsonb(i) as record, n.name, n.short_name as "shortName",
         (select jsonb_agg(jsonb_build_object('name', a.name, 'shortName', a.short_name, 'nameEn', a.name_en, 'from', a.valid_from, 'to', a.valid_to)
            order by a.valid_from) from unit_name a where a.province_id = $1 and a.unit_id = i.id) as names,
         coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'side', l.side, 'on', l.holds_from, 'basis', l.basis, 'unitId', l.other_id,
             'other', coalesce(l.place, l.other_name)) order by l.holds_from, l.other_name, l.id)
           from (select l.*, t.side, t.other_id, ${nameOn('t.other_id', 'l.holds_from')} as other_name
                   from unit_lineage l cross join lateral (select case when l.unit_id = i.id then 'after' else 'before' end as side,
                          case when l.unit_id = i.id then l.other_unit_id else l.unit_id end as other_id) t
                  where l.province_id = $1 and l.withdrawn_at is null and (l.unit_id = i.id or l.other_unit_id = i.id)) l), '[]') as lineage
    from unit i
    join lateral (select name, short_name from unit_name where unit_id = i.id
      order by (valid_from <= business_day()) desc, valid_from desc limit 1) n on true
   where i.province_id = $1`;

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
      const values = [at.provinceId, `%${q.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`, ended ?? null, name ?? null, id ?? null, limit + 1];
      const views = await this.views(
        reading,
        `and (plain_text(i.code) like plain_text($2) or exists (select 1 from unit_name s where s.province_id = $1 and s.unit_id = i.id
               and (plain_text(s.name) like plain_text($2) or plain_text(s.short_name) like plain_text($2))))
         and ($3::text is null or (i.state = 'ended', n.short_name collate "vi-x-icu", i.id) > ($3::boolean, $4::text collate "vi-x-icu", $5::uuid))`,
        values,
        'limit $6',
      );
      const items = views.slice(0, limit);
      const last = items.at(-1);
      const mark = views.length > limit && last ? markOf([String(last.state === 'ended'), last.shortName, last.id]) : null;
      return { items, next: mark };
    });
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<UnitRecord> {
    return this.reader.read({ ...at, blocId: null }, (reading) => this.oneOf(reading, at.provinceId, id));
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read({ ...at, blocId: null }, async (reading) => {
      await this.oneOf(reading, at.provinceId, id);
      return { items: await historyOf(reading, 'Unit', id, 'province') };
    });
  }

  /** The only way in which a unit changes. @throws Problem 'stale' | 'forbidden' | 'needs-later-name' | 'needs-other-unit' | 'needs-unused-ending' | the name of each guard that does not hold */
  async send(at: At, id: string, event: UnitEvent): Promise<UnitRecord> {
    await this.door.pass(unitProcedure, { ...at, blocId: '' }, id, event);
    return this.one(at, id);
  }

  private async oneOf(reading: Reading, provinceId: string, id: string): Promise<UnitRecord> {
    const [view] = await this.views(reading, 'and i.id = $2', [provinceId, id], '');
    if (!view) throw new Problem('not-found');
    return view;
  }

  private async views(reading: Reading, where: string, values: unknown[], limit: string): Promise<UnitRecord[]> {
    const visible = visibleTo(reading.rights, 'Unit', 'i', values);
    const order = `i.state = 'ended', n.short_name collate "vi-x-icu", i.id`;
    const rows = await reading.rows<Row>(`${SELECT} ${where} and ${visible} order by ${order} ${limit}`, values);
    const records = rows.map((row) => camelRow(row.record) as unknown as UnitRow);
    const actions = await reading.actions(unitProcedure, records);
    return rows.map(({ record: _record, ...row }, at) => {
      const { id, version, state, code, email, endedOn } = records[at]!;
      return { ...row, id, version, state, code, email, endedOn, actions: actions.get(id) ?? [] };
    });
  }
}
