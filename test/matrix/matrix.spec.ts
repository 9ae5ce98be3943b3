import { jest } from '@jest/globals';
import { actionsOf, askOf, inTurn, listOf, makings, outcomeOf, PAGES, tell, type Told } from './asking.js';
import { SENTENCES, type Cell } from './cells.data.js';
import { expected, expectedOfMaking, finds, READING, reaches, reachesProvince, readsWords, type Outcome } from './oracle.js';
import { PEOPLE, SUBSTITUTES, type Cast } from './people.data.js';
import {
  BLOCS,
  KINDS,
  nameOf,
  PLACES,
  PLAN,
  PROVINCES,
  PROVINCIAL,
  STATES,
  WITNESSES,
  type BlocName,
  type Kind,
  type Witness,
} from './plan.js';
import { KEPT_PAGES } from './policy.data.js';
import { MADE_UP, makeRichWorld, WORDS, type RichWorld } from './rich-world.js';

jest.setTimeout(600_000);

let rich: RichWorld;
beforeAll(async () => {
  rich = await makeRichWorld([...PEOPLE, ...SUBSTITUTES]);
}, 120_000);
afterAll(() => rich.close());

/** An ordinary unit of a bloc with groups, the head of one without, and the papers of the year. */
const CLOSELY = ['Registration u3', 'Scorecard u3', 'Section u3', 'Cycle', 'Round', 'Document BC']
  .map((name) => `A ${name}`)
  .concat('B Scorecard w1');
/** Kinds whose words are their unit’s own until they are sent. */
const HELD_BACK: readonly Kind[] = ['Registration', 'Scorecard', 'Section', 'Sheet'];
const witnessesOf = (kind: Kind, bloc: BlocName): Witness[] =>
  WITNESSES.filter((witness) => witness.kind === kind && witness.bloc === bloc);
const BLOC_PAGES = [
  ...KINDS.filter((kind) => !PROVINCIAL.includes(kind) && !PLACES.includes(kind)).map((kind) => PAGES[kind].at),
  'work',
  'progress',
  'register',
  'checkpoint-address',
];

const PROVINCE_PAGES = ['', '/history', '/units', '/people', '/substitutions', '/substitutions/fitting', '/blocs', '/receipts'];

/** What was answered, by `who | act | record | state`. */
const answers = new Map<string, Outcome | string>();
/** Every refusal that hides a record, and every one that does not, as it was said. */
const hidden = new Set<string>();
const refused = new Map<string, Set<string>>();
const madeUp = new Set<string>();

function note(key: string, reading: boolean, told: Told): Outcome | string {
  const outcome = outcomeOf(reading, told);
  answers.set(key, outcome);
  if (outcome === 'hidden') hidden.add(told.text);
  if (outcome.startsWith('refused')) refused.set(told.code!, (refused.get(told.code!) ?? new Set()).add(told.text));
  return outcome;
}

/**
 * What is asked of a record in a state: everything of the records that are asked most closely; of the others everything in the first and
 * the last state, and whether they can be read in all.
 */
const actsAsked = (record: Witness, state: string): string[] =>
  CLOSELY.includes(nameOf(record)) || [STATES[record.kind][0], STATES[record.kind].at(-1)].includes(state as never)
    ? actionsOf(record.kind)
    : ['read'];

/** Whoever stands in for somebody does so in bloc A; the other blocs are as closed to them as to the heads beside them, who are asked. */
const isOfInterest = (cast: Cast, { bloc }: Witness): boolean => bloc === 'A' || !SUBSTITUTES.includes(cast);

/** Every act of everybody on the records of a kind in one state. @returns the cells that differ from what the policy says */
async function askAll(kind: Kind, state: string): Promise<string[]> {
  const records = WITNESSES.filter((witness) => witness.kind === kind);
  const cells = rich.actors.flatMap((actor) =>
    records
      .filter((record) => isOfInterest(actor.cast, record))
      .flatMap((record) => actsAsked(record, state).map((action) => ({ actor, record, action }))),
  );
  const wrong: string[] = [];
  await inTurn(cells, async ({ actor, record, action }) => {
    const key = `${actor.cast.name} | ${action} | ${nameOf(record)} | ${state}`;
    const told = await tell(rich, actor, askOf(rich, record, action));
    const outcome = note(key, READING.includes(action), told);
    const owed = expected(actor.cast, action, { ...record, state });
    if (outcome !== owed) wrong.push(`${key}: ${outcome}, not ${owed}`);
    const words = told.text.includes(WORDS);
    if (action === 'read' && HELD_BACK.includes(kind) && words !== readsWords(actor.cast, { ...record, state }))
      wrong.push(`${key}: what was written is ${words ? 'shown' : 'not shown'}`);
    if (told.status >= 400 && words) wrong.push(`${key}: the refusal tells what was written`);
  });
  return wrong.sort();
}

