import { Injectable } from '@nestjs/common';
import { proofFilling, proofIsOwed } from '@thidua/workflows/account/proof';
import { isProblemCode, Problem, type ProblemCode } from '@thidua/workflows/problem';
import { said } from '@thidua/workflows/wording';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Changes } from '../changes/changes.js';
import { Database } from '../database/database.js';
import { together } from '../database/together.js';
import { latestOf, readBatch, usedKeyOf, type Latest, type Reading, type ReadingPlan, type UsedKey } from './batch.js';
import type { At } from './caller.js';
import { creation, type Creation } from './creation.js';
import { decide, decideEdit, type EditedColumns } from './decision.js';
import type { ChainedRow, Procedure, SeenEvent, Wall } from './procedure.js';
import type { Statement } from './statement.js';

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
  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
  ) {}

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
    const passed = await this.through(procedure, at, id, event.type, (reading) =>
      decide(procedure, at, reading as Reading & { record: Row }, event),
    );
    if (!procedure.sealed) this.noteChange(at, procedure.wall);
    return passed;
  }

  /**
   * Saves a draft. It writes no journal entry: the draft's content is entered, as a hash, when it is submitted. Nobody is told of it before.
   * @throws Problem as `pass`; 'not-in-this-state' when the record is no draft any more; the procedure's need for an edit
   */
  async edit<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
    procedure: Procedure<Row, Facts, Event>,
    at: At,
    id: string,
    version: number,
    columns: EditedColumns<Row>,
  ): Promise<Passed> {
    const asked = { ...procedure, facts: procedure.editFacts ?? (procedure.editNeed ? procedure.facts : '') };
    return this.through(asked, at, id, 'edit', (reading) =>
      decideEdit(procedure, at, reading as Reading & { record: Row }, version, columns),
    );
  }

  /**
   * Makes a record, with its first entry. @throws Problem 'forbidden', 'already-exists' when a unique column is taken
   */
  async create(at: At, made: Creation): Promise<Passed> {
    const id = made.id ?? randomUUID();
    const act = { kind: made.kind, event: 'create', what: made.what ?? made.kind };
    const plan = { wall: made.scope, table: null, facts: null };
    const passed = await this.inTransaction(at, id, plan, act, (reading) => creation(at, id, made, reading));
    this.noteChange(at, made.scope);
    return passed;
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
      const sent = together(client, () =>
        statements.map((statement, n) =>
          client.query(statement).catch((error: unknown) => Promise.reject(refused(error, made[n]!.what ?? made[n]!.kind))),
        ),
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

  /** What is a province's is no bloc's news. */
  private noteChange({ blocId }: At, wall: Wall = 'bloc'): void {
    if (wall === 'bloc') this.changes.note(blocId);
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
      throw act.event === 'edit' ? await withLatest(refused, () => latestOf(client, at, plan.table!, id)) : refused;
    } finally {
      client.release();
    }
  }
}

/** Whoever writes the same draft as somebody else is told who that is, and when they saved. The refusal stands, whether that can be found or not. */
async function withLatest(refused: unknown, latest: () => Promise<Latest | null>): Promise<unknown> {
  if (!(refused instanceof Problem) || refused.code !== 'stale') return refused;
  const { by, at } = (await latest().catch(() => null)) ?? {};
  return by && at ? new Problem('stale', { ...refused.filling, by, at }) : refused;
}

/** The second round trip. No row changed: nothing was written. @throws Problem 'stale' */
async function commit(client: pg.PoolClient, statement: Statement, reading: Reading): Promise<void> {
  const [written] = await Promise.all(together(client, () => [client.query(statement), client.query('commit')] as const));
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
    return new Problem(error.constraint as ProblemCode, fillingOf(error.message));
  if (error.code !== UNIQUE) return error;
  return OF_A_REPEAT.has(error.table ?? '')
    ? new Problem('stale', { yours: 0, current: 0 })
    : new Problem('already-exists', { what: what ?? ALIKE });
}

/** What the database says with a refusal: whom the new row meets, or the whole filling as JSON. */
const fillingOf = (message: string): Readonly<Record<string, string>> =>
  message.startsWith('{') ? (JSON.parse(message) as Record<string, string>) : { other: message };

/** The same, as the error that it is. */
function refused(error: unknown, what: string): Error {
  const why = refusalOfDatabase(error, what);
  return why instanceof Error ? why : new Error(String(why));
}

/** What asks for it is done by whoever has proved in these minutes that the session is theirs. @throws Problem 'needs-fresh-proof' */
function refuseUnproved({ kind, event }: Act, { proof, at }: Reading): void {
  if (proof && proofIsOwed(kind, event, proof.at, at)) throw new Problem('needs-fresh-proof', proofFilling(proof.by));
}

/** A request whose key was used: the same request gets the present record, another one is refused. */
function repeated(at: At, used: UsedKey | null): Passed | null {
  if (!used) return null;
  if (used.request_hash !== at.caller.requestHash) throw new Problem('same-key-other-body');
  return { id: used.record_id, repeated: true };
}
