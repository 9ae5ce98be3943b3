import { Injectable } from '@nestjs/common';
import type { SessionView } from '@thidua/workflows/account/account.schema';
import { Problem } from '@thidua/workflows/problem';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import type { ActorRow } from '../platform/door/actor-row.js';
import type { Caller } from '../platform/door/caller.js';
import { tokenHash } from '../platform/http/caller-of.js';

const NOWHERE = { blocId: null, provinceId: null };
/** A working day, however much the session is used. */
const SESSION_HOURS = 12;
/** The most that is kept of what a browser says of itself. */
const DEVICE_MOST = 300;

/** From where somebody signs in. */
export interface Origin {
  readonly address: string;
  readonly device: string;
}

/** Sessions of the program: a secret in a cookie, of which the database knows the hash. */
@Injectable()
export class Sessions {
  constructor(private readonly database: Database) {}

  /** Begins a session and forgets those of the account that have ended. @returns its secret, for the cookie */
  async begin(accountId: string, { address, device }: Origin): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    await this.database.write(NOWHERE, async (db) => {
      await db.query('delete from session where account_id = $1 and not session_awake(session)', [accountId]);
      await db.query(
        `insert into session (token_hash, account_id, expires_at, device, address)
         values ($1, $2, clock_timestamp() + make_interval(hours => $3), $4, $5)`,
        [tokenHash(secret), accountId, SESSION_HOURS, device.slice(0, DEVICE_MOST), address],
      );
    });
    return secret;
  }

  /** Ends one session by the hash of its secret. */
  async end(token: Buffer): Promise<void> {
    await this.database.write(NOWHERE, (db) => db.query('delete from session where token_hash = $1', [token]));
  }

  /** Where the caller is signed in, last used first. @throws Problem 'sign-in-needed' */
  async list(caller: Caller): Promise<SessionView[]> {
    return this.database.read(NOWHERE, async (db) => {
      const { actor } = await sessionRow(db, caller);
      const rows = await db.query<(Omit<SessionView, 'createdAt' | 'lastSeenAt'> & { createdAt: Date; lastSeenAt: Date })[]>(
        `select id, device, address, created_at as "createdAt", last_seen_at as "lastSeenAt", token_hash = $2 as current
           from session where account_id = $1 and session_awake(session) order by last_seen_at desc, id`,
        [actor.accountId, caller.token],
      );
      return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), lastSeenAt: row.lastSeenAt.toISOString() }));
    });
  }

  /** Ends one session of the caller's own. @throws Problem 'sign-in-needed' | 'not-found' */
  async endOne(caller: Caller, id: string): Promise<void> {
    await this.database.write(NOWHERE, async (db) => {
      const { actor } = await sessionRow(db, caller);
      const [, ended] = await db.query<[unknown, number]>('delete from session where account_id = $1 and id = $2', [actor.accountId, id]);
      if (ended === 0) throw new Problem('not-found');
    });
  }

  /** Ends all sessions of the caller's but this one. @throws Problem 'sign-in-needed' */
  async endOthers(caller: Caller): Promise<void> {
    await this.database.write(NOWHERE, async (db) => {
      const { actor } = await sessionRow(db, caller);
      await db.query('delete from session where account_id = $1 and token_hash <> $2', [actor.accountId, caller.token]);
    });
  }

  /** Ends all sessions of the caller's, this one included. @throws Problem 'sign-in-needed' */
  async endAll(caller: Caller): Promise<void> {
    await this.database.write(NOWHERE, async (db) => {
      const { actor } = await sessionRow(db, caller);
      await db.query('delete from session where account_id = $1', [actor.accountId]);
    });
  }
}

/** The session's person, and the business time. @throws Problem 'sign-in-needed' */
export async function sessionRow(db: EntityManager, caller: Caller): Promise<{ actor: ActorRow; now: Date }> {
  const [row] = await db.query<{ actor: ActorRow | null; now: Date }[]>('select actor_of_session($1) as actor, business_now() as now', [
    caller.token,
  ]);
  if (!row?.actor) throw new Problem('sign-in-needed');
  return { actor: row.actor, now: row.now };
}
