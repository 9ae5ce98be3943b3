/** Stops the PostgreSQL that global-set-up.mjs started. */
export default async function tearDown() {
  await globalThis.testPostgres?.stop();
}
