import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { canonicalJson, sha256 } from '@thidua/api/platform/journal/canonical';
import { routesOf } from '../matrix/route-table.js';
import { cardOf, cardPath, done, finishSheets, makeCompiledBloc, nameOf, points, submitSelf } from '../support/scores.js';
import { CYCLE, makeSmallBloc, RULES, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const REASON = 'Đề nghị làm rõ chỉ tiêu phát triển hội viên.';
const DRAFT = {
  aim: { kind: 'title', code: 'flag' },
  targets: [{ name: 'Hội viên mới', unit: 'người', planned: '120', previous: '', evidence: 'Danh sách' }],
  note: '',
};

interface Registration {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly unitShortName: string;
}

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world, 'khoi-thu-tu');
  await bloc.setClock('2020-03-02T02:00:00Z');
  done(await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
});
afterAll(() => world.close());

const at = ({ id }: { readonly id: string }) => `${bloc.path}/registrations/${id}`;
async function registrationOf(unit: string): Promise<Registration> {
  const list = done(await (await bloc.person(`${unit}.head`)).get<{ items: Registration[] }>(`${bloc.path}/registrations`));
  return list.items.find(({ unitShortName }) => unitShortName === nameOf(unit))!;
}
/** A unit writes its registration and sends it. */
async function submitted(unit: string): Promise<Registration> {
  const head = await bloc.person(`${unit}.head`);
  const own = await registrationOf(unit);
  const saved = done(await head.put<Registration>(at(own), { version: own.version, ...DRAFT }));
  return done(await head.event<Registration>(at(own), { type: 'submit', version: saved.version }));
}

describe('attack 12: whoever has decided sends the opposite', () => {
  it.each([
    ['u3', { type: 'accept' }, { type: 'return', reason: REASON }, 'accepted'],
    ['u4', { type: 'return', reason: REASON }, { type: 'accept' }, 'returned'],
  ])('of %s: refused, with the version that was seen and with the newest one', async (unit, first, second, state) => {
    const sent = await submitted(unit);
    const leader = await bloc.person('u2.head');
    const decided = done(await leader.event<Registration>(at(sent), { ...first, version: sent.version }));
    expect((await leader.event(at(sent), { ...second, version: sent.version })).body).toMatchObject({ status: 409, code: 'stale' });
    expect((await leader.event(at(sent), { ...second, version: decided.version })).body).toMatchObject({
      status: 409,
      code: 'not-in-this-state',
    });
    expect(await registrationOf(unit)).toMatchObject({ state, version: decided.version });
  });
});

describe('attack 18: an approval of the first round', () => {
  it('is out of date once the paper was returned, changed and sent again', async () => {
    const sent = await submitted('u6');
    const leader = await bloc.person('u5.head');
    const head = await bloc.person('u6.head');
    const returned = done(await leader.event<Registration>(at(sent), { type: 'return', version: sent.version, reason: REASON }));
    const edited = done(await head.put<Registration>(at(sent), { version: returned.version, ...DRAFT, note: 'Đã sửa.' }));
    const again = done(await head.event<Registration>(at(sent), { type: 'submit', version: edited.version }));
    expect((await leader.event(at(sent), { type: 'accept', version: sent.version })).body).toMatchObject({
      status: 409,
      code: 'stale',
      versions: { yours: sent.version, current: again.version },
    });
    expect(await registrationOf('u6')).toMatchObject({ state: 'submitted', version: again.version });
  });
});

describe('attack 14: the own dossier', () => {
  it.each([
    ['u2', 'u2.head'],
    ['u5', 'u5.head'],
  ])('of %s, which leads a group, is not approved by its own head, and the reason is named', async (unit, person) => {
    const sent = await submitted(unit);
    const own = await (await bloc.person(person)).event(at(sent), { type: 'accept', version: sent.version });
    expect(own.body).toMatchObject({ status: 403, code: 'own-unit' });
    expect(await registrationOf(unit)).toMatchObject({ state: 'submitted', version: sent.version });
  });

  it('passes in no crowd: no route takes several records at once, so each is asked about by itself', () => {
    expect(
      routesOf(world.app).filter(
        (route) => /^(POST|PUT|PATCH) .*(bulk|batch|\/events$)/.test(route) && !/:(id|bloc|province)\/events$/.test(route),
      ),
    ).toEqual([]);
  });
});

describe('attack 20: the rules are edited while years run', () => {
  it('no route edits them, the year keeps them with their hash, and the journal knows the hash', async () => {
    const council = await bloc.person('council');
    const year = `${bloc.path}/cycles/${bloc.cycleId}`;
    expect((await council.put(year, { version: 2, rules: RULES })).body).toMatchObject({ status: 404 });
    expect((await council.post(`${bloc.path}/cycles`, CYCLE)).body).toMatchObject({ status: 409, code: 'already-exists' });
    const view = done(await council.get<{ rules: object; rulesHash: string }>(year));
    expect(view.rulesHash).toBe(sha256(canonicalJson(view.rules)));
    const { rows } = await world.owner.query<{ rules: string }>(
      `select body::jsonb ->> 'rules' as rules from journal where record_id = $1 and body::jsonb ->> 'event' = 'open'`,
      [bloc.cycleId],
    );
    expect(rows).toEqual([{ rules: view.rulesHash }]);
  });

  it('another year with other rules gives and takes no event of this one', async () => {
    const offered = async () =>
      JSON.stringify(
        await Promise.all(
          ['u2.head', 'u3.head', 'u6.head', 'secretary'].map(async (person) => [
            (await (await bloc.person(person)).get(`${bloc.path}/registrations?year=2020`)).text,
            (await (await bloc.person(person)).get(`${bloc.path}/cycles?year=2020`)).text,
          ]),
        ),
      );
    const before = await offered();
    const rules = { ...RULES, peers: { mode: 'none' }, reasonMinimum: 50, titles: RULES.titles.slice(0, 1) };
    const later = Object.fromEntries(Object.entries(RULES.deadlines).map(([step, day]) => [step, day.replace('2020', '2021')]));
    done(
      await (
        await bloc.person('council')
      ).post(`${bloc.path}/cycles`, { ...CYCLE, year: 2021, head: 'u7', deputy: null, groups: [], rules: { ...rules, deadlines: later } }),
    );
    expect(await offered()).toBe(before);
  });
});

describe('attack 13: the second step before the first', () => {
  it('verification, while the review is still to come, is refused to the very unit that will verify', async () => {
    const year = await makeCompiledBloc(world, 'khoi-buoc-hai');
    await year.setClock('2020-11-20T02:00:00Z');
    for (const unit of ['u5', 'u6', 'u7']) await submitSelf(year, unit, points(3_000, 1_500, 3_000));
    const verify = async () => {
      const card = await cardOf(year, 'u1.head', 'u6');
      const answer = await (
        await year.person('u1.head')
      ).event<ScorecardView>(cardPath(year, card), { type: 'verify', version: card.version, scores: [], comment: '' });
      return answer.body;
    };
    expect(await verify()).toMatchObject({ status: 409, code: 'not-in-this-state' });
    await finishSheets(year, 2);
    expect((await cardOf(year, 'u1.head', 'u6')).state).toBe('open');
    expect(await verify()).toMatchObject({ status: 409, code: 'not-in-this-state' });
    expect((await cardOf(year, 'u1.head', 'u6')).state).toBe('open');
  });
});
