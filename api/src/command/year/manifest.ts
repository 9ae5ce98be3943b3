import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import type { YearManifest } from '@thidua/workflows/year/manifest.schema';
import { playOrder } from '@thidua/workflows/year/timeline';
import { readJournal } from './manifest-journal.js';
import { readDispatch, readDocuments, type Paper } from './manifest-papers.js';
import { readRanking, readRounds } from './manifest-ranking.js';
import type { Reading } from './manifest-reading.js';
import { readUnits } from './manifest-units.js';

/** What a played year leaves in its folder. */
export interface Yield {
  readonly manifest: YearManifest;
  readonly papers: readonly Paper[];
}

/** Begins to read a played year. @throws Stopped when nobody is the bloc's secretary at its end */
export async function beginReading(parts: Pick<Reading, 'file' | 'people' | 'records' | 'program'>): Promise<Reading> {
  const on = playOrder(parts.file).at(-1)!.on;
  return { ...parts, on, secretary: await parts.people.holder('bloc-secretary', null, on, 'manifest.json') };
}

/** Reads what the manifest tells. @param sha256 of the year file that was played. @throws Stopped when something cannot be read */
export async function readManifest(reading: Reading, sha256: string): Promise<Yield> {
  const { file, records, secretary, program } = reading;
  const [cycle] = await secretary.all<CycleView>(records.list('Cycle'), 'manifest.json /year');
  const papers = await readDocuments(reading);
  const manifest: YearManifest = {
    schema: 'thidua-manifest/1',
    file: { sha256 },
    bloc: { slug: file.bloc.slug, name: file.bloc.name },
    year: cycle!.year,
    state: cycle!.state,
    rulesHash: cycle!.rulesHash,
    invented: cycle!.invented,
    tieChain: cycle!.rules.tieChain,
    units: await readUnits(reading, cycle!),
    ranking: await readRanking(reading),
    rounds: await readRounds(reading),
    documents: papers.map(({ document }) => document),
    dispatch: await readDispatch(reading),
    letters: (await program.letters()).length,
    journal: await readJournal(reading),
  };
  return { manifest, papers };
}
