import { BLOC, makeManyBlocs, PEOPLE, PROVINCE } from '../support/many-blocs.js';
import { costsOf, sentDuring } from '../support/plans.js';
import { routesOf } from '../support/routes.js';
import { startWorld, type World } from '../support/world.js';

/** The most that a statement of a list may touch (performance.md, G5), whoever asks and however many rows it shows. */
const BUFFERS = 100;
/** A table of so many rows is never walked from end to end. */
const LARGE = 1_000;

/** Every list and the address at which it is read here. One that is not named here fails. */
const LISTS: Readonly<Record<string, string>> = {
  '/api/account/sessions': '/api/account/sessions',
  '/api/account/terms': '/api/account/terms',
  '/api/provinces': '/api/provinces',
  '/api/provinces/:province/blocs': `/api/provinces/${PROVINCE}/blocs?limit=15`,
  '/api/provinces/:province/receipts': `/api/provinces/${PROVINCE}/receipts`,
  '/api/provinces/:province/units': `/api/provinces/${PROVINCE}/units`,
  '/api/provinces/:province/people': `/api/provinces/${PROVINCE}/people`,
  '/api/provinces/:province/substitutions': `/api/provinces/${PROVINCE}/substitutions`,
  '/api/provinces/:province/substitutions/fitting': `/api/provinces/${PROVINCE}/substitutions/fitting`,
  ...Object.fromEntries(
    [
      'cycles',
      'registrations',
      'scorecards',
      'sheets',
      'rankings',
      'rounds',
      'sections',
      'reports',
      'documents',
      'register',
      'dispatches',
      'receipts',
      'work',
      'progress',
    ].map((list) => [`/api/blocs/:bloc/${list}`, `/api/blocs/${BLOC}/${list}`]),
  ),
  '/api/blocs/:bloc/search': `/api/blocs/${BLOC}/search?q=hoi`,
};
/** What answers without being a list of records. */
const NO_LISTS = [
  /^\/api\/(docs|dev|health|session$|openapi)/,
  /^\/api\/account\/factor$/,
  /checkpoint-address$/,
  /\/changes$/, // tells that something has changed, and reads who asks
  /^\/api\/administration\/(keys|mail)$/,
  /\/import-template$/,
  /\/:(province|bloc)(\/history)?$/,
];

let world: World;
let large: ReadonlySet<string>;
beforeAll(async () => {
  world = await startWorld();
  await makeManyBlocs(world);
  const { rows } = await world.owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and reltuples >= $1`,
    [LARGE],
  );
  large = new Set(rows.map(({ name }) => name));
}, 180_000);
afterAll(() => world.close());

describe('every list', () => {
  it('is read here: a new one needs its line', () => {
    const lists = routesOf(world).filter(
      ({ method, path }) =>
        method === 'GET' &&
        path.startsWith('/api/') &&
        !/:(id|token)\b|:n$|\*/.test(path) &&
        !NO_LISTS.some((pattern) => pattern.test(path)),
    );
    expect([...new Set(lists.map(({ path }) => path))].sort()).toEqual(Object.keys(LISTS).sort());
  });

  it('is large enough here to tell a good plan from a bad one', () => {
    for (const table of [
      'unit',
      'person',
      'post',
      'member',
      'registration',
      'scorecard',
      'sheet',
      'section',
      'receipt',
      'delivery',
      'substitution',
    ])
      expect(large).toContain(table);
  });
});

describe.each(Object.entries(PEOPLE))('to %s', (__, email) => {
  it.each(Object.entries(LISTS))('%s costs no more than its page, and walks no large table', async (_, address) => {
    const reader = await world.signIn(email);
    const sent = await sentDuring(async () => expect((await reader.get(address)).status).toBeLessThan(500));
    expect(sent.length).toBeGreaterThan(0);
    const costs = await costsOf(world, sent, large);
    expect(costs.filter(({ buffers, walked }) => buffers > BUFFERS || walked.length > 0)).toEqual([]);
  });
});

describe('what is read here', () => {
  it('would tell a list that walks a table, or reads more than its page', async () => {
    const text = 'select id from receipt where recipient_name = $1 limit 1';
    const scope = ['', (await world.owner.query<{ id: string }>('select id from province where slug = $1', [PROVINCE])).rows[0]!.id];
    const [cost] = await costsOf(world, [{ login: 'thidua_test_province', scope, text, values: ['nobody'] }], large);
    expect(cost!.buffers > BUFFERS || cost!.walked.length > 0).toBe(true);
  });
});
