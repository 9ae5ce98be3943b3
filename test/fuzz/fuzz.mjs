import { anySeed, longForm } from '../support/long-form.mjs';

/**
 * `npm run fuzz`: sends each route so many requests, half of them spoilt, walks so many random paths of events, and says the figures.
 * `--only` names a part of the route’s name, `POST /api/blocs`; then no paths are walked. It fails where an answer was not what the
 * description or the model says.
 */
export const main = longForm('fuzz', {
  usage: 'npm run fuzz -- [--requests N] [--paths N] [--seed N] [--only WORD]',
  defaults: () => ({ requests: 10_000, paths: 2_000, seed: anySeed(), only: '' }),
  files: ({ only }) => (only ? 'test/fuzz/fuzz.spec.ts' : 'test/fuzz/'),
});
