import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, startOf } from '../../api/launch/processes.mjs';

/** A process by its number and its start, so that a later one with the same number is not taken for it. */
export interface Process {
  readonly pid: number;
  readonly start: string;
  readonly command: string;
}

/** Whether the processes of this machine can be looked at. */
export const canSeeProcesses = process.platform === 'linux';

interface Line {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function lineOf(pid: number): Line[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return [{ pid, parent: Number(stat.split(') ').at(-1)!.split(' ')[1]), command }];
  } catch {
    return []; // it ended while it was looked at
  }
}

/** A process with all that it started, as they are now. */
export function familyOf(pid: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => lineOf(Number(name)));
  const below = (of: number): Line[] => all.filter(({ parent }) => parent === of).flatMap((child) => [child, ...below(child.pid)]);
  return [...all.filter((line) => line.pid === pid), ...below(pid)].flatMap((line) => {
    const start = startOf(line.pid);
    return start ? [{ pid: line.pid, start, command: line.command }] : [];
  });
}

/** Those that still run. */
export const aliveOf = (family: readonly Process[]): string[] =>
  family.filter(({ pid, start }) => isAlive(pid) && startOf(pid) === start).map(({ command }) => command);

/** Waits until none of them runs. @returns those that do after all that time */
export async function ended(family: readonly Process[], seconds = 20): Promise<string[]> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end && aliveOf(family).length > 0; await pause(50));
  return aliveOf(family);
}
