import type pg from 'pg';
import type { Writable } from 'node:stream';

/**
 * Sends all statements of a batch as one piece. `pg` pipelines them, but writes each by itself: the server would be woken for every one,
 * and answer each before it has the next.
 * @param send calls `client.query` for each statement, without waiting
 */
export function together<T>(client: pg.ClientBase, send: () => T): T {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
