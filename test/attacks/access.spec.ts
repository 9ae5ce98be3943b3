import { jest } from '@jest/globals';
import { request } from 'node:http';
import { actionsOf, askOf, outcomeOf, PAGES, tell, type Ask } from '../matrix/asking.js';
import { PEOPLE } from '../matrix/people.data.js';
import { KINDS, nameOf, PLAN, WITNESSES, type Kind, type Witness } from '../matrix/plan.js';
import type { Actor } from '../matrix/rich-people.js';
import { MADE_UP, makeRichWorld, type RichWorld } from '../matrix/rich-world.js';
import { allRows } from '../support/rows.js';

jest.setTimeout(120_000);

const CAST = [
  'u3.head',
  'u3.officer',
  'u2.head',
  'u6.head',
  'A.secretary',
  'u3.head+w2.head',
  'u3.head, over',
  'stranger',
  'made-up session',
];

let rich: RichWorld;
beforeAll(async () => {
  rich = await makeRichWorld(PEOPLE.filter(({ name }) => CAST.includes(name)));
  await rich.put('Document', 'issued');
}, 120_000);
afterAll(() => rich.close());

const as = (name: string): Actor => rich.actors.find(({ cast }) => cast.name === name)!;
const witness = (name: string): Witness => WITNESSES.find((record) => nameOf(record) === name)!;

/** What belongs to the second group, to other units, or to the council, and is no business of unit u3. */
const NOT_OF_U3 = [
  'A Registration u6',
  'A Scorecard u6',
  'A Section u6',
  'A Sheet u6→u7',
  'A Sheet u2→u3',
  'A Document BB',
  'A Receipt u1',
];

describe('attack 1: a member of one unit asks for another’s by its id', () => {
  it.each(NOT_OF_U3)('%s: every page, edit and event answers as for an id that does not exist', async (name) => {
    const record = witness(name);
    for (const who of ['u3.head', 'u3.officer'])
      for (const action of actionsOf(record.kind)) {
        const [real, madeUp] = [
          await tell(rich, as(who), askOf(rich, record, action)),
          await tell(rich, as(who), askOf(rich, record, action, MADE_UP)),
        ];
        expect({ who, action, ...real }).toEqual({ who, action, ...madeUp });
        expect({ who, action, status: real.status }).toEqual({ who, action, status: 404 });
      }
  });

  it('and for one’s own record at the address of another bloc: there it does not exist', async () => {
    const elsewhere = (ask: Ask): Ask => ({ ...ask, path: ask.path.replace(PLAN.A.slug, PLAN.B.slug) });
    for (const kind of ['Registration', 'Scorecard', 'Section', 'Document', 'Receipt'] as const) {
      const record = WITNESSES.find((one) => one.kind === kind && one.bloc === 'A' && (one.unit ?? 'u3') === 'u3' && one.type !== 'BB')!;
      const ask = askOf(rich, record, 'read');
      expect({ kind, status: (await tell(rich, as('u3.head+w2.head'), elsewhere(ask))).status }).toEqual({ kind, status: 404 });
    }
  });
});

