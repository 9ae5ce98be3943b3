import { and, setup } from 'xstate';
import type { LetterWanted } from '../advance.js';
import type { ReportEvent, ReportFacts } from './report.schema.js';

/** The year-end report: compiled from all sections and the head's own parts, frozen by the head, opened again with a reason. */
export const reportMachine = setup({
  types: { context: {} as ReportFacts, input: {} as ReportFacts, events: {} as ReportEvent },
  guards: {
    'needs-all-sections': ({ context }) => context.waitingSections === 0,
    'needs-own-parts': ({ context }) => context.missingParts === 0,
    'needs-decided-rounds': ({ context }) => context.waitingRounds === 0,
    'needs-no-signing': ({ context }) => !context.underSignature,
  },
  actions: { letter: (_, _letter: LetterWanted) => undefined },
}).createMachine({
  id: 'Report',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: {
      on: {
        freeze: {
          guard: and(['needs-all-sections', 'needs-own-parts', 'needs-decided-rounds']),
          target: 'frozen',
          actions: { type: 'letter', params: { name: 'report-frozen' } },
        },
      },
    },
    frozen: { on: { reopen: { guard: 'needs-no-signing', target: 'draft' } } },
  },
});
