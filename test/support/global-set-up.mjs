import { startTestPostgres } from './postgres.mjs';

/** One PostgreSQL for all suites of a run; `npm test` starts one for all runs. Each suite makes a database of its own on TEST_PG. */
export default async function setUp() {
  if (process.env.TEST_PG) return;
  globalThis.testPostgres = await startTestPostgres();
  process.env.TEST_PG = globalThis.testPostgres.url;
}
