import { jest } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { ROUTES } from '../matrix/routes.data.js';
import { leaveFigures } from '../support/long-form.mjs';
import { operationsOf, type OpenApi, type Operation } from './description.js';
import { faultOf } from './judge.js';
import { kindOf, planInWords, plansOf, sentOf, type Plan } from './plans.js';
import { send } from './sending.js';
import { openStage, type Stage } from './stage.js';

/** `npm run fuzz` asks for more, and with another seed each time. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 50);
const SEED = Number(process.env['FUZZ_SEED'] ?? 2020);
const ONLY = process.env['FUZZ_ONLY'] ?? '';

jest.setTimeout(180_000 + REQUESTS * 400);

/** Every route but the two that serve the description itself; those of production alone are asked where they are. */
const NAMES = Object.keys(ROUTES).filter(
  (name) => ROUTES[name]!.asked !== 'production' && !/\/api\/(docs|openapi\.json)$/.test(name) && name.includes(ONLY),
);

let stage: Stage;
let operations: Map<string, Operation>;
const answered = new Map<string, number[]>();
const began = performance.now();

beforeAll(async () => {
  stage = await openStage();
  const description = await send(stage.rich.url, { method: 'GET', path: '/api/openapi.json', headers: {}, body: null });
  operations = new Map(operationsOf(JSON.parse(description.text) as OpenApi).map((operation) => [operation.name, operation]));
});
afterAll(async () => {
  leaveFigures('routes', figures());
  await stage.close();
});

/** What happened, in numbers. */
function figures(): Record<string, unknown> {
  const all = [...answered.values()].flat();
  const of = (from: number, to: number) => all.filter((status) => status >= from && status < to).length;
  return {
    seed: SEED,
    seconds: Math.round((performance.now() - began) / 1000),
    routes: answered.size,
    requests: all.length,
    'done or shown': of(200, 300),
    refused: of(400, 500),
    'refused as busy or not ready': of(500, 600),
    'routes that never did or showed anything': [...answered]
      .filter(([, statuses]) => !statuses.some((status) => status < 300))
      .map(([name]) => name),
  };
}

/** Sends what is planned. @returns what is wrong with the answer, and what was sent */
async function ask(operation: Operation, plan: Plan): Promise<string | null> {
  const { record } = plan;
  if (record && operation.method !== 'GET') await stage.settle(record.kind, record.id, record.state);
  const version = record ? await stage.versionOf(record.kind, record.id) : 1;
  const sent = sentOf(stage, operation, plan, version);
  const answer = await send(stage.rich.url, sent);
  answered.get(operation.name)!.push(answer.status);
  if (!record && operation.method !== 'GET') await stage.mend();
  const fault = faultOf(operation, answer);
  return fault && `${fault}\n  ${planInWords(stage, operation, plan, version)}\n  ${loggedOf(answer.id)}`;
}

/** What the program logged of a request as an error. */
const loggedOf = (id: string): string =>
  stage.rich
    .log()
    .split('\n')
    .find((line) => id !== '' && line.includes(id) && line.includes('"level":50'))
    ?.slice(0, 1_500) ?? '';

/** A seed for each route, so that not every route is asked the same. */
const seedOf = (name: string): number => createHash('md5').update(`${SEED} ${name}`).digest().readInt32LE();

describe(`whatever is sent to a route (${REQUESTS} requests each, seed ${SEED})`, () => {
  it.each(NAMES)('%s: is answered as the description says, and tells nothing of the inside', async (name) => {
    const operation = operations.get(name)!;
    answered.set(name, []);
    const kind = kindOf(operation);
    for (const id of Object.values(stage.rich.cycleIds)) await stage.settle('Cycle', id, kind === 'Registration' ? 'open' : 'compiled');
    await stage.mend();
    await fc.assert(
      fc.asyncProperty(plansOf(stage, operation), async (plan) => {
        const fault = await ask(operation, plan);
        if (fault) throw new Error(fault);
      }),
      { numRuns: REQUESTS, seed: seedOf(name), endOnFailure: true },
    );
  });

  // A part of the routes says nothing of all.
  (ONLY ? it.skip : it)('reaches what stands behind the shapes: one request in eight is done or shown, on nearly every route', () => {
    const all = [...answered.values()];
    const done = all.flat().filter((status) => status < 300);
    expect(done.length).toBeGreaterThan(all.flat().length / 8);
    expect(all.filter((statuses) => statuses.some((status) => status < 300)).length).toBeGreaterThan(NAMES.length * 0.8);
  });

  it('nothing was logged as an error, and the program still answers', async () => {
    const errors = stage.rich
      .log()
      .split('\n')
      .filter((line) => line.includes('"level":50'));
    expect(errors).toEqual([]);
    const answer = await send(stage.rich.url, {
      method: 'GET',
      path: '/api/session',
      headers: stage.readerOf('administrator').headers,
      body: null,
    });
    expect(answer.status).toBe(200);
  });
});
