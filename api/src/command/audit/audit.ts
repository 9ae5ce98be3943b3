import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import pg from 'pg';
import { betweenCheckpoints } from '../../platform/checkpoint/checkpoint-lock.js';
import { verifyCheckpoints, type LostEntry } from '../../platform/checkpoint/verify-checkpoints.js';
import { SORTED_IN_MEMORY, verifyJournal, type BrokenEntry } from '../../platform/journal/verify.js';
import { ArchiveReader } from '../backup/archive-reader.js';
import { demandAllRows } from '../backup/tables.js';
import { verifyArchive } from '../backup/verify-archive.js';
import { BackupEvidence } from './backup-evidence.js';
import { judgeChains, type Counted } from './chains.js';
import { CheckpointLines, type Keys } from './checkpoint-lines.js';
import { DatabaseEvidence } from './database-evidence.js';
import type { Evidence, Part } from './evidence.js';
import { Findings, placeWords } from './finding.js';
import { linesOf } from './lines.js';
import { Marks } from './marks.js';
import { judgePosts } from './posts.js';
import { judgeRecusals } from './recusals.js';
import { judgeSubstitutions } from './substitutions.js';

/** Where a backup keeps the file of checkpoints. */
const IN_BACKUP = 'checkpoints/checkpoints.jsonl';

/** What an audit reads and believes. */
export interface AuditChoices {
  /** The address of a bloc; null: the whole installation. */
  readonly bloc: string | null;
  /** The file of checkpoints; null: none was named and none lies in the data folder. */
  readonly checkpoints: string | null;
  /** Whether it is a copy that was kept elsewhere: the database may have newer ones. */
  readonly isCopy: boolean;
  /** The public keys whose signatures are believed. */
  readonly keys: Keys;
}

/** What PostgreSQL itself says of the chains, and of what the checkpoints of the database had. */
export interface SqlCheck {
  readonly entries: number;
  readonly broken: BrokenEntry | LostEntry | null;
}

/** What an audit found. */
export interface Audit {
  /** Null for a backup. */
  readonly sql: SqlCheck | null;
  readonly counted: Counted;
  readonly checkpoints: { readonly count: number; readonly newest: string | null; readonly newer: number };
  readonly findings: Findings;
}

/** An audit was asked for a bloc that does not exist. */
export class UnknownBloc extends Error {
  constructor(bloc: string) {
    super(`✗ Không có khối «${bloc}». · There is no bloc “${bloc}”.`);
  }
}

/** Audits a database in one snapshot; the program may go on working. @throws UnknownBloc; Refusal 'rows-hidden' */
export async function auditDatabase(ownerUrl: string, choices: AuditChoices): Promise<Audit> {
  const client = new pg.Client({ connectionString: ownerUrl, pipeline: true } as pg.ClientConfig);
  await client.connect();
  try {
    const file = await betweenCheckpoints(ownerUrl, async () => {
      await client.query('begin transaction isolation level repeatable read, read only');
      await client.query('select 1');
      return linesNow(choices.checkpoints);
    });
    await client.query('set local statement_timeout = 0');
    await client.query(SORTED_IN_MEMORY);
    await demandAllRows(client);
    const part = choices.bloc === null ? null : await placeOf(client, choices.bloc);
    const sql = await judgedBySql(client, part);
    return { ...(await audited(new DatabaseEvidence(client, part), part, file, choices)), sql };
  } finally {
    await client.end();
  }
}

/** Audits a backup; its file of checkpoints is the one that it holds, unless another is named. @throws UnknownBloc; Refusal 'backup-damaged' */
export async function auditBackup(backup: string, choices: AuditChoices): Promise<Audit> {
  const archive = await ArchiveReader.open(backup);
  const manifest = await verifyArchive(archive);
  const part = choices.bloc === null ? null : await new BackupEvidence(archive, manifest, null).place(choices.bloc);
  if (choices.bloc !== null && !part) throw new UnknownBloc(choices.bloc);
  const evidence = new BackupEvidence(archive, manifest, part);
  const file = (await linesNow(choices.checkpoints)) ?? evidence.checkpointFile(IN_BACKUP);
  return { ...(await audited(evidence, part, file, choices)), sql: null };
}

/** The lines of a file as far as it reaches now; what is appended meanwhile belongs to a later moment than the database's. */
async function linesNow(path: string | null): Promise<AsyncIterable<string> | null> {
  if (path === null) return null;
  const { size } = await stat(path);
  return linesOf(size === 0 ? [] : (createReadStream(path, { end: size - 1 }) as AsyncIterable<Buffer>));
}

/** The place of a bloc. @throws UnknownBloc */
export async function placeOf(client: pg.ClientBase, slug: string): Promise<Part> {
  const { rows } = await client.query<Part>(
    `select bloc_id as "blocId", province_id as "provinceId" from place where kind = 'bloc' and slug = $1`,
    [slug],
  );
  if (!rows[0]) throw new UnknownBloc(slug);
  return rows[0];
}

async function judgedBySql(client: pg.ClientBase, part: Part | null): Promise<SqlCheck> {
  const provinces = await verifyJournal(client, 'province_journal', part && { column: 'province_id', id: part.provinceId });
  const blocs = await verifyJournal(client, 'journal', part && { column: 'bloc_id', id: part.blocId });
  const broken = provinces.broken ?? blocs.broken ?? (await verifyCheckpoints(client, part?.blocId ?? null));
  return { entries: provinces.entries + blocs.entries, broken };
}

/** The checkpoints first, since the journal must hold what they had. */
async function audited(
  evidence: Evidence,
  part: Part | null,
  file: AsyncIterable<string> | null,
  { keys, isCopy }: AuditChoices,
): Promise<Omit<Audit, 'sql'>> {
  const findings = new Findings();
  const marks = new Marks();
  const counted: Counted = { entries: 0, records: 0 };
  const bloc = part?.blocId ?? null;
  const lines = new CheckpointLines(keys, marks, findings, bloc);
  if (file) for await (const line of file) lines.take(line);
  const newer = file ? await lines.compare(evidence.checkpoints(), isCopy) : 0;
  if (!file) for await (const { line } of evidence.checkpoints()) lines.take(line);
  lines.end();
  if (!file && lines.count > 0) findings.add('file-missing', {});
  // What the file does not prove, the lines of the database may: they bear the same signatures.
  if (file && !lines.isWhole) {
    const kept = new CheckpointLines(keys, marks, new Findings(), bloc);
    for await (const { line } of evidence.checkpoints()) kept.take(line);
  }
  for (const journal of ['province_journal', 'journal'] as const) await judgeChains(evidence, journal, marks, findings, counted);
  await judgePosts(evidence, findings);
  await judgeSubstitutions(evidence, findings);
  await judgeRecusals(evidence, findings);
  for (const { kind, id, mark } of marks.unseen())
    findings.add('removed', { kind, id, n: mark.n, checkpoint: mark.checkpoint, place: placeWords(mark.bloc) });
  return { findings, counted, checkpoints: { count: lines.count, newest: lines.newest, newer } };
}
