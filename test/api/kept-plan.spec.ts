import { Database } from '@thidua/api/platform/database/database';
import { rowsByKeptPlan } from '@thidua/api/platform/database/kept-plan';
import { freshDatabase } from '../support/world.js';

const NOWHERE = { blocId: null, provinceId: null };
/** More texts than a connection keeps. */
const TEXTS = Array.from({ length: 70 }, (_, n) => `select $1::int + ${n} as sum`);
const KEPT = 64;

let database: Database;
beforeAll(async () => {
  database = await Database.open((await freshDatabase()).appUrl, [], 1);
});
afterAll(() => database.onApplicationShutdown());

/** What the one connection keeps of these texts: how often each was planned for its values, and how often by the plan that is kept. */
const kept = () =>
  database.read(NOWHERE, (db) =>
    db.query<{ custom: number; generic: number }[]>(
      `select custom_plans::int as custom, generic_plans::int as generic from pg_prepared_statements where statement like 'select $1::int + %'`,
    ),
  );

describe('what many readers ask of one connection', () => {
  it('is answered to each with their own values, and planned once for all, for as many statements as it keeps', async () => {
    for (const value of [1, 100]) {
      const sums = await database.read(NOWHERE, async (db) => {
        const found: number[] = [];
        for (const text of TEXTS) found.push((await rowsByKeptPlan<{ sum: number }>(db, text, [value]))[0]!.sum);
        return found;
      });
      expect(sums).toEqual(TEXTS.map((_, n) => value + n));
    }
    const plans = await kept();
    expect(plans).toHaveLength(KEPT);
    expect(plans).toEqual(plans.map(() => ({ custom: 0, generic: 2 })));
  });
});
