import pg from 'pg';

/** Only one program of an installation makes checkpoints and copies them into its file at a time; it holds this lock from the first to the last. */
export const CHECKPOINTING = 7203311;

/** Does work while no checkpoint stands in the table that is not yet in the file of the machine that made it. */
export async function betweenCheckpoints<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock_shared($1)', [CHECKPOINTING]);
    return await work();
  } finally {
    await client.end(); // ends the transaction, and with it the lock
  }
}
