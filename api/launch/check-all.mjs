import { suiteRuns } from './jest-runs.mjs';
import { runAll } from './test-all.mjs';

/** `npm run check`, the quick loop: build, format, lint, types, unit tests and the architecture. */
export const main = (args) =>
  runAll({ checks: true, suites: suiteRuns().filter(({ title }) => title === 'test/architecture'), only: args });
