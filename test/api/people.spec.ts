import type { Me } from '@thidua/workflows/account/account.schema';
import type { PersonRecord, TermList } from '@thidua/workflows/person/person.schema';
import type { History } from '@thidua/workflows/record';
import type { Browser } from '../support/client.js';
import { wordsInJournals } from '../support/journal-words.js';
import { sumsHold } from '../support/reason-sums.js';
import { done } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

const PEOPLE = '/api/provinces/tinh-khoi-nho/people';
const REASON = 'Theo quyết định điều động số 12/QĐ-LH';
let world: World;
let bloc: SmallBloc;
let council: Browser;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await bloc.setClock('2020-06-15T02:00:00Z');
  council = await bloc.person('council');
  const names = [{ name: 'Hội Hết thời tỉnh Bắc Giang', shortName: 'Hội Hết thời', nameEn: 'Ended', from: '2010-01-01' }];
  const { id } = done(await council.post<{ id: string }>('/api/provinces/tinh-khoi-nho/units', { code: 'het-thoi', names }));
  const basis = 'Quyết định số 3/QĐ-UBND ngày 02/01/2020';
  done(await council.event(`/api/provinces/tinh-khoi-nho/units/${id}`, { type: 'dissolve', version: 1, on: '2020-03-01', basis }));
});
afterAll(() => world.close());

const find = async (email: string): Promise<PersonRecord> => {
  const { items } = done(await council.get<{ items: PersonRecord[] }>(`${PEOPLE}?q=${encodeURIComponent(email)}`));
  return items.find((person) => person.email === email)!;
};
const make = async (name: string, posts: object[] = []): Promise<PersonRecord> => {
  const email = `${encodeURIComponent(name).replaceAll('%', '')}@nguoi.example`;
  done(await council.post(PEOPLE, { name: `Người ${name}`, email, password: PASSWORD, posts }));
  return find(email);
};
const officer = (from = '2020-01-01', to?: string) => ({
  role: 'unit-officer',
  unitCode: 'u3',
  title: 'Chuyên viên',
  from,
  ...(to ? { to } : {}),
});
const send = (who: Browser, person: PersonRecord, event: Record<string, unknown> & { type: string }) =>
  who.event<PersonRecord & { code?: string }>(`${PEOPLE}/${person.id}`, { version: person.version, ...event });
const yearsSeen = async (who: Browser) => (await who.get<{ items: unknown[] }>(`${bloc.path}/cycles`)).body.items?.length ?? 0;
/** The day whose first minute in Vietnam this is. */
const midnight = (day: string) => `${day}T00:00:30+07:00`;

