import type { SubstitutionPage } from '@thidua/workflows/substitution/substitution.schema';
import { Browser } from '../support/client.js';
import { done, nameOf } from '../support/scores.js';
import { CYCLE, GROUPS, makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { addPerson, addPost, leave } from '../support/posts.js';
import { addDeputies, draftOf, end, fittingFor, meAs, name, substitutionsOf } from '../support/substitution.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  // `u1` leads its own group: the deputy's unit `u5` judges it in its place.
  bloc = await makeSmallBloc(world, 'khoi-tan-cong', { ...CYCLE, groups: [{ ...GROUPS[0]!, leader: 'u1' }, GROUPS[1]!] });
  await bloc.setClock('2020-03-02T02:00:00Z');
  await addDeputies(world, bloc, ['u1', 'u5']);
  await addPerson(world, bloc, 'u1.of-two', [
    { role: 'unit-deputy', title: 'Phó Chủ tịch', unitCode: 'u1' },
    { role: 'unit-officer', title: 'Chuyên viên', unitCode: 'u3' },
  ]);
  const head = await bloc.person('u1.head');
  done(await head.event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
  for (const unit of ['u1', 'u2', 'u3']) await sendRegistration(unit);
});
afterAll(() => world.close());

interface Registration {
  readonly id: string;
  readonly version: number;
  readonly unitShortName: string;
}

const registrationOf = async (person: Browser, unit: string): Promise<Registration | undefined> =>
  done(await person.get<{ items: Registration[] }>(`${bloc.path}/registrations`)).items.find(
    ({ unitShortName }) => unitShortName === nameOf(unit),
  );

async function sendRegistration(unit: string): Promise<void> {
  const head = await bloc.person(`${unit}.head`);
  const { id, version } = (await registrationOf(head, unit))!;
  const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '10', previous: '', evidence: 'Danh sách' }];
  const draft = { version, aim: { kind: 'title', code: 'flag' }, targets, note: '' };
  const saved = done(await head.put<Registration>(`${bloc.path}/registrations/${id}`, draft));
  done(await head.event(`${bloc.path}/registrations/${id}`, { type: 'submit', version: saved.version }));
}

/** What a judge is answered who tries to take a unit's registration; the page need not offer it. */
async function accept(person: string, unit: string) {
  const { id, version } = (await registrationOf(await bloc.person('secretary'), unit))!;
  return (await bloc.person(person)).event(`${bloc.path}/registrations/${id}`, { type: 'accept', version });
}

describe('attack 14: the author’s substitute approves the author’s own dossier', () => {
  it('attack 14: while somebody stands in for the author’s head, that person does not judge the author’s dossier', async () => {
    const given = await name(bloc, 'u1.head', 'u5.head', { ofBloc: true });
    expect((await accept('u5.head', 'u1')).body).toMatchObject({ status: 403, code: 'own-unit' });
    expect((await accept('u1.head', 'u1')).body).toMatchObject({ code: 'own-unit' });
    done(await end(bloc, 'u1.head', given));
  });

  it('attack 14: through a substitute chain, whoever stands in for the author’s substitute does not either', async () => {
    const [first, second] = [await name(bloc, 'u1.head', 'u5.head', { ofBloc: true }), await name(bloc, 'u5.head', 'u5.deputy')];
    expect((await accept('u5.deputy', 'u1')).body).toMatchObject({ status: 403, code: 'own-unit' });
    done(await end(bloc, 'u1.head', first));
    // The same person may as soon as the chain no longer leads to the author.
    expect((await accept('u5.deputy', 'u1')).status).toBe(201);
    done(await end(bloc, 'u5.head', second));
  });

  it('attack 14: whoever belongs to the judged unit does not judge it in the reviewer’s stead', async () => {
    const given = await name(bloc, 'u1.head', 'u1.of-two');
    expect((await accept('u1.of-two', 'u3')).body).toMatchObject({ status: 403, code: 'own-unit' });
    expect((await accept('u1.of-two', 'u2')).status).toBe(201);
    done(await end(bloc, 'u1.head', given));
  });
});

