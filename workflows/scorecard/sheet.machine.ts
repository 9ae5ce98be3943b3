import { and, setup } from 'xstate';
import type { ProblemCode } from '../problem.js';
import type { SheetEvent, SheetFacts } from './sheet.schema.js';

/** What forbids writing a sheet: one that can no longer be submitted is not worked on either. */
export const sheetEditNeed = ({ stillTaken, takingPart }: SheetFacts): ProblemCode | null => {
  if (!takingPart) return 'needs-taking-part';
  return stillTaken ? null : 'needs-sealed-scores';
};

/**
 * One unit's sheet on another: drafted by the rater's officer, submitted by its head while the card is sealed, then final.
 * A rater with a conflict of interest declines with its reason, as long as nothing was submitted; it may take the sheet up again
 * while the card is sealed.
 */
export const sheetMachine = setup({
  types: { context: {} as SheetFacts, input: {} as SheetFacts, events: {} as SheetEvent },
  guards: {
    'needs-all-items': ({ context }) => context.lacking === 0,
    'needs-self-scores': ({ context }) => context.selfSubmitted,
    'needs-sealed-scores': ({ context }) => context.stillTaken,
    'needs-taking-part': ({ context }) => context.takingPart,
  },
}).createMachine({
  id: 'Sheet',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: {
      on: {
        submit: {
          guard: and(['needs-taking-part', 'needs-self-scores', 'needs-sealed-scores', 'needs-all-items']),
          target: 'submitted',
        },
        recuse: { guard: and(['needs-taking-part', 'needs-sealed-scores']), target: 'recused' },
      },
    },
    submitted: {},
    // Nothing stands on it and nothing can be written on it: it counts as done for the seal and not at all for the points.
    recused: { on: { reopen: { guard: and(['needs-taking-part', 'needs-sealed-scores']), target: 'draft' } } },
  },
});
