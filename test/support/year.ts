import { Player } from '@thidua/api/command/year/player';
import { beginReading, readManifest } from '@thidua/api/command/year/manifest';
import { createAdministrator } from '@thidua/api/command/administrator';
import { firstAdministrator } from '@thidua/workflows/year/cast';
import type { YearManifest } from '@thidua/workflows/year/manifest.schema';
import { YearFile } from '@thidua/workflows/year/year-file.schema';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchToEnd } from './launcher.js';
import { startWorkerOf } from './worker.js';
import { startWorld, type World } from './world.js';

const PASSWORD = 'một câu dài cho cả năm';

/** A year file of the repository. */
export const yearFile = (path: string): YearFile =>
  YearFile.parse(JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')));

/** What `npm run year` did with a file. */
export interface Run {
  readonly code: number | string;
  readonly said: string;
  /** The folder that it was to write. */
  readonly out: string;
  remove(): void;
}

/** Runs `npm run year` on a file as a person would: a server and a worker in processes of their own, on a database of their own. */
export async function runYear(file: unknown, more: readonly string[] = []): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-story-'));
  const path = join(folder, 'year.json');
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  const out = join(folder, 'out');
  const { code, said } = await launchToEnd({ command: 'year', args: ['--file', path, '--out', out, ...more] });
  return { code, said, out, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A year that is played in this process, act by act. */
export interface Stage {
  readonly world: World;
  readonly player: Player;
  close(): Promise<void>;
}

/** A fresh program with the administrator of a file, ready to play it. */
export async function stageOf(file: YearFile): Promise<Stage> {
  const world = await startWorld();
  const worker = await startWorkerOf(world);
  const { email, name } = firstAdministrator(file)!;
  await createAdministrator(world.ownerUrl, email, name, PASSWORD);
  const player = new Player({ url: world.url, file, password: PASSWORD, progress: () => undefined });
  const close = async () => {
    await worker.stop();
    await world.close();
  };
  return { world, player, close };
}

/** Plays a file in this process. @returns what it left */
export async function manifestOf(file: YearFile): Promise<YearManifest> {
  const { player, close } = await stageOf(file);
  try {
    await player.play();
    const { people, records, program } = player;
    return (await readManifest(await beginReading({ file, people, records, program }), '')).manifest;
  } finally {
    await close();
  }
}
