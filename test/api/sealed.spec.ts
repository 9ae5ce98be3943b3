import type { SmallBloc } from '../support/small-bloc.js';
import { cardOf, done, makeCompiledBloc, points, sheetOf, sheetPath, submitSelf, submitSheet } from '../support/scores.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Two of three sheets on `u4` are in; the third rater, `u2`, who also leads the group, has a draft. */
async function twoOfThree(
  slug: string,
  order: readonly string[],
  values: Readonly<Record<string, number>>,
  drafts: number,
): Promise<SmallBloc> {
  const bloc = await makeCompiledBloc(world, slug);
  await bloc.setClock('2020-11-20T02:00:00Z');
  for (const unit of ['u1', 'u3', 'u4']) await submitSelf(bloc, unit, points(3_000, 1_500, 3_000, 100, 100));
  for (const rater of order) {
    const officer = await bloc.person(`${rater}.officer`);
    for (let draft = 0; draft < drafts; draft += 1) {
      const sheet = await sheetOf(bloc, rater, 'u4');
      done(await officer.put(sheetPath(bloc, sheet), { version: sheet.version, scores: points(draft), note: 'x'.repeat(draft) }));
    }
    await submitSheet(bloc, rater, 'u4', points(values[rater]!, 2_000, values[rater]!));
  }
  const draft = await sheetOf(bloc, 'u2', 'u4');
  done(await (await bloc.person('u2.officer')).put(sheetPath(bloc, draft), { version: draft.version, scores: points(1_111) }));
  return bloc;
}

/** The sheets of the group that are still to come, one by one. */
const LATER = ['u1', 'u2', 'u3'].flatMap((unit) =>
  ['u1', 'u2', 'u3', 'u4'].filter((rater) => rater !== unit).map((rater) => ({ rater, unit })),
);
const READERS = ['u2.head', 'u4.officer', 'u3.head', 'secretary', 'u1.head'];

/** Every answer that the readers can get, with ids named in the order in which they come, and instants taken out. */
async function answers(bloc: SmallBloc): Promise<string[]> {
  const card = await cardOf(bloc, 'secretary', 'u4');
  const sheets = await world.owner.query<{ id: string }>(
    `select s.id from sheet s join unit_name n on n.unit_id = s.rater_unit_id where s.scorecard_id = $1 and n.short_name <> 'Hội U2' order by n.short_name`,
    [card.id],
  );
  const everybody = [
    'scorecards',
    'scorecards?group=1',
    'scorecards?group=1&limit=1',
    `scorecards/${card.id}`,
    `scorecards/${card.id}/history`,
    'rankings',
    'rounds',
    'work',
    'search?q=u4',
    'registrations',
    'cycles',
  ];
  const outsiders = ['sheets', ...sheets.rows.flatMap(({ id }) => [`sheets/${id}`, `sheets/${id}/history`])];
  const seen: string[] = [];
  for (const name of [
    'u2.head',
    'u2.officer',
    'u4.head',
    'u4.officer',
    'secretary',
    'u5.head',
    'council',
    'records',
    'u1.head',
    'u3.head',
  ]) {
    const rater = name.startsWith('u1') || name.startsWith('u3');
    for (const path of rater ? everybody : [...everybody, ...outsiders]) {
      const answer = await (await bloc.person(name)).get(`${bloc.path}/${path}`);
      seen.push(`${name} ${answer.status} ${answer.text}`);
    }
  }
  const ids = new Map<string, string>();
  const plain = (text: string) =>
    text
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => ids.get(id) ?? (ids.set(id, `#${ids.size}`), ids.get(id)!))
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '@')
      .replaceAll(bloc.bloc, 'khoi');
  return seen.map(plain);
}

describe('attack 4: while 2 of 3 sheets are in', () => {
  let one: SmallBloc;
  let other: SmallBloc;
  beforeAll(async () => {
    one = await twoOfThree('khoi-niem-phong-1', ['u1', 'u3'], { u1: 4_000, u3: 3_900 }, 0);
    other = await twoOfThree('khoi-niem-phong-2', ['u3', 'u1'], { u1: 12, u3: 1_234 }, 3);
  }, 120_000);

  it('every answer to leader, peers, rated unit, secretary, head and council is the same, byte for byte, as with other values, versions and order', async () => {
    const [here, there] = [await answers(one), await answers(other)];
    expect(here).toEqual(there);
    expect(here.length).toBeGreaterThan(100);
    expect(here.filter((answer) => answer.includes('"submitted":2,"of":3')).length).toBeGreaterThan(10);
  });

  it('the third sheet opens nothing while a unit of the group has still to give a sheet: it might answer what it was given', async () => {
    await submitSheet(one, 'u2', 'u4', points(1_000, 2_000, 1_000));
    await submitSelf(one, 'u2', points(3_000, 1_500, 3_000));
    for (const { rater, unit } of LATER.slice(0, -1)) await submitSheet(one, rater, unit, points(2_000, 1_000, 2_000));
    for (const name of READERS) {
      const card = await cardOf(one, name, 'u4');
      expect({ name, sealed: card.sealed, sheets: card.sheets, peers: card.peers }).toEqual({
        name,
        sealed: true,
        sheets: { submitted: 3, of: 3, recused: 0 },
        peers: [],
      });
    }
  });

  it('the last sheet of the group shows all cards at one moment', async () => {
    const { rater, unit } = LATER.at(-1)!;
    await submitSheet(one, rater, unit, points(2_000, 1_000, 2_000));
    for (const name of READERS) {
      const card = await cardOf(one, name, 'u4');
      expect({ name, sealed: card.sealed, peers: card.peers.map(({ scores }) => scores[0]!.points) }).toEqual({
        name,
        sealed: false,
        peers: [4_000, 1_000, 3_900],
      });
    }
    const states = await Promise.all(['u1', 'u2', 'u3'].map(async (unit) => (await cardOf(one, 'secretary', unit)).state));
    expect(states).toEqual(['open', 'open', 'open']);
  });

  it('two last sheets that come at once open each seal of the group once', async () => {
    const bloc = await makeCompiledBloc(world, 'khoi-niem-phong-3');
    await bloc.setClock('2020-11-12T02:00:00Z');
    for (const unit of ['u5', 'u6', 'u7']) await submitSelf(bloc, unit, points(1_000, 1_000, 1_000));
    for (const [rater, unit] of [
      ['u5', 'u7'],
      ['u6', 'u7'],
      ['u6', 'u5'],
      ['u7', 'u5'],
    ] as const) {
      await submitSheet(bloc, rater, unit, points(900, 900, 900));
    }
    const sent = await Promise.all(
      ['u5', 'u7'].map(async (rater) => {
        const sheet = await sheetOf(bloc, rater, 'u6');
        const head = await bloc.person(`${rater}.head`);
        const saved = done(
          await head.put<{ version: number }>(sheetPath(bloc, sheet), { version: sheet.version, scores: points(900, 900, 900) }),
        );
        return { head, path: sheetPath(bloc, sheet), version: saved.version };
      }),
    );
    const submitted = await Promise.all(sent.map(({ head, path, version }) => head.event(path, { type: 'submit', version })));
    expect(submitted.map(({ status }) => status)).toEqual([201, 201]);
    const cards = await Promise.all(['u5', 'u6', 'u7'].map((unit) => cardOf(bloc, 'u6.head', unit)));
    expect(cards.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
    const { rows } = await world.owner.query(
      `select count(*)::int as n from journal where record_id = any($1) and body::jsonb ->> 'event' = 'unseal' group by record_id`,
      [cards.map(({ id }) => id)],
    );
    expect(rows).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
  });
});
