import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The repository under test. */
export const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');

/** A command of the launcher while it runs. */
export interface Launched {
  readonly process: ChildProcess;
  /** All that it has said so far. */
  readonly said: () => string;
  /** Waits for words in its output. @throws Error with the output when it ends without them */
  readonly says: (words: string) => Promise<void>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** How a command is started. */
export interface Start {
  readonly root?: string;
  readonly command?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The whole command line before the launcher's file; default: this Node. */
  readonly by?: readonly string[];
  /** Through npm, as a person types it, instead of the launcher's file. */
  readonly npm?: boolean;
  readonly uid?: number;
}

/** Starts a command of the launcher with an environment of its own. */
export function launch({
  root = ROOT,
  command = 'start',
  args = [],
  env = {},
  by = [process.execPath],
  uid,
  npm = false,
}: Start): Launched {
  const [program, ...before] = npm ? ['npm', 'run', '--silent', command, '--'] : [...by, join(root, 'api/launch', `${command}.mjs`)];
  const child = spawn(program!, [...before, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: tmpdir(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, which Ctrl-C reaches as in a terminal
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  const says = async (words: string): Promise<void> => {
    let over = false;
    void ended.then(() => (over = true));
    while (!text.includes(words)) {
      if (over) throw new Error(`It ended without saying “${words}”:\n${text}`);
      await pause(25);
    }
  };
  return { process: child, said: () => text, says, ended };
}

/** Runs a command to its end. */
export async function launchToEnd(start: Start): Promise<{ code: number | string; said: string }> {
  const launched = launch(start);
  return { code: await launched.ended, said: launched.said() };
}

/** A temporary folder, removed by `remove()`; PostgreSQL may pass through it. */
export function temporaryFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-launch-'));
  mkdirSync(join(folder, 'parent'), { mode });
  made.push(folder);
  return join(folder, 'parent');
}
const made: string[] = [];

/** Removes every folder that this file made. */
export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const HEALTHY = `import { createServer } from 'node:http';
createServer((request, answer) => {
  answer.statusCode = request.url === '/api/health' ? 200 : 404;
  answer.end('stand-in');
}).listen(Number(process.env.PORT), process.env.HOST);`;
const IDLE = `setInterval(() => undefined, 60_000);`;
const COMMANDS = `import { writeFileSync } from 'node:fs';
const account = (name, shown) => ({ email: name + '@unit.example', password: 'a long password', who: 'Người ' + name, can: 'việc ' + name, shown });
const accounts = [account('officer', true), account('head', true), account('leader', true), account('other', false)];
if (process.argv[2] === 'demo') writeFileSync(process.env.DATA_DIR + '/demo-accounts.json', JSON.stringify(accounts));
process.stdout.write('command ' + process.argv.slice(2).join(' ') + ' in ' + process.cwd() + '\\n');`;

/**
 * A copy of the launcher with a program that does nothing but answer that it is well: what is tested is the launcher.
 * @param files replace or add files of the copy, by path
 * @param built false: the launcher has to build it first
 */
export function standIn(files: Readonly<Record<string, string>> = {}, built = true): string {
  const root = temporaryFolder();
  cpSync(join(ROOT, 'api/launch'), join(root, 'api/launch'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.base.json', 'nx.json']) cpSync(join(ROOT, file), join(root, file));
  mkdirSync(join(root, 'node_modules'));
  for (const entry of readdirSync(join(ROOT, 'node_modules')).filter((name) => !name.startsWith('.thidua')))
    symlinkSync(join(ROOT, 'node_modules', entry), join(root, 'node_modules', entry));
  const program = {
    'api/package.json': '{ "type": "module" }',
    'api/dist/main.js': HEALTHY,
    'api/dist/worker.js': IDLE,
    'api/dist/cli.js': COMMANDS,
    'workflows/dist/law.js': '',
    'migrations/dist/sql.js': '',
    'web/dist/index.html': '',
  };
  for (const [path, text] of Object.entries({ ...program, ...files })) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  if (built)
    execFileSync(process.execPath, [
      '--input-type=module',
      '-e',
      `(await import(${JSON.stringify(pathToFileURL(join(root, 'api/launch/build.mjs')).href)})).markBuilt()`,
    ]);
  return root;
}
