import pg from 'pg';

/** Whether a database holds no bloc, province or account yet. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ empty: boolean }>(
      'select not exists (select 1 from place) and not exists (select 1 from account) as empty',
    );
    return rows[0]!.empty;
  } finally {
    await owner.end();
  }
}
