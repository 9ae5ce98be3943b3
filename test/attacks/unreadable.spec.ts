import { refuseConnection } from '@thidua/api/platform/http/unreadable';
import type { ConnectionError } from 'fastify';
import { connect, createServer, type AddressInfo } from 'node:net';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
});
afterAll(() => world.close());

/** Sends bytes as they are, and gives what comes until the line is closed. */
function say(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => (told += chunk.toString()));
    socket.on('close', () => resolve(told));
    socket.on('error', reject);
  });
}

/** Status, type and problem of a raw answer. */
function read(answer: string): { status: number; type: string; problem: Record<string, unknown> } {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const problem = JSON.parse(body) as Record<string, unknown>;
  return { status: Number(head.split(' ')[1]), type: /^content-type: (.*)$/im.exec(head)![1]!, problem };
}

const port = (): number => Number(new URL(world.url).port);
const PROBLEM = 'application/problem+json; charset=utf-8';

describe('what never comes as far as a route is refused in the form of every refusal', () => {
  it.each([
    ['no HTTP at all', 'xin chào\r\n\r\n', 400, 'unreadable'],
    ['two lengths', 'POST /api/session HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 400, 'unreadable'],
    ['a head without end', `GET /api/session HTTP/1.1\r\nhost: a\r\ncookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
    ['an address that cannot be read', 'GET /api/blocs/%/cycles HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', 404, 'not-found'],
  ])('%s', async (_, bytes, status, code) => {
    const answer = read(await say(port(), bytes));
    expect(answer).toMatchObject({ status, type: PROBLEM, problem: { status, code, detail: expect.any(String) as string } });
  });

  it('a request that comes too slowly', async () => {
    const slow = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }) as ConnectionError;
    const server = createServer((socket) => socket.on('data', () => refuseConnection(slow, socket)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const answer = read(await say((server.address() as AddressInfo).port, 'GET'));
    server.close();
    expect(answer).toMatchObject({ status: 408, type: PROBLEM, problem: { status: 408, code: 'too-slow' } });
  });
});

describe('text that nobody could read again', () => {
  it.each([
    ['a null character', 'Lý do có ký tự rỗng \u0000 ở giữa.'],
    ['half of a character', 'Lý do có nửa ký tự \ud83d ở giữa.'],
  ])('is refused at its place, and the history of the record stays readable: %s', async (_, reason) => {
    const council = await bloc.person('council');
    const units = `/api/provinces/tinh-${bloc.bloc}/units`;
    const { items } = (await council.get<{ items: { id: string; version: number }[] }>(`${units}?q=u7`)).body;
    const [{ id, version }] = items as [{ id: string; version: number }];
    const answer = await council.event<{ code: string; needs: { pointer: string }[] }>(`${units}/${id}`, {
      ...{ type: 'rename', version, on: '2020-03-01', basis: reason },
      ...{ name: 'Hội tên khác', shortName: 'Hội khác', nameEn: 'Union' },
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'wrong-shape', needs: [{ pointer: '/basis' }] } });
    expect((await council.get(`${units}/${id}/history`)).status).toBe(200);
  });

  it.each(['/api/provinces/tinh-khoi-nho/people?q=%00', '/api/provinces/%00/people', '/api/blocs/%00'])(
    'is no place either: %s',
    async (path) => {
      const { status } = await (await bloc.person('council')).get(path);
      expect([400, 404]).toContain(status);
    },
  );
});

describe('a time that cannot be', () => {
  const names = (from: string, to: string) => [{ name: 'Hội mới tỉnh', shortName: 'Hội mới', nameEn: 'Union', from, to }];
  it.each([
    ['ends before it begins', names('2020-12-31', '2020-01-01'), '/names/0/to'],
    ['is a day of the year 0', names('0000-01-01', '2020-01-01'), '/names/0/from'],
  ])('is refused at its place: it %s', async (_, units, pointer) => {
    const draft = { code: 'hoi-moi', names: units };
    const { status, body } = await (
      await bloc.person('council')
    ).post<{ needs: { pointer: string }[] }>(`/api/provinces/tinh-${bloc.bloc}/units`, draft);
    expect({ status, pointers: body.needs.map((need) => need.pointer) }).toEqual({ status: 400, pointers: [pointer] });
  });
});
