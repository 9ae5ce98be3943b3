import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logFile, mending } from './data-folder.mjs';
import { emptyDatabase } from './database.mjs';
import { Failure } from './failures.mjs';
import { during } from './say.mjs';
import { runCommand } from './steps.mjs';
import { demoAccounts } from './welcome.mjs';

/** Stands in the data folder while the demonstration is being loaded: whoever finds it at a start finds half a bloc. */
const markIn = (folder) => join(folder, 'demo-loading');

/** Begins anew where an earlier start was killed while it loaded the demonstration. @throws Failure demo-half-loaded */
export async function forgetHalfDemo({ folder, given }, database) {
  const mark = markIn(folder);
  if (!existsSync(mark)) return;
  if (given) throw new Failure('demo-half-loaded', { mark });
  await emptyDatabase(database);
  rmSync(join(folder, 'mail'), { recursive: true, force: true });
  rmSync(mark);
}

/** Loads the demonstration at the first start in the development mode. @throws Failure demo-failed */
export async function loadDemo({ folder, mode }, env, stopping) {
  if (mode !== 'development' || existsSync(demoAccounts(folder))) return;
  const log = logFile(folder, 'demo');
  mending(folder, () => writeFileSync(markIn(folder), '', { mode: 0o600, flush: true }));
  await during('Nạp dữ liệu mẫu năm 2020 · Loading the 2020 bloc', () =>
    runCommand('demo', { env, log, otherwise: 'demo-failed', stopping }),
  );
  rmSync(markIn(folder));
}
