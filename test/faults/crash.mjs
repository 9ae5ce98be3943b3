import { anySeed, longForm } from '../support/long-form.mjs';

/**
 * `npm run crash`: kills the programs 200 times while people work, then cuts off and stops their database 50 times each; compares all that
 * people were told with what is there, and says the figures. It fails where something was lost, done twice or stuck.
 */
export const main = longForm('crash', {
  usage: 'npm run crash -- [--kills 200] [--stops 50] [--seed N]',
  defaults: () => ({ kills: 200, stops: 50, seed: anySeed() }),
  files: () => 'test/faults/(crash|database).spec.ts',
});
