import type { INestApplicationContext } from '@nestjs/common';
import { CheckpointFile, checkpointPath } from '../checkpoint/checkpoint-file.js';
import { openCheckpointKey } from '../checkpoint/checkpoint-key.js';
import { Checkpointer } from '../checkpoint/checkpointer.js';
import { inDataDir, type Config } from '../config/config.js';
import { loginUrl, openPool } from '../database/database.js';
import type { Log } from '../http/log.js';
import { openInbox } from '../mail/inbox.js';
import { Mailer } from '../mail/mailer.js';
import { StoredMail } from '../mail/stored-mail.js';
import { Courier } from './courier.js';
import { DeadlineSenders } from './deadline-senders.js';
import { Enclosures } from './enclosures.js';
import { Heartbeat } from './heartbeat.js';
import { Loop } from './loop.js';
import { Timekeeper } from './timekeeper.js';
import { Undelivered } from './undelivered.js';
import { Wake } from './wake.js';

/** Letters under way at once: one for each connection to the mail server, and some whose marks the database is writing meanwhile. */
export const LANES = 16;

/** A worker that runs. */
export interface RunningWorker {
  /** Where letters go. */
  readonly smtpUrl: string;
  /** Finishes what is under way, then ends. */
  stop(): Promise<void>;
}

/**
 * Starts the work that nobody presses a button for: letters, deadlines and checkpoints of the journal. Without a configured mail server (development only)
 * it opens its own, which keeps the letters for the mailbox page.
 */
export async function startWorker(app: INestApplicationContext, config: Config, log: Log): Promise<RunningWorker> {
  const key = await openCheckpointKey(config);
  const inbox = config.smtpUrl ? null : await openInbox(new StoredMail(inDataDir(config, 'mail')));
  const smtpUrl = config.smtpUrl ?? inbox!.url;
  const url = loginUrl(config.databaseUrl, 'worker');
  const pool = openPool({ connectionString: url, max: LANES + 3, idle_in_transaction_session_timeout: 120_000, pipeline: true });
  const mailer = new Mailer(smtpUrl, config);
  const courier = new Courier(pool, mailer, app.get(Enclosures), app.get(Undelivered), config, log);
  const timekeeper = new Timekeeper(pool, app.get(DeadlineSenders), log);
  const sending = new Loop('letters', LANES, courier.deliver, log);
  const keeping = new Loop('deadlines', 1, timekeeper.keep, log);
  const checkpointer = new Checkpointer(pool, key, new CheckpointFile(checkpointPath(config)), log);
  const checkpoints = new Loop('checkpoints', 1, checkpointer.keep, log);
  const heartbeat = new Heartbeat(pool, mailer, log);
  const wake = new Wake(url, { delivery: sending.ring, deadline: keeping.ring, checkpoint: checkpoints.ring }, log);
  await heartbeat.start();
  await wake.start();
  sending.ring();
  keeping.ring();
  checkpoints.ring();
  log.info({ mail: inbox ? 'own mailbox' : 'SMTP_URL' }, 'worker started');
  return {
    smtpUrl,
    stop: async () => {
      await wake.stop();
      await Promise.all([sending.stop(), keeping.stop(), checkpoints.stop()]);
      await checkpointer.atStop();
      await heartbeat.stop();
      mailer.close();
      await inbox?.close();
      await pool.end();
    },
  };
}
