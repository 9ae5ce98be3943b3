import { longForm } from '../support/long-form.mjs';

const DAY_MINUTES = 24 * 60;

/**
 * `npm run soak`: the planned peak for a day or so many minutes. It fails where the programs or the outbox grew, something was lost, or done
 * twice.
 */
export const main = longForm('soak', {
  usage: 'npm run soak -- [--minutes N]',
  defaults: () => ({ minutes: DAY_MINUTES }),
  files: () => 'test/faults/soak.spec.ts',
});
