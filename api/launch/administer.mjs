import { buildWhatChanged } from './build.mjs';
import { runShown } from './children.mjs';
import { databaseSecrets, openFolder } from './data-folder.mjs';
import { embeddedUrls, openDatabase } from './database.mjs';
import { report } from './failures.mjs';
import { hold, holderOf } from './lock.mjs';
import { inRoot } from './places.mjs';
import { environmentOf } from './serve.mjs';
import { readSettings } from './settings.mjs';
import { stoppingInOrder } from './stopping.mjs';

/**
 * `npx thidua …`: the administration command over the data folder. Beside a running program it uses the running database;
 * otherwise it starts the database for as long as the command takes. @returns the command's exit code
 */
export async function main(args) {
  const stopping = stoppingInOrder();
  try {
    const settings = readSettings(process.env);
    openFolder(settings.folder);
    const database = holderOf(settings.folder) ? runningDatabase(settings) : await ownDatabase(settings, stopping);
    const command = runShown({
      name: 'thidua',
      command: process.execPath,
      args: [inRoot('api', 'dist', 'cli.js'), ...args],
      env: environmentOf(settings, settings.port, database),
      cwd: process.cwd(),
      stdin: 'inherit',
    });
    stopping.add(command.stop);
    await Promise.race([command.ended, stopping.requested]);
    await stopping.stopAll();
    return command.code() ?? 1;
  } catch (error) {
    await stopping.stopAll();
    return report(error);
  }
}

const runningDatabase = ({ folder, given }) => given ?? embeddedUrls(databaseSecrets(folder));

async function ownDatabase(settings, stopping) {
  stopping.add(hold(settings.folder));
  await buildWhatChanged(stopping);
  const database = await openDatabase(settings);
  if (database.server) stopping.add(database.server.stop);
  return database;
}
