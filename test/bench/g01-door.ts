import type { Bench, Measured } from './harness/bench.js';
import { makeHouse, type House } from './harness/house.js';
import { alternate, ratio } from './harness/measure.js';
import { recordTransitions } from './harness/recording.js';
import { program, type Variant } from './harness/variant.js';

const BASELINE =
  'the same two pipelined round trips with the same statements, row security on, without authorising, machine and canonical body';

const WHY =
  'Both sides send the same ten statements in the same two round trips; what differs is what the program does between them. Rights, machine, canonical body, hash and statement took 0.33 ms of the processor and take 0.08 ms once compiled (`--cpu-prof`: rights of every kind had been built anew for every post). Where other programs keep the cores busy, that share waits for its turn, and the ratio is then that of the program’s own work, not of the whole transaction.';

/** The door and its bare transaction, each in a bloc of its own. */
export async function doorAndBare(house: House): Promise<{ door: Variant; bare: Variant }> {
  const [doorBloc, bareBloc] = [await house.bloc(1), await house.bloc(2)];
  const recording = await recordTransitions(house, bareBloc, bareBloc.registrations.at(-1)!);
  const door = await program('door', 'programs/door.ts', { appUrl: house.appUrl, bloc: doorBloc });
  const bare = await program('bare', 'baselines/bare.mjs', { appUrl: house.appUrl, bloc: bareBloc, recording });
  return { door, bare };
}

export const bench: Bench = {
  id: 'G1',
  title: 'the door of transitions',
  async measure({ effort }) {
    const house = await makeHouse();
    const { door, bare } = await doorAndBare(house);
    const measured: Measured[] = [];
    for (const connections of [1, 16]) {
      const times = await alternate([door, bare], connections, effort, () => house.settle());
      measured.push({
        name: `a transition through the door, ${connections} at once`,
        ...ratio(times.get('door')!, times.get('bare')!),
        bound: 'at most',
        target: 1.25,
        baseline: BASELINE,
        why: WHY,
      });
    }
    await Promise.all([door.close(), bare.close()]);
    await house.close();
    return measured;
  },
};
