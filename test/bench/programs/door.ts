import { Changes } from '@thidua/api/platform/changes/changes';
import { Database } from '@thidua/api/platform/database/database';
import { Door } from '@thidua/api/platform/door/door';
import { registrationProcedure } from '@thidua/api/registration/registration.procedure';
import { randomUUID } from 'node:crypto';
import { serveRounds } from '../baselines/rounds.mjs';
import type { BlocOfBench } from '../harness/house.js';

/** The door itself: heads of units submit their registrations and recall them, each with a key of its own. */
await serveRounds(async ({ appUrl, bloc }: { appUrl: string; bloc: BlocOfBench }) => {
  const database = await Database.open(appUrl, []);
  const door = new Door(database, new Changes(database));
  const people = bloc.registrations.map(({ id, token }) => ({ id, token: Buffer.from(token, 'hex'), version: 1000, submitted: false }));
  return {
    operation: async (worker) => {
      const own = people[worker]!;
      const caller = { token: own.token, actingAs: null, key: randomUUID(), requestHash: 'a'.repeat(64), language: 'vi' as const };
      const type = own.submitted ? 'recall' : 'submit';
      await door.pass(registrationProcedure, { ...bloc, caller }, own.id, { type, version: own.version });
      own.version += 1;
      own.submitted = !own.submitted;
    },
    close: () => database.onApplicationShutdown(),
  };
});
