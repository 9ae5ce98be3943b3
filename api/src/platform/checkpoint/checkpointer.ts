import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Log } from '../http/log.js';
import { NO_ENTRY, sha256 } from '../journal/canonical.js';
import type { CheckpointFile } from './checkpoint-file.js';
import type { CheckpointKey } from './checkpoint-key.js';
import { CHECKPOINTING } from './checkpoint-lock.js';
import { progressOf, signCheckpoint, type Cited, type Occasion, type Signed, type Statement } from './checkpoint.js';
import { letterFacts } from './checkpoint-letter.js';
import type { Leaf } from './merkle.js';

/** After a failure, and between two looks whether another machine made some. */
const PAUSE_MS = 60_000;

/** Where a checkpoint is made: a bloc; or the installation, for what lies in no bloc, which names neither. */
export interface CheckpointPlace {
  readonly blocId: string | null;
  readonly provinceId: string | null;
}

/** Stands for the installation where a key is needed. */
const INSTALLATION = '';

const TODAY = `c.occasion = 'daily' and c.day = (clock_timestamp() at time zone 'Asia/Ho_Chi_Minh')::date`;
const PLACES = `
  select bloc_id as "blocId", province_id as "provinceId" from place where kind = 'bloc' and ($1::uuid is null or bloc_id = $1)
  union all select null, null where $1::uuid is null order by 1`;
const DUE = {
  name: 'checkpoint-due',
  text: `select p.bloc_id as "blocId", p.province_id as "provinceId" from place p
          where p.kind = 'bloc' and p.bloc_id <> all($1) and not exists (select 1 from checkpoint c where c.bloc_id = p.bloc_id and ${TODAY})
         union all select null, null where $2 and not exists (select 1 from checkpoint c where c.bloc_id is null and ${TODAY}) limit 1`,
};
const OF_PLACE = `($1::uuid is null and c.bloc_id is null or c.bloc_id = $1)`;
const BEFORE = `select c.n, c.line from checkpoint c where ${OF_PLACE} order by c.n desc limit 1`;
const MOMENT = `select t.at, (t.at at time zone 'Asia/Ho_Chi_Minh')::date::text as day from (select clock_timestamp() as at) t`;
const KNOWN = `
  select distinct on (x ->> 1) x ->> 0 as kind, x ->> 1 as id, (x ->> 2)::int as entries, x ->> 3 as head
    from checkpoint c, jsonb_array_elements(c.line::jsonb -> 'changes') x where ${OF_PLACE} order by x ->> 1, c.n desc`;
