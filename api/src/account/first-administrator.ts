import { Injectable } from '@nestjs/common';
import type { FirstAdministratorDraft, FirstAdministratorView } from '@thidua/workflows/account/account.schema';
import { Problem } from '@thidua/workflows/problem';
import { createHash, randomInt } from 'node:crypto';
import { Database } from '../platform/database/database.js';
import { administratorValues, CLOCKS, type Clocks } from './new-administrator.js';
import { Throttle } from './throttle.js';

const NOWHERE = { blocId: null, provinceId: null };
/** Letters that nobody takes for a digit or for each other on a screen. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Four groups of five: 91 bits, so a plain hash of it can stand in the database. */
const GROUPS = 4;
const GROUP = 5;
/** How long a code holds. A new start of the program makes a new one. */
export const CODE_HOURS = 24;

/** A code for the log. `replaced`: one that was printed before no longer holds. */
export interface Offered {
  readonly code: string;
  readonly replaced: boolean;
  readonly expiresAt: Date;
}

type State = 'taken' | 'expired' | 'waiting' | 'right' | 'wrong';

const newCode = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-');

/** As it is typed: small letters, spaces and hyphens do not matter. */
const codeHash = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z]/g, ''))
    .digest();

/** The first administrator of an installation that has none: whoever can read its log. */
@Injectable()
export class FirstAdministrator {
  /** Nobody takes the post away from everybody, so what is taken stays taken. */
  private taken = false;

  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
  ) {}

  /** Makes a code in place of the one before. @returns it, for the log alone; null where there is or was an administrator */
  async offer(): Promise<Offered | null> {
    const code = newCode();
    const [row] = await this.database.write(NOWHERE, (db) =>
      db.query<{ offered: boolean; replaced: boolean; valid_to: Date | null }[]>('select * from offer_first_administrator($1, $2)', [
        codeHash(code),
        CODE_HOURS,
      ]),
    );
    return row?.offered && row.valid_to ? { code, replaced: row.replaced, expiresAt: row.valid_to } : null;
  }

  /** @throws Problem 'not-found' where there is or was an administrator, as if there were no such page */
  async refuseTaken(): Promise<void> {
    if (!this.taken) this.taken = (await this.state(null)) === 'taken';
    if (this.taken) throw new Problem('not-found');
  }

  /** Whether a code waits to be used. */
  async view(): Promise<FirstAdministratorView> {
    return { expired: (await this.state(null)) === 'expired' };
  }

  /**
   * Makes the administrator; the code is used up. Nobody is signed in: the new password is proved by using it.
   * @throws Problem 'wrong-first-code' | 'expired-first-code' | 'weak-password', after which the code still holds | 'not-found' | 'too-many-attempts'
   */
  async make({ code, ...draft }: FirstAdministratorDraft, address: string): Promise<void> {
    await this.throttle.pass([`first ${address}`]);
    const hash = codeHash(code);
    refuse(await this.state(hash)); // before a password is hashed for anybody who guesses
    const [clocks] = await this.database.read(NOWHERE, (db) => db.query<Clocks[]>(CLOCKS));
    const values = await administratorValues(draft, 'first-code', clocks!);
    const [row] = await this.database.write(NOWHERE, (db) =>
      db.query<{ state: State }[]>('select make_first_administrator($1, $2, $3, $4, $5, $6, $7, $8) as state', [hash, ...values]),
    );
    refuse(row!.state);
  }

  private async state(shown: Buffer | null): Promise<State> {
    const [row] = await this.database.read(NOWHERE, (db) =>
      db.query<{ state: State }[]>('select first_administrator_state($1) as state', [shown]),
    );
    return row!.state;
  }
}

function refuse(state: State): void {
  if (state === 'taken') throw new Problem('not-found');
  if (state === 'expired') throw new Problem('expired-first-code');
  if (state === 'wrong') throw new Problem('wrong-first-code');
}
