import { firstAdministrator } from '@thidua/workflows/year/cast';
import { playOrder } from '@thidua/workflows/year/timeline';
import { YearFile } from '@thidua/workflows/year/year-file.schema';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AppModule } from '../app.module.js';
import { inDataDir, type Config } from '../platform/config/config.js';
import { openLog } from '../platform/http/log.js';
import { createServer } from '../platform/http/server.js';
import { startWorker } from '../platform/worker/worker.js';
import { createAdministrator } from './administrator.js';
import { demoAccounts } from './demo-accounts.js';
import { isEmpty } from './empty.js';
import { Player } from './year/player.js';
import { ProgressBar } from './year/progress-bar.js';

/** The one password of everybody in the demonstration; it is printed beside the accounts. */
export const DEMO_PASSWORD = 'Thi-dua-2020-ban-mau';
const FILE = fileURLToPath(new URL('../../data/2020.json', import.meta.url));

/**
 * Loads the bloc of 2020 into an empty database, up to the day on which its year opens for registration, or to the end of a later day;
 * the rest is for people to play. Every write is an HTTP request under the session of the person whose task it is, on a server of this
 * process; its worker opens seals, signs and sends what falls into that time.
 * @returns whether anything was loaded
 * @throws Stopped naming the act that was refused
 */
export async function loadDemo(config: Config, ownerUrl: string): Promise<boolean> {
  if (!(await isEmpty(ownerUrl))) return false;
  const file = YearFile.parse(JSON.parse(await readFile(FILE, 'utf8')));
  const { email, name } = firstAdministrator(file)!;
  await createAdministrator(ownerUrl, email, name, DEMO_PASSWORD);
  const quiet = { ...config, logLevel: 'warn' };
  const log = openLog(quiet);
  const app = await createServer(AppModule.for('development'), quiet, log);
  const worker = await startWorker(app, quiet, log);
  try {
    await app.listen(0, '127.0.0.1');
    await playUntil(await app.getUrl(), file, config.demoUntil);
  } finally {
    await worker.stop();
    await app.close();
  }
  await writeFile(inDataDir(config, 'demo-accounts.json'), JSON.stringify(demoAccounts(file, DEMO_PASSWORD), null, 2));
  return true;
}

/** Plays the year as far as it goes, and leaves business time on the morning of the day that was asked for. */
async function playUntil(url: string, file: YearFile, untilDay: string | null): Promise<void> {
  const opened = file.cycle.acts.find((act) => act.type === 'open')!.on;
  const morning = untilDay === null ? opened : `${untilDay}T08:00:00+07:00`;
  const until = new Date(untilDay === null ? opened : `${untilDay}T23:59:59+07:00`);
  const bar = new ProgressBar(process.stdout);
  const player = new Player({ url, file, password: DEMO_PASSWORD, until, progress: (progress) => bar.show(progress) });
  await player.play();
  const last = playOrder(file).findLast(({ on }) => Date.parse(on) <= until.getTime());
  if (!last || Date.parse(last.on) < Date.parse(morning)) await player.program.setClock(morning);
}
