import { Injectable } from '@nestjs/common';
import type { BlocChoice, Credentials, Me, PasswordChange, PostView } from '@thidua/workflows/account/account.schema';
import type { Post } from '@thidua/workflows/actor';
import { Problem } from '@thidua/workflows/problem';
import { roleName } from '@thidua/workflows/words';
import { vietnamDay } from '@thidua/workflows/working-days';
import type { Language } from '@thidua/workflows/wording';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import type { ActorRow } from '../platform/door/actor-row.js';
import type { Caller } from '../platform/door/caller.js';
import { tokenHash } from '../platform/http/caller-of.js';
import { Account } from './account.entity.js';
import { hashPassword, passwordHolds } from './password.js';
import { Throttle } from './throttle.js';

const NOWHERE = { blocId: null, provinceId: null };
/** A working day; idleness is bounded by the sign-in issue. */
const SESSION_HOURS = 12;

/** A session that begins: its secret for the cookie, and who it is. */
export interface Begun {
  readonly secret: string;
  readonly me: Me;
}

@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly config: Config,
  ) {}

  /** Signs in. @throws Problem 'wrong-sign-in' whatever half was wrong, 'too-many-attempts' */
  async signIn(credentials: Credentials, address: string, language: Language): Promise<Begun> {
    const attempts = await this.throttle.pass([`e-mail ${credentials.email}`, `address ${address}`]);
    const account = await this.database.read(NOWHERE, (db) => db.getRepository(Account).findOneBy({ email: credentials.email }));
    if (!(await passwordHolds(account?.disabledAt ? null : (account?.passwordHash ?? null), credentials.password)) || !account)
      throw new Problem('wrong-sign-in');
    await this.throttle.forgive(attempts);
    const secret = randomBytes(32).toString('base64url');
    const token = tokenHash(secret);
    await this.database.write(NOWHERE, (db) =>
      db.query(`insert into session (token_hash, account_id, expires_at) values ($1, $2, clock_timestamp() + make_interval(hours => $3))`, [
        token,
        account.id,
        SESSION_HOURS,
      ]),
    );
    return { secret, me: await this.me({ token, actingAs: null, key: null, requestHash: '', language }) };
  }

  /** Ends the session. */
  async signOut(caller: Caller): Promise<void> {
    await this.database.write(NOWHERE, (db) => db.query('delete from session where token_hash = $1', [caller.token]));
  }

  /** Who is signed in. @throws Problem 'sign-in-needed' */
  async me(caller: Caller): Promise<Me> {
    return this.database.read(NOWHERE, async (db) => {
      const { actor, now } = await sessionRow(db, caller);
      const blocs = await db.query<BlocRow[]>('select * from blocs_of($1)', [caller.token]);
      return {
        personId: actor.personId,
        name: actor.name,
        email: actor.email,
        posts: await this.postViews(db, caller, actor.posts),
        blocs: blocChoices(blocs),
        mode: this.config.mode,
        today: vietnamDay(now),
      };
    });
  }

  /** Changes the own password and ends all other sessions. @throws Problem 'wrong-password' | 'weak-password' */
  async changePassword(caller: Caller, change: PasswordChange): Promise<void> {
    const { actor } = await this.database.read(NOWHERE, (db) => sessionRow(db, caller));
    const account = await this.database.read(NOWHERE, (db) => db.getRepository(Account).findOneByOrFail({ id: actor.accountId }));
    if (!(await passwordHolds(account.passwordHash, change.current))) throw new Problem('wrong-password');
    const passwordHash = await hashPassword(change.next);
    await this.database.write(NOWHERE, async (db) => {
      await db.query('update account set password_hash = $2 where id = $1', [account.id, passwordHash]);
      await db.query('delete from session where account_id = $1 and token_hash <> $2', [account.id, caller.token]);
    });
  }

  private async postViews(db: EntityManager, caller: Caller, posts: readonly Post[]): Promise<PostView[]> {
    const names = new Map(
      (
        await db.query<{ key: string; unitName: string | null; blocSlug: string | null; year: number | null }[]>(
          'select * from post_names($1)',
          [caller.token],
        )
      ).map((row) => [row.key, row]),
    );
    return posts.map((post) => {
      const found = names.get(`${post.unitId ?? ''} ${post.cycleId ?? ''}`);
      return {
        ...post,
        roleName: roleName(post.role, caller.language),
        unitName: found?.unitName ?? null,
        blocSlug: found?.blocSlug ?? null,
        year: found?.year ?? null,
      };
    });
  }
}

interface BlocRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly short_name: string;
  readonly years: number[];
}

const blocChoices = (rows: readonly BlocRow[]): z.infer<typeof BlocChoice>[] =>
  rows.map((row) => ({ id: row.id, slug: row.slug, name: row.name, shortName: row.short_name, years: row.years }));

/** The session's person. @throws Problem 'sign-in-needed' */
async function sessionRow(db: EntityManager, caller: Caller): Promise<{ actor: ActorRow; now: Date }> {
  const [row] = await db.query<{ actor: ActorRow | null; now: Date }[]>('select actor_of_session($1) as actor, business_now() as now', [
    caller.token,
  ]);
  if (!row?.actor) throw new Problem('sign-in-needed');
  return { actor: row.actor, now: row.now };
}
