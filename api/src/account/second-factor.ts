import { Injectable } from '@nestjs/common';
import type { FactorBegun, FactorView, RecoveryCodes } from '@thidua/workflows/account/account.schema';
import { Problem } from '@thidua/workflows/problem';
import { randomInt } from 'node:crypto';
import { generateSecret, generateURI, NobleCryptoPlugin, ScureBase32Plugin, TOTP } from 'otplib';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import type { Caller } from '../platform/door/caller.js';
import { sha256 } from '../platform/journal/canonical.js';
import { Account } from './account.entity.js';
import { passwordHolds } from './password.js';
import { SecondFactorRow } from './second-factor.entity.js';
import { sessionRow } from './sessions.js';
import { Throttle } from './throttle.js';

const NOWHERE = { blocId: null, provinceId: null };
const ISSUER = 'Thi Đua';
/** A step is 30 seconds (RFC 6238); a clock may be one step off. */
const TOLERANCE_SECONDS = 30;
const totp = new TOTP({ crypto: new NobleCryptoPlugin(), base32: new ScureBase32Plugin() });
const RECOVERY_CODES = 10;
/** Letters and digits that nobody mistakes for one another, read aloud or written by hand. */
const PLAIN = '23456789abcdefghjkmnpqrstuvwxyz';

/** A code of the person's own device beside the password (RFC 6238), and codes for the day on which it is lost. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
  ) {}

  /** Whether the caller's account asks for a code, and how many recovery codes are left. @throws Problem 'sign-in-needed' */
  view(caller: Caller): Promise<FactorView> {
    return this.database.read(NOWHERE, async (db) => {
      const { actor } = await sessionRow(db, caller);
      const [row] = await db.query<{ confirmed: string | null; left: number }[]>(
        `select (select confirmed_at from second_factor where account_id = $1) as confirmed,
                (select count(*)::int from recovery_code where account_id = $1 and used_at is null) as left`,
        [actor.accountId],
      );
      return { confirmedAt: row?.confirmed ? new Date(row.confirmed).toISOString() : null, recoveryCodesLeft: row?.left ?? 0 };
    });
  }

  /**
   * Begins with a secret for the person's application. Nothing is asked for until one code of it has been entered.
   * @throws Problem 'wrong-password' | 'already-exists' | 'too-many-attempts'
   */
  async begin(caller: Caller, password: string): Promise<FactorBegun> {
    const { actor } = await this.database.read(NOWHERE, (db) => sessionRow(db, caller));
    const attempts = await this.throttle.pass([`proof ${actor.accountId}`]);
    const account = await this.database.read(NOWHERE, (db) => db.getRepository(Account).findOneByOrFail({ id: actor.accountId }));
    if (!(await passwordHolds(account.passwordHash, password))) throw new Problem('wrong-password');
    await this.throttle.forgive(attempts);
    return this.database.write(NOWHERE, async (db) => {
      const secret = generateSecret();
      const made = await db.query<unknown[]>(
        `insert into second_factor (account_id, secret) values ($1, $2)
         on conflict (account_id) do update set secret = excluded.secret, created_at = clock_timestamp(), last_step = 0
           where second_factor.confirmed_at is null returning 1`,
        [actor.accountId, secret],
      );
      if (made.length === 0) throw new Problem('already-exists', { what: ISSUER });
      return { secret, uri: generateURI({ issuer: ISSUER, label: actor.email, secret }) };
    });
  }

  /** From now on a code is asked for. @returns the recovery codes, which are shown this once. @throws Problem 'wrong-code' | 'not-found' when it has not begun or is confirmed already */
  confirm(caller: Caller, code: string): Promise<RecoveryCodes> {
    return this.database.write(NOWHERE, async (db) => {
      const { actor } = await sessionRow(db, caller);
      const factor = await db.getRepository(SecondFactorRow).findOneBy({ accountId: actor.accountId });
      if (!factor || factor.confirmedAt) throw new Problem('not-found');
      if (!(await codeHolds(db, factor, code))) throw new Problem('wrong-code');
      await db.query('update second_factor set confirmed_at = clock_timestamp() where account_id = $1', [actor.accountId]);
      await db.query(`select tell_account($1, $1, 'factor-added')`, [actor.accountId]);
      return { codes: await newRecoveryCodes(db, actor.accountId) };
    });
  }

  /** No code is asked for any more: by a code, so that an open session alone is not enough. @throws Problem 'wrong-code' | 'too-many-attempts' */
  async remove(caller: Caller, code: string): Promise<void> {
    const { accountId } = (await this.database.read(NOWHERE, (db) => sessionRow(db, caller))).actor;
    const attempts = await this.throttle.pass([`proof ${accountId}`]);
    await this.require(accountId, code);
    await this.throttle.forgive(attempts);
    await this.database.write(NOWHERE, async (db) => {
      await db.query('delete from recovery_code where account_id = $1', [accountId]);
      await db.query('delete from second_factor where account_id = $1', [accountId]);
      await db.query(`select tell_account($1, $1, 'factor-removed')`, [accountId]);
    });
  }

  /** Asks for the code of an account that has a second factor. @returns whether it has one. @throws Problem 'needs-code' without one, 'wrong-code' */
  require(accountId: string, code: string | undefined): Promise<boolean> {
    return this.database.write(NOWHERE, async (db) => {
      const factor = await db.getRepository(SecondFactorRow).findOneBy({ accountId });
      if (!factor?.confirmedAt) return false;
      if (!code) throw new Problem('needs-code');
      if (!(await codeHolds(db, factor, code)) && !(await recoveryHolds(db, accountId, code))) throw new Problem('wrong-code');
      return true;
    });
  }
}

/**
 * Whether a code is of this moment and has not been used; it is used by asking. Two that ask at once: one is told no. The moment is the
 * database's: programs on machines whose clocks differ take the same codes.
 */
async function codeHolds(db: EntityManager, { accountId, secret }: SecondFactorRow, code: string): Promise<boolean> {
  const plain = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(plain)) return false;
  const [now] = await db.query<{ epoch: number }[]>('select floor(extract(epoch from clock_timestamp()))::float as epoch');
  const result = await totp.verify(plain, { secret, epoch: now!.epoch, epochTolerance: TOLERANCE_SECONDS });
  if (!result.valid) return false;
  const [, used] = await db.query<[unknown, number]>('update second_factor set last_step = $2 where account_id = $1 and last_step < $2', [
    accountId,
    result.timeStep,
  ]);
  return used === 1;
}

/** Whether a recovery code holds; it is used by asking. */
async function recoveryHolds(db: EntityManager, accountId: string, code: string): Promise<boolean> {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '');
  const [, used] = await db.query<[unknown, number]>(
    'update recovery_code set used_at = clock_timestamp() where account_id = $1 and code_hash = $2 and used_at is null',
    [accountId, hashOf(accountId, plain)],
  );
  return used === 1;
}

async function newRecoveryCodes(db: EntityManager, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => Array.from({ length: 10 }, () => PLAIN[randomInt(PLAIN.length)]!).join(''));
  await db.query('delete from recovery_code where account_id = $1', [accountId]);
  await db.query('insert into recovery_code (account_id, code_hash) select $1, unnest($2::text[])', [
    accountId,
    codes.map((code) => hashOf(accountId, code)),
  ]);
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/** Ten characters of 31 are 49 bits: nothing that one tries through the throttle. */
const hashOf = (accountId: string, code: string): string => sha256(`${accountId} ${code}`);