describe('a term', () => {
  it('begins on its day and ends at the midnight after its last, also within an open session', async () => {
    const person = await make('ky-han', [officer('2020-07-01', '2020-07-31')]);
    const own = await world.signIn(person.email);
    const roles = async () => (await own.get<Me>('/api/session')).body.posts.map(({ role }) => role);
    expect(await roles()).toEqual([]);
    await bloc.setClock(midnight('2020-07-01'));
    expect(await roles()).toContain('unit-officer');
    expect(await yearsSeen(own)).toBe(1);
    await bloc.setClock('2020-07-31T23:59:30+07:00');
    expect(await yearsSeen(own)).toBe(1);
    await bloc.setClock(midnight('2020-08-01'));
    expect(await roles()).toEqual([]);
    expect(await yearsSeen(own)).toBe(0);
    await bloc.setClock('2020-06-15T02:00:00Z');
    expect((await find(person.email)).posts).toMatchObject([{ standing: 'coming', from: '2020-07-01', to: '2020-07-31' }]);
  });

  it('is told to whoever holds it: from when, until when, and that it is over; others’ terms are not', async () => {
    const person = await make('doc-nhiem-ky', [officer('2020-07-01', '2020-07-31'), officer('2020-01-01', '2020-05-31')]);
    const own = await world.signIn(person.email);
    const terms = async () =>
      done(await own.get<TermList>('/api/account/terms')).items.map(({ from, to, standing, unitName }) => [from, to, standing, unitName]);
    expect(await terms()).toEqual([
      ['2020-07-01', '2020-07-31', 'coming', 'Hội U3'],
      ['2020-01-01', '2020-05-31', 'ended', 'Hội U3'],
    ]);
    await bloc.setClock(midnight('2020-07-01'));
    expect((await terms())[0]).toContain('held');
    await bloc.setClock('2020-06-15T02:00:00Z');
    expect((await world.stranger().get('/api/account/terms')).status).toBe(401);
  });

  it('that is ended keeps its days, and its rights are gone at once', async () => {
    const person = await make('thoi-nhiem', [officer()]);
    const own = await world.signIn(person.email);
    expect(await yearsSeen(own)).toBe(1);
    const ended = done(await send(council, person, { type: 'end-post', postId: person.posts[0]!.id, on: '2020-06-14', reason: REASON }));
    expect(ended.posts).toMatchObject([{ standing: 'ended', from: '2020-01-01', to: '2020-06-14' }]);
    expect(await yearsSeen(own)).toBe(0);
    const again = await send(council, ended, { type: 'end-post', postId: ended.posts[0]!.id, on: '2020-06-20', reason: REASON });
    expect(again.body).toMatchObject({ status: 409, code: 'post-ended-already' });
  });

  it.each([
    ['after its last day', '2020-12-31', 'needs-earlier-end'],
    ['before its first day', '2020-05-31', 'needs-later-end'],
  ])('is not ended %s', async (_, on, code) => {
    const person = await make(`het-${code}`, [officer('2020-06-01', '2020-09-30')]);
    const refused = await send(council, person, { type: 'end-post', postId: person.posts[0]!.id, on, reason: REASON });
    expect(refused.body).toMatchObject({ status: 422, code });
    expect(await find(person.email)).toEqual(person);
  });

  it('that has not begun can be taken back whole', async () => {
    const person = await make('chua-den', [officer('2020-12-01')]);
    const taken = done(await send(council, person, { type: 'end-post', postId: person.posts[0]!.id, on: '2020-11-30', reason: REASON }));
    expect(taken.posts).toEqual([]);
  });

  it.each([
    ['twice in the same days', officer('2020-05-01'), 409, 'post-held-already'],
    ['that ends before it begins', officer('2020-05-01', '2020-04-30'), 422, 'needs-later-end'],
    ['of a unit that nobody knows', { ...officer(), unitCode: 'khong-co' }, 422, 'unknown-reference'],
    ['above the giver', { role: 'council-secretary', title: 'Thư ký Hội đồng', from: '2020-01-01' }, 403, 'post-not-yours'],
    ['of a unit that ended', { ...officer(), unitCode: 'het-thoi' }, 409, 'unit-ended'],
    ['of a unit that has a head', { role: 'unit-head', unitCode: 'u3', title: 'Chủ tịch', from: '2020-06-01' }, 409, 'unit-has-head'],
  ])('is not given %s', async (_, post, status, code) => {
    const person = await make(`giao-${code}`, [officer()]);
    expect((await send(council, person, { type: 'give-post', post })).body).toMatchObject({ status, code });
    expect(await find(person.email)).toEqual(person);
  });

  it('of an administrator stands alone: who administers neither scores, votes nor signs', async () => {
    const admin = await world.admin();
    const person = await make('quan-tri', [officer()]);
    const post = { role: 'administrator', title: 'Quản trị', from: '2020-01-01' };
    expect((await send(admin, person, { type: 'give-post', post })).body).toMatchObject({ status: 409, code: 'administrator-alone' });
    const both = { name: 'Hai vai', email: 'hai-vai@nguoi.example', password: PASSWORD, posts: [officer(), post] };
    expect((await admin.post(PEOPLE, both)).body).toMatchObject({ status: 409, code: 'administrator-alone' });
  });

  it('of a unit’s head passes to the next on its day, with the duties of the leading unit and without another decision', async () => {
    const before = await find('u1.head@khoi-nho.example');
    const next = await make('truong-moi');
    const post = { role: 'unit-head', unitCode: 'u1', title: 'Chủ tịch', from: '2020-09-01' };
    expect((await send(council, next, { type: 'give-post', post })).body).toMatchObject({ code: 'unit-has-head' });
    done(await send(council, before, { type: 'end-post', postId: before.posts[0]!.id, on: '2020-08-31', reason: REASON }));
    done(await send(council, next, { type: 'give-post', post }));
    const [old, fresh] = [await bloc.person('u1.head'), await world.signIn(next.email)];
    const duties = async (who: Browser) => (await who.get<Me>('/api/session')).body.posts.map(({ role }) => role);
    expect([await duties(old), await duties(fresh)]).toEqual([expect.arrayContaining(['bloc-head']), []]);
    await bloc.setClock(midnight('2020-09-01'));
    expect([await duties(old), await duties(fresh)]).toEqual([[], expect.arrayContaining(['unit-head', 'bloc-head'])]);
    await bloc.setClock('2020-06-15T02:00:00Z');
  });
});

