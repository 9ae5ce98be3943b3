import type { CycleDraft } from '@thidua/workflows/cycle/cycle.schema';
import { allRows } from '../support/rows.js';
import { CYCLE, makeSmallBloc, RULES, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world, 'khoi-quy-tac');
});
afterAll(() => world.close());

const NEXT: CycleDraft = { ...CYCLE, year: 2021 };
const [firstSection, ...otherSections] = RULES.criteria.sections;
const [firstItem, ...otherItems] = firstSection!.items;
const withItem = (item: object) => ({
  ...NEXT,
  rules: {
    ...RULES,
    criteria: { ...RULES.criteria, sections: [{ ...firstSection, items: [{ ...firstItem, ...item }, ...otherItems] }, ...otherSections] },
  },
});
const withRules = (rules: object) => ({ ...NEXT, rules: { ...RULES, ...rules } });
const LONG = `(${'a+'.repeat(200_000)})+$`;

/** What somebody might write where a rule of the year stands, in the hope that it is run. */
const HOSTILE: readonly (readonly [what: string, body: object | string])[] = [
  ['code in place of a tie rule', withRules({ tieChain: ['process.exit(1)', 'meeting'] })],
  ['a tie rule by the name of a constructor', withRules({ tieChain: ['higher-section:constructor', 'meeting'] })],
  ['a tie rule by the name of a prototype', withRules({ tieChain: ['higher-section:__proto__', 'meeting'] })],
  ['a loop of 10⁹ as a tie rule', withRules({ tieChain: ['for(let i=0;i<1e9;i++){}', 'meeting'] })],
  ['a regular expression of 400 kB as a tie rule', withRules({ tieChain: [`higher-section:${LONG}`, 'meeting'] })],
  [
    'a function as a threshold',
    withRules({ nomination: { ...RULES.nomination, threshold: 'this.constructor.constructor("return process")()' } }),
  ],
  ['a condition beside the threshold', withRules({ nomination: { ...RULES.nomination, condition: 'process.env' } })],
  ['an operator of a query as a limit', withRules({ reasonMinimum: { $gt: 0 } })],
  ['a regular expression as an item’s code', withItem({ code: '(a+)+$' })],
  ['code as an item’s maximum', withItem({ max: 'process.memoryUsage()' })],
  ['a formula beside an item', withItem({ formula: '={CONCATENATE(A1)}' })],
  ['a number beyond every number of an item', JSON.stringify(withItem({ max: 'BEYOND' })).replace('"BEYOND"', '1e309')],
  ['a quorum whose parts are not whole', withRules({ nomination: { ...RULES.nomination, quorum: { p: 0.5, q: 1 } } })],
  ['__proto__ among the rules', JSON.stringify(NEXT).replace('"rules":{', '"rules":{"__proto__":{"polluted":true},')],
  [
    'constructor.prototype among the rules',
    JSON.stringify(NEXT).replace('"rules":{', '"rules":{"constructor":{"prototype":{"polluted":true}},'),
  ],
  [
    'rules nested ten thousand deep',
    JSON.stringify(withRules({ tieChain: 'DEEP' })).replace('"DEEP"', '['.repeat(10_000) + ']'.repeat(10_000)),
  ],
  ['rules of more than 1 MB', withItem({ name: 'x'.repeat(1_100_000) })],
];

describe('attack 23: a rule of the year that means to be run', () => {
  it.each(HOSTILE)('is refused and not kept, and another reader is answered meanwhile: %s', async (_, body) => {
    const council = await bloc.person('council');
    const before = (await allRows(world.ownerUrl))['cycle'];
    const [hostile, meanwhile] = await Promise.all([
      council.post(`${bloc.path}/cycles`, body),
      (await bloc.person('u3.head')).get(`${bloc.path}/cycles`),
    ]);
    expect(['wrong-shape', 'too-large', 'needs-sound-rules']).toContain(hostile.body['code']);
    expect(hostile.headers.get('content-type')).toContain('application/problem+json');
    expect(meanwhile.status).toBe(200);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((await allRows(world.ownerUrl))['cycle']).toEqual(before);
  });

  it('names the place of what it does not take', async () => {
    const council = await bloc.person('council');
    const { body } = await council.post<{ needs: { pointer: string }[] }>(`${bloc.path}/cycles`, withItem({ formula: '=1+1' }));
    expect(body.needs.map(({ pointer }) => pointer)).toEqual(['/rules/criteria/sections/0/items/0']);
  });

  it('is told apart from one that is only words: those are kept as they are, and never run', async () => {
    const council = await bloc.person('council');
    const name = 'process.exit(1) </script> ${constructor} {{7*7}}';
    const made = await council.post(`${bloc.path}/cycles`, withItem({ name }));
    expect(made.status).toBe(201);
    const { body } = await council.get<{ items: { rules: typeof RULES }[] }>(`${bloc.path}/cycles?year=2021`);
    expect(body.items[0]!.rules.criteria.sections[0]!.items[0]!.name).toBe(name);
  });
});
