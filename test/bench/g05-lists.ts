import { BLOC, PEOPLE, PROVINCE } from '../support/many-blocs.js';
import type { Sent } from '../support/plans.js';
import type { Bench, Measured } from './harness/bench.js';
import { asked, listsOf, type Listed } from './harness/listed.js';
import { alternate, QUICK, ratio, type Effort } from './harness/measure.js';
import { FEW, manyReceipts, MILLION, type ManyReceipts } from './harness/receipts.js';

/** Readers of each grant level, what they read, and whether what they may see is all that there is on the page. */
const READERS = [
  { who: 'a unit', email: PEOPLE['unit-head']!, path: `/api/blocs/${BLOC}/receipts`, all: false },
  { who: 'a bloc', email: PEOPLE['bloc-secretary']!, path: `/api/blocs/${BLOC}/receipts`, all: true },
  { who: 'a province', email: PEOPLE['council-secretary']!, path: `/api/provinces/${PROVINCE}/receipts?limit=15`, all: true },
] as const;

const WHY =
  'A page joins eight tables or more, each with a condition of row security of its own. Of the 0.83 ms that the database takes for the page of a unit 0.06 are their planning and 0.11 their judging; of 1.12 ms for a bloc 0.05 and 0.10; of 0.65 ms for a province 0.09 and 0.03 (the least of 100 `explain (analyze, summary)` each, with 16,000 rows).';

/** The statement without what the reader's rights add to it: one condition within two pairs of brackets. @throws Error when there is none */
function withoutRights(sent: Sent): Sent {
  const text = sent.text.replace(/ and \(\(r\.(?:[^()]|\([^()]*\))*\)\)/, '');
  if (text === sent.text) throw new Error(`Nobody's rights are in this statement: ${text}`);
  const last = Math.max(...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
  return { ...sent, text, values: sent.values.slice(0, last) };
}

async function compared(
  where: ManyReceipts,
  reader: (typeof READERS)[number],
  { statement, buffers }: Listed,
  effort: Effort,
): Promise<Measured> {
  const variants = [
    await asked('rights', where, statement, 'reader'),
    await asked('plain', where, reader.all ? withoutRights(statement) : statement, 'owner'),
  ];
  const times = await alternate(variants, 1, { ...effort, warming: 1 });
  for (const variant of variants) await variant.close();
  return {
    name: `receipts for ${reader.who}, of ${where.rows.toLocaleString('en')}`,
    ...ratio(times.get('rights')!, times.get('plain')!),
    bound: 'at most',
    target: 1.1,
    baseline: reader.all
      ? 'the same statement without the condition of the reader’s rights, asked by the owner, whom no row security holds: the same rows'
      : 'the same statement, asked by the owner, whom no row security holds, so that its one condition is a plain filter: the same rows',
    why: `${WHY} No statement of the whole page touched more than ${buffers} buffers; 100 are allowed, and test/api/plans.spec.ts holds every list to them for each role.`,
  };
}

export const bench: Bench = {
  id: 'G5',
  title: 'lists with permissions',
  async measure({ effort }) {
    const where = await manyReceipts(effort === QUICK ? FEW : MILLION);
    const lists = await listsOf(where, 'receipt', READERS);
    const measured: Measured[] = [];
    for (const [at, reader] of READERS.entries()) measured.push(await compared(where, reader, lists[at]!, effort));
    return measured;
  },
};
