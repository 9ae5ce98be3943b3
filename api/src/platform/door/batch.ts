import type pg from 'pg';
import { SET_SCOPE, scopeValues, type Scope } from '../database/database.js';
import { statementName } from '../database/statement-name.js';
import { together } from '../database/together.js';
import { actorFrom, proofFrom, type ActorColumns } from './actor-row.js';
import type { Caller } from './caller.js';
import { camelRow } from '../database/camel.js';
import type { ChainedRow, Wall } from './procedure.js';
import { newSalt } from '../journal/reason-sum.js';
import type { Proof } from '@thidua/workflows/account/proof';
import type { Actor } from '@thidua/workflows/actor';

/** A key that was used before. */
export interface UsedKey {
  readonly person_id: string;
  readonly request_hash: string;
  readonly record_id: string;
  readonly n: number;
}

/** Who saved a draft, and when. */
export interface Latest {
  readonly by: string;
  readonly at: string;
}

/** What the first round trip reads. */
export interface Reading {
  readonly actor: Actor;
  /** When and how the session last proved whose it is; null where none acts. */
  readonly proof: Proof | null;
  readonly record: ChainedRow | null;
  /** Whether the record's year is closed. */
  readonly closed: boolean;
  /** The last entry of the record's journal, whose state the record must have. */
  readonly lastEntry: { readonly hash: string; readonly body: string } | null;
  readonly columns: Readonly<Record<string, unknown>>;
  /** The record's version at the moment at which `columns` were read; null where nothing was. */
  readonly columnsVersion: number | null;
  readonly usedKey: UsedKey | null;
  /** Chance for whatever is decided, which is pure: goes beside words whose sum the journal keeps. */
  readonly salt: Buffer;
  /** Business time, then trust time. */
  readonly now: Date;
  readonly at: Date;
}

/** What to read of a record: its wall, its table (null for one that is being made), and the statements of its procedure. */
export interface ReadingPlan {
  readonly wall: Wall;
  readonly table: string | null;
  readonly guardRows?: string | undefined;
  readonly facts: string | null;
}

const CLOCK = { name: 'door-clock', text: 'select business_now() as now, clock_timestamp() as at' };
const ACTOR = { name: 'door-actor', text: 'select actor, recusals from who_asks($1)' };
const KEY = {
  bloc: { name: 'door-key', text: 'select person_id, request_hash, record_id, n from idempotency where bloc_id = $1 and key = $2' },
  province: {
    name: 'door-province-key',
    text: 'select person_id, request_hash, record_id, n from province_idempotency where province_id = $1 and key = $2',
  },
};

/** A part of the batch that this request does not need. */
const NOTHING = Promise.resolve(null);

const recordQuery = (table: string, wall: Wall) => ({
  name: `door-record-${table}`,
  text:
    wall === 'bloc'
      ? `select to_jsonb(r) as record, j.hash, j.body, year_is_closed(r.bloc_id, (to_jsonb(r) ->> 'cycle_id')::uuid) as closed
           from ${table} r left join journal j on j.record_id = r.id and j.n = r.entries where r.bloc_id = $1 and r.id = $2`
      : `select to_jsonb(r) as record, j.hash, j.body, false as closed
           from ${table} r left join province_journal j on j.record_id = r.id and j.n = r.entries where r.province_id = $1 and r.id = $2`,
});

/** The id of the bloc or province that a record lies in: what its statements name first. */
export const within = (wall: Wall, { blocId, provinceId }: Scope): string | null => (wall === 'bloc' ? blocId : provinceId);

/**
 * The facts of a record, with the version that it had when they were read: each statement sees what is committed when it begins, and between
 * the record and its facts somebody else may have been faster.
 */
const factsQuery = (table: string, wall: Wall, facts: string) => {
  const text = `select around.*, (select version from ${table} where ${wall}_id = $1 and id = any($2)) as "columnsVersion"
           from (${facts.replaceAll('$3', 'business_now()')}) around`;
  return { name: statementName(text), text };
};

/**
 * The first round trip of the door, pipelined: begin, scope, lock of the guard rows in a statement of its own, then session and posts,
 * record, key, clock and facts. The lock comes before anything is counted: in one statement a quota of 2 was exceeded in 60 of 60 races.
 */
