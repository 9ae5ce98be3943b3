import type { SessionList } from '@thidua/workflows/account/account.schema';
import { checkedDocument, documentPath } from '../support/documents.js';
import { productionSettings } from '../support/production.js';
import { makeDecidedBloc } from '../support/report.js';
import { addressOf, routesOf, type Route } from '../support/routes.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';

const ADMIN = { email: 'quan-tri@thidua.example', password: PASSWORD };
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

let world: World;
let bloc: SmallBloc;
/** The same program as it runs behind TLS. */
let secured: World;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeDecidedBloc(world, 'khoi-nho');
  secured = await startWorld(await productionSettings());
});
afterAll(async () => {
  await secured.close();
  await world.close();
});

/** The directives of a content policy by their names. */
const directives = (headers: Headers): Map<string, string> =>
  new Map(
    headers
      .get('content-security-policy')!
      .split('; ')
      .map((directive) => [directive.split(' ')[0]!, directive.split(' ').slice(1).join(' ')]),
  );
const cookiesOf = (answer: { headers: Headers }): string[] => answer.headers.getSetCookie();
const pair = (cookie: string): string => cookie.split(';')[0]!;
/** The opening tags of a page. */
const tagsOf = (html: string): string[] => html.replaceAll(/<!--.*?-->/gs, '').match(/<[a-z][^>]*>/gi) ?? [];

describe.each(['/vi/', '/en/', '/vi/khoi-nho/2020/registrations'])('the page %s', (path) => {
  it('has no script but its files, and a policy that lets no other run', async () => {
    const { headers, text, status } = await world.stranger().get(path);
    expect(status).toBe(200);
    const policy = directives(headers);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('object-src')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'self'");
    const scripts = tagsOf(text).filter((tag) => /^<script/i.test(tag));
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toMatch(/\ssrc="[\w-]+\.js"/);
    expect(text.match(/<script[^>]*>\s*[^<\s]/g)).toBeNull();
    expect(tagsOf(text).filter((tag) => /\son\w+\s*=|javascript:/i.test(tag))).toEqual([]);
  });

  it('has no style but its files and what bears the nonce of this answer', async () => {
    const [first, second] = [await world.stranger().get(path), await world.stranger().get(path)];
    const nonces = [first, second].map(({ headers }) => /^'self' 'nonce-([\w+/=]{24,})'$/.exec(directives(headers).get('style-src')!)?.[1]);
    expect(nonces).toEqual([expect.any(String), expect.any(String)]);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(first.text).toContain(`ngcspnonce="${nonces[0]}"`);
    expect(tagsOf(first.text).filter((tag) => /^<style|\sstyle\s*=/i.test(tag))).toEqual([]);
    expect(directives(first.headers).has('style-src-attr')).toBe(false);
  });

  it('is framed by nobody', async () => {
    const { headers } = await world.stranger().get(path);
    expect([directives(headers).get('frame-ancestors'), headers.get('x-frame-options')]).toEqual(["'none'", 'DENY']);
  });
});

