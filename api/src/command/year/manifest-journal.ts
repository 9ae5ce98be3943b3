import type { HistoryEntry } from '@thidua/workflows/record';
import type { YearManifest } from '@thidua/workflows/year/manifest.schema';
import { inParallel } from './in-parallel.js';
import type { Reading } from './manifest-reading.js';
import type { ListedKind } from './records.js';
import type { PersonSession } from './session.js';

/** The kinds whose histories the bloc's secretary may read. Sheets are their raters' own. */
const OF_THE_BLOC: readonly ListedKind[] = [
  'Cycle',
  'Registration',
  'Scorecard',
  'Ranking',
  'Round',
  'Section',
  'Report',
  'Document',
  'Dispatch',
  'Receipt',
];

interface Kept {
  readonly kind: ListedKind;
  readonly entries: readonly HistoryEntry[];
}

/** The journal as people read it: the histories of all records, each read by somebody who may. */
export async function readJournal(reading: Reading): Promise<YearManifest['journal']> {
  const raters = [...new Set(reading.file.sheets.map(({ rater }) => rater))];
  const heads = await inParallel(raters, (unit) =>
    reading.people.holder('unit-head', unit, reading.on, `manifest.json /journal (${unit})`),
  );
  const read: readonly [ListedKind, PersonSession][] = [
    ...OF_THE_BLOC.map((kind): [ListedKind, PersonSession] => [kind, reading.secretary]),
    ...heads.map((head): [ListedKind, PersonSession] => ['Sheet', head]),
  ];
  const kept = (await inParallel(read, ([kind, reader]) => historiesOf(reading, kind, reader))).flat();
  const named = kept.flatMap(({ entries }) => entries.flatMap(({ personId, enteredBy }) => [personId, enteredBy?.personId ?? null]));
  const people = new Set(named.filter((id) => id !== null));
  const kinds: Record<string, number> = {};
  for (const { kind, entries } of kept) kinds[kind] = (kinds[kind] ?? 0) + entries.length;
  return { entries: kept.reduce((sum, { entries }) => sum + entries.length, 0), people: people.size, kinds };
}

async function historiesOf({ records }: Reading, kind: ListedKind, reader: PersonSession): Promise<Kept[]> {
  const where = `manifest.json /journal (${kind})`;
  const listed = await reader.all<{ id: string }>(records.list(kind), where);
  return Promise.all(
    listed.map(async ({ id }) => ({
      kind,
      entries: (await reader.get<{ items: HistoryEntry[] }>(`${records.one(kind, id)}/history`, where)).items,
    })),
  );
}