describe('whoever leaves', () => {
  /** A letter of an account, one of the own province and one of another, which all name somebody. */
  const lettersNaming = (recordId: string, by: string) =>
    world.owner.query(
      `insert into delivery (id, province_id, record_kind, record_id, n, letter, facts, recipient_name, address)
       select gen_random_uuid(), at, 'Account', $1, 0, 'account-reset', jsonb_build_object('by', $2::text), 'Người khác', 'khac@nguoi.example'
         from unnest(array[null, (select p.province_id from person p where p.id = $1), gen_random_uuid()]) at`,
      [recordId, by],
    );

  it('can do nothing from that moment on, and comes back by a new invitation', async () => {
    const person = await make('roi-di', [officer()]);
    const own = await world.signIn(person.email);
    const left = done(await send(council, person, { type: 'leave', reason: REASON }));
    const { items } = done(await council.get<History>(`${PEOPLE}/${person.id}/history`));
    expect(items.at(-1)).toMatchObject({ actor: 'Người council', capacity: 'Thư ký Hội đồng', reason: REASON });
    expect(await sumsHold(world, person.id)).toEqual([true]);
    expect(left).toMatchObject({ state: 'left', posts: [{ to: '2020-06-15' }] });
    expect((await own.get('/api/session')).status).toBe(401);
    const signIn = () => world.stranger().post('/api/session', { email: person.email, password: PASSWORD });
    expect((await signIn()).body).toMatchObject({ code: 'wrong-sign-in' });
    const back = done(await send(council, left, { type: 'rejoin' }));
    expect(back).toMatchObject({ state: 'active', signedIn: false });
    expect((await signIn()).status).toBe(401);
    expect(done(await send(council, back, { type: 'invite' }))).toMatchObject({ version: back.version + 1 });
    const { rows } = await world.owner.query(`select letter from delivery where person_id = $1 and letter = 'account-invited'`, [
      person.id,
    ]);
    expect(rows).toHaveLength(2);
    const invited = await find(person.email);
    expect(done(await send(council, invited, { type: 'give-post', post: officer('2020-06-16') })).posts).toHaveLength(2);
  });

  it('is invited by letter only while no password is set', async () => {
    const person = await make('da-vao', [officer()]);
    expect((await send(council, person, { type: 'invite' })).body).toMatchObject({ status: 409, code: 'needs-no-password-yet' });
  });

  it('may be erased: a pseudonym stays, nothing names them in journal or letters, and the chains hold', async () => {
    const person = await make('xoa-ten', [officer()]);
    expect((await world.stranger().post('/api/session', { email: person.email, password: 'sai hết cả rồi' })).status).toBe(401);
    await lettersNaming(person.id, `${person.name}, ${person.name}ơ`);
    const why = 'Người xoa-ten nghỉ vì việc gia đình';
    const left = done(await send(council, person, { type: 'leave', reason: why }));
    expect((await send(council, left, { type: 'erase', reason: REASON })).status).toBe(403);
    const admin = await world.admin();
    const erased = done(await send(admin, left, { type: 'erase', reason: REASON }));
    expect(erased).toMatchObject({ state: 'erased', actions: [] });
    const { rows } = await world.owner.query<{ everything: string }>(
      `select coalesce(string_agg(t::text, ' '), '') as everything from (
         select p::text from person p union all select a::text from account a union all select j.body from province_journal j
         union all select d::text from delivery d union all select s::text from sign_in_attempt s union all select r::text from person_reason r) t`,
    );
    // Whose name only begins so keeps it, and so does whoever is called the same in another province.
    expect(rows[0]!.everything.match(/xoa-tenơ?/g)?.sort()).toEqual(['xoa-ten', 'xoa-tenơ', 'xoa-tenơ', 'xoa-tenơ']);
    const { items } = done(await council.get<History>(`${PEOPLE}/${person.id}/history`));
    const { name } = (await admin.get<Me>('/api/session')).body;
    expect(items.at(-1)).toMatchObject({ actor: name, reason: null });
    const { rows: broken } = await world.owner.query(
      `select n from (select n, prev, lag(hash, 1, repeat('0', 64)) over (order by n) as before, hash, body from province_journal where record_id = $1) j
        where prev <> before or hash <> encode(sha256(convert_to(prev || E'\\n' || body, 'UTF8')), 'hex')`,
      [person.id],
    );
    expect(broken).toEqual([]);
  });
});

