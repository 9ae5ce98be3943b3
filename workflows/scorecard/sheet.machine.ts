import { and, setup } from 'xstate';
import type { ProblemCode } from '../problem.js';
import type { SheetEvent, SheetFacts } from './sheet.schema.js';

/** What forbids writing a sheet: one that can no longer be submitted is not worked on either. */
export const sheetEditNeed = ({ stillTaken }: SheetFacts): ProblemCode | null => (stillTaken ? null : 'needs-sealed-scores');

/** One unit's sheet on another: drafted by the rater's officer, submitted by its head while the card is sealed, then final. */
export const sheetMachine = setup({
  types: { context: {} as SheetFacts, input: {} as SheetFacts, events: {} as SheetEvent },
  guards: {
    'needs-all-items': ({ context }) => context.lacking === 0,
    'needs-self-scores': ({ context }) => context.selfSubmitted,
    'needs-sealed-scores': ({ context }) => context.stillTaken,
  },
}).createMachine({
  id: 'Sheet',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: { on: { submit: { guard: and(['needs-self-scores', 'needs-sealed-scores', 'needs-all-items']), target: 'submitted' } } },
    submitted: {},
  },
});
