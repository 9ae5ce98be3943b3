import { Injectable } from '@nestjs/common';
import { abilityFor, grantingPost, may, refusalOf } from '@thidua/workflows/ability';
import { proofFilling, proofIsOwed } from '@thidua/workflows/account/proof';
import type { Actor } from '@thidua/workflows/actor';
import { advance } from '@thidua/workflows/advance';
import { isProblemCode, Problem, type ProblemCode } from '@thidua/workflows/problem';
import { areaOf } from '@thidua/workflows/substitution/area';
import { said } from '@thidua/workflows/wording';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Database } from '../database/database.js';
import { actorInJournal } from '../journal/acting.js';
import { canonicalJson, chain, NO_ENTRY } from '../journal/canonical.js';
import { readBatch, usedKeyOf, within, type Reading, type ReadingPlan, type UsedKey } from './batch.js';
import type { At } from './caller.js';
import { creation, type Creation } from './creation.js';
import type { ChainedRow, Moment, Procedure, SeenEvent, Wall } from './procedure.js';
import { addBeside, addEntry, addKey, addLetters, addUpdate, CteBuilder, type LetterRow, type Statement } from './statement.js';
import type { AnyStateMachine } from 'xstate';

/** SQLSTATE of what the database refuses: a value that is taken, a row that excludes another. */
const [UNIQUE, EXCLUSION] = ['23505', '23P01'];
/** Tables in which a double send finds what the first one wrote. */
const OF_A_REPEAT = new Set(['idempotency', 'journal', 'province_idempotency', 'province_journal']);
const ALIKE = said('bản', 'record');

/** What passed: which record, and whether this was a repeat of an earlier request. */
export interface Passed {
  readonly id: string;
  readonly repeated: boolean;
}

/** What is done, as the law names it; `what` is said of a new record when another like it exists already. */
interface Act {
  readonly kind: string;
  readonly event: string;
  readonly what: string | null;
}

/** The only way in which a record changes: one connection, one transaction, two pipelined round trips (design.md, “the door”). */
@Injectable()
export class Door {
  constructor(private readonly database: Database) {}

  /**
   * Sends an event to a record.
   * @throws Problem 'sign-in-needed' | 'not-found' | 'forbidden' and its reasons | 'stale' | 'same-key-other-body' | 'needs-fresh-proof' | the name of each guard that does not hold
   */
  async pass<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
    procedure: Procedure<Row, Facts, Event>,
    at: At,
    id: string,
    event: Event,
  ): Promise<Passed> {
    return this.through(procedure, at, id, event.type, (reading) => decide(procedure, at, reading as Reading & { record: Row }, event));
  }

  /**
   * Saves a draft. It writes no journal entry: the draft's content is entered, as a hash, when it is submitted.
   * @throws Problem as `pass`; 'not-in-this-state' when the record is no draft any more; the procedure's need for an edit
   */
  async edit<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
    procedure: Procedure<Row, Facts, Event>,
    at: At,
    id: string,
    version: number,
    columns: (record: Row, actor: Actor) => Readonly<Record<string, unknown>>,
  ): Promise<Passed> {
    return this.through({ ...procedure, facts: procedure.editNeed ? procedure.facts : '' }, at, id, 'edit', (reading) => {
      const record = authorised(procedure, reading, 'edit') as Row;
      refuseClosed(procedure, reading);
      if (!procedure.editable?.includes(record.state))
        throw new Problem('not-in-this-state', { event: 'edit', kind: procedure.kind, state: record.state });
      const need = procedure.editNeed?.(factsOf(procedure, reading as Reading & { record: Row })) ?? null;
      if (need) throw new Problem(need);
      refuseStale(record, version);
      refuseBroken(procedure, reading); // nothing more is written over it
      const cte = new CteBuilder();
      const where = { ...whereOf(procedure, at), id: record.id, version, head: record.head };
      addUpdate(cte, procedure.table, where, columns(record, reading.actor));
      addKey(cte, keyOf(at, reading.actor), where.wall);
      return cte.build('select version from u');
    });
  }

  /**
   * Makes a record, with its first entry. @throws Problem 'forbidden', 'already-exists' when a unique column is taken
   */
  async create(at: At, made: Creation): Promise<Passed> {
    const id = made.id ?? randomUUID();
    const act = { kind: made.kind, event: 'create', what: made.what ?? made.kind };
    const plan = { wall: made.scope, table: null, facts: null };
    return this.inTransaction(at, id, plan, act, (reading) => creation(at, id, made, reading));
  }

  /**
   * Makes many records of one province in one transaction, in their order, each judged and entered by itself: all of them, or none.
   * It takes no key: a repeat finds what the first time made. @throws Problem 'forbidden', 'already-exists' when a unique column is taken
   */
  async createAll(at: At, made: readonly Creation[]): Promise<void> {
    const place: At = { ...at, caller: { ...at.caller, key: null } };
    const client = await this.database.doorPool.connect();
    try {
      const reading = await readBatch(client, place, randomUUID(), place.caller, { wall: 'province', table: null, facts: null });
      const statements = made.map((one) => creation(place, one.id ?? randomUUID(), one, reading));
      for (const { kind } of made) refuseUnproved({ kind, event: 'create', what: kind }, reading);
      const sent = statements.map((statement, n) =>
        client.query(statement).catch((error: unknown) => Promise.reject(refused(error, made[n]!.what ?? made[n]!.kind))),
      );
      await Promise.all(sent);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined); // the first error says why
      throw error;
    } finally {
      client.release();
    }
  }

  private through(
    procedure: { kind: string; table: string; wall?: Wall; guardRows?: string; facts: string },
    at: At,
    id: string,
    event: string,
    decision: (reading: Reading) => Statement,
  ): Promise<Passed> {
    const { kind, table, wall = 'bloc', guardRows, facts } = procedure;
    return this.inTransaction(at, id, { wall, table, guardRows, facts: facts || null }, { kind, event, what: null }, decision);
  }

  private async inTransaction(at: At, id: string, plan: ReadingPlan, act: Act, decision: (reading: Reading) => Statement): Promise<Passed> {
    const client = await this.database.doorPool.connect();
    let reading: Reading | undefined;
    try {
      reading = await readBatch(client, at, id, at.caller, plan);
      const repeat = repeated(at, reading.usedKey);
      if (repeat) await client.query('rollback');
      else {
        const statement = decision(reading);
        refuseUnproved(act, reading); // last, so that nobody is asked for what would be refused anyway
        await commit(client, statement, reading);
      }
      return repeat ?? { id, repeated: false };
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      const refused = refusalOfDatabase(error, act.what);
      // Two sends of one request at the same moment: the second finds what the first did.
      const repeat =
        refused instanceof Problem && (refused.code === 'stale' || error instanceof pg.DatabaseError) && reading
          ? repeated(at, await usedKeyOf(client, at, at.caller, reading.actor, plan.wall))
          : null;
      if (repeat) return repeat;
      throw refused;
    } finally {
      client.release();
    }
  }
}

