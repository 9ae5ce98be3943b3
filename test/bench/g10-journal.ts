import { judgeChains } from '@thidua/api/command/audit/chains';
import { DatabaseEvidence } from '@thidua/api/command/audit/database-evidence';
import { Findings } from '@thidua/api/command/audit/finding';
import { Marks } from '@thidua/api/command/audit/marks';
import { SORTED_IN_MEMORY, verifyJournal, verifyNewEntries } from '@thidua/api/platform/journal/verify';
import { hash } from 'node:crypto';
import pg from 'pg';
import { freshDatabase } from '../support/world.js';
import type { Bench, Measured } from './harness/bench.js';
import { fillJournal } from './harness/journal.js';
import { alternate, median, QUICK, ratio, type Effort, type Times } from './harness/measure.js';
import { within, type Variant } from './harness/variant.js';

/** Records with eight entries each: of a large bloc and of a small one, whose new entries are checked too. */
const [LARGE, SMALL, NEW] = [22_500, 2_500, 500];
const placeOf = (n: number) => ({
  blocId: `00000000-0000-4000-8000-00000000000${n}`,
  provinceId: '00000000-0000-4000-8000-000000000009',
});

/** Every row is read and hashed, in one process, and nothing is compared. */
const FLOOR = `select count(sha256(convert_to(prev || E'\\n' || body, 'UTF8'))) from journal`;

/** A journal of 208,000 entries with the records that they belong to; since when the last 4,000 of each bloc were entered. */
async function filled(owner: pg.Client, scale: number) {
  const hashed: Buffer[] = [];
  const fill = async (bloc: number, records: number, of: string) => {
    for (const bytes of await fillJournal(owner, placeOf(bloc), Math.ceil(records * scale), of)) hashed.push(bytes);
  };
  await fill(1, LARGE, 'large');
  await fill(2, SMALL, 'small');
  const { rows } = await owner.query<{ now: Date }>('select clock_timestamp() as now');
  await fill(1, NEW, 'new in the large one');
  await fill(2, NEW, 'new in the small one');
  await owner.query('vacuum analyze journal');
  return { hashed, since: rows[0]!.now };
}

/** Asks the owner's connection again and again in one transaction, as the audit does, on one core. */
async function inAudit<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  await owner.query('begin transaction isolation level repeatable read, read only');
  await owner.query(SORTED_IN_MEMORY);
  await owner.query('set local max_parallel_workers_per_gather = 0');
  return work().finally(() => owner.query('rollback'));
}

/** @throws Error when a check finds something: then it was not the check of a journal that holds */
function demandWhole(broken: unknown): void {
  if (broken) throw new Error(`The journal of the bench does not hold: ${JSON.stringify(broken)}`);
}

function checksOf(owner: pg.Client, hashed: readonly Buffer[]): Variant[] {
  const sql = async () => demandWhole((await verifyJournal(owner)).broken);
  const independent = async () => {
    const findings = new Findings();
    await judgeChains(new DatabaseEvidence(owner, null), 'journal', new Marks(), findings, { entries: 0, records: 0 });
    if (findings.count > 0) demandWhole(findings.told[0]);
  };
  const raw = () => Promise.resolve(hashed.forEach((bytes) => hash('sha256', bytes, 'hex')));
  return [
    within('floor', () => inAudit(owner, () => owner.query(FLOOR))),
    within('raw', raw),
    within('sql', () => inAudit(owner, sql)),
    within('independent', () => inAudit(owner, independent)),
  ];
}

const newIn = (owner: pg.Client, name: string, bloc: number, since: Date): Variant =>
  within(name, async () => demandWhole((await verifyNewEntries(owner, { column: 'bloc_id', id: placeOf(bloc).blocId }, since)).broken));

const INDEPENDENT =
  'Every entry crosses a socket as text, and its body is read as JSON and written anew to judge its one form. The rows are now fetched in larger portions while the ones before are judged, and the form is judged in one go: it was over 15 times the floor.';

const BASELINE = 'the hash floor: PostgreSQL reads and hashes every entry in one process, and compares nothing';

function told(times: Times, news: Times): Measured[] {
  const [floor, raw, sql, independent] = ['floor', 'raw', 'sql', 'independent'].map((name) => times.get(name)!);
  const share = (median(raw!) / median(floor!)).toFixed(2);
  const why = `What is beyond the floor is sorting the entries by record and number, which costs about as much as reading and hashing them; an index that holds the hashes in that order would save it, and every transition would pay for it. The floor reads the rows as well: hashing the same bytes that lie in memory already takes ${share} of it.`;
  return [
    { name: 'the journal checked in SQL', ...ratio(sql!, floor!), bound: 'at most', target: 1.3, baseline: BASELINE, why },
    {
      name: 'the journal checked independently',
      ...ratio(independent!, floor!),
      bound: 'at most',
      target: 4,
      baseline: BASELINE,
      why: INDEPENDENT,
    },
    {
      name: '4,000 new entries checked after 180,000',
      ...ratio(news.get('large')!, news.get('small')!),
      bound: 'at most',
      target: 1.5,
      baseline: 'the same number of new entries, checked after 20,000',
    },
  ];
}

export const bench: Bench = {
  id: 'G10',
  title: 'the check of the journal',
  async measure({ effort }) {
    const { ownerUrl } = await freshDatabase();
    const owner = new pg.Client({ connectionString: ownerUrl, pipeline: true } as pg.ClientConfig);
    await owner.connect();
    try {
      const { hashed, since } = await filled(owner, effort === QUICK ? 0.01 : 1);
      const one: Effort = { ...effort, turns: 1, warmUp: 0, warming: 1 };
      const times = await alternate(checksOf(owner, hashed), 1, one);
      const news = await alternate([newIn(owner, 'large', 1, since), newIn(owner, 'small', 2, since)], 1, one);
      return told(times, news);
    } finally {
      await owner.end();
    }
  },
};
