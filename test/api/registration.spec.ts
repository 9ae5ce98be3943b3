import { randomUUID } from 'node:crypto';
import type { Browser } from '../support/client.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

interface Registration {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly unitShortName: string;
  readonly actions: { type: string; needs: { code: string }[] }[];
}

const DRAFT = {
  aim: { kind: 'title', code: 'flag' },
  targets: [{ name: 'Phát triển hội viên mới', unit: 'người', planned: '120', previous: '100', evidence: 'Danh sách kết nạp' }],
  note: '',
};

let world: World;
let bloc: SmallBloc;

const registrationOf = async (person: Browser, unit: string): Promise<Registration> => {
  const list = await person.get<{ items: Registration[] }>(`${bloc.path}/registrations`);
  return list.body.items.find((item) => item.unitShortName === `Hội ${unit.toUpperCase()}`)!;
};
const at = (registration: Registration) => `${bloc.path}/registrations/${registration.id}`;

async function written(unit: string, draft: object = DRAFT): Promise<Registration> {
  const officer = await bloc.person(`${unit}.officer`);
  const registration = await registrationOf(officer, unit);
  const saved = await officer.put<Registration>(at(registration), { version: registration.version, ...draft });
  expect(saved.status).toBe(200);
  return saved.body;
}

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await bloc.setClock('2020-03-02T02:00:00Z');
  const head = await bloc.person('u1.head');
  const opened = await head.event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 });
  expect(opened.body).toMatchObject({ state: 'open' });
});
afterAll(() => world.close());

describe('a registration', () => {
  it('is drafted by the officer, submitted by the head and accepted by the unit that leads the group', async () => {
    const draft = await written('u3');
    const submitted = await (await bloc.person('u3.head')).event<Registration>(at(draft), { type: 'submit', version: draft.version });
    expect(submitted.body.state).toBe('submitted');
    const leader = await bloc.person('u2.head');
    expect((await registrationOf(leader, 'u3')).actions).toEqual([
      { type: 'accept', needs: [] },
      { type: 'return', needs: [] },
    ]);
    const accepted = await leader.event<Registration>(at(draft), { type: 'accept', version: submitted.body.version });
    expect(accepted.body.state).toBe('accepted');
    const history = await leader.get<{ items: { sentence: string; enteredBy: { name: string } | null }[] }>(`${at(draft)}/history`);
    expect(history.body.items.map(({ sentence, enteredBy }) => [sentence, enteredBy?.name])).toEqual([
      ['Hội U3 (Người u3.head): Gửi bản đăng ký', 'Người u3.officer'],
      ['Hội U2 (Người u2.head): Chấp nhận', undefined],
    ]);
  });

  it('of a leading unit goes to the deputy head’s unit, never to itself', async () => {
    const draft = await written('u2');
    const own = await bloc.person('u2.head');
    const submitted = await own.event<Registration>(at(draft), { type: 'submit', version: draft.version });
    const refused = await own.event(at(draft), { type: 'accept', version: submitted.body.version });
    expect(refused).toMatchObject({ status: 403 });
    const accepted = await (
      await bloc.person('u5.head')
    ).event<Registration>(at(draft), { type: 'accept', version: submitted.body.version });
    expect(accepted.body.state).toBe('accepted');
  });

  it('is returned with a reason, and its unit is told why by letter', async () => {
    const draft = await written('u6');
    const head = await bloc.person('u6.head');
    const submitted = await head.event<Registration>(at(draft), { type: 'submit', version: draft.version });
    const reason = 'Chỉ tiêu thấp hơn năm trước, đề nghị bổ sung.';
    const returned = await (await bloc.person('u5.head')).event(at(draft), { type: 'return', version: submitted.body.version, reason });
    expect(returned.body).toMatchObject({ state: 'returned', reason });
    const letters = await world.owner.query(
      `select address, facts ->> 'reason' as reason from delivery where record_id = $1 and letter = 'registration-returned' order by address`,
      [draft.id],
    );
    expect(letters.rows).toEqual([
      { address: 'u6.head@khoi-nho.example', reason },
      { address: 'u6.officer@khoi-nho.example', reason },
    ]);
  });

  it('is its unit’s own until it is sent, and again while it is rewritten: others see that it is there, and none of its words', async () => {
    const reason = 'Chỉ tiêu thấp hơn năm trước, đề nghị bổ sung.';
    const said = async (person: string, registration: Registration) =>
      (await (await bloc.person(person)).get<{ note: string; targets: unknown[]; aim: unknown }>(at(registration))).body;
    const drafted = await written('u5', { ...DRAFT, note: 'Còn cân nhắc.' });
    for (const person of ['u1.head', 'secretary'])
      expect(await said(person, drafted)).toMatchObject({ state: 'draft', note: '', targets: [], aim: null, aimName: null });
    for (const person of ['u5.officer', 'u5.head']) expect((await said(person, drafted)).note).toBe('Còn cân nhắc.');
    const sent = await (await bloc.person('u5.head')).event<{ version: number }>(at(drafted), { type: 'submit', version: drafted.version });
    expect((await said('secretary', drafted)).note).toBe('Còn cân nhắc.');
    await (await bloc.person('u1.head')).event(at(drafted), { type: 'return', version: sent.body.version, reason });
    expect(await said('u1.head', drafted)).toMatchObject({ state: 'returned', note: '', targets: [], reason });
  });

  it('can be recalled while nobody has acted on it', async () => {
    const draft = await written('u7');
    const head = await bloc.person('u7.head');
    const submitted = await head.event<Registration>(at(draft), { type: 'submit', version: draft.version });
    const recalled = await head.event<Registration>(at(draft), { type: 'recall', version: submitted.body.version });
    expect(recalled.body.state).toBe('draft');
    const refused = await head.event(at(draft), { type: 'recall', version: recalled.body.version });
    expect(refused.body).toMatchObject({ status: 409, code: 'not-in-this-state' });
  });
});

