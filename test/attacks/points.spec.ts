import { cardOf, cardPath, makeCompiledBloc } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeCompiledBloc(world, 'khoi-diem');
  await bloc.setClock('2020-11-20T02:00:00Z');
});
afterAll(() => world.close());

describe('attack 24: points that cannot be', () => {
  it.each([
    ['above the maximum', { item: 'I.1', points: 4_001 }, 422, 'points-out-of-range', '/scores/1/points'],
    ['for an item that does not exist', { item: 'X.9', points: 1 }, 422, 'unknown-item', '/scores/1/item'],
    ['twice for one item', { item: 'I.2', points: 1 }, 422, 'repeated-item', '/scores/1/item'],
    ['below zero', { item: 'I.1', points: -1 }, 400, 'wrong-shape', '/scores/1/points'],
    ['in words', { item: 'I.1', points: '10,5' }, 400, 'wrong-shape', '/scores/1/points'],
    ['in fractions of a hundredth', { item: 'I.1', points: 10.5 }, 400, 'wrong-shape', '/scores/1/points'],
    ['missing', { item: 'I.1', points: null }, 400, 'wrong-shape', '/scores/1/points'],
  ])('are refused %s, with the cell named', async (_, score, status, code, pointer) => {
    const card = await cardOf(bloc, 'u7.officer', 'u7');
    const refused = await (
      await bloc.person('u7.officer')
    ).put(cardPath(bloc, card), { version: card.version, scores: [{ item: 'I.2', points: 0 }, score] });
    expect(refused.body).toMatchObject({
      status,
      code,
      needs: [{ pointer, detail: expect.stringMatching(/\S/), next: expect.stringMatching(/\S/) }],
    });
    expect((await cardOf(bloc, 'u7.officer', 'u7')).version).toBe(card.version);
  });

  it('are refused beyond every number', async () => {
    const card = await cardOf(bloc, 'u7.officer', 'u7');
    const body = `{"version":${card.version},"scores":[{"item":"I.1","points":1e309}]}`;
    expect((await (await bloc.person('u7.officer')).send('PUT', cardPath(bloc, card), body)).body).toMatchObject({
      status: 400,
      code: 'wrong-shape',
    });
  });
});
