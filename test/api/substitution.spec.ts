import type { History } from '@thidua/workflows/record';
import type { SubstitutionPage, SubstitutionView } from '@thidua/workflows/substitution/substitution.schema';
import type { Work } from '@thidua/workflows/work/work.schema';
import { randomUUID } from 'node:crypto';
import { Browser } from '../support/client.js';
import { mailboxOf } from '../support/papers.js';
import { done, nameOf } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { addPerson } from '../support/posts.js';
import { addDeputies, draftOf, end, fittingFor, meAs, name, substitutionsOf, type Naming } from '../support/substitution.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world, 'khoi-thay');
  await bloc.setClock('2020-03-02T02:00:00Z');
  await addDeputies(world, bloc, ['u1', 'u2', 'u3', 'u5']);
  const head = await bloc.person('u1.head');
  done(await head.event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
});
afterAll(() => world.close());

const UNTIL = '2020-03-10T10:00:00Z';

interface Registration {
  readonly id: string;
  readonly version: number;
  readonly unitShortName: string;
  readonly actions: readonly { readonly type: string }[];
}
const registrationOf = async (person: Browser, unit: string): Promise<Registration | undefined> =>
  done(await person.get<{ items: Registration[] }>(`${bloc.path}/registrations`)).items.find(
    ({ unitShortName }) => unitShortName === nameOf(unit),
  );
const sheet = { aim: { kind: 'title', code: 'flag' }, note: '', targets: [{ name: 'Hội viên mới', unit: 'người', planned: '10', previous: '', evidence: 'Danh sách' }] } as const; // prettier-ignore

/** The officer writes the unit's registration, ready to be sent. */
async function writeRegistration(unit: string): Promise<Registration> {
  const officer = await bloc.person(`${unit}.officer`);
  const { id, version } = (await registrationOf(officer, unit))!;
  return done(await officer.put<Registration>(`${bloc.path}/registrations/${id}`, { version, ...sheet }));
}
const submit = (person: Browser, { id, version }: Registration) =>
  person.event<Registration>(`${bloc.path}/registrations/${id}`, { type: 'submit', version });

