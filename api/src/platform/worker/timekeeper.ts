import { Problem } from '@thidua/workflows/problem';
import type pg from 'pg';
import { camelRow } from '../database/camel.js';
import type { Log } from '../http/log.js';
import { waitAfter } from './back-off.js';
import type { DeadlineSenders } from './deadline-senders.js';

/** Nobody else looks at the deadline for this long; if the program dies meanwhile, it is taken up again afterwards. */
const LEASE_SECONDS = 20;

const CLAIM = {
  name: 'timekeeper-claim',
  text: `update deadline set attempts = attempts + 1, next_at = clock_timestamp() + make_interval(secs => $1)
          where id = (select id from deadline where done_at is null and due_at <= business_now() and next_at <= clock_timestamp()
                       order by due_at limit 1 for update skip locked) returning *`,
};
const DONE = { name: 'timekeeper-done', text: `update deadline set done_at = clock_timestamp(), last_answer = $2 where id = $1` };
const LATER = {
  name: 'timekeeper-later',
  text: `update deadline set last_answer = $2, next_at = clock_timestamp() + make_interval(secs => $3) where id = $1`,
};

interface DueDeadline {
  readonly id: string;
  readonly blocId: string;
  readonly provinceId: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly event: string;
  readonly attempts: number;
}

/** What has been overtaken by events needs no deadline any more. */
const OVERTAKEN: readonly string[] = ['not-in-this-state', 'not-found'];

/** Sends the event of every deadline that has passed, once, also when it passed while the program was down. */
export class Timekeeper {
  constructor(
    private readonly pool: pg.Pool,
    private readonly senders: DeadlineSenders,
    private readonly log: Log,
  ) {}

  /** Keeps one due deadline. @returns false when none is due */
  readonly keep = async (): Promise<boolean> => {
    const [row] = (await this.pool.query<Record<string, unknown>>({ ...CLAIM, values: [LEASE_SECONDS] })).rows;
    if (!row) return false;
    const deadline = camelRow(row) as unknown as DueDeadline;
    const answer = await this.send(deadline);
    const wait = waitAfter(deadline.attempts);
    await this.pool.query(
      answer.done ? { ...DONE, values: [deadline.id, answer.text] } : { ...LATER, values: [deadline.id, answer.text, wait] },
    );
    this.log.info({ deadline: deadline.id, kind: deadline.recordKind, event: deadline.event, ...answer }, 'deadline');
    return true;
  };

  private async send({ blocId, provinceId, recordKind, recordId, event }: DueDeadline): Promise<{ done: boolean; text: string }> {
    try {
      await this.senders.of(recordKind)({ blocId, provinceId }, recordId, event);
      return { done: true, text: 'sent' };
    } catch (error) {
      const code = error instanceof Problem ? error.code : null;
      return { done: code !== null && OVERTAKEN.includes(code), text: code ?? String(error).slice(0, 500) };
    }
  }
}