describe('attack 15: loops, second-hand authority, and authority that outlives its minute', () => {
  it('attack 15: A names B who names C: C has nothing of A’s, and B cannot give on what is A’s', async () => {
    const given = await name(bloc, 'u1.head', 'u5.head', { ofBloc: true });
    const onward = await name(bloc, 'u5.head', 'u5.deputy');
    const posts = (await meAs(await bloc.person('u5.deputy'))).posts.filter(({ standsFor }) => standsFor);
    expect(new Set(posts.map(({ standsFor }) => standsFor!.name))).toEqual(new Set(['Người u5.head']));
    expect(posts.map(({ role }) => role)).not.toContain('bloc-head');
    done(await end(bloc, 'u5.head', onward));
    const draft = await draftOf(bloc, 'u5.head', 'u5.deputy');
    const head = await meAs(await bloc.person('u1.head'));
    for (const principalPostId of [given.id, head.posts.find(({ role }) => role === 'unit-head')!.id]) {
      const answer = await (await bloc.person('u5.head')).post(substitutionsOf(bloc), { ...draft, principalPostId });
      expect(answer.body).toMatchObject({ status: 403, code: 'needs-own-post' });
    }
    expect((await fittingFor(bloc, 'u5.head')).every(({ principalPostId }) => principalPostId !== given.id)).toBe(true);
    done(await end(bloc, 'u1.head', given));
  });

  it('attack 15: A names B and B names A: refused by name, for the same time', async () => {
    // Each heads a unit and helps out in the other's.
    await addPost(world, bloc, 'u6.head', { role: 'unit-officer', title: 'Chuyên viên', unitCode: 'u7' });
    await addPost(world, bloc, 'u7.head', { role: 'unit-officer', title: 'Chuyên viên', unitCode: 'u6' });
    const [a, b] = ['u6.head', 'u7.head'] as const;
    const given = await name(bloc, a, b, { manner: 'TUQ', to: '2020-03-20T00:00:00Z' });
    const back = await draftOf(bloc, b, a, { manner: 'TUQ' });
    const refused = await (await bloc.person(b)).post(substitutionsOf(bloc), back);
    expect(refused.body).toMatchObject({ status: 409, code: 'needs-no-loop', next: expect.stringMatching(/\S/) });
    done(await end(bloc, a, given));
    // At one moment, when neither sees the other: one of them stands.
    const drafts = [await draftOf(bloc, a, b, { manner: 'TUQ' }), back];
    const answers = await Promise.all([a, b].map(async (person, n) => (await bloc.person(person)).post(substitutionsOf(bloc), drafts[n])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'needs-no-loop' });
  });

  it('attack 15: at the minute of its end the next request of an open session is refused, whatever it names', async () => {
    const given = await name(bloc, 'u1.head', 'u1.deputy', { to: '2020-03-02T09:00:00Z' });
    const deputy = await Browser.signIn(world.url, 'u1.deputy@khoi-tan-cong.example', PASSWORD);
    const year = `${bloc.path}/cycles/${bloc.cycleId}`;
    const { version } = done(await deputy.get<{ version: number }>(year));
    expect((await deputy.event(year, { type: 'compile', version: version + 1 })).body).toMatchObject({ code: 'stale' });
    await bloc.setClock('2020-03-02T09:00:00Z');
    expect((await deputy.event(year, { type: 'compile', version })).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await deputy.actingAs(given.id).event(year, { type: 'compile', version })).body).toMatchObject({ status: 403, code: 'unknown-capacity' }); // prettier-ignore
    await bloc.setClock('2020-03-02T02:00:00Z');
    done(await end(bloc, 'u1.head', given));
  });
});

