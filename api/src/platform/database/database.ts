import type { OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { together } from './together.js';

/** The scope of a transaction: what row security lets it see. A null scope sees only installation tables. */
export interface Scope {
  readonly blocId: string | null;
  readonly provinceId: string | null;
}

/** Sets the scope for this transaction: a statement of its own, first in the batch (never in a CTE: performance.md). */
export const SET_SCOPE = {
  name: 'set-scope',
  text: `select set_config('app.bloc', $1, true), set_config('app.province', $2, true)`,
};

const BEGIN_SNAPSHOT = 'begin transaction isolation level repeatable read, read only';

/**
 * How every connection of the program plans: once for all values, as `test/api/plans.spec.ts` measures it for every list and every post.
 * A statement of a list joins a dozen tables: to plan it takes longer than to read its rows, and PostgreSQL would plan it anew for each reader.
 */
const PLANNING = '-c plan_cache_mode=force_generic_plan';
/** A connection keeps the plans of what it is asked; after so long a new one takes its place, which keeps those of the hour. */
const LIFETIME_SECONDS = 1_800;

/** The values of `SET_SCOPE`; an empty setting matches no row. */
export const scopeValues = (scope: Scope): string[] => [scope.blocId ?? '', scope.provinceId ?? ''];

/** The same server and database under another login of the same installation, e.g. `thidua` → `thidua_worker`. */
export function loginUrl(databaseUrl: string, suffix: string): string {
  const url = new URL(databaseUrl);
  url.username = `${url.username}_${suffix}`;
  return url.href;
}

/** Connections of whoever reads a whole province: few people, short pages. */
const PROVINCE_CONNECTIONS = 5;

/** Connections of whoever asks how the database is: nobody else may take them, or a crowd would look like a failure. */
const WATCH_CONNECTIONS = 2;
/** A database that has not answered after so many milliseconds does not answer. */
const WATCH_PATIENCE_MS = 5_000;

/**
 * A pool whose connections may be cut at any moment, idle or in use: what was under way on them fails, and the next asker gets another.
 * Without these listeners a connection that is cut while it is in use would end the whole process.
 */
export function openPool(settings: pg.PoolConfig & { readonly pipeline?: boolean }): pg.Pool {
  const pool = new pg.Pool(settings);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/**
 * The connections of one process: a pipelined pool for the door, a TypeORM source for reading, another under the login of province readers,
 * and two connections that are opened when somebody asks how the database is.
 */
export class Database implements OnApplicationShutdown {
  private constructor(
    readonly doorPool: pg.Pool,
    readonly source: DataSource,
    readonly province: DataSource,
    private readonly watchPool: pg.Pool,
  ) {}

  /** Opens both. @throws when the server does not answer. */
  static async open(databaseUrl: string, entities: readonly (new () => object)[], connections = 20): Promise<Database> {
    const settings = {
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 20_000,
      options: PLANNING,
      maxLifetimeSeconds: LIFETIME_SECONDS,
      pipeline: true,
    };
    const pool = openPool({ ...settings, connectionString: databaseUrl, max: connections });
    const sourceOf = (url: string, known: readonly (new () => object)[], max: number) =>
      new DataSource({
        type: 'postgres',
        url,
        entities: [...known],
        synchronize: false,
        extra: { ...settings, connectionString: url, max },
      }).initialize();
    const [source, province] = await Promise.all([
      sourceOf(databaseUrl, entities, connections),
      sourceOf(loginUrl(databaseUrl, 'province'), [], PROVINCE_CONNECTIONS),
    ]);
    const watchPool = openPool({
      connectionString: databaseUrl,
      max: WATCH_CONNECTIONS,
      connectionTimeoutMillis: WATCH_PATIENCE_MS,
      query_timeout: WATCH_PATIENCE_MS,
      statement_timeout: WATCH_PATIENCE_MS,
    });
    return new Database(pool, source, province, watchPool);
  }

  /** Reads in one snapshot under a scope. The work must not write: the transaction is read only. */
  read<T>(scope: Scope, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.inSnapshot(this.source, scope, null, work);
  }

  /** The same, with a first question that goes to the database together with the beginning of the transaction: one round trip for all. */
  readAfter<Row extends pg.QueryResultRow, T>(
    scope: Scope,
    first: pg.QueryConfig,
    work: (db: EntityManager, rows: readonly Row[]) => Promise<T>,
  ): Promise<T> {
    return this.inSnapshot(this.source, scope, first, work);
  }

  /** The same over all blocs of a province, under the login that sees just this province's rows. */
  readProvinceAfter<Row extends pg.QueryResultRow, T>(
    provinceId: string,
    first: pg.QueryConfig,
    work: (db: EntityManager, rows: readonly Row[]) => Promise<T>,
  ): Promise<T> {
    return this.inSnapshot(this.province, { blocId: null, provinceId }, first, work);
  }

  /** One statement about the installation as a whole, past all who wait for a connection. For whoever watches the program, nobody else. */
  async watch<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.watchPool.query<Row>(statement, values)).rows;
  }

  /** Writes of installation tables (sessions, sign-in attempts), which are no records and pass no door. */
  async write<T>(scope: Scope, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction('READ COMMITTED', async (db) => {
      await db.query(SET_SCOPE.text, scopeValues(scope));
      return work(db);
    });
  }

  private async inSnapshot<Row extends pg.QueryResultRow, T>(
    source: DataSource,
    scope: Scope,
    first: pg.QueryConfig | null,
    work: (db: EntityManager, rows: readonly Row[]) => Promise<T>,
  ): Promise<T> {
    const runner = source.createQueryRunner();
    try {
      const client = (await runner.connect()) as pg.PoolClient;
      try {
        const sent = together(client, () => [
          client.query<Row>(BEGIN_SNAPSHOT),
          client.query<Row>({ ...SET_SCOPE, values: scopeValues(scope) }),
          ...(first ? [client.query<Row>(first)] : []),
        ]);
        const [, , asked] = await Promise.all(sent);
        const result = await work(runner.manager, asked?.rows ?? []);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined); // the first error says why
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  /** Last of all: whoever was being served when the program was told to end is served first. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.doorPool.end(), this.source.destroy(), this.province.destroy(), this.watchPool.end()]);
  }
}