export async function readBatch(client: pg.PoolClient, scope: Scope, id: string, caller: Caller, plan: ReadingPlan): Promise<Reading> {
  const place = within(plan.wall, scope);
  const sent = together(
    client,
    () =>
      [
        client.query('begin'),
        client.query({ ...SET_SCOPE, values: scopeValues(scope) }),
        plan.guardRows ? client.query({ name: `door-guard-${plan.table}`, text: plan.guardRows, values: [place, id] }) : NOTHING,
        caller.actor ? NOTHING : client.query({ ...ACTOR, values: [caller.token] }),
        plan.table ? client.query({ ...recordQuery(plan.table, plan.wall), values: [place, id] }) : NOTHING,
        caller.key && place ? client.query({ ...KEY[plan.wall], values: [place, caller.key] }) : NOTHING,
        client.query(CLOCK),
        plan.table && plan.facts ? client.query({ ...factsQuery(plan.table, plan.wall, plan.facts), values: [place, [id]] }) : NOTHING,
      ] as const,
  );
  const [, , , actorRows, recordRows, keyRows, clockRows, factRows] = await Promise.all(sent);
  const row = recordRows?.rows[0] as
    { record: Record<string, unknown>; hash: string | null; body: string | null; closed: boolean } | undefined;
  const clock = clockRows.rows[0] as { now: Date; at: Date };
  const asked = (actorRows?.rows[0] as ActorColumns | undefined) ?? { actor: null, recusals: [] };
  const actorRow = asked.actor;
  const { columnsVersion = null, ...columns } = (factRows?.rows[0] ?? {}) as Record<string, unknown> & { columnsVersion?: number };
  const actor = actorFrom(asked, caller);
  const used = ((keyRows?.rows ?? []) as UsedKey[]).find((key) => key.person_id === actor.personId) ?? null;
  return {
    actor,
    proof: proofFrom(actorRow, caller),
    record: row ? (camelRow(row.record) as unknown as ChainedRow) : null,
    closed: row?.closed ?? false,
    lastEntry: row?.hash && row.body ? { hash: row.hash, body: row.body } : null,
    columns,
    columnsVersion,
    usedKey: used,
    now: clock.now,
    at: clock.at,
    salt: newSalt(),
  };
}

/** Whether the request's key has been used meanwhile, in a transaction of its own after a refused one. */
export async function usedKeyOf(client: pg.PoolClient, scope: Scope, caller: Caller, actor: Actor, wall: Wall): Promise<UsedKey | null> {
  const place = within(wall, scope);
  if (!caller.key || !place) return null;
  const sent = together(
    client,
    () =>
      [
        client.query('begin'),
        client.query({ ...SET_SCOPE, values: scopeValues(scope) }),
        client.query({ ...KEY[wall], values: [place, caller.key] }),
        client.query('rollback'),
      ] as const,
  );
  const [, , found] = await Promise.all(sent);
  return (found.rows as UsedKey[]).find((key) => key.person_id === actor.personId) ?? null;
}

/** Who saved the version that stands there, where it was saved as a draft: no step came after it. */
const latestQuery = (table: string) => ({
  name: `door-latest-${table}`,
  text: `select p.name as by, r.drafted_at as at from ${table} r join person p on p.id = r.drafted_by
          where r.bloc_id = $1 and r.id = $2 and r.drafted_version = r.version`,
});

/** Who changed a draft under its writer's hands, and when (business time), in a transaction of its own after a refused one; null where that is not known. */
export async function latestOf(client: pg.PoolClient, scope: Scope, table: string, id: string): Promise<Latest | null> {
  const sent = together(
    client,
    () =>
      [
        client.query('begin'),
        client.query({ ...SET_SCOPE, values: scopeValues(scope) }),
        client.query({ ...latestQuery(table), values: [scope.blocId, id] }),
        client.query('rollback'),
      ] as const,
  );
  const [, , found] = await Promise.all(sent);
  const [row] = found.rows as { by: string; at: Date }[];
  return row ? { by: row.by, at: row.at.toISOString() } : null;
}