describe('attack 2: without signing in', () => {
  it.each(['stranger', 'made-up session'])(
    'a %s gets nothing of a document, its file, its text or its signature: not even whether it is there',
    async (who) => {
      const answers = new Set<string>();
      for (const record of [witness('A Document BC'), witness('A Receipt council'), witness('A Registration u3')])
        for (const action of actionsOf(record.kind))
          for (const id of [rich.idOf(record), MADE_UP]) {
            const { status, text } = await tell(rich, as(who), askOf(rich, record, action, id));
            answers.add(`${status} ${text}`);
          }
      expect([...answers]).toEqual([expect.stringMatching(/^401 \{.*"code":"sign-in-needed"/)]);
    },
  );

  it('a made-up link of a letter opens nothing, and says so in the same words whatever is wrong with it', async () => {
    const texts = new Set<string>();
    for (const token of [MADE_UP, 'x', `${rich.idOf(witness('A Receipt council'))}.${'a'.repeat(43)}`])
      for (const path of [`/api/receipts/${token}`, `/api/receipts/${token}/papers/${rich.paperIds.A}/pdf`]) {
        const { status, text } = await tell(rich, as('stranger'), { method: 'GET', path });
        texts.add(`${status} ${text}`);
      }
    expect(texts.size).toBe(1);
    expect([...texts][0]).toMatch(/^404 /);
  });
});

describe('attack 3: the address of a file', () => {
  it('opens no other document’s file, and nothing any more once the right has ended, in the same words', async () => {
    const pdf = askOf(rich, witness('A Document BC'), 'pdf');
    expect(await tell(rich, as('u3.head'), pdf)).toMatchObject({ status: 200 });
    const ended = await tell(rich, as('u3.head, over'), pdf);
    const other = await tell(rich, as('u3.head'), askOf(rich, witness('A Document BB'), 'pdf'));
    const madeUp = await tell(rich, as('u3.head'), askOf(rich, witness('A Document BC'), 'pdf', MADE_UP));
    expect([ended, other]).toEqual([madeUp, madeUp]);
    expect(madeUp.status).toBe(404);
  });

  it('of a receipt opens the papers that were sent to that recipient, and no other', async () => {
    const own = askOf(rich, witness('A Receipt u3'), 'papers');
    expect(await tell(rich, as('u3.head'), own)).toMatchObject({ status: 200 });
    for (const path of [
      own.path.replace(rich.paperIds.A, rich.paperIds.B),
      own.path.replace(rich.paperIds.A, rich.idOf(witness('A Document BB'))),
      own.path.replace(rich.idOf(witness('A Receipt u3')), rich.idOf(witness('A Receipt u1'))),
    ])
      expect(await tell(rich, as('u3.head'), { method: 'GET', path })).toMatchObject({ status: 404, code: 'not-found' });
  });
});

/** Fields that would help whoever means harm, if they were taken from what is sent. */
const PROTECTED = {
  unitId: MADE_UP,
  role: 'administrator',
  state: 'accepted',
  approvedBy: MADE_UP,
  revision: 7,
  blocId: MADE_UP,
  officialScores: [],
  actor: { kind: 'system', posts: [{ role: 'administrator' }] },
};
const WRITES = KINDS.flatMap((kind): [string, Kind, string][] =>
  actionsOf(kind)
    .filter((act) => !PAGES[kind].reads.includes(act))
    .map((act) => [`${kind} ${act}`, kind, act]),
);

describe('attack 6: fields that are not the sender’s to set', () => {
  it.each(WRITES)('are refused by name, and nothing is written: %s', async (_, kind, action) => {
    const record = WITNESSES.find((one) => one.kind === kind && one.bloc === 'A')!;
    const before = await allRows(rich.world.ownerUrl);
    for (const [field, value] of Object.entries(PROTECTED)) {
      const ask = askOf(rich, record, action);
      if (field in (ask.body as object)) continue; // it is what this event is about
      const { status, code, text } = await tell(rich, as('A.secretary'), { ...ask, body: { ...ask.body, [field]: value } });
      expect({ field, status, code, named: text.includes(field) }).toEqual({ field, status: 400, code: 'wrong-shape', named: true });
    }
    const { session: _was, ...rest } = before;
    const { session: _is, ...after } = await allRows(rich.world.ownerUrl);
    expect(after).toEqual(rest);
  });
});

describe('attack 7: a body that reaches for the prototype', () => {
  const POISONS = [
    '"__proto__":{"polluted":true}',
    '"constructor":{"prototype":{"polluted":true}}',
    '"\\u005f\\u005fproto\\u005f\\u005f":{"polluted":true}',
    '"targets":[{"__proto__":{"polluted":true}}]',
    '"aim":{"kind":"title","code":"flag","constructor":{"prototype":{"polluted":true}}}',
  ];

  it.each(POISONS)('is refused, and nothing is the other for it: %s', async (poison) => {
    const { method, path } = askOf(rich, witness('A Registration u3'), 'edit');
    // In this very process, so that a poisoned prototype would be seen here.
    const answer = await fetch(rich.world.url + path, {
      method,
      headers: { ...as('u3.head').headers, 'x-thidua': '1', 'content-type': 'application/json' },
      body: `{"version":1,"aim":null,"targets":[],"note":"",${poison}}`,
    });
    expect(answer.status).toBe(400);
    expect([({} as Record<string, unknown>)['polluted'], ([] as unknown as Record<string, unknown>)['polluted']]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('leaves everybody with the rights that they had', async () => {
    expect(outcomeOf(true, await tell(rich, as('u3.head'), askOf(rich, witness('A Registration u3'), 'read')))).toBe('shown');
    expect(outcomeOf(true, await tell(rich, as('u3.head'), askOf(rich, witness('A Registration u6'), 'read')))).toBe('hidden');
    expect(outcomeOf(false, await tell(rich, as('u2.head'), askOf(rich, witness('A Scorecard u2'), 'review')))).toBe('refused: own-unit');
  });
});

describe('attack 8: a session that was opened on the last day of a term', () => {
  it.each(
    WITNESSES.filter(({ bloc, unit, rater }) => bloc === 'A' && (rater ?? unit) === 'u3').map(
      (record) => [nameOf(record), record] as const,
    ),
  )('writes nothing after midnight, and knows nothing any more: %s', async (_, record) => {
    for (const action of actionsOf(record.kind)) {
      const told = await tell(rich, as('u3.head, over'), askOf(rich, record, action));
      expect({ action, status: told.status, code: told.code }).toEqual({ action, status: 404, code: 'not-found' });
    }
  });
});

describe('attack 9: the leader of one group judges another by changing the id', () => {
  it('is refused, changes nothing, and stands in the log', async () => {
    const card = witness('A Scorecard u6');
    const before = await allRows(rich.world.ownerUrl);
    const ask = askOf(rich, card, 'review');
    const lines = rich.log().length;
    expect(await tell(rich, as('u2.head'), { ...ask, body: { ...ask.body, version: 1 } })).toMatchObject({
      status: 404,
      code: 'not-found',
    });
    expect((await allRows(rich.world.ownerUrl))['journal']).toEqual(before['journal']);
    expect(rich.log().slice(lines)).toMatch(/"method":"POST","address":"\/api\/blocs\/:bloc\/scorecards\/:id\/events","status":404/);
  });
});

/** A request with a method that browsers do not send by themselves. */
const head = (url: string, cookie: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { method: 'HEAD', headers: { cookie } }, (answer) => resolve(answer.statusCode!))
      .on('error', reject)
      .end();
  });

it('attack 2: HEAD tells no more than GET', async () => {
  const { path } = askOf(rich, witness('A Document BC'), 'pdf');
  expect(await head(rich.url + path, 'thidua_session=made-up')).toBe(401);
});
