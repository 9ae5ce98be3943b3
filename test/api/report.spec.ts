import { makeFrozenBloc, reportAs } from '../support/report.js';
import { nameOf } from '../support/scores.js';
import { UNITS, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeFrozenBloc(world, 'khoi-bao-cao');
});
afterAll(() => world.close());

describe('the report', () => {
  it('holds every unit’s section in its order, and its members read it once it is frozen', async () => {
    const report = await reportAs(bloc, 'u4.officer');
    expect(report).toMatchObject({
      state: 'frozen',
      asOf: '2020-12-10',
      frozenAt: expect.stringMatching(/^2020-12-11/),
      actions: [],
      findings: [],
    });
    expect(report.sections.map(({ number, unitShortName, state }) => [number, unitShortName, state])).toEqual(
      UNITS.map((unit, at) => [`3.${at + 1}`, nameOf(unit), 'accepted']),
    );
  });
});