describe('attack 15: authority that outlives who gave it', () => {
  it('attack 15: whoever leaves takes along what they gave, at that minute and not at the midnight that ends the post', async () => {
    const given = await name(bloc, 'u4.head', 'u4.officer', { manner: 'TUQ' });
    const officer = await Browser.signIn(world.url, 'u4.officer@khoi-tan-cong.example', PASSWORD);
    const instead = async () => (await meAs(officer)).posts.filter(({ standsFor }) => standsFor).map(({ id }) => id);
    expect(await instead()).toContain(given.id);
    await leave(bloc, 'u4.head');
    expect(await instead()).toEqual([]);
    const answer = await officer.actingAs(given.id).get(`${bloc.path}/registrations`);
    expect(answer.body).toMatchObject({ status: 403, code: 'unknown-capacity' });
  });

  it('attack 15: and what they were given: they are named no more, and what names them is of no use', async () => {
    await name(bloc, 'u2.head', 'u2.officer', { manner: 'TUQ' });
    await leave(bloc, 'u2.officer');
    expect((await fittingFor(bloc, 'u2.head')).map((one) => one.name)).not.toContain('Người u2.officer');
    const [idle] = done(await (await bloc.person('u2.head')).get<SubstitutionPage>(substitutionsOf(bloc))).items;
    expect(idle).toMatchObject({ standing: 'idle', standingName: expect.stringContaining('có người đã thôi') });
  });
});

describe('attack 16: a substitute without the post that the step demands', () => {
  it.each([
    ['an officer signs KT.', 'u1.officer', { manner: 'KT' }],
    ['a head of another unit, for one’s own affairs', 'u5.head', { manner: 'KT', cycleId: undefined }],
    ['an officer of another unit, by authorisation', 'u5.officer', { manner: 'TUQ', paper: { number: '05/GUQ', day: '2020-03-01' } }],
    ['the council’s secretary', 'council', { manner: 'KT' }],
    ['the bloc’s secretary, for the head of the bloc', 'secretary', { manner: 'KT', ofYear: true }],
  ])('attack 16: is refused when named: %s', async (_, person, { ofYear = false, ...change }: Readonly<Record<string, unknown>>) => {
    const { posts } = await meAs(await bloc.person(person));
    const draft = await draftOf(bloc, 'u1.head', 'u1.deputy', {
      areas: ['report'],
      substitutePostId: posts[0]!.id,
      ...(ofYear ? { cycleId: bloc.cycleId } : {}),
      ...change,
    });
    const answer = await (await bloc.person('u1.head')).post(substitutionsOf(bloc), draft);
    expect(answer.body).toMatchObject({ status: 422, code: 'needs-fitting-post' });
  });

  it('attack 16: is refused again when used, once the post no longer fits', async () => {
    const given = await name(bloc, 'u1.head', 'u5.head', { ofBloc: true });
    const deputy = await bloc.person('u5.head');
    const year = `${bloc.path}/cycles/${bloc.cycleId}`;
    const { version } = done(await deputy.get<{ version: number }>(year));
    // Another unit becomes deputy: whoever heads the former one has nothing left.
    const move = (unit: string) =>
      world.owner.query('update cycle set deputy_unit_id = (select id from unit where code = $2 and province_id = cycle.province_id) where id = $1', [bloc.cycleId, unit]); // prettier-ignore
    await move('u6');
    expect((await deputy.event(year, { type: 'compile', version })).body).toMatchObject({ status: 403, code: 'forbidden' });
    const [idle] = done(await (await bloc.person('u1.head')).get<SubstitutionPage>(substitutionsOf(bloc))).items;
    expect(idle).toMatchObject({ id: given.id, standing: 'idle' });
    await move('u5');
    expect((await deputy.event(year, { type: 'compile', version })).body).not.toMatchObject({ code: 'forbidden' });
    done(await end(bloc, 'u1.head', given));
  });
});
