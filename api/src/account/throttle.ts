import { Injectable } from '@nestjs/common';
import { Problem } from '@thidua/workflows/problem';
import { Database } from '../platform/database/database.js';

const NOWHERE = { blocId: null, provinceId: null };
/** Attempts within a quarter of an hour before the door slows down; an address may serve an office of many people. */
const LIMITS = { 'e-mail': 8, browser: 8, address: 60, receipt: 30, reset: 3, link: 30, proof: 8, first: 10, 'mail-test': 5 } as const;
const WINDOW_MINUTES = 15;

/** Slows guessing down, by what is guessed at and by where it comes from. Nobody is locked out for longer than the window. */
@Injectable()
export class Throttle {
  constructor(private readonly database: Database) {}

  /** Counts an attempt for each subject (`kind value`). @returns the ids of the attempts. @throws Problem 'too-many-attempts' with the seconds to wait */
  async pass(subjects: readonly string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const subject of subjects) {
      const counted = await this.count(subject, LIMITS[subject.split(' ')[0] as keyof typeof LIMITS]);
      if (typeof counted === 'number') throw new Problem('too-many-attempts', { seconds: counted });
      ids.push(counted.id);
    }
    return ids;
  }

  /** Takes attempts back that turned out to be no guesses, so that an office that signs in does not use up its address. */
  async forgive(ids: readonly string[]): Promise<void> {
    await this.database.write(NOWHERE, (db) => db.query('delete from sign_in_attempt where id = any($1)', [ids]));
  }

  /** The attempt, or the seconds to wait; under a lock of the subject, so that attempts at the same moment are counted one by one. */
  private async count(subject: string, limit: number): Promise<{ id: string } | number> {
    return this.database.write(NOWHERE, async (db) => {
      await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
      await db.query(`delete from sign_in_attempt where subject = $1 and at < clock_timestamp() - make_interval(mins => $2)`, [
        subject,
        WINDOW_MINUTES,
      ]);
      const [row] = await db.query<{ attempts: number; wait: number }[]>(
        `select count(*)::int as attempts, ceil(extract(epoch from min(at) + make_interval(mins => $2) - clock_timestamp()))::int as wait from sign_in_attempt where subject = $1`,
        [subject, WINDOW_MINUTES],
      );
      if (row && row.attempts >= limit) return Math.max(row.wait, 1);
      const [attempt] = await db.query<{ id: string }[]>(
        'insert into sign_in_attempt (subject, at) values ($1, clock_timestamp()) returning id',
        [subject],
      );
      return attempt!;
    });
  }
}
