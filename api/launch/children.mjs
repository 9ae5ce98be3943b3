import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { signal } from './processes.mjs';

const withLauncher = new URL('./with-launcher.mjs', import.meta.url).href;

/**
 * Starts a program of ours on this Node, in a group of its own (Ctrl-C is for the launcher), with its output in `log`.
 * @param {{ name: string, args: string[], env: Record<string, string>, log: string, cwd: string }} program
 * @returns {{ name: string, log: string, pid: number, ended: Promise<string>, code: () => number | null, stop: () => Promise<void> }}
 */
export function startProgram({ name, args, env, log, cwd }) {
  const output = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, ['--import', withLauncher, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
    detached: true,
  });
  closeSync(output);
  return handleOf(child, { name, log });
}

/** Runs a command in the foreground, in a group of its own so that all of it can be stopped. @returns the same handle */
export function runShown({ name, command, args, env, cwd, stdin = 'ignore' }) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: [stdin, 'inherit', 'inherit'],
    detached: stdin === 'ignore',
  });
  return handleOf(child, { name, log: '' });
}

function handleOf(child, names) {
  let over = false;
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, by) => resolve(by ?? `exit ${code}`));
  });
  void ended.then(() => (over = true));
  const stop = async () => {
    if (over) return;
    signal(child.pid, 'SIGTERM');
    const byForce = setTimeout(() => signal(-child.pid, 'SIGKILL') || signal(child.pid, 'SIGKILL'), 10_000);
    await ended;
    clearTimeout(byForce);
  };
  return { ...names, pid: child.pid, ended, code: () => child.exitCode, stop };
}