describe('a changed address', () => {
  it('ends the sessions, is told to the address that was, and takes none that is in use', async () => {
    const person = await make('doi-dia-chi', [officer()]);
    const own = await world.signIn(person.email);
    expect((await send(council, person, { type: 'readdress', email: 'u2.head@khoi-nho.example' })).body).toMatchObject({
      status: 409,
      code: 'already-exists',
    });
    const moved = done(await send(council, person, { type: 'readdress', email: 'Dia-Chi.Moi@nguoi.example' }));
    expect(moved.email).toBe('dia-chi.moi@nguoi.example');
    expect((await own.get('/api/session')).status).toBe(401);
    const { rows } = await world.owner.query<{ address: string }>(
      `select address from delivery where person_id = $1 and letter = 'account-readdressed'`,
      [person.id],
    );
    expect(rows).toEqual([{ address: person.email }]);
  });
});

describe('the keeper of people', () => {
  it('finds people whatever the case and marks of what is typed, page by page', async () => {
    await make('Đặng Thị Ánh');
    const found = async (q: string) =>
      done(await council.get<{ items: PersonRecord[] }>(`${PEOPLE}?q=${encodeURIComponent(q)}`)).items.map(({ name }) => name);
    expect(await found('dang thi anh')).toEqual(['Người Đặng Thị Ánh']);
    expect(await found('50%')).toEqual([]);
    const names: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { items: PersonRecord[]; next: string | null } = done(
        await council.get<{ items: PersonRecord[]; next: string | null }>(`${PEOPLE}?limit=5${next ? `&after=${next}` : ''}`),
      );
      names.push(...page.items.map(({ name }) => name));
      next = page.next;
    }
    expect(names.length).toBeGreaterThan(15);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
    expect((await council.get(`${PEOPLE}?after=hong`)).body).toMatchObject({ status: 422, code: 'unknown-mark' });
  });

  it('never acts on their own person, nor on whoever holds a post above theirs', async () => {
    const admin = await world.admin();
    const second = { name: 'Thư ký hai', email: 'thu-ky-2@nguoi.example', password: PASSWORD };
    done(await admin.post(PEOPLE, { ...second, posts: [{ role: 'council-secretary', title: 'Thư ký Hội đồng', from: '2020-01-01' }] }));
    const above = await find(second.email);
    for (const event of [
      { type: 'readdress', email: 'cua-toi@nguoi.example' },
      { type: 'leave', reason: REASON },
    ])
      expect((await send(council, above, event)).body).toMatchObject({ status: 403, code: 'needs-posts-of-yours' });
    const { personId } = (await council.get<Me>('/api/session')).body;
    const self = done(await council.get<PersonRecord>(`${PEOPLE}/${personId}`));
    expect((await send(council, self, { type: 'give-post', post: officer() })).body).toMatchObject({ status: 403, code: 'own-person' });
  });

  it('is the council secretary of the province or an administrator; others do not learn who there is', async () => {
    const person = await find('u3.head@khoi-nho.example');
    for (const name of ['u1.head', 'secretary', 'records']) {
      const who = await bloc.person(name);
      expect((await who.get<{ items: unknown[] }>(PEOPLE)).body.items).toEqual([]);
      expect((await who.get(`${PEOPLE}/${person.id}`)).status).toBe(404);
      expect((await send(who, person, { type: 'rename', name: 'Tên khác' })).status).toBe(404);
    }
  });

  it('reads in words what was done, without names in the journal itself', async () => {
    const person = await make('lich-su');
    const renamed = done(await send(council, person, { type: 'rename', name: 'Trần Văn Lịch Sử' }));
    done(await send(council, renamed, { type: 'give-post', post: officer() }));
    const { items } = done(await council.get<History>(`${PEOPLE}/${person.id}/history`));
    expect(items.map(({ sentence }) => sentence.split(': ')[1])).toEqual(['Lập người dùng', 'Đổi tên', 'Giao chức danh']);
    expect(items[2]!.changes).toMatchObject([{ what: 'Chuyên viên', before: null, after: '2020-01-01 –' }]);
    const { rows } = await world.owner.query<{ body: string }>('select body from province_journal where record_id = $1', [person.id]);
    expect(rows.map(({ body }) => body).join()).not.toMatch(/Lịch Sử|lich-su/);
    expect(await wordsInJournals(world)).toEqual([]);
  });

  it('sends the same key twice and does it once', async () => {
    const person = await make('hai-lan');
    const key = crypto.randomUUID();
    const event = { type: 'give-post', version: person.version, post: officer() };
    const [first, second] = await Promise.all([1, 2].map(() => council.event<PersonRecord>(`${PEOPLE}/${person.id}`, event, key)));
    expect([first!.status, second!.status]).toEqual([201, 201]);
    expect((await find(person.email)).posts).toHaveLength(1);
  });
});