/** The second round trip. No row changed: nothing was written. @throws Problem 'stale' */
async function commit(client: pg.PoolClient, statement: Statement, reading: Reading): Promise<void> {
  const [written] = await Promise.all([client.query(statement), client.query('commit')]);
  const version = reading.record?.version ?? 0;
  if (written.rowCount !== 1) throw new Problem('stale', { yours: version, current: version + 1 });
}

/**
 * A unique column was taken in a race: the key or entry of a double send, or another record of the same name. An exclusion is named by
 * the refusal that it stands for; its message says with whom the new row meets.
 */
function refusalOfDatabase(error: unknown, what: string | null): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === EXCLUSION && isProblemCode(error.constraint ?? ''))
    return new Problem(error.constraint as ProblemCode, { other: error.message });
  if (error.code !== UNIQUE) return error;
  return OF_A_REPEAT.has(error.table ?? '')
    ? new Problem('stale', { yours: 0, current: 0 })
    : new Problem('already-exists', { what: what ?? ALIKE });
}

/** The same, as the error that it is. */
function refused(error: unknown, what: string): Error {
  const why = refusalOfDatabase(error, what);
  return why instanceof Error ? why : new Error(String(why));
}

/** The record as its reader may know it. @throws Problem 'not-found' when it may not be read, 'forbidden' with its reason otherwise */
function authorised(procedure: { kind: string }, reading: Reading, action: string): ChainedRow {
  const { actor, record } = reading;
  const rights = abilityFor(actor);
  if (record && may(rights, action, procedure.kind, record)) return record;
  // What is not there and what is not to be seen are one answer, by one line.
  if (!record || !may(rights, 'read', procedure.kind, record)) throw new Problem('not-found');
  throw new Problem(refusalOf(rights, action, procedure.kind, record));
}

function refuseStale(record: ChainedRow, version: number): void {
  if (record.version !== version) throw new Problem('stale', { yours: version, current: record.version });
}

/** A record must be where its last entry says. @throws Problem 'broken-record' */
function refuseBroken({ machine }: { readonly machine: AnyStateMachine }, { record, lastEntry }: Reading): void {
  if (!record) return;
  const whole =
    record.entries === 0
      ? record.head === NO_ENTRY && record.state === String(machine.config.initial)
      : lastEntry?.hash === record.head && (JSON.parse(lastEntry.body) as { to?: string }).to === record.state;
  if (!whole) throw new Problem('broken-record');
}

/** @throws Problem 'year-closed' */
function refuseClosed({ outlivesYear }: { readonly outlivesYear?: true }, { closed }: Reading): void {
  if (closed && !outlivesYear) throw new Problem('year-closed');
}

