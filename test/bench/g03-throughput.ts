import type { Bench } from './harness/bench.js';
import { makeHouse } from './harness/house.js';
import { ratio } from './harness/measure.js';
import { program } from './harness/variant.js';

export const bench: Bench = {
  id: 'G3',
  title: 'the throughput of the door at 16 connections',
  async measure({ effort: { rounds, seconds, turns, warmUp } }) {
    const house = await makeHouse();
    const door = await program('door', 'programs/door.ts', { appUrl: house.appUrl, bloc: await house.bloc(1) });
    await door.round(warmUp, 16);
    const times: Record<number, number[]> = { 1: [], 16: [] };
    for (let round = 0; round < rounds; round += 1) {
      const sums: Record<number, { operations: number; seconds: number }> = {
        1: { operations: 0, seconds: 0 },
        16: { operations: 0, seconds: 0 },
      };
      for (let turn = 0; turn < turns; turn += 1)
        for (const connections of (round + turn) % 2 === 0 ? [1, 16] : [16, 1]) {
          const done = await door.round(seconds / turns, connections);
          sums[connections]!.operations += done.operations;
          sums[connections]!.seconds += done.seconds;
        }
      for (const connections of [1, 16]) times[connections]!.push(sums[connections]!.seconds / sums[connections]!.operations);
    }
    await door.close();
    await house.close();
    return [
      {
        name: 'transitions a second, 16 at once',
        ...ratio(times[1]!, times[16]!),
        bound: 'at least' as const,
        target: 1.5,
        why: 'Program and database share the cores of one machine, and one transition alone keeps more than one of them busy in turn; what can be gained is bounded by the number of cores.',
        baseline: 'transitions a second, one after the other, on the same machine as the database',
      },
    ];
  },
};
