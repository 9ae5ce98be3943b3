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
