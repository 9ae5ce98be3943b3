import type { Evidence, PostRow } from './evidence.js';
import type { Findings } from './finding.js';
import { FollowedTerms, isOfSamePost, isSame, unitEndIn, type Term, type UnitEnd } from './terms.js';

/** `2020-01-01 – 2020-12-31`; without a last day an open end. */
const daysOf = ({ from, to }: Term): string => `${from} – ${to ?? '…'}`;

/** A person's rows beside what the journal leaves: what is alike goes, then what differs alone, and the rest was added or removed. */
function compare(person: string, rows: readonly PostRow[], told: readonly Term[], findings: Findings): void {
  const left = [...told];
  const take = (row: PostRow, alike: (row: Term, term: Term) => boolean): Term | null => {
    const at = left.findIndex((term) => alike(row, term));
    return at < 0 ? null : left.splice(at, 1)[0]!;
  };
  const other = rows.filter((row) => !take(row, isSame));
  for (const row of other) {
    const was = take(row, isOfSamePost);
    const filling = { id: person, post: row.id, role: row.role, days: daysOf(row) };
    if (was) findings.add('post-changed', { ...filling, was: daysOf(was) });
    else findings.add('post-added', filling);
  }
  for (const term of left) findings.add('post-removed', { id: person, role: term.role, days: daysOf(term) });
}

async function rowsByPerson(evidence: Evidence): Promise<Map<string, PostRow[]>> {
  const rows = new Map<string, PostRow[]>();
  for await (const row of evidence.posts()) rows.set(row.personId, [...(rows.get(row.personId) ?? []), row]);
  return rows;
}

/** A unit that ends takes its people's posts along, which stands in its own journal. */
async function endsOfUnits(evidence: Evidence): Promise<Map<string, UnitEnd[]>> {
  const ends = new Map<string, UnitEnd[]>();
  for await (const { kind, body } of evidence.entries('province_journal')) {
    const end = kind === 'Unit' ? unitEndIn(body) : null;
    if (end) ends.set(end.id, [...(ends.get(end.id) ?? []), end]);
  }
  return ends;
}

/**
 * Judges every post against the journal of its person: who may do what rests on posts, and a row of theirs has no chain of its own. All
 * posts are held at once; of the journal one entry.
 */
export async function judgePosts(evidence: Evidence, findings: Findings): Promise<void> {
  const rows = await rowsByPerson(evidence);
  const unitEnds = await endsOfUnits(evidence);
  let person = null as string | null;
  let followed = null as FollowedTerms | null;
  const judge = () => {
    if (person === null || !followed) return;
    compare(person, rows.get(person) ?? [], followed.end(), findings);
    rows.delete(person);
  };
  for await (const { kind, id, body } of evidence.entries('province_journal')) {
    if (kind !== 'Person') continue;
    if (id !== person) {
      judge();
      person = id;
      followed = new FollowedTerms(unitEnds, new Map((rows.get(id) ?? []).map((row) => [row.id, row])));
    }
    followed?.take(body);
  }
  judge();
  for (const [id, others] of rows) compare(id, others, [], findings);
}