const INSERT = `insert into checkpoint (id, bloc_id, province_id, n, day, occasion, at, line) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const LETTER = `
  insert into delivery (id, bloc_id, province_id, record_kind, record_id, n, letter, facts, recipient_name, address)
  select gen_random_uuid(), $1, $2, 'Checkpoint', $3, $4, 'checkpoint-made', $5::jsonb || jsonb_build_object('bloc', name), name, address
    from checkpoint_recipient($1)`;
const NEWER = `
  select c.bloc_id as "blocId", c.n, c.line from checkpoint c
    left join jsonb_to_recordset($1::jsonb) e(bloc uuid, n int) on e.bloc is not distinct from c.bloc_id
   where c.n > coalesce(e.n, 0) order by c.bloc_id, c.n`;

async function headsOf(client: pg.PoolClient, blocId: string | null): Promise<(Leaf & { differs: boolean })[]> {
  const [sql, values] = blocId ? ['select * from heads_of_bloc($1)', [blocId]] : ['select * from heads_of_installation()', []];
  return (await client.query<Leaf & { differs: boolean }>(sql, values)).rows;
}

/** The newest checkpoint of the installation; null before there is one. */
async function installationNow(client: pg.PoolClient): Promise<Cited | null> {
  const [newest] = (await client.query<{ n: number; line: string }>(BEFORE, [null])).rows;
  return newest ? { n: newest.n, sum: sha256(newest.line) } : null;
}

/** The sum that a line gives of the one before it; null where the line is none of ours. */
function previousOf(line: string): string | null {
  try {
    return (JSON.parse((JSON.parse(line) as { statement: string }).statement) as Statement).previous;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * Makes checkpoints: signed roots over the heads of a bloc's records, and over those that lie in no bloc, in a row of the database and then in a file outside of it. What it
 * finds set back does not stop it: it says so in the log, the letter and the signed statement, and goes on keeping what it finds.
 */
export class Checkpointer {
  private readonly resting = new Map<string, number>();
  private copyAt = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly key: CheckpointKey,
    private readonly file: CheckpointFile,
    private readonly log: Log,
  ) {}

  /** Makes one checkpoint that the day still owes, once a place and day in Vietnam, in real time. @returns false when none is owed */
  readonly keep = async (): Promise<boolean> => {
    for (const [place, until] of this.resting) if (until <= performance.now()) this.resting.delete(place);
    if (this.copyAt > performance.now() && !(await this.due())) return false;
    return this.alone(async () => {
      const due = await this.due(); // another worker may have been faster
      if (due) await this.tryOne(due, 'daily');
      await this.copy();
      return due !== null;
    });
  };

  /** Makes a checkpoint of each place in which something changed since its last one; a failure is logged. */
  async atStop(): Promise<void> {
    try {
      await this.alone(async () => {
        for (const place of await this.places()) await this.tryOne(place, 'stop');
        await this.copy();
      });
    } catch (error) {
      this.log.error({ error: String(error) }, 'no checkpoint at the stop');
    }
  }

  /** Makes checkpoints because somebody asks for them: of one bloc, or of every place. @throws when one cannot be made or kept */
  async onCommand(blocId: string | null): Promise<Signed[]> {
    return this.alone(async () => {
      const made: Signed[] = [];
      for (const place of await this.places(blocId)) made.push((await this.make(place, 'command'))!);
      await this.copy();
      return made;
    });
  }

  /** A place to which the day still owes a checkpoint; null when none is. */
  private async due(): Promise<CheckpointPlace | null> {
    const blocs = [...this.resting.keys()].filter((place) => place !== INSTALLATION);
    return (await this.pool.query<CheckpointPlace>({ ...DUE, values: [blocs, !this.resting.has(INSTALLATION)] })).rows[0] ?? null;
  }

  private async places(blocId: string | null = null): Promise<CheckpointPlace[]> {
    return (await this.pool.query<CheckpointPlace>(PLACES, [blocId])).rows;
  }

  private async tryOne(place: CheckpointPlace, occasion: Occasion): Promise<void> {
    try {
      await this.make(place, occasion);
    } catch (error) {
      this.resting.set(place.blocId ?? INSTALLATION, performance.now() + PAUSE_MS); // the other places need not wait for this one
      this.log.error({ bloc: place.blocId, error: String(error) }, 'no checkpoint');
    }
  }

  /** @returns null when nothing changed before the stop */
  private make(place: CheckpointPlace, occasion: Occasion): Promise<Signed | null> {
    return this.inTransaction(async (client) => {
      const made = await this.signed(client, place, occasion);
      if (!made) return null;
      const id = randomUUID();
      const { n, day, at, root, records } = made.statement;
      await client.query(INSERT, [id, place.blocId, place.provinceId, n, day, occasion, at, made.line]);
      // An address is a bloc's; the installation's own is kept in table and file.
      if (occasion === 'daily' && place.blocId) await client.query(LETTER, [place.blocId, place.provinceId, id, n, letterFacts(made)]);
      this.log.info({ bloc: place.blocId, n, occasion, root, records }, 'checkpoint');
      return made;
    });
  }

  private async signed(client: pg.PoolClient, { blocId }: CheckpointPlace, occasion: Occasion): Promise<Signed | null> {
    const [moment] = (await client.query<{ at: Date; day: string }>(MOMENT)).rows;
    const { at, day } = moment!;
    const [before] = (await client.query<{ n: number; line: string }>(BEFORE, [blocId])).rows;
    const known = new Map((await client.query<Leaf>(KNOWN, [blocId])).rows.map((leaf) => [leaf.id, leaf]));
    const heads = await headsOf(client, blocId);
    const leaves = heads.filter(({ entries }) => entries > 0);
    const { changes, setBack } = progressOf(known, leaves);
    if (occasion === 'stop' && before && changes.length === 0) return null;
    const wrong = new Map([...heads.filter(({ differs }) => differs), ...setBack].map(({ kind, id }) => [id, `${kind} ${id}`]));
    if (wrong.size > 0) this.log.error({ bloc: blocId, records: [...wrong.values()].slice(0, 20) }, 'records differ from their journal');
    const previous = before ? sha256(before.line) : NO_ENTRY;
    const installation = blocId === null ? undefined : await installationNow(client);
    const told = {
      bloc: blocId,
      installation,
      n: (before?.n ?? 0) + 1,
      day,
      at: at.toISOString(),
      occasion,
      differing: wrong.size,
      previous,
    };
    return signCheckpoint(told, leaves, changes, this.key);
  }

  /** Brings the file to where the table is, also with what another machine made. What does not follow the file's own end is left out. */
  private async copy(): Promise<void> {
    this.copyAt = performance.now() + PAUSE_MS;
    const ends = new Map(await this.file.ends());
    const known = JSON.stringify([...ends].map(([bloc, { n }]) => ({ bloc, n })));
    const { rows } = await this.pool.query<{ blocId: string | null; n: number; line: string }>(NEWER, [known]);
    const following: string[] = [];
    for (const { blocId, n, line } of rows) {
      const end = ends.get(blocId) ?? { n: 0, sum: NO_ENTRY };
      if (n !== end.n + 1 || previousOf(line) !== end.sum) {
        this.log.error({ bloc: blocId, n }, 'a checkpoint of the database does not follow the file');
        continue;
      }
      following.push(line);
      ends.set(blocId, { n, sum: sha256(line) });
    }
    if (following.length > 0) await this.file.append(following);
  }

  /** The lock is held by a transaction of its own, so that it outlasts those that write, and passes through a pooler. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    return this.inTransaction(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [CHECKPOINTING]);
      return work();
    });
  }

  private async inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken = true;
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      broken = false;
      return result;
    } finally {
      client.release(broken); // a connection that failed in between is closed, which undoes what it did
    }
  }
}