describe('naming somebody who stands in', () => {
  it('offers whoever fits, and nobody else: deputy and officer of the unit; for the bloc’s head the head of the deputy’s unit', async () => {
    const offered = (await fittingFor(bloc, 'u1.head')).map(({ name: who, manner, year }) =>
      `${manner} ${who} ${year ? year.year : ''}`.trim(),
    );
    expect(offered.sort()).toEqual(['KT Người u1.deputy', 'KT Người u5.head 2020', 'TUQ Người u1.deputy', 'TUQ Người u1.officer']);
    expect((await fittingFor(bloc, 'u3.head')).map(({ manner, name: who }) => `${manner} ${who}`)).not.toContain('KT Người u5.head');
    for (const person of ['u1.officer', 'u1.deputy', 'secretary', 'council']) expect(await fittingFor(bloc, person)).toEqual([]);
  });

  it('stands on the page of both, with letters to both, and of nobody else', async () => {
    const worker = await startWorkerOf(world);
    const given = await name(bloc, 'u3.head', 'u3.deputy', { to: UNTIL, note: 'Đi công tác' });
    expect(given).toMatchObject({
      standing: 'running',
      mannerName: 'ký thay',
      to: '2020-03-10T10:00:00.000Z',
      year: null,
      note: 'Đi công tác',
    });
    expect(given.principal).toMatchObject({ name: 'Người u3.head', title: 'Chủ tịch', unitName: 'Hội U3 tỉnh Bắc Giang' });
    const seenBy = async (person: string) =>
      done(await (await bloc.person(person)).get<SubstitutionPage>(substitutionsOf(bloc))).items.map(({ id, actions }) => [
        id,
        actions.length,
      ]);
    expect(await seenBy('u3.head')).toEqual([[given.id, 1]]);
    expect(await seenBy('u3.deputy')).toEqual([[given.id, 0]]);
    for (const other of ['u3.officer', 'u2.head', 'secretary', 'council']) expect(await seenBy(other)).toEqual([]);
    expect((await (await bloc.person('u2.head')).get(`${substitutionsOf(bloc)}/${given.id}`)).body).toMatchObject({ code: 'not-found' });
    for (const [address, words] of [
      ['u3.head@khoi-thay.example', 'Ông/bà đã giao Người u3.deputy ký thay'],
      ['u3.deputy@khoi-thay.example', 'Người u3.head giao ông/bà ký thay'],
    ] as const)
      await eventually(async () => {
        const letters = (await mailboxOf(world).list()).filter(({ to }) => to.includes(address));
        const bodies = await Promise.all(letters.map(({ id }) => mailboxOf(world).read(id)));
        return bodies.some((letter) => JSON.stringify(letter).includes(words));
      });
    await worker.stop();
    const history = done(await (await bloc.person('u3.deputy')).get<History>(`${substitutionsOf(bloc)}/${given.id}/history`));
    expect(history.items.map(({ sentence }) => sentence)).toEqual(['Hội U3 (Người u3.head): Giao người thay']);
    done(await end(bloc, 'u3.head', given));
  });

  it('stands in pages, the newest first, whose marks are of this list alone', async () => {
    const head = await bloc.person('u3.head');
    const made: string[] = [];
    for (const area of ['registrations', 'scores', 'report'] as const)
      made.unshift((await name(bloc, 'u3.head', 'u3.deputy', { to: UNTIL, areas: [area] })).id);
    const page = async (query: string) => done(await head.get<SubstitutionPage>(`${substitutionsOf(bloc)}?${query}`));
    const first = await page('limit=2');
    expect(first.items.map(({ id }) => id)).toEqual(made.slice(0, 2));
    expect((await page(`limit=1&after=${first.next}`)).items.map(({ id }) => id)).toEqual([made[2]]);
    // No mark at all, one that promises a day that is none, and one of another list, as long as the own.
    const marks = [['name', randomUUID()], ['2020-13-45 99:99:99+00', randomUUID()], ['2020-01-01 00:00:00+00', 'x'], [randomUUID()]].map(
      (mark) => Buffer.from(JSON.stringify(mark)).toString('base64url'),
    );
    for (const mark of ['made-up', ...marks])
      expect((await head.get(`${substitutionsOf(bloc)}?after=${mark}`)).body).toMatchObject({ code: 'unknown-mark' });
    for (const id of made) {
      const [given] = (await page('limit=10')).items.filter((item) => item.id === id);
      done(await end(bloc, 'u3.head', given!));
    }
  });

  it.each<[string, Naming, string, number]>([
    ['without the paper of a written authorisation', { manner: 'TUQ', paper: undefined }, 'wrong-shape', 400],
    ['for no area', { areas: [] }, 'wrong-shape', 400],
    ['for a time that is over', { to: '2020-03-01T00:00:00Z' }, 'needs-sound-period', 422],
    ['that ends before it begins', { from: '2020-03-09T00:00:00Z', to: '2020-03-08T00:00:00Z' }, 'needs-sound-period', 422],
    ['for more than a year', { to: '2021-03-10T00:00:00Z' }, 'needs-sound-period', 422],
    ['that began in the past', { from: '2020-02-01T00:00:00Z' }, 'needs-sound-period', 422],
  ])('is refused %s', async (_, change, code, status) => {
    const draft = await draftOf(bloc, 'u3.head', 'u3.deputy', change);
    expect((await (await bloc.person('u3.head')).post(substitutionsOf(bloc), draft)).body).toMatchObject({ status, code });
  });

  it('takes one person for a post, area and time, also when two are named at one moment; other areas are another’s', async () => {
    const head = await bloc.person('u3.head');
    const drafts = await Promise.all([
      draftOf(bloc, 'u3.head', 'u3.deputy', { areas: ['scores', 'documents'] }),
      draftOf(bloc, 'u3.head', 'u3.officer', { manner: 'TUQ', areas: ['documents', 'report'] }),
    ]);
    const answers = await Promise.all(drafts.map((draft) => head.post(substitutionsOf(bloc), draft)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'needs-no-other-substitute', detail: expect.stringContaining('Người u3.') }); // prettier-ignore
    const later = await head.post(substitutionsOf(bloc), drafts[0]);
    expect(later.body).toMatchObject({ code: 'needs-no-other-substitute', detail: expect.stringContaining('31/12/2020') });
    const beside = await name(bloc, 'u3.head', 'u3.deputy', { areas: ['registrations'] });
    for (const view of [beside, answers.find(({ status }) => status === 201)!.body as unknown as typeof beside])
      done(await end(bloc, 'u3.head', view));
  });

  it('is done once, however often one press is sent', async () => {
    const head = await bloc.person('u2.head');
    const draft = await draftOf(bloc, 'u2.head', 'u2.deputy', { to: UNTIL });
    const key = { 'idempotency-key': randomUUID() };
    const press = () => head.post<SubstitutionView>(substitutionsOf(bloc), draft, key);
    const answers = [...(await Promise.all([press(), press()])), await press()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    done(await end(bloc, 'u2.head', answers[0]!.body));
  });

  it('is ended by whoever gave it alone, and once', async () => {
    const given = await name(bloc, 'u2.head', 'u2.deputy', { to: UNTIL });
    expect((await end(bloc, 'u2.deputy', given)).body).toMatchObject({ status: 403, code: 'forbidden' });
    const ended = done(await end(bloc, 'u2.head', given));
    expect(ended).toMatchObject({ state: 'ended', standing: 'ended', standingName: 'Đã thu lại' });
    expect((await end(bloc, 'u2.head', ended)).body).toMatchObject({ status: 409, code: 'not-in-this-state' });
  });
});

describe('acting in another’s stead', () => {
  it('is done by the other’s right, and stands in the journal with both names', async () => {
    const registration = await writeRegistration('u3');
    const deputy = await bloc.person('u3.deputy');
    expect((await submit(deputy, registration)).body).toMatchObject({ status: 403, code: 'forbidden' });
    const given = await name(bloc, 'u3.head', 'u3.deputy', { areas: ['registrations'], to: UNTIL });
    const me = await meAs(deputy);
    const stead = me.posts.find(({ id, role }) => id === given.id && role === 'unit-head')!;
    expect(stead).toMatchObject({ role: 'unit-head', standsFor: { name: 'Người u3.head', manner: 'KT', areas: ['registrations'] } });
    const work = done(await deputy.get<Work>(`${bloc.path}/work?year=2020`));
    expect(work.waiting.find(({ event }) => event === 'submit')).toMatchObject({ kind: 'Registration', onBehalfOf: 'Người u3.head' });
    const acting = (await Browser.signIn(world.url, 'u3.deputy@khoi-thay.example', PASSWORD)).actingAs(given.id);
    done(await submit(acting, registration));
    const { items } = done(await deputy.get<History>(`${bloc.path}/registrations/${registration.id}/history`));
    expect(items.at(-1)).toMatchObject({
      sentence: 'Hội U3 (Người u3.deputy, ký thay Người u3.head): Gửi bản đăng ký',
      capacity: 'KT. Chủ tịch',
      onBehalfOf: { name: 'Người u3.head' },
    });
    const english = (await Browser.signIn(world.url, 'u3.deputy@khoi-thay.example', PASSWORD)).speaking('en');
    const told = done(await english.get<History>(`${bloc.path}/registrations/${registration.id}/history`)).items.at(-1)!;
    expect(told.sentence).toContain('Người u3.deputy, for Người u3.head');
    const [entry] = (
      await world.owner.query<{ body: string }>('select body from journal where record_id = $1 order by n desc limit 1', [registration.id])
    ).rows;
    const headMe = await meAs(await bloc.person('u3.head'));
    expect((JSON.parse(entry!.body) as { actor: object }).actor).toEqual({
      kind: 'person',
      person: me.personId,
      post: headMe.posts.find(({ role }) => role === 'unit-head')!.id,
      role: 'unit-head',
      unit: stead.unitId,
      onBehalfOf: headMe.personId,
      manner: 'KT',
      substitution: given.id,
    });
    done(await end(bloc, 'u3.head', given));
  });

  it('reaches the areas that were given and no further', async () => {
    const given = await name(bloc, 'u2.head', 'u2.deputy', { areas: ['report'], to: UNTIL });
    const registration = await writeRegistration('u2');
    expect((await submit(await bloc.person('u2.deputy'), registration)).body).toMatchObject({ code: 'forbidden' });
    done(await end(bloc, 'u2.head', given));
    const authorised = await name(bloc, 'u2.head', 'u2.officer', { manner: 'TUQ', areas: ['registrations'], to: UNTIL });
    const { id } = done(await submit(await bloc.person('u2.officer'), registration));
    const { items } = done(await (await bloc.person('u2.head')).get<History>(`${bloc.path}/registrations/${id}/history`));
    expect(items.at(-1)!.sentence).toBe('Hội U2 (Người u2.officer, thừa ủy quyền Người u2.head): Gửi bản đăng ký');
    done(await end(bloc, 'u2.head', authorised));
  });

  it('for the head of the bloc gives the head of the deputy’s unit that duty alone, not the other unit’s own affairs', async () => {
    const given = await name(bloc, 'u1.head', 'u5.head', { ofBloc: true, to: UNTIL });
    expect(given.year).toEqual({ blocName: 'Khối thử', year: 2020 });
    const posts = (await meAs(await bloc.person('u5.head'))).posts.filter(({ standsFor }) => standsFor);
    expect(posts.map(({ role }) => role)).toEqual(['bloc-head']);
    const registration = await writeRegistration('u1');
    expect((await submit(await bloc.person('u5.head'), registration)).status).toBeGreaterThanOrEqual(403);
    done(await end(bloc, 'u1.head', given));
  });

  it('begins and ends at its minute, within an open session', async () => {
    await name(bloc, 'u5.head', 'u5.deputy', { areas: ['registrations'], from: '2020-03-05T01:00:00Z', to: '2020-03-05T09:30:00Z' });
    const deputy = await Browser.signIn(world.url, 'u5.deputy@khoi-thay.example', PASSWORD);
    const may = async (now: string): Promise<boolean> => {
      await bloc.setClock(now);
      return ((await registrationOf(deputy, 'u5'))?.actions ?? []).some(({ type }) => type === 'submit');
    };
    const registration = await writeRegistration('u5');
    expect(await may('2020-03-05T00:59:30Z')).toBe(false);
    expect(await may('2020-03-05T01:00:05Z')).toBe(true);
    expect(await may('2020-03-05T09:29:30Z')).toBe(true);
    expect(await may('2020-03-05T09:30:00Z')).toBe(false);
    expect((await submit(deputy, registration)).body).toMatchObject({ status: 403, code: 'forbidden' });
    const [over] = done(await (await bloc.person('u5.head')).get<SubstitutionPage>(substitutionsOf(bloc))).items;
    expect(over).toMatchObject({ standing: 'over', actions: [{ type: 'end', needs: [{ code: 'needs-running-substitution' }] }] });
    expect((await end(bloc, 'u5.head', over!)).body).toMatchObject({ status: 409, code: 'needs-running-substitution' });
    expect((await deputy.actingAs(over!.id).get(`${bloc.path}/registrations`)).body).toMatchObject({ code: 'unknown-capacity' });
    await bloc.setClock('2020-03-02T02:00:00Z');
  });

  it('ends at midnight with the term of either of the two', async () => {
    const term = [{ role: 'unit-deputy', title: 'Phó Chủ tịch', unitCode: 'u4', to: '2020-03-03' }];
    await addPerson(world, bloc, 'u4.leaving', term);
    const given = await name(bloc, 'u4.head', 'u4.leaving', { to: UNTIL });
    const leaving = await bloc.person('u4.leaving');
    await bloc.setClock('2020-03-03T16:59:00Z');
    expect((await meAs(leaving)).posts.some(({ id }) => id === given.id)).toBe(true);
    await bloc.setClock('2020-03-03T17:00:30Z');
    expect((await meAs(leaving)).posts).toEqual([]);
    const [idle] = done(await (await bloc.person('u4.head')).get<SubstitutionPage>(substitutionsOf(bloc))).items;
    expect(idle).toMatchObject({ standing: 'idle' });
    await bloc.setClock('2020-03-02T02:00:00Z');
    const other = await name(bloc, 'u4.head', 'u4.officer', { manner: 'TUQ', areas: ['year'], from: '2020-06-01T00:00:00Z' });
    const { rows } = await world.owner.query<{ post: string }>('select principal_post_id as post from substitution where id = $1', [
      other.id,
    ]);
    await bloc.setClock('2020-06-02T02:00:00Z');
    const officer = await bloc.person('u4.officer');
    expect((await meAs(officer)).posts.some(({ id }) => id === other.id)).toBe(true);
    await world.owner.query(`update post set valid_to = '2020-06-01' where id = $1`, [rows[0]!.post]);
    expect((await meAs(officer)).posts.some(({ id }) => id === other.id)).toBe(false);
    await world.owner.query('update post set valid_to = null where id = $1', [rows[0]!.post]);
    await bloc.setClock('2020-03-02T02:00:00Z');
  });
});
