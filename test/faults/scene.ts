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
  /** From now on the letters that are taken are noted in this ledger. */
  hears(other: Ledger): void;
  /** Waits until the outbox is empty: whatever happened, no letter is stuck. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** What else than one program of each a scene has. */
interface Cast {
  readonly apis?: number;
  readonly workers?: number;
  /** The address at which the worker reaches the mail server, where that is not the server's own. */
  readonly callMail?: (url: string) => Promise<string>;
  /** Variables of the environment of the programs. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Nobody scores: the stage is set sooner. */
  readonly registeringOnly?: boolean;
}

/** Sets the stage and starts everything. */
export async function openScene({ apis = 1, workers = 1, callMail, environment: more = {}, registeringOnly }: Cast = {}): Promise<Scene> {
  const world = await startWorld();
  const stage = await setStage(world, registeringOnly);
  const ledger = new Ledger();
  let hearing = ledger;
  const mail = await startMailServer({
    message: ({ email, to }) => {
      hearing.note({ what: 'letter', messageId: email.messageId ?? '', to: to.join() });
      return 250;
    },
  });
  const smtp = callMail ? await callMail(mail.url) : mail.url;
  const environment = { DATABASE_URL: world.appUrl, DATA_DIR: world.dataDir, SMTP_URL: smtp, ...more };
  const atWork = Array.from({ length: workers }, () => new Victim('worker', environment, ledger));
  const programs: Victim[] = [];
  for (let n = 0; n < apis; n += 1) programs.push(new Victim('api', { ...environment, PORT: String(await freePort()) }, ledger));
  const all = [...atWork, ...programs];
  await Promise.all(all.map((program) => program.start()));
  const outbox = () => connected(world.ownerUrl, async (db) => (await db.query(`select from delivery where state = 'queued'`)).rowCount);
  return {
    ...{ world, ledger, stage, mail, worker: atWork[0]!, workers: atWork, apis: programs },
    hears: (other) => (hearing = other),
    settled: async () => void (await eventually(async () => (await outbox()) === 0, 60)),
    close: async () => {
      await Promise.all(all.map((program) => program.stop()));
      await mail.close();
      await world.close();
    },
  };
}
