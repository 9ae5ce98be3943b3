import type { ArchiveReader } from '../backup/archive-reader.js';
import { filePath, tablePath, type Manifest, type TablePart } from '../backup/manifest.js';
import {
  DECLINABLE,
  RECORD_COLUMNS,
  type DeclinableRecord,
  type Entry,
  type Evidence,
  type Journal,
  type KeptCheckpoint,
  type Part,
  type PostRow,
  type RecordHead,
  type RecusalRow,
  type SubstitutionRow,
} from './evidence.js';
import { linesOf } from './lines.js';

type Row = Readonly<Record<string, string | null>>;

const SIGNS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A field of COPY's text form. */
const fieldOf = (text: string): string | null =>
  text === '\\N' ? null : text.replace(/\\(.)/gs, (_, sign: string) => SIGNS[sign] ?? sign);

/** A backup that was verified: its parts are in the order in which the backup wrote them, by the key of each table. */
export class BackupEvidence implements Evidence {
  constructor(
    private readonly archive: ArchiveReader,
    private readonly manifest: Manifest,
    private readonly part: Part | null,
  ) {}

  async *entries(journal: Journal): AsyncIterable<Entry> {
    for await (const row of this.rows(journal))
      yield {
        kind: row.record_kind!,
        id: row.record_id!,
        n: Number(row.n),
        prev: row.prev!,
        hash: row.hash!,
        body: row.body!,
        blocId: row.bloc_id ?? null,
        provinceId: row.province_id ?? null,
      };
  }

  records(journal: Journal): AsyncIterable<RecordHead> {
    const tables = this.manifest.tables.filter(
      ({ columns }) =>
        RECORD_COLUMNS.every((column) => columns.includes(column)) && columns.includes('bloc_id') === (journal === 'journal'),
    );
    return merged(tables.map(({ name }) => this.heads(name)));
  }

  async *posts(): AsyncIterable<PostRow> {
    for await (const row of this.rows('post', (post) => !this.part || post.province_id === this.part.provinceId))
      yield {
        id: row.id!,
        personId: row.person_id!,
        role: row.role!,
        unitId: row.unit_id ?? null,
        blocId: row.bloc_id ?? null,
        cycleId: row.cycle_id ?? null,
        title: row.title!,
        from: row.valid_from!,
        to: row.valid_to ?? null,
      };
  }

  async *substitutions(): AsyncIterable<SubstitutionRow> {
    for await (const row of this.rows('substitution', (one) => !this.part || one.province_id === this.part.provinceId))
      yield {
        id: row.id!,
        principalPostId: row.principal_post_id!,
        principalId: row.principal_id!,
        substitutePostId: row.substitute_post_id!,
        substituteId: row.substitute_id!,
        manner: row.manner!,
        cycleId: row.cycle_id ?? null,
        areas: row.areas!,
        from: row.valid_from!,
        to: row.valid_to!,
      };
  }

  async recusals(): Promise<RecusalRow[] | null> {
    if (!this.manifest.tables.some(({ name }) => name === 'recusal')) return null;
    const recusals: RecusalRow[] = [];
    for await (const row of this.rows('recusal')) recusals.push(recusalOf(row));
    return recusals;
  }

  async *declinable(): AsyncIterable<DeclinableRecord> {
    for (const [table, isAboutUnit] of Object.entries(DECLINABLE))
      for await (const row of this.rows(table)) yield { id: row.id!, cycleId: row.cycle_id!, unitId: (isAboutUnit && row.unit_id) || null };
  }

  async erased(): Promise<Set<string>> {
    const persons = new Set<string>();
    for await (const { id } of this.rows('person', ({ state }) => state === 'erased')) persons.add(id!);
    return persons;
  }

  async *checkpoints(): AsyncIterable<KeptCheckpoint> {
    for await (const row of this.rows('checkpoint')) yield { bloc: row.bloc_id ?? null, n: Number(row.n), line: row.line! };
  }

  /** The file of checkpoints that the backup holds, or null. */
  checkpointFile(path: string): AsyncIterable<string> | null {
    return this.manifest.files.some((file) => file.path === path) ? linesOf(this.archive.read(filePath(path))) : null;
  }

  /** Where a bloc lies, by its address; null when there is none. */
  async place(slug: string): Promise<Part | null> {
    for await (const row of this.rows('place'))
      if (row.slug === slug && row.bloc_id) return { blocId: row.bloc_id, provinceId: row.province_id! };
    return null;
  }

  private async *heads(table: string): AsyncGenerator<RecordHead> {
    for await (const row of this.rows(table))
      yield {
        table,
        id: row.id!,
        entries: Number(row.entries),
        head: row.head!,
        state: row.state!,
        blocId: row.bloc_id ?? null,
        provinceId: row.province_id ?? null,
      };
  }

  /** A table from before the day on which it was made has no rows. */
  private async *rows(name: string, isWanted = (row: Row) => this.isIn(row)): AsyncGenerator<Row> {
    const table = this.manifest.tables.find((one) => one.name === name);
    if (!table) return;
    for await (const line of linesOf(this.archive.read(tablePath(name)))) {
      const row = rowOf(table, line);
      if (isWanted(row)) yield row;
    }
  }

  private isIn(row: Row): boolean {
    if (!this.part) return true;
    return 'bloc_id' in row ? row.bloc_id === this.part.blocId : row.province_id === this.part.provinceId;
  }
}

const rowOf = ({ columns }: TablePart, line: string): Row => {
  const fields = line.split('\t');
  return Object.fromEntries(columns.map((column, at) => [column, fieldOf(fields[at]!)]));
};

const numberOf = (text: string | null | undefined): number | null => (text === null || text === undefined ? null : Number(text));

const recusalOf = (row: Row): RecusalRow => ({
  id: row.id!,
  blocId: row.bloc_id!,
  provinceId: row.province_id!,
  cycleId: row.cycle_id!,
  kind: row.record_kind!,
  recordId: row.record_id!,
  step: row.step!,
  unitId: row.unit_id ?? null,
  personId: row.person_id ?? null,
  aboutUnitId: row.about_unit_id ?? null,
  declaredBy: row.declared_by!,
  declaredAt: row.declared_at!,
  reason: row.reason ?? null,
  n: numberOf(row.n),
  withdrawnAt: row.withdrawn_at ?? null,
  withdrawnReason: row.withdrawn_reason ?? null,
  withdrawnN: numberOf(row.withdrawn_n),
  salt: row.salt ?? null,
  withdrawnSalt: row.withdrawn_salt ?? null,
  isEdited: row.edited_by_erasure === 't',
});

/** Rows of several streams, each in the order of the id, as one in that order. */
async function* merged(streams: readonly AsyncGenerator<RecordHead>[]): AsyncGenerator<RecordHead> {
  const waiting: { row: RecordHead; from: AsyncGenerator<RecordHead> }[] = [];
  const take = async (from: AsyncGenerator<RecordHead>) => {
    const { value, done } = await from.next();
    if (!done) waiting.push({ row: value, from });
  };
  for (const stream of streams) await take(stream);
  while (waiting.length > 0) {
    const first = waiting.reduce((least, one) => (one.row.id < least.row.id ? one : least));
    waiting.splice(waiting.indexOf(first), 1);
    yield first.row;
    await take(first.from);
  }
}
