import pg from 'pg';
import { administratorValues, CLOCKS, type Clocks } from '../account/new-administrator.js';

/**
 * Makes an administrator, who belongs to no province. Done by whoever may use the owner's login; all else is done over HTTP.
 * @throws Problem 'weak-password'; an error of the database when the address is taken
 */
export async function createAdministrator(ownerUrl: string, email: string, name: string, password: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<Clocks>(CLOCKS);
    const values = await administratorValues({ email, name, password }, 'database-owner', rows[0]!);
    await owner.query('select make_administrator($1, $2, $3, $4, $5, $6, $7)', values);
  } finally {
    await owner.end();
  }
}

/**
 * Takes the second factor from an account whose owner lost device and recovery codes; ends its sessions and writes to its owner. Done by
 * whoever may use the owner's login, after making sure by other means who asks.
 * @returns whether the account had one
 */
export async function removeSecondFactor(ownerUrl: string, email: string): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    const { rows } = await owner.query<{ id: string }>(
      'delete from second_factor f using account a where a.id = f.account_id and a.email = lower($1) returning a.id',
      [email],
    );
    for (const { id } of rows) {
      await owner.query('delete from recovery_code where account_id = $1', [id]);
      await owner.query('delete from session where account_id = $1', [id]);
      await owner.query(`select tell_account($1, $1, 'factor-removed')`, [id]);
    }
    await owner.query('commit');
    return rows.length > 0;
  } finally {
    await owner.end();
  }
}