/** What asks for it is done by whoever has proved in these minutes that the session is theirs. @throws Problem 'needs-fresh-proof' */
function refuseUnproved({ kind, event }: Act, { proof, at }: Reading): void {
  if (proof && proofIsOwed(kind, event, proof.at, at)) throw new Problem('needs-fresh-proof', proofFilling(proof.by));
}

/** The wall behind which a procedure's records stand, and the place within it. */
function whereOf({ wall = 'bloc' }: { readonly wall?: Wall }, at: At): { wall: Wall; within: string } {
  return { wall, within: within(wall, at) ?? '' };
}

function keyOf(at: At, actor: Actor) {
  const { key, requestHash } = at.caller;
  return key && actor.personId ? { personId: actor.personId, key, requestHash } : null;
}

/** A request whose key was used: the same request gets the present record, another one is refused. */
function repeated(at: At, used: UsedKey | null): Passed | null {
  if (!used) return null;
  if (used.request_hash !== at.caller.requestHash) throw new Problem('same-key-other-body');
  return { id: used.record_id, repeated: true };
}

/** What the machine of a record must know, from what was read beside it. */
function factsOf<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  { complete }: Procedure<Row, Facts, Event>,
  { record, columns, now, actor }: Reading & { record: Row },
): Facts {
  return complete ? complete(record, columns, now, actor) : (columns as Facts);
}

/** The pure middle of the door: authorise, advance, entry, letters; then the one statement that writes them. */
function decide<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  procedure: Procedure<Row, Facts, Event>,
  at: At,
  reading: Reading & { record: Row },
  event: Event,
): Statement {
  const record = authorised(procedure, reading, event.type) as Row;
  refuseClosed(procedure, reading);
  refuseStale(record, event.version);
  refuseBroken(procedure, reading);
  const facts = factsOf(procedure, reading);
  const decision = advance(procedure.machine, record.state, facts, event);
  const post = grantingPost(reading.actor, event.type, procedure.kind, record);
  const moment: Moment<Row, Facts, Event> = { record, facts, event, to: decision.state, actor: reading.actor, post, now: reading.now };
  return write(
    procedure,
    at,
    moment,
    reading,
    decision.letters.map(({ name }) => name),
  );
}

function write<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  procedure: Procedure<Row, Facts, Event>,
  at: At,
  moment: Moment<Row, Facts, Event>,
  reading: Reading,
  letters: readonly string[],
): Statement {
  const { record, actor, post, event } = moment;
  const n = record.entries + 1;
  // Drafts are saved without an entry: when one is sent off, the journal keeps who wrote it beside who sent it.
  const enteredBy = procedure.editable?.includes(record.state) ? (record.enteredBy ?? undefined) : undefined;
  const body = canonicalJson({
    ...procedure.entry?.(moment),
    enteredBy,
    kind: procedure.kind,
    id: record.id,
    n,
    version: record.version + 1,
    at: reading.at,
    business: reading.now,
    event: event.type,
    from: record.state,
    to: moment.to,
    actor: actorInJournal(actor, post),
  });
  const hash = chain(record.head, body);
  const cte = new CteBuilder();
  const changed = { ...procedure.set?.(moment), state: moment.to };
  const columns = { ...changed, entries: n, head: hash };
  const where = { ...whereOf(procedure, at), id: record.id, version: record.version, head: record.head };
  addUpdate(cte, procedure.table, where, columns);
  addEntry(cte, where.wall, procedure.kind, { n, previous: record.head, hash, body });
  addBeside(cte, procedure.beside?.(moment) ?? []);
  addLetters(cte, where.wall, procedure.kind, lettersOf(procedure, moment, changed, letters));
  addKey(cte, keyOf(at, actor), where.wall);
  return cte.build('select version from u');
}

/** The letters that are wanted. Whom one reaches is told from the record as the event leaves it: the next in turn reads what waits for them. */
function lettersOf<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  procedure: Procedure<Row, Facts, Event>,
  moment: Moment<Row, Facts, Event>,
  changed: Readonly<Record<string, unknown>>,
  names: readonly string[],
): LetterRow[] {
  const facts = names.length > 0 ? (procedure.letterFacts?.(moment) ?? {}) : {};
  const record: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries({ ...moment.record, ...changed }));
  return names.map((letter) => {
    const kind = procedure.letters?.[letter];
    if (!kind) throw new Error(`${procedure.kind} has no letter ${letter}`);
    const to = kind.to(record);
    const area = areaOf(procedure.kind);
    return {
      letter,
      facts,
      roles: to.roles,
      area,
      year_id: typeof record.cycleId === 'string' ? record.cycleId : null,
      unit_id: to.unitId,
      bloc_id: to.blocId,
      cycle_id: to.cycleId,
      province_id: to.provinceId,
    };
  });
}
