import { Problem } from '@thidua/workflows/problem';
import type { LineageKind, ProvinceEvent, UnitEvent, UnitFacts } from '@thidua/workflows/unit/unit.schema';
import { provinceMachine, unitMachine } from '@thidua/workflows/unit/unit.machine';
import { dayWritten } from '@thidua/workflows/working-days';
import { procedure, type Beside, type ChainedRow, type Moment } from '../platform/door/procedure.js';

/** A row of `unit`. */
export interface UnitRow extends ChainedRow {
  readonly code: string;
  readonly email: string | null;
  readonly endedOn: string | null;
}

/** What is known of a unit beside the row. */
interface Known extends UnitFacts {
  /** Since when the last name has been the unit's. */
  readonly namedFrom: string;
  /** The active units of the province. */
  readonly units: readonly string[];
}

type Now = Moment<UnitRow, Known, UnitEvent>;

// What goes on without a unit matters only where it has ended; whoever has not is not asked about.
const NEEDED = `
  select i.id, (select count(*)::int from post o where o.province_id = $1 and o.unit_id = i.id and o.valid_to is null) as "openPosts",
         case when i.id in (select e.id from unit e where e.province_id = $1 and e.ended_on is not null) then years_without(i.id) else '' end as "yearsWithout"`;
const OF_UNITS = 'from unnest($2::uuid[]) i(id)';

/** What the needs of a unit's events are read from: all that a list must know. When it was named last, and who may follow it, the door asks besides. */
export const UNIT_NEEDS = `${NEEDED} ${OF_UNITS}`;
const FACTS = `${NEEDED},
         (select max(n.valid_from)::text from unit_name n where n.province_id = $1 and n.unit_id = i.id) as "namedFrom",
         (select coalesce(jsonb_agg(o.id), '[]') from unit o where o.province_id = $1 and o.state = 'active') as units
    ${OF_UNITS}`;

const NAME = `
  insert into unit_name (id, province_id, unit_id, name, short_name, name_en, valid_from)
  select gen_random_uuid(), u.province_id, u.id, $1::text, $2::text, $3::text, $4::date from u`;
const NAME_BEFORE = `update unit_name n set valid_to = $1::date - 1 from u where n.unit_id = u.id and n.valid_from < $1::date
    and (n.valid_to is null or n.valid_to >= $1::date)`;
const LINEAGE = `
  insert into unit_lineage (id, province_id, unit_id, kind, other_unit_id, place, holds_from, basis)
  select gen_random_uuid(), u.province_id, u.id, $1::text, o.id, $2::text, $3::date, $4::text from u, unnest($5::uuid[]) o(id)`;
const ENDING_WITHDRAWN = `
  update unit_lineage l set withdrawn_at = $1::timestamptz from u
   where l.unit_id = u.id and l.kind in ('merge', 'divide', 'depart', 'dissolve') and l.withdrawn_at is null`;
const POSTS_END = 'update post p set valid_to = greatest(p.valid_from, $1::date) from u where p.unit_id = u.id and p.valid_to > $1::date';

const lineage = (
  kind: LineageKind,
  event: { on: string; basis: string },
  others: readonly (string | null)[],
  place: string | null,
): Beside => ({
  name: 'lineage',
  sql: LINEAGE,
  values: [kind, place, event.on, event.basis, others],
});

/** The units that an event names besides its own. @throws Problem 'needs-other-unit' when one of them cannot follow */
function successors({ record, facts, event }: Now): readonly (string | null)[] {
  if (!('into' in event)) return [null];
  const into = [event.into].flat();
  const sound = new Set(into).size === into.length && into.every((id) => id !== record.id && facts.units.includes(id));
  if (!sound) throw new Problem('needs-other-unit');
  return into;
}

function beside(moment: Now): Beside[] {
  const { event, facts, to } = moment;
  if (event.type === 'readdress') return [];
  if (event.type === 'restore') return [{ name: 'ending_withdrawn', sql: ENDING_WITHDRAWN, values: [moment.now.toISOString()] }];
  if (event.type === 'rename') {
    if (event.on <= facts.namedFrom) throw new Problem('needs-later-name', { from: dayWritten(facts.namedFrom) });
    return [
      { name: 'name_before', sql: NAME_BEFORE, values: [event.on] },
      { name: 'name_given', sql: NAME, values: [event.name, event.shortName, event.nameEn, event.on] },
      lineage('rename', event, [null], null),
    ];
  }
  const place = 'place' in event ? event.place : null;
  const ends = to === 'ended' ? [{ name: 'posts_end', sql: POSTS_END, values: [event.on] }] : [];
  return [lineage(event.type, event, successors(moment), place), ...ends];
}

function entry({ event }: Now): Readonly<Record<string, unknown>> {
  if (event.type === 'readdress') return {};
  if (event.type === 'restore') return { reason: event.reason };
  const { type: _type, version: _version, ...kept } = event;
  return { ...kept, reason: event.basis };
}

export const unitProcedure = procedure<UnitRow, Known, UnitEvent>({
  kind: 'Unit',
  table: 'unit',
  wall: 'province',
  machine: unitMachine,
  facts: FACTS,
  // Whoever scores or decides at this moment with the unit, or without it, is waited for.
  guardRows: 'select 1 from unit where province_id = $1 and id = $2 for no key update',
  set: ({ event, to, now }) => {
    if (event.type === 'readdress') return { email: event.email };
    if (event.type === 'restore') return { endedOn: null, endEnteredAt: null };
    return to === 'ended' ? { endedOn: event.on, endEnteredAt: now.toISOString() } : {};
  },
  entry,
  beside,
});

/** A row of `province`. */
export interface ProvinceRow extends ChainedRow {
  readonly slug: string;
  readonly name: string;
  readonly council: ProvinceEvent['council'];
  readonly board: ProvinceEvent['board'];
}

export const provinceProcedure = procedure<ProvinceRow, object, ProvinceEvent>({
  kind: 'Province',
  table: 'province',
  wall: 'province',
  machine: provinceMachine,
  facts: 'select id from province where province_id = $1 and id = any($2)',
  set: ({ event: { name, council, board } }) => ({ name, council, board }),
  // Addresses may be a person's, so the journal keeps the names of the bodies, not where they are written to.
  entry: ({ event: { name, council, board } }) => ({ name, council: council.name, board: board.name }),
});
