import { anySeed, longForm } from '../support/long-form.mjs';

/**
 * `npm run crash`: kills the programs 200 times while people work, compares all that they were told with what is there, and says the
 * figures. It fails where something was lost, done twice or stuck.
 */
export const main = longForm('crash', {
  usage: 'npm run crash -- [--kills 200] [--seed N]',
  defaults: () => ({ kills: 200, seed: anySeed() }),
  files: () => 'test/faults/crash.spec.ts',
});
