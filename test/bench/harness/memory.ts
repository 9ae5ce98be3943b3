import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes of a process: all that lies in memory, and its share of that, pages that several processes read counted in parts. */
export interface Held {
  readonly resident: number;
  readonly share: number;
}

/** What the process that runs a file below a launcher holds. Linux alone tells. @throws Error when there is none */
export function heldBy(launcher: number, file: string): Held {
  const pid = processes().find(({ pid, command }) => command.some((part) => part.endsWith(file)) && isBelow(pid, launcher))?.pid;
  if (pid === undefined) throw new Error(`Nothing runs ${file} below the launcher`);
  const told = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const megabytes = (name: string) => (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(told)![1]) * 1024) / 1_000_000;
  return { resident: megabytes('Rss'), share: megabytes('Pss') };
}

function processes(): { pid: number; command: string[] }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const line = read(`/proc/${name}/cmdline`);
      return line ? [{ pid: Number(name), command: line.split('\0').filter(Boolean) }] : [];
    });
}

function isBelow(pid: number, launcher: number): boolean {
  for (let at = pid; at > 1;) {
    if (at === launcher) return true;
    at = Number(/\) \S (\d+)/.exec(read(`/proc/${at}/stat`))?.[1] ?? 0);
  }
  return false;
}

/** Empty for a process that has ended meanwhile, or is nobody else's to look at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}
