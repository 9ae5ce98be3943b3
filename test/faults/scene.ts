import { freePort } from '../../api/launch/ports.mjs';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { connected } from '../support/rows.js';
import { eventually } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';
import { Ledger } from './ledger.js';
import { setStage, type Stage } from './load.js';
import { Victim } from './victim.js';

/** A system that may be struck: built programs on a real database and mail server, and the ledger of all that is seen from outside. */
export interface Scene {
  readonly world: World;
  readonly ledger: Ledger;
  readonly stage: Stage;
  readonly mail: MailServer;
  readonly worker: Victim;
  readonly workers: readonly Victim[];
  /** So many API programs on the one database. */
  readonly apis: readonly Victim[];
  /** Waits until the outbox is empty: whatever happened, no letter is stuck. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Sets the stage and starts everything. */
export async function openScene(apis = 1, workers = 1): Promise<Scene> {
  const world = await startWorld();
  const stage = await setStage(world);
  const ledger = new Ledger();
  const mail = await startMailServer({
    message: ({ email, to }) => {
      ledger.note({ what: 'letter', messageId: email.messageId ?? '', to: to.join() });
      return 250;
    },
  });
  const environment = { DATABASE_URL: world.appUrl, DATA_DIR: world.dataDir, SMTP_URL: mail.url };
  const atWork = Array.from({ length: workers }, () => new Victim('worker', environment, ledger));
  const programs: Victim[] = [];
  for (let n = 0; n < apis; n += 1) programs.push(new Victim('api', { ...environment, PORT: String(await freePort()) }, ledger));
  const all = [...atWork, ...programs];
  await Promise.all(all.map((program) => program.start()));
  const outbox = () => connected(world.ownerUrl, async (db) => (await db.query(`select from delivery where state = 'queued'`)).rowCount);
  return {
    ...{ world, ledger, stage, mail, worker: atWork[0]!, workers: atWork, apis: programs },
    settled: async () => void (await eventually(async () => (await outbox()) === 0, 60)),
    close: async () => {
      await Promise.all(all.map((program) => program.stop()));
      await mail.close();
      await world.close();
    },
  };
}
