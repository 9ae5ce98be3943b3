import { jest } from '@jest/globals';
import { inTurn, tell } from './asking.js';
import { finds, personOf, reaches, reachesProvince, readsWords } from './oracle.js';
import { PEOPLE, SUBSTITUTES, type Cast } from './people.data.js';
import { BLOCS, blocOf, KINDS, nameOf, PLAN, PROVINCES, STATES, WITNESSES, type Kind, type Witness } from './plan.js';
import { makeRichWorld, WORDS, type RichWorld } from './rich-world.js';

jest.setTimeout(600_000);

let rich: RichWorld;
beforeAll(async () => {
  rich = await makeRichWorld([...PEOPLE, ...SUBSTITUTES]);
}, 120_000);
afterAll(() => rich.close());

describe('lists that are made of several kinds', () => {
  const everything = (kind: Kind, state: string) =>
    WITNESSES.filter((witness) => witness.kind === kind).map((record) => ({ ...record, state }));
  const first = (kind: Kind) => STATES[kind][0];

  it.each([
    ['“My work”', 'work', KINDS],
    // Its rows are the members of the year: whoever reads a record of theirs knows whose it is.
    ['“Progress”', 'progress', KINDS.filter((kind) => kind !== 'Unit')],
  ])('%s names no record that its reader may not read', async (_, page, kinds) => {
    for (const kind of KINDS) await rich.put(kind, kind === 'Cycle' ? 'compiled' : first(kind));
    const unread: string[] = [];
    await inTurn(
      rich.actors.flatMap((actor) => BLOCS.map((bloc) => ({ actor, bloc }))),
      async ({ actor, bloc }) => {
        const { status, text } = await tell(rich, actor, { method: 'GET', path: `/api/blocs/${PLAN[bloc].slug}/${page}?year=2020` });
        const owed = actor.cast.session ? 401 : reaches(actor.cast, bloc) ? 200 : 404;
        if (status !== owed) unread.push(`${actor.cast.name}: ${status}`);
        for (const kind of kinds)
          for (const record of everything(kind, kind === 'Cycle' ? 'compiled' : first(kind)))
            if (text.includes(rich.idOf(record)) && !finds(actor.cast, record)) unread.push(`${actor.cast.name} | ${nameOf(record)}`);
      },
    );
    expect(unread).toEqual([]);
  });

  /** Who finds by a text what they should not, or does not find what they should. */
  async function wrongFinds(q: string, owed: (cast: Cast, record: Witness) => boolean | null): Promise<string[]> {
    const wrong: string[] = [];
    await inTurn(
      rich.actors.flatMap((actor) => BLOCS.map((bloc) => ({ actor, bloc }))),
      async ({ actor, bloc }) => {
        const path = `/api/blocs/${PLAN[bloc].slug}/search?year=2020&q=${encodeURIComponent(q)}`;
        const { status, text } = await tell(rich, actor, { method: 'GET', path });
        const there = actor.cast.session ? 401 : reaches(actor.cast, bloc) ? 200 : 404;
        if (status !== there) wrong.push(`${actor.cast.name}: ${status}, not ${there}`);
        for (const record of WITNESSES.filter((one) => one.bloc === bloc)) {
          const should = owed(actor.cast, record);
          if (should !== null && text.includes(rich.idOf(record)) !== should) wrong.push(`${actor.cast.name} | ${nameOf(record)}`);
        }
      },
    );
    return wrong;
  }

  it.each([
    ['held back', { Registration: 'draft', Section: 'returned' }],
    ['sent', { Registration: 'submitted', Section: 'accepted' }],
  ])('search finds words that are %s for those who may read them, and what stands in cards and sheets for nobody', async (_, states) => {
    for (const [kind, state] of Object.entries(states)) await rich.put(kind as Kind, state);
    const owed = (cast: Cast, record: Witness) => {
      if (record.kind === 'Scorecard' || record.kind === 'Sheet') return false;
      if (record.kind !== 'Registration' && record.kind !== 'Section') return null;
      return !cast.session && readsWords(cast, { ...record, state: states[record.kind] });
    };
    expect(await wrongFinds(WORDS, owed)).toEqual([]);
  });

  it.each([['draft'], ['issued']])(
    'search finds a document in the state %s for those who may read it, and for nobody else',
    async (state) => {
      await rich.put('Document', state);
      expect(await wrongFinds('ba', (cast, record) => (record.kind === 'Document' ? finds(cast, { ...record, state }) : null))).toEqual([]);
    },
  );

  it('“Progress” names every registration, card and section that its reader may read', async () => {
    const told = ['Registration', 'Scorecard', 'Section'] as const;
    for (const kind of told) await rich.put(kind, first(kind));
    const missing: string[] = [];
    await inTurn(
      rich.actors.filter(({ cast }) => !cast.session).flatMap((actor) => BLOCS.map((bloc) => ({ actor, bloc }))),
      async ({ actor, bloc }) => {
        const { text } = await tell(rich, actor, { method: 'GET', path: `/api/blocs/${PLAN[bloc].slug}/progress?year=2020` });
        for (const record of told.flatMap((kind) => everything(kind, first(kind))).filter((one) => one.bloc === bloc))
          if (finds(actor.cast, record) && !text.includes(rich.idOf(record))) missing.push(`${actor.cast.name} | ${nameOf(record)}`);
      },
    );
    expect(missing).toEqual([]);
  });

  it('whoever may be named is shown for the own posts of a head, to nobody for another’s', async () => {
    const wrong: string[] = [];
    await inTurn(rich.actors, async (actor) => {
      const { status, text } = await tell(rich, actor, { method: 'GET', path: `/api/provinces/${PROVINCES.P}/substitutions/fitting` });
      if (actor.cast.session) return void (status === 401 || wrong.push(`${actor.cast.name}: ${status}`));
      if (!reachesProvince(actor.cast, 'P')) return void (status === 404 || wrong.push(`${actor.cast.name}: ${status}`));
      const { items } = JSON.parse(text) as { items: { principalPostId: string; unitName: string }[] };
      const heads = actor.cast.posts.some(
        ({ role, unit, term, instead }, at) =>
          role === 'unit-head' && blocOf(unit!) !== 'C' && !term && !instead && (actor.cast.acting ?? at) === at,
      );
      const foreign = items.filter(({ principalPostId }) => principalPostId !== rich.postIdOf(personOf(actor.cast)));
      const own = actor.cast.name === 'u3.head+w2.head' ? [] : foreign;
      if (status !== 200 || own.length > 0 || (!heads && items.length > 0)) wrong.push(`${actor.cast.name}: ${status} ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  it('a province’s lists show its blocs and what was sent to its council to those who may read them, and to nobody else', async () => {
    await rich.put('Dispatch', 'sent');
    const wrong: string[] = [];
    const cells = rich.actors.flatMap((actor) => (['A', 'C'] as const).map((bloc) => ({ actor, bloc })));
    await inTurn(cells, async ({ actor, bloc }) => {
      for (const [page, kind, state] of [
        ['blocs', 'Bloc', 'active'],
        ['receipts', 'Receipt', 'waiting'],
      ] as const) {
        const { status, text } = await tell(rich, actor, {
          method: 'GET',
          path: `/api/provinces/${PROVINCES[PLAN[bloc].province]}/${page}`,
        });
        const owed = actor.cast.session ? 401 : reachesProvince(actor.cast, PLAN[bloc].province) ? 200 : 404;
        if (status !== owed) wrong.push(`${actor.cast.name} | ${page}: ${status}, not ${owed}`);
        if (!actor.cast.session)
          for (const record of everything(kind, state).filter(({ recipient }) => recipient !== 'unit')) {
            const here = PLAN[record.bloc].province === PLAN[bloc].province;
            const shown = text.includes(rich.idOf(record));
            // A province’s list is for its council: whoever reads one bloc’s receipts reads them there.
            if (shown && !(here && finds(actor.cast, record))) wrong.push(`${actor.cast.name} | ${page}: ${nameOf(record)} shown`);
          }
      }
    });
    expect(wrong).toEqual([]);
  });

  it.each([['draft'], ['issued']])('the register names the documents that its reader may read, and no other: %s', async (state) => {
    await rich.put('Document', state);
    const wrong: string[] = [];
    await inTurn(
      rich.actors.flatMap((actor) => BLOCS.map((bloc) => ({ actor, bloc }))),
      async ({ actor, bloc }) => {
        const { status, text } = await tell(rich, actor, { method: 'GET', path: `/api/blocs/${PLAN[bloc].slug}/register?year=2020` });
        const owed = actor.cast.session ? 401 : reaches(actor.cast, bloc) ? 200 : 404;
        if (status !== owed) wrong.push(`${actor.cast.name}: ${status}`);
        for (const record of everything('Document', state).filter((document) => document.bloc === bloc))
          if (text.includes(rich.idOf(record)) !== finds(actor.cast, record)) wrong.push(`${actor.cast.name} | ${nameOf(record)}`);
      },
    );
    expect(wrong).toEqual([]);
  });
});
