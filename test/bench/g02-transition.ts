import { bareDatabase } from '../support/world.js';
import type { Bench, Measured, Room, Unmeasured } from './harness/bench.js';
import { makeHouse, type House } from './harness/house.js';
import { alternate, ratio, type Times } from './harness/measure.js';
import { pgbenchOf } from './harness/pgbench.js';
import { recordTransitions } from './harness/recording.js';
import { program, type Variant } from './harness/variant.js';

const NO_PGBENCH =
  'There is no pgbench on this machine: it does not come with the embedded PostgreSQL; install the system’s postgresql-contrib and measure again.';

const WHY_REPOSITORIES =
  'A transition of the product reads session, posts, recusals, record, last entry, clock, key and facts, and writes letters to whom it finds: what these statements take in the database is the same for both, and larger than in the prototype from which the target comes. What repositories add is their round trips.';
const WHY_ENGINE =
  'Beside the ten statements and one commit that both send, the engine sends fifteen, one after the other, with three commits (counted at the driver). That is what it costs, however large the step is; the target comes from a prototype whose transition read and wrote a third of what the product’s does, so that the same fifteen were a larger multiple of it.';

/** Everybody in a bloc of their own; the engine in a database of its own. */
async function variantsOf(house: House, pgbench: string | null): Promise<Variant[]> {
  const { appUrl } = house;
  const [first, second, third, fourth] = [await house.bloc(1), await house.bloc(2), await house.bloc(3), await house.bloc(4)];
  const recording = await recordTransitions(house, third, third.registrations.at(-1)!);
  const { ownerUrl: engineUrl } = await bareDatabase();
  return [
    await program('door', 'programs/door.ts', { appUrl, bloc: first }),
    await program('repositories', 'baselines/repositories.mjs', { appUrl, bloc: second }),
    await program('workflow', 'baselines/workflow.mjs', {
      engineUrl,
      appUrl,
      bloc: fourth,
      recording: await recordTransitions(house, fourth, fourth.registrations.at(-1)!),
    }),
    ...(pgbench ? [pgbenchOf(pgbench, appUrl, third, recording)] : []),
  ];
}

function told(times: Times, connections: number): (Measured | Unmeasured)[] {
  const [door, repositories, workflow, pgbench] = ['door', 'repositories', 'workflow', 'pgbench'].map((name) => times.get(name));
  const at = `${connections} at once`;
  const pipeline = {
    name: `a transition against pgbench, ${at}`,
    bound: 'at most' as const,
    target: 3.5,
    baseline: 'pgbench: the same statements in two pipelines, prepared, with no program around them',
  };
  return [
    pgbench ? { ...pipeline, ...ratio(door!, pgbench) } : { ...pipeline, value: null, why: NO_PGBENCH },
    {
      name: `repositories against a transition, ${at}`,
      ...ratio(repositories!, door!),
      bound: 'at least',
      target: 3,
      baseline: 'the door; TypeORM repositories in one transaction, with CASL and XState, take so many times as long',
      why: WHY_REPOSITORIES,
    },
    {
      name: `a durable one-step workflow against a transition, ${at}`,
      ...ratio(workflow!, door!),
      bound: 'at least',
      target: 5,
      baseline:
        'the door; a DBOS workflow whose one step sends the statements of the door, on the same PostgreSQL, takes so many times as long',
      why: WHY_ENGINE,
    },
  ];
}

export const bench: Bench = {
  id: 'G2',
  title: 'a transition against other ways to make one',
  async measure({ effort, pgbench }: Room) {
    const house = await makeHouse();
    const variants = await variantsOf(house, pgbench);
    const measured: (Measured | Unmeasured)[] = [];
    // pgbench counts whole seconds, and prepares anew each time it is started: its turns are long.
    for (const connections of [1, 16])
      measured.push(...told(await alternate(variants, connections, { ...effort, turns: 1 }, () => house.settle()), connections));
    for (const variant of variants) await variant.close();
    await house.close();
    return measured;
  },
};
