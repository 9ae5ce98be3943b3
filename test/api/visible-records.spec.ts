import { camelRow, snake } from '@thidua/api/platform/database/camel';
import { visibleTo } from '@thidua/api/platform/rights/visible';
import { abilityFor, may } from '@thidua/workflows/ability';
import { HELD_ROLES } from '@thidua/workflows/actor';
import { grants, prohibitions } from '@thidua/workflows/law/probe';
import { machines } from '@thidua/workflows/machines';
import { permissions } from '@thidua/workflows/permissions';
import fc from 'fast-check';
import pg from 'pg';
import { POOL, someActor } from '../support/actors.js';
import { freshDatabase } from '../support/world.js';

/** Every rule of the product, whoever it is for. */
const rules = [...grants(permissions), ...prohibitions(permissions)];
const kinds = [...new Set(rules.map(({ kind }) => kind))];
/** The council's page, the settings of letters and the key files are no records: they have no table. */
const WITHOUT_TABLE = ['Council', 'MailSettings', 'SigningKey'];
const recorded = kinds.filter((kind) => !WITHOUT_TABLE.includes(kind));
const tableOf = (kind: string) => snake(kind).replace(/^_/, '');

const actionsOn = (kind: string) => [
  ...new Set([...rules.filter((rule) => rule.kind === kind).flatMap(({ actions }) => actions), 'delete']),
];
const columnsOf = (kind: string) => [
  ...new Set(rules.filter((rule) => rule.kind === kind).flatMap(({ conditions }) => Object.keys(conditions))),
];

const IDS: Readonly<Record<string, readonly string[]>> = {
  Province: POOL.provinces,
  Unit: POOL.units,
  Bloc: POOL.blocs,
  Cycle: POOL.cycles,
  Person: POOL.people,
  Document: POOL.records,
};

/** What a column that a rule looks at may hold. @throws Error where a rule looks at a column that this test does not know */
function valuesOf(kind: string, column: string): readonly (string | boolean)[] {
  if (column === 'state') return Object.keys(machines[tableOf(kind)]!.states);
  if (column === 'kind') return ['council', 'board', 'unit'];
  if (column === 'role') return HELD_ROLES;
  if (column === 'councilOnly') return [true, false];
  if (column === 'id' && IDS[kind]) return IDS[kind];
  if (/unitId$/i.test(column)) return POOL.units;
  if (/(By|For)$/.test(column)) return POOL.people;
  if (/postId$/i.test(column)) return POOL.posts;
  const scopes: Readonly<Record<string, readonly string[]>> = {
    provinceId: POOL.provinces,
    blocId: POOL.blocs,
    cycleId: POOL.cycles,
    groupId: POOL.groups,
  };
  if (!scopes[column]) throw new Error(`A rule on ${kind} looks at ${column}: say here what it may hold`);
  return scopes[column];
}

const someRecords = (kind: string) =>
  fc.array(
    fc.record(
      Object.fromEntries(
        columnsOf(kind).map((column) => [column, fc.option(fc.constantFrom(...valuesOf(kind, column)), { freq: 6 })]),
      ) as Record<string, fc.Arbitrary<string | boolean | null>>,
      { noNullPrototype: true },
    ),
    { minLength: 1, maxLength: 12 },
  );

let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: (await freshDatabase()).ownerUrl });
  await db.connect();
  // The real tables' columns and types without their walls and constraints, so that every column may be NULL.
  for (const kind of recorded)
    await db.query(`create temporary table some_${tableOf(kind)} as select 0 as n, r.* from ${tableOf(kind)} r limit 0`);
});
afterAll(() => db.end());

/** Puts records into the table and gives them back as the door reads them. */
async function stored(kind: string, records: readonly Readonly<Record<string, unknown>>[]): Promise<Record<string, unknown>[]> {
  const table = `some_${tableOf(kind)}`;
  const rows = records.map((record, n) => ({
    n,
    ...Object.fromEntries(Object.entries(record).map(([name, value]) => [snake(name), value])),
  }));
  await db.query(`delete from ${table}`);
  await db.query(`insert into ${table} select (jsonb_populate_record(null::${table}, one)).* from jsonb_array_elements($1::jsonb) one`, [
    JSON.stringify(rows),
  ]);
  const found = await db.query<{ row: Record<string, unknown> }>(`select to_jsonb(r) as row from ${table} r order by n`);
  return found.rows.map(({ row }) => camelRow(row));
}

describe('what a list shows', () => {
  it.each(recorded)('of %s, and offers for each act, is what the rules allow one by one, whoever asks', async (kind) => {
    const met = { allowed: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(someActor, someRecords(kind), async (actor, records) => {
        const rights = abilityFor(actor);
        const rows = await stored(kind, records);
        for (const action of actionsOn(kind)) {
          const params: unknown[] = [];
          const condition = visibleTo(rights, kind, 'r', params, action);
          const listed = await db.query<{ n: number }>(`select n from some_${tableOf(kind)} r where ${condition} order by n`, params);
          const allowed = rows.filter((row) => may(rights, action, kind, row)).map(({ n }) => n);
          expect({ action, listed: listed.rows.map(({ n }) => n) }).toEqual({ action, listed: allowed });
          met.allowed += allowed.length;
          met.refused += rows.length - allowed.length;
        }
      }),
      { numRuns: 200 },
    );
    // A property that never met both would prove nothing.
    expect(Math.min(met.allowed, met.refused)).toBeGreaterThan(0);
  });
});
