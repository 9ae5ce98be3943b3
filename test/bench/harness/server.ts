import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { TYPESCRIPT } from './variant.js';

/** A server in a process of its own. */
export interface Server {
  /** Where it listens. */
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<unknown>;
}

/**
 * Starts a server that says where it listens, and ends when it is told so.
 * @param file below test/bench
 */
export async function server(file: string, settings: object): Promise<Server> {
  const child = fork(fileURLToPath(new URL(`../${file}`, import.meta.url)), {
    execArgv: file.endsWith('.ts') ? TYPESCRIPT : [],
    env: { ...process.env, BENCH_SETTINGS: JSON.stringify(settings) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [url] = (await once(child, 'message')) as [string];
  const stop = () => {
    const ended = once(child, 'exit');
    child.send('end');
    return ended;
  };
  return { url, child, stop };
}

/** Runs a program to its end. @returns the one thing that it says @throws Error when it says nothing */
export async function answerOf(file: string, settings: object): Promise<unknown> {
  const { url, child } = await server(file, settings);
  if (child.exitCode === null) await once(child, 'exit');
  return url;
}
