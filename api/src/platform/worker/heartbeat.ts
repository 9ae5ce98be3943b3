import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Log } from '../http/log.js';
import type { Mailer } from '../mail/mailer.js';

const BEAT_MS = 5_000;
/** The mail server is asked this often, so that health need not ask it at every call. */
const ASK_MAIL_MS = 30_000;

const BEAT = {
  name: 'heartbeat',
  text: `insert into worker_heartbeat (worker, mail_ready, mail_answer) values ($1, $2, $3)
         on conflict (worker) do update set at = clock_timestamp(), mail_ready = $2, mail_answer = $3`,
};

/** Says in the database, every few seconds, that this worker lives and whether the mail server answers. */
export class Heartbeat {
  private readonly worker = randomUUID();
  private timer: NodeJS.Timeout | null = null;
  private mail = { ready: false, answer: 'not asked yet' };
  private asked = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly mailer: Mailer,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    await this.pool.query(`delete from worker_heartbeat where at < clock_timestamp() - interval '1 day'`);
    await this.beat();
    this.timer = setInterval(() => void this.beat(), BEAT_MS);
  }

  /** Takes the own row away: a worker that was stopped on purpose is not one that fell silent. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.pool.query('delete from worker_heartbeat where worker = $1', [this.worker]).catch(() => undefined);
  }

  private async beat(): Promise<void> {
    try {
      if (!this.mail.ready || Date.now() - this.asked > ASK_MAIL_MS) await this.askMail();
      await this.pool.query({ ...BEAT, values: [this.worker, this.mail.ready, this.mail.answer] });
    } catch (error) {
      this.log.error({ error: String(error) }, 'no heartbeat');
    }
  }

  private async askMail(): Promise<void> {
    const refusal = await this.mailer.refusal();
    this.mail = { ready: refusal === null, answer: refusal ?? 'ready' };
    this.asked = Date.now();
  }
}
