import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Browser } from '../support/client.js';
import { PASSWORD } from '../support/world.js';
import { faultsOf } from './checker.js';
import { askOnce, type Wish } from './client.js';
import { LETTERS, registrationDraft, REGISTERING } from './load.js';
import { openScene, type Scene } from './scene.js';

jest.setTimeout(300_000);

/** Rounds of each of the seven units, side by side. */
const ROUNDS = 8;
const RETURN: Wish = { event: 'return', says: { reason: 'Đề nghị bổ sung số liệu của quý ba.' } };

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ apis: 2 });
});
afterAll(() => scene.close());

/** One person signed in at both programs. */
const atBoth = async (name: string) => {
  const [one, other] = await Promise.all(scene.apis.map(({ url }) => Browser.signIn(url, `${name}@${REGISTERING}.example`, PASSWORD)));
  return [one!, other!] as const;
};

type Person = readonly [Browser, Browser];

/** A draft is saved, sent off twice with one key, and returned by two at once. */
async function round(n: number, { record }: Scene['stage']['registrations'][number], head: Person, judge: Person): Promise<void> {
  const { ledger } = scene;
  const saved = await askOnce(ledger, head[n % 2]!, record, { draft: registrationDraft(`Lần ${n}`) });
  record.version = saved!.body.version;
  const key = randomUUID();
  const twice = await Promise.all(head.map((browser) => askOnce(ledger, browser, record, { event: 'submit' }, { key })));
  const after = record.version + 1;
  expect(twice.map((answer) => [answer?.status, answer?.body.version])).toEqual([0, 1].map(() => [201, after]));
  const other = await askOnce(ledger, head[0], record, { event: 'recall' }, { key, id: randomUUID() });
  expect(other).toMatchObject({ status: 422, body: { code: 'same-key-other-body' } });
  record.version = after;
  const race = await Promise.all(judge.map((browser) => askOnce(ledger, browser, record, RETURN)));
  expect(race.map((answer) => answer?.status).sort()).toEqual([201, 409]);
  record.version = after + 1;
}

describe('two API programs on one database, asked at the same moment', () => {
  it('give a doubled request one effect and one answer, and a race one winner, one entry and one set of letters', async () => {
    await Promise.all(
      scene.stage.registrations.map(async (one) => {
        const [head, judge] = await Promise.all([atBoth(`${one.unit}.head`), atBoth(`${one.reviewer}.head`)]);
        for (let n = 1; n <= ROUNDS; n += 1) await round(n, one, head, judge);
      }),
    );
    await scene.settled();
    expect(scene.ledger.all('lost')).toEqual([]);
    expect(await faultsOf(scene.ledger, scene.world.owner, LETTERS)).toEqual([]);
  });
});