describe('every answer', () => {
  it.each([
    ['a page', '/vi/'],
    ['a redirection', '/'],
    ['what the API says', '/api/health'],
    ['a refusal', '/api/session'],
    ['what is not there', '/vi/main-nowhere.js'],
    ['an address outside', '/../../etc/passwd'],
    ['the page before its nonce', '/vi/index.html'],
  ])('is taken for what it says it is, framed by nobody, told to no other page: %s', async (_, path) => {
    const { headers, text } = await world.stranger().get(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(text).not.toContain('nonce-of-this-answer');
  });

  it('of the API is kept nowhere', async () => {
    for (const path of ['/api/health', '/api/session', '/api/openapi.json', '/api/blocs/khoi-nho/cycles'])
      expect((await world.stranger().get(path)).headers.get('cache-control')).toBe('no-store');
  });

  it('asks browsers to stay on TLS where there is TLS, and only there', async () => {
    for (const path of ['/vi/', '/api/health', '/api/session']) {
      expect((await secured.stranger().get(path)).headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect((await world.stranger().get(path)).headers.get('strict-transport-security')).toBeNull();
    }
  });
});

describe('a foreign page', () => {
  let unsafe: Route[];
  let cookie: string;
  beforeAll(async () => {
    unsafe = routesOf(world).filter(({ method }) => UNSAFE.has(method));
    cookie = cookiesOf(await world.stranger().post('/api/session', ADMIN))
      .map(pair)
      .join('; ');
  });
  const asForeign = (route: Route, headers: Record<string, string>) =>
    fetch(world.url + addressOf(route), {
      method: route.method,
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: '{}',
    });

  it('is known by the program’s router: all its ways in are walked', () => {
    const names = unsafe.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    for (const name of [
      'POST /api/session',
      'POST /api/session/proof',
      'POST /api/blocs/:bloc/documents/:id/events',
      'POST /api/receipts/:token',
    ])
      expect(names).toContain(name);
    expect(names.length).toBeGreaterThan(35);
  });

  it.each([
    ['a form or a script without the program’s own header', {}],
    ['a page of another site', { 'x-thidua': '1', 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbouring host', { 'x-thidua': '1', 'sec-fetch-site': 'same-site' }],
  ])('changes nothing through any route, whoever is signed in: %s', async (_, headers) => {
    for (const route of unsafe) {
      const answer = await asForeign(route, headers as Record<string, string>);
      const { code } = (await answer.json()) as { code: string };
      expect({ ...route, status: answer.status, code }).toEqual({ ...route, status: 403, code: 'foreign-page' });
    }
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'gets nowhere by a form, which it can send without a header of its own: %s',
    async (type) => {
      for (const route of unsafe) expect([403, 415]).toContain((await asForeign(route, { 'content-type': type })).status);
    },
  );
});

describe('the cookie of a session', () => {
  const signIn = (at: World, headers = {}) => at.stranger().post('/api/session', ADMIN, headers);

  it('is read by no script and sent along by no other site', async () => {
    const [session, known] = cookiesOf(await signIn(world));
    expect(session).toMatch(/^thidua_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(known).toMatch(/^thidua_known=\S+; Max-Age=31536000; Path=\/api\/session; HttpOnly; SameSite=Strict$/);
  });

  it('is bound to TLS and this host where there is TLS', async () => {
    const [session, known] = cookiesOf(await signIn(secured));
    expect(session).toMatch(/^__Host-thidua_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(known).toMatch(/^__Secure-thidua_known=\S+; Max-Age=31536000; Path=\/api\/session; HttpOnly; Secure; SameSite=Strict$/);
    const secret = pair(session!).split('=')[1]!;
    const asks = async (cookie: string) => (await secured.stranger().send('GET', '/api/session', undefined, { cookie })).status;
    expect(await asks(`__Host-thidua_session=${secret}`)).toBe(200);
    expect(await asks(`thidua_session=${secret}`)).toBe(401); // what a neighbouring host could have set
    const out = await secured.stranger().send('DELETE', '/api/session', undefined, { cookie: `__Host-thidua_session=${secret}` });
    expect(cookiesOf(out)[0]).toMatch(/^__Host-thidua_session=; .*Path=\/.*Secure/);
    expect(await asks(`__Host-thidua_session=${secret}`)).toBe(401);
  });

  it('is new at every sign-in: one that somebody had set before opens nothing, one that was open has ended', async () => {
    const planted = 'thidua_session=' + 'a'.repeat(43);
    const first = pair(cookiesOf(await signIn(world, { cookie: planted }))[0]!);
    expect(first).not.toBe(planted);
    const second = pair(cookiesOf(await signIn(world, { cookie: first }))[0]!);
    expect(second).not.toBe(first);
    const asks = async (cookie: string) => (await world.stranger().send('GET', '/api/session', undefined, { cookie })).status;
    expect([await asks(planted), await asks(first), await asks(second)]).toEqual([401, 401, 200]);
  });

  it('stays as it was when signing in was refused', async () => {
    const open = pair(cookiesOf(await signIn(world))[0]!);
    const refused = await world.stranger().post('/api/session', { ...ADMIN, password: 'đoán mò' }, { cookie: open });
    expect([refused.status, cookiesOf(refused)]).toEqual([401, []]);
    expect((await world.stranger().send('GET', '/api/session', undefined, { cookie: open })).status).toBe(200);
  });
});

describe('a file that is taken from the program', () => {
  it('is what it says it is, and bears a name that cannot write headers', async () => {
    const document = await checkedDocument(bloc, 'BB', { meetingPlace: 'Hội trường Hội U1' });
    const { headers } = await (await bloc.person('records')).get(`${documentPath(bloc, document)}/pdf`);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="[\w.()-]+\.pdf"; filename\*=UTF-8''[\w%.()-]+\.pdf$/);
  });
});

describe('the address from which somebody comes', () => {
  const claimed = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9' };

  it('is not what a visitor claims: neither the list of sessions nor the count of guesses holds it', async () => {
    const browser = world.stranger();
    expect((await browser.send('POST', '/api/session', ADMIN, claimed)).status).toBe(201);
    await browser.send('POST', '/api/session', { ...ADMIN, email: 'ai-do@thidua.example' }, claimed);
    await browser.send('POST', '/api/password-resets', { email: ADMIN.email }, claimed);
    const { items } = (await browser.get<SessionList>('/api/account/sessions')).body;
    expect(new Set(items.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']));
    const { rows } = await world.owner.query<{ subject: string }>('select subject from sign_in_attempt');
    expect(rows.map(({ subject }) => subject)).toContain('address 127.0.0.1');
    expect(JSON.stringify(rows)).not.toContain('203.0.113.9');
  });
});
