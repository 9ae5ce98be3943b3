import { jest } from '@jest/globals';
import { basisOf } from '@thidua/api/register/document.basis';
import { PAGES, tell } from './asking.js';
import { PEOPLE } from './people.data.js';
import { BLOCS, KINDS, PLACES, PLAN, PROVINCES, PROVINCIAL } from './plan.js';
import type { Actor } from './rich-people.js';
import { makeRichWorld, type RichWorld } from './rich-world.js';

jest.setTimeout(120_000);

/** Readers to whom the second group’s scores, drafts and everything of bloc C is hidden. */
const READERS = ['u3.head', 'u4.head', 'A.observer', 'P.member', 'w2.head', 'nobody'];

let rich: RichWorld;
beforeAll(async () => {
  rich = await makeRichWorld(PEOPLE.filter(({ name }) => READERS.includes(name)));
  for (const [kind, state] of STANDING) await rich.put(kind, state);
  await rich.world.owner.query(`update document set state = 'draft' where type = 'TTr'`);
  await rich.world.owner.query(OF_TODAY);
}, 120_000);
afterAll(() => rich.close());

/** A year in its midst: much is written, little is settled. */
const STANDING = [
  ['Cycle', 'compiled'],
  ['Registration', 'submitted'],
  ['Scorecard', 'open'],
  ['Sheet', 'submitted'],
  ['Ranking', 'open'],
  ['Round', 'draft'],
  ['Section', 'submitted'],
  ['Report', 'draft'],
  ['Document', 'issued'],
  ['Dispatch', 'sent'],
  ['Receipt', 'waiting'],
] as const;

/** Every list, count and overview that a reader can ask for. */
async function everythingOf(actor: Actor): Promise<Record<string, string>> {
  const pages = [
    ...KINDS.flatMap((kind) => (PLACES.includes(kind) || PROVINCIAL.includes(kind) ? [] : [PAGES[kind].at])),
    'register',
    'work',
    'scorecards?group=2',
  ];
  const paths = BLOCS.flatMap((bloc) =>
    pages.map((page) => `/api/blocs/${PLAN[bloc].slug}/${page}${page.includes('?') ? '&' : '?'}year=2020`),
  );
  const told: Record<string, string> = {};
  const provinces = Object.values(PROVINCES).flatMap((slug) =>
    ['units', 'people', 'substitutions'].map((page) => `/api/provinces/${slug}/${page}?limit=100`),
  );
  for (const path of [...paths, ...provinces, '/api/provinces', '/api/session']) {
    const { status, text } = await tell(rich, actor, { method: 'GET', path });
    told[path] = `${status} ${text}`;
  }
  return told;
}

/** Every paper says what the year says now, so that it shows where the year has moved on. */
const OF_TODAY = `update document_content x set basis = ${basisOf('d')} from document d where d.content_id = x.id`;
const OF_GROUP_TWO = `unit_id in (select id from unit where code in ('u5', 'u6', 'u7'))`;
const OF_A = `(select id from bloc where slug = 'khoi-a')`;
const OF_C = `(select id from bloc where slug = 'khoi-c')`;

/** Adds and changes what none of the readers may know of. */
const HIDDEN_CHANGES: readonly (readonly [what: string, sql: string])[] = [
  ['registrations of the other group', `update registration set note = 'Khác', version = version + 5 where ${OF_GROUP_TWO}`],
  ['registrations of the other group, taken back', `update registration set state = 'draft' where ${OF_GROUP_TWO}`],
  ['score cards of the other group', `update scorecard set version = version + 3, state = 'reviewed' where ${OF_GROUP_TWO}`],
  ['sheets of the other group', `delete from sheet where rater_${OF_GROUP_TWO}`],
  ['sections of the other group', `update section set paragraphs = '["Khác"]', state = 'returned' where ${OF_GROUP_TWO}`],
  ['the ranking, not published', `update ranking set version = version + 1`],
  ['a round that is not open', `update round set version = version + 1, seats = seats + 1`],
  ['the report, not frozen', `update report set version = version + 1`],
  ['a paper on its way', `update document set state = 'checked', version = version + 2 where bloc_id = ${OF_A} and type = 'TTr'`],
  [
    'a paper that replaces another, not issued',
    `insert into document (id, bloc_id, province_id, cycle_id, head_unit_id, state, type, recipients, content_id, council_only, replaces_id, replaces_reason)
     select gen_random_uuid(), bloc_id, province_id, cycle_id, head_unit_id, 'draft', 'BC', recipients, content_id, council_only, id, 'Ghi nhầm.'
       from document where bloc_id = ${OF_A} and type = 'BC'`,
  ],
  [
    'another dispatch, in preparation',
    `insert into dispatch (id, bloc_id, province_id, cycle_id, lines) select gen_random_uuid(), bloc_id, province_id, cycle_id, lines
       from dispatch where bloc_id = ${OF_A}`,
  ],
  ['receipts of other units', `update receipt set version = version + 1 where ${OF_GROUP_TWO}`],
  ['everything of a bloc elsewhere', `update registration set state = 'accepted', note = 'Khác' where bloc_id = ${OF_C}`],
  ['the name of a bloc elsewhere', `update bloc set name = 'Khối khác' where id = ${OF_C}`],
  ['a person elsewhere', `update person set name = 'Người khác' where province_id = (select province_id from bloc where id = ${OF_C})`],
];

describe('attack 4: what a reader is shown', () => {
  it('does not change by a single byte, in any list, count or order, when what is hidden is added, changed or taken away', async () => {
    const before = new Map<string, Record<string, string>>();
    for (const actor of rich.actors) before.set(actor.cast.name, await everythingOf(actor));
    for (const [what, sql] of HIDDEN_CHANGES) {
      const { rowCount } = await rich.world.owner.query(sql);
      expect({ what, changed: rowCount! > 0 }).toEqual({ what, changed: true });
      for (const actor of rich.actors)
        expect({ what, who: actor.cast.name, told: await everythingOf(actor) }).toEqual({
          what,
          who: actor.cast.name,
          told: before.get(actor.cast.name),
        });
    }
  });

  it('would change if any of it were shown: whoever may read it sees the difference', async () => {
    const [head] = rich.actors.filter(({ cast }) => cast.name === 'u3.head');
    const before = await everythingOf(head!);
    await rich.world.owner.query(`update registration set note = 'Khác' where unit_id = (select id from unit where code = 'u3')`);
    expect(await everythingOf(head!)).not.toEqual(before);
  });
});
