import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { hashPassword } from '../account/password.js';

/**
 * Makes the first administrator, who belongs to no province. Done by whoever may use the owner's login; all else is done over HTTP.
 * @throws Problem 'weak-password'; an error of the database when the address is taken
 */
export async function createAdministrator(ownerUrl: string, email: string, name: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const personId = randomUUID();
    await owner.query('begin');
    await owner.query('insert into person (id, name) values ($1, $2)', [personId, name.normalize('NFC')]);
    await owner.query('insert into account (id, person_id, email, password_hash) values ($1, $2, lower($3), $4)', [
      randomUUID(),
      personId,
      email,
      passwordHash,
    ]);
    await owner.query(
      `insert into post (id, person_id, role, title, valid_from) values ($1, $2, 'administrator', 'Quản trị hệ thống', date '1945-01-01')`,
      [randomUUID(), personId],
    );
    await owner.query('commit');
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
