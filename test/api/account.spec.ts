import type { Me } from '@thidua/workflows/account/account.schema';
import { Browser } from '../support/client.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await bloc.setClock('2020-03-02T02:00:00Z');
});
afterAll(() => world.close());

const signIn = (email: string, password: string) => world.stranger().post('/api/session', { email, password });

describe('signing in', () => {
  it('tells who one is, in which posts, in which bloc and year', async () => {
    const me = await (await bloc.person('u2.head')).get<Me>('/api/session');
    expect(me.body).toMatchObject({
      name: 'Người u2.head',
      today: '2020-03-02',
      mode: 'development',
      blocs: [{ slug: 'khoi-nho', years: [2020] }],
    });
    expect(me.body.posts.map((post) => post.roleName).sort()).toEqual(['Lãnh đạo đơn vị', 'Trưởng nhóm', 'Đơn vị thành viên'].sort());
  });

  it('never says which half was wrong', async () => {
    const [wrongPassword, nobody] = await Promise.all([
      signIn('u3.head@khoi-nho.example', 'sai mật khẩu'),
      signIn('khong-co@khoi-nho.example', 'sai mật khẩu'),
    ]);
    expect(wrongPassword.body).toMatchObject({ status: 401, code: 'wrong-sign-in' });
    expect(nobody.text).toBe(wrongPassword.text);
  });

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await signIn('u3.head@khoi-nho.example', PASSWORD);
    expect(answer.headers.get('set-cookie')).toMatch(/thidua_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/i);
  });

  it('slows down who guesses at one account, and lets others in', async () => {
    const guesses = [];
    for (let guess = 0; guess < 10; guess += 1) guesses.push((await signIn('u7.head@khoi-nho.example', `đoán lần ${guess}`)).status);
    expect(guesses).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 429, 429]);
    const refused = await signIn('u7.head@khoi-nho.example', PASSWORD);
    expect(refused.body).toMatchObject({ code: 'too-many-attempts' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn('u6.head@khoi-nho.example', PASSWORD)).status).toBe(201);
  });

  it('is never barred by guesses from elsewhere to a browser that was let in before', async () => {
    const email = 'u5.head@khoi-nho.example';
    const first = await signIn(email, PASSWORD);
    const known = /thidua_known=([^;]+)/.exec(first.headers.getSetCookie().join('\n'))![1]!;
    for (let guess = 0; guess < 9; guess += 1) await signIn(email, `đoán lần ${guess}`);
    expect((await signIn(email, PASSWORD)).status).toBe(429);
    const from = (cookie: string) =>
      world.stranger().post('/api/session', { email, password: PASSWORD }, { cookie: `thidua_known=${cookie}` });
    expect((await from(known)).status).toBe(201);
    // The sign of another account, or a made-up one, is no key.
    const other = /thidua_known=([^;]+)/.exec((await signIn('u4.head@khoi-nho.example', PASSWORD)).headers.getSetCookie().join('\n'))![1]!;
    expect([(await from(other)).status, (await from('made-up')).status]).toEqual([429, 429]);
  });

  it('keeps no secret of a session in the database', async () => {
    const answer = await signIn('u3.head@khoi-nho.example', PASSWORD);
    const secret = /thidua_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')![1]!;
    const { rows } = await world.owner.query<{ text: string }>(
      `select encode(token_hash, 'escape') || encode(token_hash, 'base64') || encode(token_hash, 'hex') as text from session`,
    );
    expect(rows.some(({ text }) => text.includes(secret))).toBe(false);
  });
});

