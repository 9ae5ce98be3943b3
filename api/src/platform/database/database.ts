import type { OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';

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

const READ_ONLY = 'set transaction isolation level repeatable read, read only';

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
    const settings = { connectionString: databaseUrl, statement_timeout: 15_000, idle_in_transaction_session_timeout: 20_000 };
    const pool = openPool({ ...settings, max: connections, pipeline: true });
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
  async read<T>(scope: Scope, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.inTransaction(this.source, scope, READ_ONLY, work);
  }

  /** Reads all blocs of a province in one snapshot, under the login that sees just this province's rows. */
  async readProvince<T>(provinceId: string, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.inTransaction(this.province, { blocId: null, provinceId }, READ_ONLY, work);
  }

  /** One statement about the installation as a whole, past all who wait for a connection. For whoever watches the program, nobody else. */
  async watch<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.watchPool.query<Row>(statement, values)).rows;
  }

  /** Writes of installation tables (sessions, sign-in attempts), which are no records and pass no door. */
  async write<T>(scope: Scope, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.inTransaction(this.source, scope, 'set transaction isolation level read committed', work);
  }

  private async inTransaction<T>(source: DataSource, scope: Scope, isolation: string, work: (db: EntityManager) => Promise<T>): Promise<T> {
    const runner: QueryRunner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(isolation);
      await runner.query(SET_SCOPE.text, scopeValues(scope));
      const result = await work(runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Last of all: whoever was being served when the program was told to end is served first. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.doorPool.end(), this.source.destroy(), this.province.destroy(), this.watchPool.end()]);
  }
}
