import { Injectable } from '@nestjs/common';
import type { ProofGiven } from '@thidua/workflows/account/account.schema';
import { Problem } from '@thidua/workflows/problem';
import { Database } from '../platform/database/database.js';
import type { Caller } from '../platform/door/caller.js';
import { Account } from './account.entity.js';
import { passwordHolds } from './password.js';
import { SecondFactor } from './second-factor.js';
import { sessionRow } from './sessions.js';
import { Throttle } from './throttle.js';

const NOWHERE = { blocId: null, provinceId: null };

/** Proving anew that a session is its owner's, before what an open session alone cannot do (workflows/account/proof.ts). */
@Injectable()
export class Proofs {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly factor: SecondFactor,
  ) {}

  /**
   * Proves by the code of the account's second factor where it has one, else by its password: a password alone does not do then.
   * @throws Problem 'sign-in-needed' | 'needs-code' | 'wrong-code' | 'wrong-password' | 'too-many-attempts'
   */
  async prove(caller: Caller, given: ProofGiven): Promise<void> {
    const { accountId } = (await this.database.read(NOWHERE, (db) => sessionRow(db, caller))).actor;
    const code = 'code' in given ? given.code : undefined;
    if (!code) await this.factor.require(accountId, code); // whoever is told that a code is asked for has guessed nothing
    const attempts = await this.throttle.pass([`proof ${accountId}`]);
    const byCode = await this.factor.require(accountId, code);
    if (!byCode && !(await this.passwordHolds(accountId, given))) throw new Problem('wrong-password');
    await this.throttle.forgive(attempts);
    await this.database.write(NOWHERE, (db) =>
      db.query('update session set proved_at = clock_timestamp() where token_hash = $1 and session_awake(session)', [caller.token]),
    );
  }

  private async passwordHolds(accountId: string, given: ProofGiven): Promise<boolean> {
    if (!('password' in given)) return false;
    const account = await this.database.read(NOWHERE, (db) => db.getRepository(Account).findOneByOrFail({ id: accountId }));
    return passwordHolds(account.passwordHash, given.password);
  }
}
