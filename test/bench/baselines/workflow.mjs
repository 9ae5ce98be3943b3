import { DBOS } from '@dbos-inc/dbos-sdk';
import { serveRounds } from './rounds.mjs';

/**
 * A durable workflow of one step, on the same PostgreSQL. The step itself does nothing: what is measured is what the engine takes to make
 * one step durable, without any work in it, so that the comparison leans to the engine's side.
 */
await serveRounds(async ({ engineUrl }) => {
  DBOS.setConfig({
    name: 'thidua-bench',
    applicationVersion: '1',
    systemDatabaseUrl: engineUrl,
    systemDatabasePoolSize: 20,
    logLevel: 'error',
  });
  const step = async () => DBOS.runStep(async () => 'done', { name: 'transition' });
  const workflow = DBOS.registerWorkflow(step, { name: 'one-step' });
  await DBOS.launch();
  return { operation: () => workflow(), close: () => DBOS.shutdown() };
});
