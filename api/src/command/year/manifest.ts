import type { CycleView } from '@thidua/workflows/cycle/cycle.schema';
import type { YearManifest } from '@thidua/workflows/year/manifest.schema';
import { playOrder } from '@thidua/workflows/year/timeline';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import { readJournal } from './manifest-journal.js';
import { readDispatch, readDocuments, type Paper } from './manifest-papers.js';
import { readRanking, readRounds } from './manifest-ranking.js';
import { readUnits } from './manifest-units.js';
import type { People } from './people.js';
import type { Program } from './program.js';
import type { Records } from './records.js';
import type { PersonSession } from './session.js';

/** What is read of a played year, and by whom: the bloc's secretary reads the year; what only others may read is read by them. */
export interface Reading {
  readonly file: YearFile;
  readonly people: People;
  readonly records: Records;
  readonly program: Program;
  readonly secretary: PersonSession;
  /** The last instant of the file: posts are looked up for it. */
  readonly on: string;
}

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