describe('a refusal bears the name of what is needed, says it in Vietnamese and what to do next', () => {
  it.each([
    ['needs-aim', { ...DRAFT, aim: null }, 'Chưa chọn danh hiệu'],
    ['needs-aim', { ...DRAFT, aim: { kind: 'title', code: 'no-such-title' } }, 'Chưa chọn danh hiệu'],
    ['needs-targets', { ...DRAFT, targets: [] }, 'chưa có chỉ tiêu'],
    ['needs-planned-evidence', { ...DRAFT, targets: [{ ...DRAFT.targets[0], evidence: '' }] }, 'Còn 1 chỉ tiêu chưa có minh chứng'],
  ])('%s', async (code, draft, words) => {
    const registration = await written('u4', draft);
    const refused = await (await bloc.person('u4.head')).event(at(registration), { type: 'submit', version: registration.version });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.body).toMatchObject({
      status: 409,
      type: `/problems/${code}`,
      detail: expect.stringContaining(words),
      next: expect.stringMatching(/\S/),
    });
  });

  it('needs-time, after the deadline has passed', async () => {
    const registration = await written('u4');
    await bloc.setClock('2020-03-15T17:00:01Z'); // midnight in Vietnam
    const refused = await (await bloc.person('u4.head')).event(at(registration), { type: 'submit', version: registration.version });
    expect(refused.body).toMatchObject({ code: 'needs-time', detail: expect.stringContaining('15/03/2020') });
    await bloc.setClock('2020-03-10T02:00:00Z');
  });
});

describe('the door', () => {
  it('answers a double send with the same result and keeps one entry', async () => {
    const draft = await written('u1');
    const head = await bloc.person('u1.head');
    const key = randomUUID();
    const event = { type: 'submit', version: draft.version };
    const answers = await Promise.all([1, 2, 3, 4].map(() => head.event<Registration>(at(draft), event, key)));
    expect(answers.map((answer) => [answer.status, answer.body.state])).toEqual(answers.map(() => [201, 'submitted']));
    const entries = await world.owner.query('select count(*)::int as n from journal where record_id = $1', [draft.id]);
    expect(entries.rows[0]).toEqual({ n: 1 });
    const other = await head.event(at(draft), { type: 'recall', version: draft.version + 1 }, key);
    expect(other.body).toMatchObject({ status: 422, code: 'same-key-other-body' });
  });

  it('attack 10: lets one of two approvers win, and tells the other both versions', async () => {
    const registration = await registrationOf(await bloc.person('u2.head'), 'u1');
    const leader = await bloc.person('u2.head');
    const answers = await Promise.all([
      leader.event(at(registration), { type: 'accept', version: registration.version }),
      leader.event(at(registration), { type: 'return', version: registration.version, reason: 'Đề nghị bổ sung chỉ tiêu.' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const loser = answers.find((answer) => answer.status === 409)!;
    expect(loser.body).toMatchObject({ code: 'stale', versions: { yours: registration.version, current: registration.version + 1 } });
  });

  it('refuses an edit of a version that is no longer the latest', async () => {
    const registration = await written('u4');
    const refused = await (await bloc.person('u4.officer')).put(at(registration), { version: registration.version - 1, ...DRAFT });
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'stale',
      versions: { yours: registration.version - 1, current: registration.version },
    });
  });

  it.each([
    ['an unknown field', { type: 'submit', version: 1, state: 'accepted' }, 'wrong-shape'],
    ['no version', { type: 'submit' }, 'wrong-shape'],
    ['an unknown event', { type: 'approve', version: 1 }, 'wrong-shape'],
  ])('refuses %s', async (_, body, code) => {
    const registration = await registrationOf(await bloc.person('u4.head'), 'u4');
    const refused = await (await bloc.person('u4.head')).event(at(registration), body as never);
    expect(refused.body).toMatchObject({ status: 400, code });
  });

  it('refuses __proto__ and a body of 10 MB, and nothing is written', async () => {
    const head = await bloc.person('u4.head');
    const registration = await registrationOf(head, 'u4');
    const poisoned = await head.send(
      'PUT',
      at(registration),
      `{"version":${registration.version},"__proto__":{"polluted":true},"aim":null,"targets":[],"note":""}`,
    );
    expect(poisoned.status).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const huge = await head.put(at(registration), { version: registration.version, ...DRAFT, note: 'x'.repeat(10_000_000) });
    expect(huge.body).toMatchObject({ status: 413, code: 'too-large' });
    expect((await registrationOf(head, 'u4')).version).toBe(registration.version);
  });

  it('does not know a record that one may not read', async () => {
    const registration = await registrationOf(await bloc.person('u4.head'), 'u4');
    const stranger = await (await bloc.person('u6.head')).get(at(registration));
    const nothing = await (await bloc.person('u6.head')).get(`${bloc.path}/registrations/${randomUUID()}`);
    expect(stranger.status).toBe(404);
    expect(stranger.text).toBe(nothing.text);
  });
});
