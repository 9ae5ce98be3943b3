import { FollowedDeclarations, type Act, type Declaration } from './declarations.js';
import type { DeclinableRecord, Evidence, RecusalRow } from './evidence.js';
import type { Findings } from './finding.js';

/** What remains of an erased name in the words of others: the first digits of the person's id tell whose it was. */
const PSEUDONYM = /Người đã xóa tên ([0-9a-f]{8})/g;

/** What is known beside rows and journal of recusals. */
interface Known {
  readonly records: ReadonlyMap<string, DeclinableRecord>;
  readonly erased: ReadonlySet<string>;
  /** The beginnings of their ids. */
  readonly erasedNames: ReadonlySet<string>;
}

const timeOf = (text: string | null): number | null => (text === null ? null : Date.parse(text));
/** A row without the number of its entry is older than that column, or came back to it: it is known by its time. */
const isOf = (n: number | null, at: string | null, act: Act): boolean => (n === null ? timeOf(at) === act.at : n === act.n);

/** Whether words may be other than those of their entry: somebody who was erased was named in them, or took them along. */
function mayDiffer(words: string | null, row: RecusalRow, by: string, { erased, erasedNames }: Known): boolean {
  if (row.isEdited) return erased.size > 0;
  if (words) return [...words.matchAll(PSEUDONYM)].some(([, name]) => erasedNames.has(name!));
  return [by, row.personId].some((person) => person !== null && erased.has(person));
}

/** Whether a row is withdrawn as the journal says: not at all, or by that entry. */
const isWithdrawnAsTold = (row: RecusalRow, withdrawal: Act | null): boolean =>
  withdrawal
    ? isOf(row.withdrawnN, row.withdrawnAt, withdrawal) && timeOf(row.withdrawnAt) === withdrawal.at
    : row.withdrawnAt === null && row.withdrawnN === null;

/** Words of a withdrawal that have no number are lost with it: there was no place for them once. */
function isWithdrawnInWords(row: RecusalRow, withdrawal: Act | null, known: Known): boolean {
  const words = row.withdrawnReason;
  if (!withdrawal) return words === null;
  if (withdrawal.bears(words, row.withdrawnSalt) || (words === null && row.withdrawnN === null)) return true;
  return mayDiffer(words, row, withdrawal.by, known);
}

/** The fields in which a row is not what was declared and withdrawn, by the names of its columns. */
function differing(row: RecusalRow, made: Declaration, known: Known): string[] {
  const record = known.records.get(made.entry.id);
  const pairs: [string, unknown, unknown][] = [
    ['bloc_id', row.blocId, made.entry.blocId],
    ['province_id', row.provinceId, made.entry.provinceId],
    ['record_kind', row.kind, made.entry.kind],
    ['cycle_id', row.cycleId, record?.cycleId ?? row.cycleId],
    ['about_unit_id', row.aboutUnitId, record ? record.unitId : row.aboutUnitId],
    ['step', row.step, made.step],
    ['unit_id', row.unitId, made.unitId],
    ['person_id', row.personId, made.personId],
    ['declared_by', row.declaredBy, made.by],
    ['declared_at', timeOf(row.declaredAt), made.at],
    ['reason', made.bears(row.reason, row.salt) || mayDiffer(row.reason, row, made.by, known), true],
    ['withdrawn_at', isWithdrawnAsTold(row, made.withdrawal), true],
    ['withdrawn_reason', isWithdrawnInWords(row, made.withdrawal, known), true],
  ];
  return pairs.filter(([, is, was]) => is !== was).map(([name]) => name);
}

/** The rows of a record beside what its journal leaves: each declaration takes the row that fits it best, and the rest was added. */
function compare(rows: readonly RecusalRow[], told: readonly Declaration[], known: Known, findings: Findings): void {
  const left = new Set(rows);
  for (const made of told) {
    const { kind, id } = made.entry;
    const candidates = [...left]
      .filter((row) => isOf(row.n, row.declaredAt, made))
      .map((row) => ({ row, fields: differing(row, made, known) }));
    const [best] = candidates.sort((a, b) => a.fields.length - b.fields.length);
    if (best) left.delete(best.row);
    if (!best) findings.add('recusal-removed', { kind, id, n: made.n });
    else if (best.fields.length > 0) findings.add('recusal-changed', { kind, id, n: made.n, fields: best.fields.join(', ') });
  }
  for (const { kind, recordId, id } of left) findings.add('recusal-added', { kind, id: recordId, recusal: id });
}

async function known(evidence: Evidence, rows: ReadonlyMap<string, unknown>): Promise<Known> {
  const records = new Map<string, DeclinableRecord>();
  for await (const record of evidence.declinable()) if (rows.has(record.id)) records.set(record.id, record);
  const erased = await evidence.erased();
  return { records, erased, erasedNames: new Set([...erased].map((id) => id.slice(0, 8))) };
}

/**
 * Judges every recusal against the journal of its record: a row keeps somebody from judging, and has no chain of its own; nor have its
 * words, of which the entry keeps the sum. All recusals are held at once; of the journal one record's.
 */
export async function judgeRecusals(evidence: Evidence, findings: Findings): Promise<void> {
  const all = await evidence.recusals();
  if (!all) return;
  const rows = new Map<string, RecusalRow[]>();
  for (const row of all) rows.set(row.recordId, [...(rows.get(row.recordId) ?? []), row]);
  const beside = await known(evidence, rows);
  let record = null as string | null;
  let followed = new FollowedDeclarations();
  const judge = () => {
    if (record === null) return;
    compare(rows.get(record) ?? [], followed.made, beside, findings);
    rows.delete(record);
  };
  for await (const entry of evidence.entries('journal')) {
    if (entry.id !== record) {
      judge();
      record = entry.id;
      followed = new FollowedDeclarations();
    }
    followed.take(entry);
  }
  judge();
  for (const others of rows.values()) compare(others, [], beside, findings);
}
