import { AbilityBuilder, createMongoAbility, subject, type MongoAbility, type MongoQuery } from '@casl/ability';
import { visibleTo } from '@thidua/api/platform/rights/visible';
import fc from 'fast-check';
import pg from 'pg';

const value = fc.constantFrom('a', 'b', 'c');
const plain = { noNullPrototype: true } as const;
const row = fc.record({ unitId: fc.option(value), blocId: fc.option(value), reviewerUnitId: fc.option(value) }, plain);
const condition = fc.oneof(value, fc.constant(null), fc.record({ $in: fc.array(value, { maxLength: 2 }) }, plain));
const conditions = fc.dictionary(fc.constantFrom('unitId', 'blocId', 'reviewerUnitId'), condition, { maxKeys: 2, ...plain });
const grants = fc.array(conditions, { maxLength: 3 });

let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: process.env.TEST_PG });
  await db.connect();
  await db.query('create temporary table list (n int, unit_id text, bloc_id text, reviewer_unit_id text)');
});
afterAll(() => db.end());

describe('what a reader sees in a list', () => {
  it('is what the rules let the reader see one by one, also where columns are NULL', async () => {
    await fc.assert(
      fc.asyncProperty(grants, grants, fc.array(row, { maxLength: 8 }), async (cans, cannots, rows) => {
        const builder = new AbilityBuilder<MongoAbility>(createMongoAbility);
        for (const one of cans) builder.can('read', 'Row', one);
        for (const one of cannots) builder.cannot('read', 'Row', one);
        const rights = builder.build();
        await db.query('delete from list');
        for (const [n, one] of rows.entries())
          await db.query('insert into list values ($1, $2, $3, $4)', [n, one.unitId, one.blocId, one.reviewerUnitId]);
        const params: unknown[] = [];
        const seen = await db.query<{ n: number }>(
          `select n from list r where ${visibleTo(rights, 'Row', 'r', params)} order by n`,
          params,
        );
        const allowed = rows.flatMap((one, n) => (rights.can('read', subject('Row', { ...one })) ? [n] : []));
        expect(seen.rows.map(({ n }) => n)).toEqual(allowed);
      }),
      { numRuns: 200 },
    );
  });

  it('is nothing without a rule', () => expect(visibleTo(createMongoAbility(), 'Row', 'r', [])).toBe('false'));

  it.each<[string, MongoQuery, string]>([
    ['a condition that SQL would read otherwise', { unitId: { $regex: 'x' } }, 'cannot hold'],
    ['a column that is no name', { 'unit_id = unit_id or r.n': 'x' }, 'strange field'],
  ])('never rests on %s', (_, conditions, problem) => {
    const builder = new AbilityBuilder<MongoAbility>(createMongoAbility);
    builder.can('read', 'Row', conditions);
    expect(() => visibleTo(builder.build(), 'Row', 'r', [])).toThrow(problem);
  });
});
