import type { UnitRecord } from '@thidua/workflows/unit/unit.schema';
import type { Reading } from '../platform/door/reader.js';

/** What a unit was called over time, and what became of it and of what it came. */
export type Past = Pick<UnitRecord, 'names' | 'lineage'>;

type NameRow = Past['names'][number] & { readonly id: string };
type LineageRow = Past['lineage'][number] & { readonly id: string };

/** The name under which a unit is listed on a day: of one that had not begun, its first; of one that had ended, its last. */
const nameListed = (unit: string, day: string) => `
  (select o.name from unit_name o where o.unit_id = ${unit} and o.shown_from <= ${day} and o.shown_until > ${day} limit 1)`;

const NAMES = `
  select a.unit_id as id, a.name, a.short_name as "shortName", a.name_en as "nameEn", a.valid_from::text as "from", a.valid_to::text as "to"
    from unit_name a where a.province_id = $1 and a.unit_id = any($2) order by a.valid_from`;

// Each event is told from the side of each unit that is asked about.
const LINEAGE = `
  select t.unit_id as id, l.kind, t.side, l.holds_from::text as "on", l.basis, t.other_id as "unitId", coalesce(l.place, n.name) as other
    from unit_lineage l
    cross join lateral (values ('after', l.unit_id, l.other_unit_id), ('before', l.other_unit_id, l.unit_id)) t(side, unit_id, other_id)
    left join lateral ${nameListed('t.other_id', 'l.holds_from')} n on true
   where l.province_id = $1 and l.withdrawn_at is null and (l.unit_id = any($2) or l.other_unit_id = any($2)) and t.unit_id = any($2)
   order by l.holds_from, n.name collate "vi-x-icu", l.id`;

/** The pasts of several units of the province that is read, by their ids: names as one set, lineages as another. */
export async function pastsOf(reading: Reading, ids: readonly string[]): Promise<Map<string, Past>> {
  const pasts = new Map<string, Past>(ids.map((id) => [id, { names: [], lineage: [] }]));
  if (ids.length === 0) return pasts;
  const values = [reading.scope.provinceId, ids];
  for (const { id, ...name } of await reading.rows<NameRow>(NAMES, values)) pasts.get(id)!.names.push(name);
  for (const { id, ...event } of await reading.rows<LineageRow>(LINEAGE, values)) pasts.get(id)!.lineage.push(event);
  return pasts;
}
