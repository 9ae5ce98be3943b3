import { setup } from 'xstate';
import type { SubstitutionEvent, SubstitutionFacts } from './substitution.schema.js';

/** A substitution is given for a time and ends by itself at its minute; whoever gave it may end it before. Source: NĐ 30/2020 Art. 13. */
export const substitutionMachine = setup({
  types: { context: {} as SubstitutionFacts, input: {} as SubstitutionFacts, events: {} as SubstitutionEvent },
  guards: { 'needs-running-substitution': ({ context }) => !context.over },
}).createMachine({
  id: 'Substitution',
  context: ({ input }) => input,
  initial: 'given',
  states: {
    given: { on: { end: { guard: 'needs-running-substitution', target: 'ended' } } },
    ended: {},
  },
});
