import { markOf } from '@thidua/api/platform/database/keyset';
import pg from 'pg';
import { PEOPLE, PROVINCE } from '../support/many-blocs.js';
import type { Bench } from './harness/bench.js';
import { asked, listsOf } from './harness/listed.js';
import { alternate, QUICK, ratio } from './harness/measure.js';
import { FEW, manyReceipts, MILLION, type ManyReceipts } from './harness/receipts.js';

/** The mark of the page that begins after so many receipts of the province. */
async function markAfter({ ownerUrl }: ManyReceipts, depth: number): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ at: string; id: string }>(
    `select r.created_at::text as at, r.id from receipt r join province p on p.id = r.province_id
      where p.slug = $1 and r.kind <> 'unit' order by r.created_at desc, r.id desc offset $2 limit 1`,
    [PROVINCE, depth - 1],
  );
  await owner.end();
  return markOf([rows[0]!.at, rows[0]!.id]);
}

export const bench: Bench = {
  id: 'G6',
  title: 'pages deep in a list',
  async measure({ effort }) {
    const [many, depth] = effort === QUICK ? [FEW, FEW / 4] : [MILLION, MILLION / 2];
    const where = await manyReceipts(many);
    const path = `/api/provinces/${PROVINCE}/receipts?limit=15`;
    const email = PEOPLE['council-secretary']!;
    const lists = await listsOf(where, 'receipt', [
      { email, path },
      { email, path: `${path}&after=${await markAfter(where, depth)}` },
    ]);
    const variants = [
      await asked('first', where, lists[0]!.statement, 'reader'),
      await asked('deep', where, lists[1]!.statement, 'reader'),
    ];
    const times = await alternate(variants, 1, { ...effort, warming: 1 });
    for (const variant of variants) await variant.close();
    return [
      {
        name: `a page of 15 after ${depth.toLocaleString('en')} receipts, of ${where.rows.toLocaleString('en')}`,
        ...ratio(times.get('deep')!, times.get('first')!),
        bound: 'at most' as const,
        target: 1.5,
        baseline: 'the first page of the same list, by the same statement of the product',
      },
    ];
  },
};
