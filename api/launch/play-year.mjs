import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhatChanged } from './build.mjs';
import { runShown } from './children.mjs';
import { logFile, openFolder } from './data-folder.mjs';
import { openDatabase } from './database.mjs';
import { report } from './failures.mjs';
import { inRoot } from './places.mjs';
import { freePort } from './ports.mjs';
import { during, say } from './say.mjs';
import { demandHealth, environmentOf, startPrograms } from './serve.mjs';
import { runCommand } from './steps.mjs';
import { stoppingInOrder } from './stopping.mjs';

/**
 * Plays a whole year over HTTP on the built server, in processes of its own, on an empty database in a temporary folder.
 * The file is checked before anything is started. @returns the exit code of the player
 */
export async function main(args) {
  const stopping = stoppingInOrder();
  const folder = mkdtempSync(join(tmpdir(), 'thidua-year-'));
  try {
    await buildWhatChanged(stopping);
    // Without a folder to write to, the command itself says how it is used.
    const named = args.some((word) => word.split('=')[0] === '--out');
    const checked = await player([named ? 'check-year' : 'year', ...args], {}, stopping);
    if (checked !== 0 || !named) return checked;
    return await Promise.race([play(args, folder, stopping), stopping.requested.then(() => 130)]);
  } catch (error) {
    return report(error);
  } finally {
    await stopping.stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the processes wrote, for whoever looks why a year stopped. */
function keepLogs(folder) {
  const kept = mkdtempSync(join(tmpdir(), 'thidua-year-logs-'));
  cpSync(join(folder, 'logs'), kept, { recursive: true });
  say(`  Nhật ký · Logs: ${kept}`);
}

async function play(args, folder, stopping) {
  const settings = { folder, mode: 'development', host: '127.0.0.1', given: null };
  openFolder(folder);
  const port = await freePort();
  const database = await during('Khởi động PostgreSQL · Starting PostgreSQL', () => openDatabase(settings));
  stopping.add(database.server.stop);
  const env = { ...environmentOf(settings, port, database), LOG_LEVEL: 'warn' };
  await during('Chuẩn bị cơ sở dữ liệu · Preparing the database', () =>
    runCommand('migrate', { env, log: logFile(folder, 'migrate'), otherwise: 'migration-failed', stopping }),
  );
  const programs = startPrograms(settings, env, stopping);
  await during('Khởi động máy chủ · Starting the server', () => demandHealth(settings, port, programs));
  const code = await player(['year', '--url', `http://127.0.0.1:${port}`, ...args], env, stopping);
  if (code !== 0) keepLogs(folder);
  return code;
}

/** Runs the player in a process of its own, its progress on this terminal. @returns its exit code */
async function player(args, env, stopping) {
  const command = runShown({
    name: 'year',
    command: process.execPath,
    args: [inRoot('api', 'dist', 'cli.js'), ...args],
    env,
    cwd: process.cwd(),
  });
  stopping.add(command.stop);
  await command.ended;
  return command.code() ?? 1;
}
