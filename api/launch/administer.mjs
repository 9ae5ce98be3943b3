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

/** Commands that open no database: they look at files, or speak to the running program as a person does. */
const ONLY_FILES = ['check-year', 'schemas', 'permissions', 'import'];

/**
 * `npx thidua …`: the administration command over the data folder. Beside a running program it uses the running database;
 * otherwise it starts the database for as long as the command takes. @returns the command's exit code
 */
export async function main(args) {
  const stopping = stoppingInOrder();
  try {
    const command = runShown({
      name: 'thidua',
      command: process.execPath,
      args: [inRoot('api', 'dist', 'cli.js'), ...args],
      env: await environmentFor(args[0], stopping),
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

/** What the command is told: where its database is, unless it only looks at files. */
async function environmentFor(name, stopping) {
  if (ONLY_FILES.includes(name)) {
    await buildWhatChanged(stopping);
    return {};
  }
  const settings = readSettings(process.env);
  openFolder(settings.folder);
  const database = holderOf(settings.folder) ? runningDatabase(settings) : await ownDatabase(settings, stopping);
  return environmentOf(settings, settings.port, database);
}

const runningDatabase = ({ folder, given }) => given ?? embeddedUrls(databaseSecrets(folder));

async function ownDatabase(settings, stopping) {
  stopping.add(hold(settings.folder));
  await buildWhatChanged(stopping);
  const database = await openDatabase(settings);
  if (database.server) stopping.add(database.server.stop);
  return database;
}
