import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { statementName } from './statement-name.js';

/**
 * So many statements of lists and pages keep their plan on one connection; each takes some 0.4 MB there (measured with
 * `pg_log_backend_memory_contexts`, 49 of them in an evening of `npm run load`). What comes beyond is planned at each asking.
 */
const MOST = 64;

const kept = new WeakMap<pg.ClientBase, Set<string>>();

/** The name under which a connection keeps a statement; undefined when it keeps enough of others. */
function nameOn(client: pg.ClientBase, text: string): string | undefined {
  let names = kept.get(client);
  if (!names) kept.set(client, (names = new Set()));
  const name = statementName(text);
  if (names.has(name)) return name;
  if (names.size >= MOST) return undefined;
  names.add(name);
  return name;
}

/**
 * Rows of a statement whose plan the connection keeps for the next who asks. Its text must not hold values: what differs from reader to
 * reader is only which conditions there are.
 */
export async function rowsByKeptPlan<T>(db: EntityManager, text: string, values: readonly unknown[]): Promise<T[]> {
  const client = (await db.queryRunner!.connect()) as pg.PoolClient;
  const name = nameOn(client, text);
  return (await client.query({ ...(name ? { name } : {}), text, values: [...values] })).rows as T[];
}
