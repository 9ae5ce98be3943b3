import { vietnamDay } from '@thidua/workflows/working-days';
import pg from 'pg';
import { administratorValues, CLOCKS, type Clocks, type Way } from '../account/new-administrator.js';
import { canonicalJson, chain } from '../platform/journal/canonical.js';

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

/** An administrator as the end of the term finds them. */
interface Leaving extends Clocks {
  readonly id: string;
  readonly version: number;
  readonly entries: number;
  readonly head: string;
}

const LEAVING = `
  select p.id, p.version, p.entries, p.head, clock_timestamp() as at, business_now() as business
    from person p join account a on a.person_id = p.id
   where a.email = lower($1) and p.state = 'active' and exists (select 1 from post o where o.person_id = p.id and o.role = 'administrator')
     for no key update of p`;

/**
 * Ends the term of an administrator today: the account is closed and signed out at once, the journal keeps it. They belong to no province, so
 * nobody does it over HTTP; the owner of the database does.
 * @returns how many administrators are left, or null when nobody of that address is one
 */
export async function endAdministrator(ownerUrl: string, email: string): Promise<number | null> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    const { rows } = await owner.query<Leaving>(LEAVING, [email]);
    const [person] = rows;
    if (person) await leave(owner, person);
    await owner.query('commit');
    if (!person) return null;
    const left = await owner.query<{ left: number }>(
      `select count(*)::int as left from post o join account a on a.person_id = o.person_id where o.role = 'administrator' and a.disabled_at is null`,
    );
    return left.rows[0]!.left;
  } finally {
    await owner.end();
  }
}

async function leave(owner: pg.Client, { id, version, entries, head, at, business }: Leaving): Promise<void> {
  const n = entries + 1;
  const actor = { kind: 'system', person: null, post: null, role: null, unit: null };
  const entry = { kind: 'Person', id, n, version: version + 1, at, business, event: 'leave', from: 'active', to: 'left', actor };
  const body = canonicalJson({ ...entry, way: 'database-owner' satisfies Way });
  const hash = chain(head, body);
  await owner.query('update person set state = $2, version = version + 1, entries = $3, head = $4 where id = $1', [id, 'left', n, hash]);
  await owner.query(
    `insert into province_journal (province_id, record_kind, record_id, n, prev, hash, body) values (null, 'Person', $1, $2, $3, $4, $5)`,
    [id, n, head, hash, body],
  );
  await owner.query('update post set valid_to = $2::date where person_id = $1 and (valid_to is null or valid_to > $2::date)', [
    id,
    vietnamDay(business), // the entry’s own day, also at midnight
  ]);
  await owner.query('update account set disabled_at = clock_timestamp() where person_id = $1', [id]);
  await owner.query('delete from session s using account a where a.person_id = $1 and s.account_id = a.id', [id]);
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
