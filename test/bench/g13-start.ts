import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launch, removeTemporaryFolders, temporaryFolder, type Launched } from '../support/launcher.js';
import type { Bench, Measured, Unmeasured } from './harness/bench.js';
import { median, QUICK } from './harness/measure.js';
import { heldBy, type Held } from './harness/memory.js';

const SERVES = 'Ctrl-C để dừng';

/** `npm start`, as a person types it. @returns after how many seconds it said that it serves */
async function start(folder: string): Promise<{ running: Launched; seconds: number }> {
  const began = performance.now();
  const running = launch({ npm: true, env: { DATA_DIR: folder, PORT: '0' } });
  await running.says(SERVES);
  return { running, seconds: (performance.now() - began) / 1000 };
}

async function stop(running: Launched): Promise<void> {
  process.kill(-running.process.pid!, 'SIGINT');
  await running.ended;
}

/** API and worker together, once nobody has asked them anything for a while. */
async function idle(running: Launched, seconds: number): Promise<Held | null> {
  if (!existsSync('/proc/self/smaps_rollup')) return null;
  await pause(seconds * 1000);
  const parts = ['main.js', 'worker.js'].map((file) => heldBy(running.process.pid!, join('api', 'dist', file)));
  return { resident: parts.reduce((sum, part) => sum + part.resident, 0), share: parts.reduce((sum, part) => sum + part.share, 0) };
}

const spread = (values: readonly number[]) => ({ value: median(values), min: Math.min(...values), max: Math.max(...values) });

function memory(held: readonly Held[]): Measured | Unmeasured {
  const asked = {
    name: 'API and worker, idle',
    bound: 'at most' as const,
    target: 350,
    baseline: 'pages that both read (the programs of Node) counted once; the database counted not at all',
  };
  if (held.length === 0) return { ...asked, value: null, why: 'Only Linux tells what share of its pages a process holds.' };
  const why = `Added up as if they shared nothing, the two hold ${Math.round(median(held.map(({ resident }) => resident)))} MB.`;
  return { ...asked, ...spread(held.map(({ share }) => share)), unit: 'MB', why };
}

export const bench: Bench = {
  id: 'G13',
  title: 'npm start',
  async measure({ effort }) {
    const folder = join(temporaryFolder(), 'data');
    const [times, quiet] = effort === QUICK ? [1, 0] : [7, 10];
    await stop((await start(folder)).running); // the first time makes the database and loads the sample year
    const [seconds, held]: [number[], Held[]] = [[], []];
    for (let time = 0; time < times; time += 1) {
      const again = await start(folder);
      seconds.push(again.seconds);
      const both = await idle(again.running, quiet);
      if (both) held.push(both);
      await stop(again.running);
    }
    removeTemporaryFolders();
    return [
      {
        name: '`npm start`, second time',
        ...spread(seconds),
        unit: 's',
        bound: 'at most',
        target: 5,
        baseline: 'from the command to the line that says where it serves, PostgreSQL, migrations and health of every part included',
        why: 'The folder has its database and its sample year already; what is waited for is PostgreSQL, the check of the migrations and the two processes, each of which loads the program and makes its fonts.',
      },
      memory(held),
    ];
  },
};