/** What is answered about a record that was never there: each route that hides one must say the same, letter for letter. */
async function askMadeUp(kind: Kind): Promise<void> {
  const record = WITNESSES.find((witness) => witness.kind === kind)!;
  const cells = rich.actors.flatMap((actor) => actionsOf(kind).map((action) => ({ actor, action })));
  await inTurn(cells, async ({ actor, action }) => {
    const told = await tell(rich, actor, askOf(rich, record, action, MADE_UP));
    // Whoever keeps a province's people is told what is wrong with a post before it is asked whose it is.
    const keeps = told.code === 'unknown-reference' && finds(actor.cast, { ...record, state: STATES[kind][0] });
    if (!actor.cast.session && !keeps) madeUp.add(`${told.status} ${told.text}`);
  });
}

/** Whether everybody finds in a bloc's list what is theirs to read, and nothing else. */
async function askLists(kind: Kind, state: string): Promise<string[]> {
  const cells = rich.actors.flatMap((actor) => BLOCS.map((bloc) => ({ actor, bloc })));
  const wrong: string[] = [];
  await inTurn(cells, async ({ actor, bloc }) => {
    const { status, text } = await tell(rich, actor, { method: 'GET', path: listOf(kind, bloc) });
    const key = `${actor.cast.name} | list | ${bloc} ${kind} | ${state}`;
    if (actor.cast.session) return void (status === 401 || wrong.push(`${key}: ${status}`));
    const there = PROVINCIAL.includes(kind) ? reachesProvince(actor.cast, PLAN[bloc].province) : reaches(actor.cast, bloc);
    if (!there) return void (status === 404 ? hidden.add(text) : wrong.push(`${key}: ${status} in a place that is not there`));
    if (status !== 200) return void wrong.push(`${key}: ${status} ${text}`);
    const items = (JSON.parse(text) as { items: { id: string }[] }).items;
    for (const record of witnessesOf(kind, bloc)) {
      const seen = { ...record, state };
      const item = items.find(({ id }) => id === rich.idOf(record));
      if ((item !== undefined) !== finds(actor.cast, seen)) wrong.push(`${key}: ${nameOf(record)} ${item ? 'shown' : 'not shown'}`);
      const words = JSON.stringify(item ?? null).includes(WORDS);
      if (HELD_BACK.includes(kind) && words !== readsWords(actor.cast, seen))
        wrong.push(`${key}: what was written in ${nameOf(record)} is ${words ? 'shown' : 'not shown'}`);
    }
  });
  return wrong;
}

/** What somebody is told in one cell: as it was asked above, or asked now. */
async function answerTo([who, act, name, state]: Cell): Promise<Outcome | string> {
  const key = `${who} | ${act} | ${name} | ${state}`;
  const known = answers.get(key);
  if (known) return known;
  const record = WITNESSES.find((witness) => nameOf(witness) === name);
  const actor = rich.actors.find(({ cast }) => cast.name === who);
  if (!record || !actor) throw new Error(`Nobody, or nothing, is called so: ${key}`);
  await rich.put(record.kind, state);
  return outcomeOf(READING.includes(act), await tell(rich, actor, askOf(rich, record, act)));
}

describe.each(KINDS)('%s', (kind) => {
  afterAll(() => rich.put(kind, STATES[kind][0]));

  it.each(STATES[kind].map((state) => [state]))(
    '%s: everybody is answered as the policy says, on its pages and in its lists',
    async (state) => {
      await rich.put(kind, state);
      const wrong = await askAll(kind, state);
      if (!PLACES.includes(kind)) wrong.push(...(await askLists(kind, state)));
      expect(wrong).toEqual([]);
    },
  );

  if (!PLACES.includes(kind))
    it('that is hidden is answered like one that was never there', async () => {
      await askMadeUp(kind);
      expect([...madeUp]).toEqual([...hidden].map((text) => `404 ${text}`));
      expect(hidden.size).toBe(1);
    });
});

describe('by hand', () => {
  it('at least 200 cells are written', () => expect(SENTENCES.flatMap(({ cells }) => cells).length).toBeGreaterThanOrEqual(200));

  it.each(SENTENCES.map(({ because, cells }): [string, readonly Cell[]] => [because, cells]))('%s', async (_, cells) => {
    const told: string[] = [];
    for (const cell of cells) told.push(`${cell.slice(0, 4).join(' | ')}: ${await answerTo(cell)}`);
    expect(told).toEqual(cells.map((cell) => `${cell.slice(0, 4).join(' | ')}: ${cell[4]}`));
  });

  it.each(SENTENCES.map(({ because, cells }): [string, readonly Cell[]] => [because, cells]))('the policy says so too: %s', (_, cells) => {
    const said = cells.map(([who, act, name, state]) => {
      const cast = rich.actors.find((actor) => actor.cast.name === who)!.cast;
      return expected(cast, act, { ...WITNESSES.find((witness) => nameOf(witness) === name)!, state });
    });
    expect(said).toEqual(cells.map(([, , , , owed]) => owed));
  });
});

