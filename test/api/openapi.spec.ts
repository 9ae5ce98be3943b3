import { startWorld, type World } from '../support/world.js';

interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<
    string,
    Record<
      string,
      { operationId: string; responses: Record<string, { content?: Record<string, { schema: object }> }>; requestBody?: object }
    >
  >;
}

let world: World;
let document: OpenApi;
beforeAll(async () => {
  world = await startWorld();
  document = (await world.stranger().get<OpenApi>('/api/openapi.json')).body as OpenApi;
});
afterAll(() => world.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })),
  );

describe('the description of the API', () => {
  it('is OpenAPI 3.1', () => expect(document.openapi).toBe('3.1.0'));

  it('names the shape of every answer that has one', () => {
    const silent = operations().filter(
      ({ responses }) =>
        !Object.entries(responses).some(([status, answer]) => status === '204' || (status.startsWith('2') && answer.content)),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('names the shape of every body', () => {
    const silent = operations().filter(({ name, requestBody }) => /^(POST|PUT) /.test(name) && !requestBody);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('is shown on a page', async () => {
    const page = await world.stranger().get('/api/docs');
    expect(page).toMatchObject({ status: 200 });
  });
});

describe('a stranger', () => {
  const PUBLIC = new Set(['POST /api/session', 'POST /api/password-resets', 'GET /api/health', 'GET /api/dev/clock', 'PUT /api/dev/clock']);

  it('is asked to sign in by every route that is not public, and learns nothing', async () => {
    const stranger = world.stranger();
    for (const { name } of operations()) {
      const [method, path] = name.split(' ') as [string, string];
      if (PUBLIC.has(name) || path.includes('/api/dev/') || /^\/api\/(receipts|account-links)\//.test(path)) continue;
      const address = path.replaceAll(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000');
      const answer = await stranger.send(method, address, method === 'GET' ? undefined : {}, {
        'idempotency-key': '00000000-0000-4000-8000-000000000000',
      });
      expect({ name, status: answer.status, code: answer.body.code }).toEqual({ name, status: 401, code: 'sign-in-needed' });
    }
  });

  it('with a false session is told the same', async () => {
    const answer = await fetch(`${world.url}/api/session`, { headers: { cookie: 'thidua_session=made-up' } });
    expect(answer.status).toBe(401);
  });

  it('from another page is refused before anything is read', async () => {
    const answer = await fetch(`${world.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(await answer.json()).toMatchObject({ status: 403, code: 'foreign-page' });
  });
});
