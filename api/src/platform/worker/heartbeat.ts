import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Log } from '../http/log.js';
import type { Mailer } from '../mail/mailer.js';

const BEAT_MS = 5_000;
/** The mail server is asked this often while it answers, so that health need not ask it at every call. */
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
  private asked = -ASK_MAIL_MS;
  private asking: Promise<void> | null = null;
  private stopped = false;

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
    this.stopped = true; // what the mail server may still say is for nobody: it is not waited for
    if (this.timer) clearInterval(this.timer);
    await this.inDatabase(() => this.pool.query('delete from worker_heartbeat where worker = $1', [this.worker]));
  }

  /** A mail server that keeps us waiting must not make the worker look dead: it is asked beside the beat. */
  private async beat(): Promise<void> {
    await this.inDatabase(() => this.pool.query({ ...BEAT, values: [this.worker, this.mail.ready, this.mail.answer] }));
    if (!this.mail.ready || performance.now() - this.asked > ASK_MAIL_MS)
      this.asking ??= this.askMail().finally(() => (this.asking = null));
  }

  private async askMail(): Promise<void> {
    const refusal = await this.mailer.refusal();
    if (this.stopped) return;
    this.asked = performance.now();
    const heard = { ready: refusal === null, answer: refusal ?? 'ready' };
    if (heard.answer === this.mail.answer) return;
    this.mail = heard;
    this.log[heard.ready ? 'info' : 'warn']({ answer: heard.answer }, 'mail server');
    await this.inDatabase(() => this.pool.query({ ...BEAT, values: [this.worker, heard.ready, heard.answer] }));
  }

  /** A database that is away hears no beat, which is just what health then says. */
  private async inDatabase(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.log.error({ error: String(error) }, 'no heartbeat');
    }
  }
}
