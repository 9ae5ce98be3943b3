import type { OnModuleDestroy } from '@nestjs/common';
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

/** The values of `SET_SCOPE`; an empty setting matches no row. */
export const scopeValues = (scope: Scope): string[] => [scope.blocId ?? '', scope.provinceId ?? ''];

/** The same server and database under another login of the same installation, e.g. `thidua` → `thidua_worker`. */
export function loginUrl(databaseUrl: string, suffix: string): string {
  const url = new URL(databaseUrl);
  url.username = `${url.username}_${suffix}`;
  return url.href;
}

/** The connections of one process: a pipelined pool for the door, a TypeORM source for reading. */
export class Database implements OnModuleDestroy {
  private constructor(
    readonly doorPool: pg.Pool,
    readonly source: DataSource,
  ) {}

  /** Opens both. @throws when the server does not answer. */
  static async open(databaseUrl: string, entities: readonly (new () => object)[], connections = 20): Promise<Database> {
    const settings = { connectionString: databaseUrl, statement_timeout: 15_000, idle_in_transaction_session_timeout: 20_000 };
    const pool = new pg.Pool({ ...settings, max: connections, pipeline: true } as pg.PoolConfig);
    // An idle connection that the server cuts must not end the process; the next query opens another.
    pool.on('error', () => undefined);
    const source = new DataSource({
      type: 'postgres',
      url: databaseUrl,
      entities: [...entities],
      synchronize: false,
      extra: { ...settings, max: connections },
    });
    await source.initialize();
    return new Database(pool, source);
  }

  /** Reads in one snapshot under a scope. The work must not write: the transaction is read only. */
  async read<T>(scope: Scope, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.inTransaction(scope, 'set transaction isolation level repeatable read, read only', work);
  }

  /** Writes of installation tables (sessions, sign-in attempts), which are no records and pass no door. */
  async write<T>(scope: Scope, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.inTransaction(scope, 'set transaction isolation level read committed', work);
  }

  private async inTransaction<T>(scope: Scope, isolation: string, work: (db: EntityManager) => Promise<T>): Promise<T> {
    const runner: QueryRunner = this.source.createQueryRunner();
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

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.doorPool.end(), this.source.destroy()]);
  }
}