describe('a refusal', () => {
  it('says the same of every record for each of its reasons, and so names none', () => {
    expect([...refused].filter(([, texts]) => texts.size !== 1)).toEqual([]);
    expect([...refused.keys()].sort()).toEqual(['forbidden', 'needs-other-secretary', 'own-entry', 'own-person', 'own-unit', 'recused']);
  });
});

/** The pages of the places that are there for somebody, or not. */
const PLACE_PAGES = [
  ...BLOCS.map((name) => ({
    place: `/api/blocs/${PLAN[name].slug}`,
    pages: BLOC_PAGES.map((page) => `/${page}`),
    there: (cast: Cast) => reaches(cast, name),
  })),
  ...(['P', 'Q'] as const).map((name) => ({
    place: `/api/provinces/${PROVINCES[name]}`,
    pages: PROVINCE_PAGES,
    there: (cast: Cast) => reachesProvince(cast, name),
  })),
];
const nowhere = (place: string): string[] => ['khong-co', MADE_UP].map((slug) => place.replace(/[^/]+$/, slug));

describe('a bloc or a province', () => {
  it('that somebody has nothing to do with is answered like one that was never there, on every one of its pages', async () => {
    const told = new Set<string>();
    const cells = rich.actors.filter(({ cast }) => !cast.session).flatMap((actor) => PLACE_PAGES.map((place) => ({ actor, ...place })));
    await inTurn(cells, async ({ actor, place, pages, there }) => {
      for (const asked of [...(there(actor.cast) ? [] : [place]), ...nowhere(place)])
        for (const page of pages) {
          const { status, text } = await tell(rich, actor, { method: 'GET', path: asked + page });
          told.add(`${status} ${text}`);
        }
    });
    expect([...told]).toEqual([...hidden].map((text) => `404 ${text}`));
  });

  it('is neither confirmed nor denied to whoever is not signed in', async () => {
    const told = new Set<string>();
    for (const actor of rich.actors.filter(({ cast }) => cast.session))
      for (const { place, pages } of PLACE_PAGES)
        for (const asked of [place, ...nowhere(place)])
          for (const page of pages) {
            const { status, text } = await tell(rich, actor, { method: 'GET', path: asked + page });
            told.add(`${status} ${text}`);
          }
    expect([...told]).toEqual([expect.stringMatching(/^401 .*sign-in-needed/)]);
  });
});

describe('making', () => {
  it('is refused to everybody but those whom the policy names', async () => {
    await rich.put('Cycle', 'compiled');
    await rich.put('Document', 'issued');
    await rich.put('Dispatch', 'sent');
    const cells = rich.actors.flatMap((actor) => makings(rich).map((making) => ({ actor, ...making })));
    const wrong: string[] = [];
    await inTurn(cells, async ({ actor, made, place, ask }) => {
      const outcome = outcomeOf(false, await tell(rich, actor, ask), true);
      const owed = expectedOfMaking(actor.cast, made, place);
      if (outcome !== owed)
        wrong.push(`${actor.cast.name} | make ${made} | ${place.bloc ?? place.province ?? ''}: ${outcome}, not ${owed}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('a page of whoever keeps a province or the installation', () => {
  it.each(Object.entries(KEPT_PAGES))(
    '%s is refused to everybody else, in words that are the same for all',
    async (_, { method, path, who }) => {
      const texts = new Set<string>();
      const wrong: string[] = [];
      await inTurn(rich.actors, async (actor) => {
        const { status, code, text } = await tell(rich, actor, { method, path, ...(method === 'POST' ? { body: {} } : {}) });
        const keeps = (who as readonly string[]).includes(actor.cast.name);
        if (actor.cast.session) return void (status === 401 || wrong.push(`${actor.cast.name}: ${status}`));
        if (path.includes(PROVINCES.P) && !reachesProvince(actor.cast, 'P'))
          return void ((status === 404 && hidden.has(text)) || wrong.push(`${actor.cast.name}: ${status} in a province that is not there`));
        if (!keeps && ![403, 404, 400, 415].includes(status)) wrong.push(`${actor.cast.name}: ${status} ${code ?? ''}`);
        if (!keeps) texts.add(text);
        if (keeps && code === 'forbidden') wrong.push(`${actor.cast.name}: ${status} ${code}`);
      });
      expect(wrong).toEqual([]);
      expect(texts.size).toBe(1);
    },
  );
});
