import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

const NOWHERE = { blocId: null, provinceId: null };
/** How exactly the last use of a session is kept; a write for every request would cost more than it tells. */
const EVERY = 60_000;
/** Sessions remembered by one process; when there are more, all are forgotten, which costs each of them one write. */
const MOST = 10_000;

/** Keeps a session awake while it is used. One that has slept too long is not woken: `session_awake` says which. */
@Injectable()
export class SessionUse {
  private readonly touched = new Map<string, number>();

  constructor(private readonly database: Database) {}

  /** Whether a session is still open. */
  async isAwake(token: Buffer): Promise<boolean> {
    const [row] = await this.database.read(NOWHERE, (db) =>
      db.query<{ awake: boolean }[]>('select actor_of_session($1) is not null as awake', [token]),
    );
    return row!.awake;
  }

  /** Notes that a session was used now. */
  async touch(token: Buffer): Promise<void> {
    const key = token.toString('base64');
    const now = performance.now();
    if (now - (this.touched.get(key) ?? -EVERY) < EVERY) return;
    if (this.touched.size >= MOST) this.touched.clear();
    this.touched.set(key, now);
    await this.database.write(NOWHERE, (db) =>
      db.query('update session set last_seen_at = clock_timestamp() where token_hash = $1 and session_awake(session)', [token]),
    );
  }
}