describe('a session', () => {
  it('ends when one signs out', async () => {
    const browser = await Browser.signIn(world.url, 'u4.head@khoi-nho.example', PASSWORD);
    expect((await browser.send('DELETE', '/api/session')).status).toBe(204);
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('of another device ends when the password is changed; a weak password is refused', async () => {
    const [here, there] = await Promise.all([1, 2].map(() => Browser.signIn(world.url, 'u5.officer@khoi-nho.example', PASSWORD)));
    const short = await here!.put('/api/account/password', { current: PASSWORD, next: 'ngày mai nắng' });
    expect(short.body).toMatchObject({ status: 400, code: 'wrong-shape', needs: [{ pointer: '/next' }] });
    for (const next of ['aaaaaaaaaaaaaaaaaa', 'matkhau12345678', 'nguoi u5.officer', 'u5.officer@khoi-nho.example'])
      expect((await here!.put('/api/account/password', { current: PASSWORD, next })).body).toMatchObject({
        status: 422,
        code: 'weak-password',
        next: expect.stringContaining('15 ký tự'),
      });
    const wrong = await here!.put('/api/account/password', { current: 'không phải', next: 'một mật khẩu khác dài' });
    expect(wrong.body).toMatchObject({ status: 403, code: 'wrong-password' });
    expect((await here!.put('/api/account/password', { current: PASSWORD, next: 'một mật khẩu khác dài' })).status).toBe(204);
    expect([(await here!.get('/api/session')).status, (await there!.get('/api/session')).status]).toEqual([200, 401]);
    expect((await signIn('u5.officer@khoi-nho.example', 'một mật khẩu khác dài')).status).toBe(201);
  });

  it('attack 8: loses the rights of a post on the day after its term, also while it is open', async () => {
    const council = await bloc.person('council');
    expect((await council.get<{ items: unknown[] }>(`${bloc.path}/cycles`)).body.items).toHaveLength(1);
    await world.owner.query(`update post set valid_to = date '2020-03-02' where role = 'council-secretary'`);
    await bloc.setClock('2020-03-02T16:59:59Z');
    expect((await council.get<{ items: unknown[] }>(`${bloc.path}/cycles`)).body.items).toHaveLength(1);
    await bloc.setClock('2020-03-02T17:00:01Z');
    expect((await council.get(`${bloc.path}/cycles`)).body).toMatchObject({ status: 404, code: 'not-found' });
    await bloc.setClock('2020-03-02T02:00:00Z');
    await world.owner.query(`update post set valid_to = null where role = 'council-secretary'`);
  });
});

describe('the capacity in which one acts', () => {
  it('is one of the posts that one holds; another is refused', async () => {
    const browser = (await Browser.signIn(world.url, 'u2.head@khoi-nho.example', PASSWORD)).actingAs(
      '00000000-0000-4000-8000-000000000000',
    );
    expect((await browser.get(`${bloc.path}/cycles`)).body).toMatchObject({ status: 403, code: 'unknown-capacity' });
  });
});

describe('set-up', () => {
  it.each([
    ['a person without right', 'u3.head', 403, 'forbidden'],
    ['the secretary of the bloc', 'secretary', 403, 'forbidden'],
  ])('is refused to %s', async (_, name, status, code) => {
    const draft = { code: 'don-vi-la', names: [{ name: 'Đơn vị lạ tỉnh', shortName: 'Đơn vị lạ', nameEn: 'Strange', from: '2020-01-01' }] };
    const answer = await (await bloc.person(name)).post('/api/provinces/tinh-khoi-nho/units', draft);
    expect(answer.body).toMatchObject({ status, code });
  });

  it.each([
    ['administrator', 'Quản trị'],
    ['council-secretary', 'Thư ký Hội đồng'],
  ])('does not let a council secretary give the post of %s, nor raise anybody by it', async (role, title) => {
    const council = await bloc.person('council');
    const email = `${role}@khoi-nho.example`;
    const posts = [
      { role: 'unit-officer', unitCode: 'u3', title: 'Chuyên viên', from: '2020-01-01' },
      { role, title, from: '2020-01-01' },
    ];
    const refused = await council.post('/api/provinces/tinh-khoi-nho/people', { name: 'Người được nâng', email, posts });
    expect(refused.body).toMatchObject({ status: 403, code: 'post-not-yours', next: expect.stringContaining('quản trị') });
    const { rows } = await world.owner.query('select 1 from account where email = $1', [email]);
    expect(rows).toEqual([]);
    const allowed = await council.post('/api/provinces/tinh-khoi-nho/people', { name: 'Chuyên viên mới', email, posts: posts.slice(0, 1) });
    expect(allowed.status).toBe(201);
  });

  it('refuses a second unit of the same code, and a post in a unit that does not exist', async () => {
    const admin = await world.admin();
    const unit = { code: 'u1', names: [{ name: 'Hội trùng mã', shortName: 'Hội trùng', nameEn: 'Twin', from: '2020-01-01' }] };
    expect((await admin.post('/api/provinces/tinh-khoi-nho/units', unit)).body).toMatchObject({ status: 409, code: 'already-exists' });
    const person = {
      name: 'Người lạc',
      email: 'lac@khoi-nho.example',
      posts: [{ role: 'unit-head', unitCode: 'khong-co', title: 'Chủ tịch', from: '2020-01-01' }],
    };
    expect((await admin.post('/api/provinces/tinh-khoi-nho/people', person)).body).toMatchObject({
      status: 422,
      code: 'unknown-reference',
    });
    const { rows } = await world.owner.query(`select 1 from account where email = 'lac@khoi-nho.example'`);
    expect(rows).toEqual([]);
  });
});
