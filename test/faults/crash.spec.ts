import { jest } from '@jest/globals';
import { thidua } from '../support/command.js';
import { leaveFigures } from '../support/long-form.mjs';
import { chance } from './chance.js';
import { faultsOf } from './checker.js';
import { LETTERS, Load } from './load.js';
import { openScene, type Scene } from './scene.js';
import { POINTS, type Victim } from './victim.js';

/** `npm run crash` asks for more, and for a seed that was printed before. */
const KILLS = Number(process.env['CRASH_KILLS'] ?? 20);
const SEED = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);
/** How far into the work a kill may come: so many answers at the API, letters at the worker, or passes of a point. */
const FARTHEST = 15;
/** So many units register, and so many score, all at once: programs must start again beside them on two cores. */
const AT_WORK = 3;

jest.setTimeout(120_000 + KILLS * 20_000);

let scene: Scene;
let seconds = 0;
const began = performance.now();
beforeAll(async () => {
  scene = await openScene();
});
afterAll(async () => {
  leaveFigures('crash', figures());
  await scene.close();
});

/** Kills one program so many times: every other time between two statements, otherwise wherever it happens to be. */
async function strike(victim: Victim, kills: number, random: (end: number) => number): Promise<void> {
  const points = POINTS[victim.program];
  const seen = victim.program === 'api' ? (['asked', 'answered'] as const) : (['letter'] as const);
  for (let n = 0; n < kills; n += 1) {
    const pass = 1 + random(FARTHEST);
    if (n % 2 === 0) await victim.killAt(points[random(points.length)]!, pass);
    else {
      await scene.ledger.next(seen[random(seen.length)]!, pass);
      await victim.kill();
    }
    await victim.start();
  }
}

/** What happened, in numbers. */
function figures(): Record<string, unknown> {
  const { ledger } = scene;
  const struck = ledger.all('struck');
  const copies = ledger.all('letter').map(({ messageId }) => messageId);
  return {
    seed: SEED,
    seconds: Math.round(seconds),
    kills: struck.length,
    ...Object.fromEntries(
      [...Map.groupBy(struck, ({ program, how }) => `${program} ${how}`)].sort().map(([name, all]) => [name, all.length]),
    ),
    requests: ledger.all('asked').length,
    acknowledged: new Set(ledger.all('answered').flatMap(({ id, version }) => (version === null ? [] : [id]))).size,
    unanswered: ledger.all('lost').length,
    letters: new Set(copies).size,
    'letters sent twice': copies.length - new Set(copies).size,
    ledger: ledger.file,
  };
}

describe(`programs that are killed with -9 while people work (${KILLS} kills, seed ${SEED})`, () => {
  it('lose nothing that was acknowledged, do nothing twice, and send every letter', async () => {
    const { registrations, sheets } = scene.stage;
    const atWork = { registrations: registrations.slice(0, AT_WORK), sheets: sheets.slice(0, AT_WORK) };
    const load = await Load.begin(atWork, scene.apis[0]!.url, scene.ledger, KILLS * 5);
    const [api, worker] = [scene.apis[0]!, scene.worker];
    const strikes = [strike(api, Math.ceil(KILLS / 2), chance(SEED)), strike(worker, Math.floor(KILLS / 2), chance(SEED + 1))];
    await Promise.race([Promise.all(strikes), load.refusal]);
    await load.stop();
    await scene.settled();
    seconds = (performance.now() - began) / 1000;
    expect(scene.ledger.all('struck')).toHaveLength(KILLS);
    expect(scene.ledger.all('answered').filter(({ status }) => status >= 500)).toEqual([]);
    expect(await faultsOf(scene.ledger, scene.world.owner, LETTERS)).toEqual([]);
    const { code, said } = await thidua(scene.world, ['audit', 'verify']);
    expect({ code, said }).toEqual({ code: 0, said });
  });
});
