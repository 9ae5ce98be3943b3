import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '../../../api/launch/ports.mjs';
import { ROOT } from '../../support/launcher.js';
import { startMailServer } from '../../support/mail-server.js';
import { eventually } from '../../support/worker.js';
import type { Addresses } from '../../support/world.js';
import type { Ledger } from '../ledger.js';
import type { Person, Seen, Stage, ToClient } from './told.js';

const TYPESCRIPT = ['--experimental-transform-types', '--no-warnings', '--import', join(ROOT, 'test/bench/typescript.mjs')];
/** Ends a program when we are gone, however we went. */
const ENDS_WITH_US = pathToFileURL(join(ROOT, 'api/launch/with-launcher.mjs')).href;
const READY_SECONDS = 120;

/** A process of the evening, and how it is ended. */
export interface Running {
  readonly pid: number;
  end(): Promise<void>;
}

function runningOf(child: ChildProcess): Running {
  const gone = once(child, 'exit');
  return {
    pid: child.pid!,
    end: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The system of the evening: one API, one worker, a mail server that takes everything. */
export interface System {
  readonly url: string;
  readonly api: Running;
  readonly worker: Running;
  close(): Promise<void>;
}

/** Starts the built programs as in production, with their logs in files below `folder`; waits until every part is ready. */
export async function startSystem({ appUrl }: Addresses, folder: string, ledger: Ledger): Promise<System> {
  const mail = await startMailServer({
    message: ({ email, to }) => {
      ledger.note({ what: 'letter', messageId: email.messageId ?? '', to: to.join() });
      return 250;
    },
  });
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const told = { DATABASE_URL: appUrl, DATA_DIR: dataDir, SMTP_URL: mail.url, PORT: String(port), THIDUA_MODE: 'development' };
  const start = (name: string, file: string): Running => {
    const log = openSync(join(folder, `${name}.log`), 'a');
    const child = spawn(process.execPath, ['--import', ENDS_WITH_US, join(ROOT, 'api/dist', file)], {
      env: { PATH: process.env.PATH, ...told },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    return runningOf(child);
  };
  const [api, worker] = [start('api', 'main.js'), start('worker', 'worker.js')];
  const url = `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    await Promise.all([api.end(), worker.end()]);
    await mail.close();
  };
  try {
    await eventually(async () => (await fetch(`${url}/api/health`).catch(() => null))?.status === 200, READY_SECONDS);
  } catch (error) {
    await close();
    throw new Error(readFileSync(join(folder, 'api.log'), 'utf8').slice(-3_000), { cause: error });
  }
  return { url, api, worker, close };
}

/** The people, in a process of their own. */
export interface Client extends Running {
  play(stage: Stage): Promise<Seen>;
}

/** Starts the people; they are signed in, and wait for the first stage. */
export async function startClient(url: string, people: readonly Person[], seed: number): Promise<Client> {
  const child = spawn(process.execPath, [...TYPESCRIPT, join(ROOT, 'test/faults/evening/people.ts')], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const told: ToClient = { url, seed, people };
  child.send(told);
  const answer = async (): Promise<unknown> => {
    const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The people’s process ended with ${code}`)));
    const [said] = (await Promise.race([once(child, 'message'), ended])) as [unknown];
    ended.catch(() => undefined); // asked of the next answer again
    return said;
  };
  await answer();
  return {
    ...runningOf(child),
    play: (stage) => {
      child.send(stage);
      return answer() as Promise<Seen>;
    },
  };
}
