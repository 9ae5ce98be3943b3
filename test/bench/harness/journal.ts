import { canonicalJson, chain, NO_ENTRY } from '@thidua/api/platform/journal/canonical';
import { createHash } from 'node:crypto';
import type pg from 'pg';

/** How many entries a made-up record has: as many as a registration or a score card gathers in its years. */
const EACH = 8;

export interface MadeEntry {
  readonly id: string;
  readonly n: number;
  readonly prev: string;
  readonly hash: string;
  readonly body: string;
}

const uuidOf = (words: string): string => {
  const digits = createHash('md5').update(words).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
};

/** Entries of made-up records with chains that hold, of the size that a transition writes. */
export function* madeEntries(records: number, of: string): Generator<MadeEntry> {
  for (let record = 0; record < records; record += 1) {
    const id = uuidOf(`${of} ${record}`);
    let prev = NO_ENTRY;
    for (let n = 1; n <= EACH; n += 1) {
      const [from, to] = n % 2 === 1 ? ['draft', 'submitted'] : ['submitted', 'draft'];
      const at = new Date(Date.UTC(2026, 0, 1) + record * 1000 + n);
      const actor = {
        kind: 'person',
        person: uuidOf(`p ${record % 500}`),
        post: uuidOf(`t ${record % 500}`),
        role: 'unit-head',
        unit: uuidOf(`u ${record % 500}`),
      };
      const content = n % 2 === 1 ? { content: createHash('sha256').update(`${record} ${n}`).digest('hex') } : {};
      const body = canonicalJson({
        ...content,
        actor,
        at,
        business: at,
        event: n % 2 === 1 ? 'submit' : 'recall',
        from,
        id,
        kind: 'Registration',
        n,
        to,
        version: n + 1,
      });
      const hash = chain(prev, body);
      yield { id, n, prev, hash, body };
      prev = hash;
    }
  }
}

const INSERT = `
  insert into journal (bloc_id, province_id, record_kind, record_id, n, prev, hash, body)
  select $1, $2, 'Registration', e.id, e.n, e.prev, e.hash, e.body
    from unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[]) e(id, n, prev, hash, body)`;

/** The records whose chains end there; what they point to is not there, and no bench asks for it. */
const RECORDS = `
  insert into registration (id, bloc_id, province_id, cycle_id, unit_id, version, entries, head, state)
  select e.id, $1, $2, $1, e.id, ${EACH + 1}, ${EACH}, e.head, 'draft' from unnest($3::uuid[], $4::text[]) e(id, head)`;

/** Writes entries and their records into a bloc. @returns of each entry the bytes that were hashed */
export async function fillJournal(
  owner: pg.Client,
  place: { readonly blocId: string; readonly provinceId: string },
  records: number,
  of = 'record',
): Promise<Buffer[]> {
  await owner.query('set session_replication_role = replica');
  const hashed: Buffer[] = [];
  let batch: MadeEntry[] = [];
  const write = async () => {
    const columns = (['id', 'n', 'prev', 'hash', 'body'] as const).map((column) => batch.map((entry) => entry[column]));
    await owner.query(INSERT, [place.blocId, place.provinceId, ...columns]);
    const last = batch.filter(({ n }) => n === EACH);
    await owner.query(RECORDS, [place.blocId, place.provinceId, last.map(({ id }) => id), last.map(({ hash }) => hash)]);
    batch = [];
  };
  for (const entry of madeEntries(records, of)) {
    batch.push(entry);
    hashed.push(Buffer.from(`${entry.prev}\n${entry.body}`));
    if (batch.length === 4_000) await write();
  }
  if (batch.length > 0) await write();
  await owner.query('set session_replication_role = origin');
  return hashed;
}
