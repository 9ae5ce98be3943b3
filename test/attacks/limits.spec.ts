import { FILE_MOST } from '@thidua/workflows/import/import.schema';
import { randomUUID } from 'node:crypto';
import { operationsOf, type OpenApi, type Operation } from '../fuzz/description.js';
import { ROUTES } from '../matrix/routes.data.js';
import type { Answer, Browser } from '../support/client.js';
import { makeSmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';
import { exceeding, isUnlimited, placesOf } from './limits.js';

interface Refused {
  readonly code: string;
  readonly needs: readonly { readonly code: string; readonly pointer?: string; readonly detail: string }[];
}

/** The routes that take something, and those that are asked with something behind the question mark. */
const NAMES = Object.keys(ROUTES).filter((name) => ROUTES[name]!.asked !== 'production' && !/\/api\/(docs|openapi\.json)$/.test(name));
const JSON_MOST = 1_048_576;
const DEEPEST = 32;

let world: World;
let admin: Browser;
let operations: Map<string, Operation>;
beforeAll(async () => {
  world = await startWorld();
  await makeSmallBloc(world);
  admin = await world.admin();
  const { body } = await admin.get<OpenApi>('/api/openapi.json');
  operations = new Map(operationsOf(body).map((operation) => [operation.name, operation]));
});
afterAll(() => world.close());

const addressOf = ({ path }: Operation): string =>
  path
    .replace(':bloc', 'khoi-nho')
    .replace(':province', 'tinh-khoi-nho')
    .replace(':n', '0')
    .replaceAll(/:\w+/g, () => randomUUID());

const send = (operation: Operation, body?: unknown, query = ''): Promise<Answer<Refused>> =>
  admin.send<Refused>(operation.method, addressOf(operation) + query, body, {
    'idempotency-key': randomUUID(),
    ...(body !== undefined ? { 'content-type': operation.body?.type ?? 'application/json' } : {}),
  });

/** Whether a refusal names this place of what was sent, or the choice above it that fits nothing. */
const names = ({ status, body }: Answer<Refused>, pointer: string): boolean =>
  status === 400 &&
  body.code === 'wrong-shape' &&
  body.needs.some(
    (need) =>
      (need.pointer === pointer && /^shape-(too-big|invalid-format|invalid-value|custom)$/.test(need.code)) ||
      (need.code === 'shape-invalid-union' && pointer.startsWith(need.pointer ?? '')),
  );

const pointerTo = (way: readonly (string | number)[]): string => way.map((step) => `/${step}`).join('');

describe('everything that is sent has its most', () => {
  it('is said of every text, number and list in the description of every route', () => {
    const unlimited = [...operations.values()].flatMap(({ name, body, query }) =>
      [
        ...(body && body.type === 'application/json' ? placesOf(body.schema) : []),
        ...Object.entries(query).map(([field, schema]) => ({ way: [field], schema })),
      ]
        .filter(isUnlimited)
        .map(({ way }) => `${name} ${pointerTo(way)}`),
    );
    expect(unlimited).toEqual([]);
  });

  it.each(NAMES.filter((name) => !name.startsWith('GET ')))(
    '%s: a body beyond its size is refused with 413, which says how much is taken',
    async (name) => {
      const operation = operations.get(name)!;
      const workbook = operation.body !== null && operation.body.type !== 'application/json';
      const body = workbook ? new Blob([Buffer.alloc(FILE_MOST + 1)]) : JSON.stringify('x'.repeat(JSON_MOST));
      const answer = await send(operation, body);
      expect(answer).toMatchObject({ status: 413, body: { code: 'too-large', detail: expect.stringMatching(/\d+ MB/) as string } });
    },
  );

  it.each(NAMES.filter((name) => /^(POST|PUT) /.test(name) && !name.endsWith('/imports')))(
    '%s: what is nested too deep is refused, however deep',
    async (name) => {
      for (const depth of [DEEPEST + 1, 100_000]) {
        const answer = await send(operations.get(name)!, `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`);
        expect({ depth, ...answer }).toMatchObject({ depth, status: 400, body: { code: 'wrong-shape' } });
      }
    },
  );

  it.each(NAMES)('%s: text, list, number and page beyond their most are refused at their place', async (name) => {
    const operation = operations.get(name)!;
    const { body, query } = operation;
    const taken: string[] = [];
    for (const { way, schema } of body?.type === 'application/json' ? placesOf(body.schema) : []) {
      const answer = await send(operation, exceeding(body!.schema, way, schema));
      if (!names(answer, pointerTo(way))) taken.push(`${pointerTo(way)}: ${answer.status} ${answer.text.slice(0, 300)}`);
    }
    for (const [field, schema] of Object.entries(query)) {
      const value = exceeding(schema, [], schema);
      const answer = await send(operation, undefined, `?${new URLSearchParams({ [field]: String(value) }).toString()}`);
      if (!names(answer, `/${field}`)) taken.push(`?${field}: ${answer.status} ${answer.text.slice(0, 300)}`);
    }
    expect(taken).toEqual([]);
  });
});
