import { Injectable } from '@nestjs/common';
import type { BlocChoice, Credentials, Me, PasswordChange, PostView } from '@thidua/workflows/account/account.schema';
import type { Post } from '@thidua/workflows/actor';
import type { TermView } from '@thidua/workflows/person/person.schema';
import { standingOf } from '@thidua/workflows/person/terms';
import { Problem } from '@thidua/workflows/problem';
import { roleName } from '@thidua/workflows/words';
import { vietnamDay } from '@thidua/workflows/working-days';
import type { Language } from '@thidua/workflows/wording';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import type { Caller } from '../platform/door/caller.js';
import { tokenHash } from '../platform/http/caller-of.js';
import { sha256 } from '../platform/journal/canonical.js';
import { LetterLinks } from '../platform/mail/letter-links.js';
import { Account } from './account.entity.js';
import { hashPassword, passwordHolds } from './password.js';
import { SecondFactor } from './second-factor.js';
import { sessionRow, Sessions, type Origin } from './sessions.js';
import { Throttle } from './throttle.js';

const TERMS = `
  select id, role, title, unit_id as "unitId", unit_name as "unitName", bloc_slug as "blocSlug", year, valid_from as "from", valid_to as "to" from terms_of($1)`;
const FIRST_STEPS = 'select first_steps_ended_at is null as shown from account where id = $1';
const NOWHERE = { blocId: null, provinceId: null };

/** A session that begins: its secret for the cookie, the sign by which this browser is known later, and who it is. */
export interface Begun {
  readonly secret: string;
  readonly known: string;
  readonly me: Me;
}

/** What comes with credentials: from where, and the sign of a browser that was let in before. */
export interface SignInOrigin extends Origin {
  readonly known: string | null;
}

@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly sessions: Sessions,
    private readonly factor: SecondFactor,
    private readonly links: LetterLinks,
    private readonly config: Config,
  ) {}

  /**
   * Signs in. Guesses count against the account, and a browser that was let in before counts for itself: who guesses from elsewhere
   * cannot keep the owner out.
   * @throws Problem 'wrong-sign-in' whatever half was wrong | 'needs-code' | 'wrong-code' | 'too-many-attempts'
   */
  async signIn(credentials: Credentials, origin: SignInOrigin, language: Language): Promise<Begun> {
    const account = await this.database.read(NOWHERE, (db) => db.getRepository(Account).findOneBy({ email: credentials.email }));
    const known = account && origin.known ? (await this.links.idOf('known-browsers', origin.known)) === account.id : false;
    const guessed = known ? `browser ${sha256(origin.known!)}` : `e-mail ${credentials.email}`;
    const attempts = await this.throttle.pass([guessed, `address ${origin.address}`]);
    if (!(await passwordHolds(account?.disabledAt ? null : (account?.passwordHash ?? null), credentials.password)) || !account)
      throw new Problem('wrong-sign-in');
    await this.factor.require(account.id, credentials.code);
    await this.throttle.forgive(attempts);
    const secret = await this.sessions.begin(account.id, origin);
    const me = await this.me({ token: tokenHash(secret), actingAs: null, key: null, requestHash: '', language });
    return { secret, known: await this.links.tokenOf('known-browsers', account.id), me };
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
        firstSteps: (await db.query<{ shown: boolean }[]>(FIRST_STEPS, [actor.accountId]))[0]!.shown,
      };
    });
  }

  /** The terms of one's own posts, the newest first. @throws Problem 'sign-in-needed' */
  async terms(caller: Caller): Promise<TermView[]> {
    return this.database.read(NOWHERE, async (db) => {
      const { now } = await sessionRow(db, caller);
      const today = vietnamDay(now);
      const rows = await db.query<Omit<TermView, 'roleName' | 'standing'>[]>(TERMS, [caller.token]);
      return rows.map((row) => ({ ...row, roleName: roleName(row.role, caller.language), standing: standingOf(row, today) }));
    });
  }

  /** Changes the own password and ends all other sessions. @throws Problem 'wrong-password' | 'weak-password' | 'too-many-attempts' */
  async changePassword(caller: Caller, change: PasswordChange): Promise<void> {
    const { actor } = await this.database.read(NOWHERE, (db) => sessionRow(db, caller));
    const attempts = await this.throttle.pass([`proof ${actor.accountId}`]);
    const account = await this.database.read(NOWHERE, (db) => db.getRepository(Account).findOneByOrFail({ id: actor.accountId }));
    if (!(await passwordHolds(account.passwordHash, change.current))) throw new Problem('wrong-password');
    await this.throttle.forgive(attempts);
    const passwordHash = await hashPassword(change.next, [actor.name, actor.email]);
    await this.database.write(NOWHERE, async (db) => {
      await db.query('update account set password_hash = $2 where id = $1', [account.id, passwordHash]);
      await db.query('delete from session where account_id = $1 and token_hash <> $2', [account.id, caller.token]);
      await db.query(`select tell_account($1, $1, 'password-changed')`, [account.id]);
    });
  }

  /** Ends the first steps above My work; once they have ended, nothing changes. @throws Problem 'sign-in-needed' */
  async endFirstSteps(caller: Caller): Promise<void> {
    await this.database.write(NOWHERE, async (db) => {
      const { actor } = await sessionRow(db, caller);
      await db.query('update account set first_steps_ended_at = clock_timestamp() where id = $1 and first_steps_ended_at is null', [
        actor.accountId,
      ]);
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
