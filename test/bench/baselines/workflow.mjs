import { DBOS } from '@dbos-inc/dbos-sdk';
import { serveRounds } from './rounds.mjs';
import { bareTransition } from './transition.mjs';

/**
 * The same transition as a durable workflow of one step. The step does what the door does to the database, by the same statements in the
 * same two pipelines, but authorises nobody and hashes nothing; the engine keeps its own tables in a database of its own on the same server.
 */
await serveRounds(async ({ engineUrl, ...settings }) => {
  DBOS.setConfig({
    name: 'thidua-bench',
    applicationVersion: '1',
    systemDatabaseUrl: engineUrl,
    systemDatabasePoolSize: 20,
    logLevel: 'error',
  });
  const bare = bareTransition(settings);
  const transition = async (worker) => DBOS.runStep(() => bare.operation(worker), { name: 'transition', retriesAllowed: false });
  const workflow = DBOS.registerWorkflow(transition, { name: 'one-step' });
  await DBOS.launch();
  return {
    operation: (worker) => workflow(worker),
    close: async () => {
      await DBOS.shutdown();
      await bare.close();
    },
  };
});
