import type { Actor } from '@thidua/workflows/actor';
import type { RecusalStep } from '@thidua/workflows/cycle/recusal';
import { judgesAfter, type Bench, type Judges } from '@thidua/workflows/cycle/reviewer';
import type { Beside } from '../platform/door/procedure.js';
import { reasonSum } from '../platform/journal/reason-sum.js';
import { unitName } from '../unit/unit-name.js';

/** Why somebody declines, and the salt of its sum. */
interface Said {
  readonly event: { readonly reason: string };
  readonly salt: Buffer;
}

/** Whoever acts, when, and why. */
interface Declaring extends Said {
  readonly actor: Actor;
  readonly now: Date;
}

/** Which unit takes part again, when, and why. */
interface Withdrawing extends Said {
  readonly event: { readonly unitId: string; readonly reason: string };
  readonly now: Date;
}

/** What is declined: by a unit, or by the person who acts where the step is a person's; about which unit, where it is about one. */
export interface Declined {
  readonly kind: string;
  readonly step: RecusalStep;
  readonly unitId: string | null;
  readonly aboutUnitId: string | null;
}

/**
 * What the journal keeps of why somebody declines, or takes part again: the sum. The words are about people and may have to be erased, so
 * they stand in the recusal.
 */
export const reasonSumOf = ({ event, salt }: Said) => ({ reasonSum: reasonSum(event.reason, salt) });

/** The recusal, written together with the record from which somebody is recused. */
export const recusalMade = ({ kind, step, unitId, aboutUnitId }: Declined, { actor, now, event, salt }: Declaring): Beside => ({
  name: 'recusal_made',
  sql: `insert into recusal (id, bloc_id, province_id, cycle_id, record_kind, record_id, step, unit_id, person_id, about_unit_id, reason, declared_by, declared_at, n, salt)
    select gen_random_uuid(), u.bloc_id, u.province_id, u.cycle_id, $1::text, u.id, $2::text, $3::uuid, $4::uuid, $5::uuid, $6::text, $7::uuid, $8::timestamptz, u.entries, $9::bytea
      from u`,
  values: [kind, step, unitId, unitId === null ? actor.personId : null, aboutUnitId, event.reason, actor.personId, now.toISOString(), salt],
});

/** The recusals from a record are withdrawn; they stay on file. */
export const recusalsWithdrawn = (now: Date): Beside => ({
  name: 'recusals_withdrawn',
  sql: 'update recusal r set withdrawn_at = $1::timestamptz, withdrawn_n = u.entries from u where r.bloc_id = u.bloc_id and r.record_id = u.id and r.withdrawn_at is null',
  values: [now.toISOString()],
});

/** A unit's recusal from a record is withdrawn, and why; it stays on file. */
export const recusalOfUnitWithdrawn = ({ event, salt, now }: Withdrawing): Beside => ({
  name: 'recusals_withdrawn',
  sql: `update recusal r set withdrawn_at = $1::timestamptz, withdrawn_n = u.entries, withdrawn_reason = $3::text, withdrawn_salt = $4::bytea from u
         where r.bloc_id = u.bloc_id and r.record_id = u.id and r.unit_id = $2::uuid and r.withdrawn_at is null`,
  values: [now.toISOString(), event.unitId, event.reason, salt],
});

/** The columns of `BENCH`. */
export interface BenchColumns {
  readonly bench: Omit<Bench, 'unitId'>;
}

/**
 * SQL of the order of judges of a unit in a year, as `bench`, from the sets of years.
 * @param r alias of a row with cycle_id, unit_id and group_id; its year is joined as `c`
 */
export const benchOf = (r: string): string => `
         (select jsonb_build_object('duties', jsonb_build_object('headUnitId', c.head_unit_id, 'deputyUnitId', c.deputy_unit_id),
            'leaderUnitId', (select l.leader_unit_id from groups l where l.id = ${r}.group_id),
            'leaderUnitIds', coalesce((select jsonb_agg(l.leader_unit_id order by l.number) from groups l where l.cycle_id = c.id), '[]'),
            'recused', coalesce((select jsonb_agg(distinct x.unit_id) from recusals x
               where x.cycle_id = c.id and x.about_unit_id = ${r}.unit_id and x.unit_id is not null), '[]'))) as bench`;

/** Who judges a unit now that another unit declines, or, without one, now that all recusals of the year are known; null where nothing changes. */
export function newJudges({ bench }: BenchColumns, record: Judges & { readonly unitId: string }, declining: string | null): Judges | null {
  const recused = declining ? [...bench.recused, declining] : bench.recused;
  const judges = judgesAfter({ ...bench, unitId: record.unitId, recused }, record);
  const same = judges.reviewerUnitId === record.reviewerUnitId && judges.verifierUnitId === record.verifierUnitId;
  return same ? null : judges;
}

/** SQL of who declined, as people read it: the unit's short name, or the person with the post. */
export const RECUSED_BY = `coalesce(rn.short_name, rp.name)`;

/** Joins for `RECUSED_BY` to a recusal `x`. */
export const recusedNames = `${unitName('x.unit_id', 'rn', 'record_day(x.cycle_id)')} left join person rp on rp.id = x.person_id`;
