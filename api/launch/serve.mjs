import { buildWhatChanged } from './build.mjs';
import { startProgram } from './children.mjs';
import { logFile, openFolder } from './data-folder.mjs';
import { openDatabase } from './database.mjs';
import { forgetHalfDemo, loadDemo } from './demo.mjs';
import { Failure, report } from './failures.mjs';
import { hold } from './lock.mjs';
import { inRoot, root } from './places.mjs';
import { demandPort } from './ports.mjs';
import { until } from './processes.mjs';
import { during, say } from './say.mjs';
import { readSettings } from './settings.mjs';
import { refusedOr, runCommand } from './steps.mjs';
import { stoppingInOrder } from './stopping.mjs';
import { welcome } from './welcome.mjs';

const READY_WITHIN = 120;

/** `npm start`: everything from an empty folder to a serving program; returns when it was asked to stop. @returns the exit code */
export async function main() {
  const stopping = stoppingInOrder();
  // The signal may come while the program is still starting: then what has been started so far is stopped.
  const interrupted = stopping.requested.then(() => 'interrupted');
  try {
    const failed = await Promise.race([interrupted, serve(stopping)]);
    if (failed === 'interrupted') say('\n• Đang dừng · Stopping …');
    await stopping.stopAll();
    return 0;
  } catch (error) {
    await stopping.stopAll();
    return report(error);
  }
}

async function serve(stopping) {
  const settings = readSettings(process.env);
  openFolder(settings.folder);
  stopping.add(hold(settings.folder));
  const port = await demandPort(settings.port, settings.host);
  await buildWhatChanged(stopping);
  process.umask(0o077); // what the program writes from here on (keys, mail, logs) is for this user only
  const database = await during(settings.given ? 'Kết nối PostgreSQL · PostgreSQL' : 'Khởi động PostgreSQL · Starting PostgreSQL', () =>
    openDatabase(settings),
  );
  if (database.server) stopping.add(database.server.stop);
  const env = environmentOf(settings, port, database);
  await prepareData(settings, env, database, stopping);
  const programs = startPrograms(settings, env, stopping);
  const firstEnd = endOfAny(programs, database);
  await Promise.race([firstEnd, during('Khởi động máy chủ · Starting the server', () => demandHealth(settings, port, programs))]);
  const withoutAdministrator = await asksForAdministrator(settings, port);
  say(welcome({ address: `http://localhost:${port}`, folder: settings.folder, mode: settings.mode, withoutAdministrator }));
  await firstEnd;
}

/** What every process of the program is told. Secrets that stood in files have been read. */
export function environmentOf({ folder, mode, host }, port, { url, ownerUrl }) {
  const read = { DATABASE_URL: url, DATABASE_URL_FILE: undefined, DATABASE_OWNER_URL: ownerUrl, DATABASE_OWNER_URL_FILE: undefined };
  return { PORT: String(port), HOST: host, DATA_DIR: folder, THIDUA_MODE: mode, ...read };
}

async function prepareData(settings, env, database, stopping) {
  await forgetHalfDemo(settings, database);
  const log = logFile(settings.folder, 'migrate');
  await during('Nâng cấp cơ sở dữ liệu · Migrating the database', () =>
    runCommand('migrate', { env, log, otherwise: 'migration-failed', stopping }),
  );
  await loadDemo(settings, env, stopping);
}

/** The running program does not know the owner's login: only migrations and the administration command use it. */
export function startPrograms({ folder }, env, stopping) {
  const start = (name, file) => {
    const program = startProgram({
      name,
      args: [inRoot('api', 'dist', file)],
      env: { ...env, DATABASE_OWNER_URL: undefined },
      log: logFile(folder, name),
      cwd: root,
    });
    stopping.add(program.stop);
    return program;
  };
  return [start('api', 'main.js'), start('worker', 'worker.js')];
}

/** Rejects when one of the processes ends although nobody asked it to. */
function endOfAny(programs, { server, log }) {
  const parts = server ? [...programs, { name: 'PostgreSQL', ended: server.ended, log }] : programs;
  return Promise.race(
    parts.map(async (part) => {
      const how = await part.ended;
      throw refusedOr(part.log, new Failure('process-ended', { name: part.name, how, log: part.log }));
    }),
  );
}

/** Waits until the program says that all its parts are ready. @throws Failure not-ready, naming the parts that are not */
export async function demandHealth(settings, port, [api], seconds = READY_WITHIN) {
  const address = `${ownAddress(settings, port)}/api/health`;
  let last = 'no answer';
  const isReady = async () => {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch((error) => error);
    last = answer.status ? `/api/health ${answer.status}${await failingParts(answer)}` : String(answer.cause?.code ?? answer.message);
    return answer.status === 200;
  };
  if (await until(isReady, seconds * 1000, 50)) return;
  throw refusedOr(api.log, new Failure('not-ready', { seconds, detail: last, log: api.log }));
}

/** Where this machine reaches the program. */
function ownAddress({ host }, port) {
  const at = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${at.includes(':') ? `[${at}]` : at}:${port}`;
}

/** Whether the program waits for its first administrator; there is no such page once it has one. */
async function asksForAdministrator(settings, port) {
  const answer = await fetch(`${ownAddress(settings, port)}/api/first-administrator`);
  return answer.status === 200;
}

/** What the answer says of the parts that are not ready. */
async function failingParts(answer) {
  const { parts = [] } = await answer.json().catch(() => ({}));
  return parts
    .filter(({ state }) => state === 'failing')
    .map(({ name, reason }) => ` · ${name.vi}: ${reason.vi} ${name.en}: ${reason.en}`)
    .join('');
}
