import { FIRST_POST } from '@thidua/workflows/person/person.permissions';
import { roleName } from '@thidua/workflows/words';
import { randomUUID } from 'node:crypto';
import { canonicalJson, chain, NO_ENTRY } from '../platform/journal/canonical.js';
import { hashPassword } from './password.js';

/** Who is to administer the installation. */
export interface NewAdministrator {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** By which right: the owner's login of the database, or the code that stood in the log. */
export type Way = 'database-owner' | 'first-code';

/** The two clocks as the database tells them. */
export const CLOCKS = 'select clock_timestamp() as at, business_now() as business';
export interface Clocks {
  readonly at: Date;
  readonly business: Date;
}

/**
 * What `make_administrator` is told, in its order: the person, the account and the post, with the first entry of the person's journal.
 * @throws Problem 'weak-password'
 */
export async function administratorValues({ name, email, password }: NewAdministrator, way: Way, clocks: Clocks): Promise<string[]> {
  const id = randomUUID();
  const called = name.normalize('NFC');
  const title = roleName(FIRST_POST, 'vi');
  const body = canonicalJson({
    kind: 'Person',
    id,
    n: 1,
    version: 1,
    at: clocks.at,
    business: clocks.business,
    event: 'create',
    from: null,
    to: 'active',
    actor: { kind: 'system', person: null, post: null, role: null, unit: null },
    way,
    posts: [{ role: FIRST_POST }],
  });
  return [id, called, email, await hashPassword(password, [called, email]), title, chain(NO_ENTRY, body), body];
}
