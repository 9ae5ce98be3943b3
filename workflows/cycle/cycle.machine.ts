import { and, setup } from 'xstate';
import type { CycleEvent, CycleFacts } from './cycle.schema.js';

/**
 * A year of a bloc: set up, adopted by the head (rules frozen), registrations compiled into the bloc's list, closed.
 * `open` makes a registration for every member; `compile` makes score cards, peer sheets, rounds, sections and the report.
 * A year ends when its papers are with the council: `close` asks that every one is issued and sent.
 */
export const cycleMachine = setup({
  types: { context: {} as CycleFacts, input: {} as CycleFacts, events: {} as CycleEvent },
  guards: {
    'needs-members': ({ context }) => context.members >= 3,
    'needs-sound-rules': ({ context }) => context.faults === 0,
    'needs-all-registrations': ({ context }) => context.waitingRegistrations === 0,
    'needs-issued-papers': ({ context }) => context.openDocuments === 0,
    'needs-sent-papers': ({ context }) => context.issuedDocuments > 0 && context.unsentDocuments === 0,
  },
}).createMachine({
  id: 'Cycle',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: { on: { open: { guard: and(['needs-members', 'needs-sound-rules']), target: 'open' } } },
    open: { on: { compile: { guard: 'needs-all-registrations', target: 'compiled' } } },
    compiled: { on: { close: { guard: and(['needs-issued-papers', 'needs-sent-papers']), target: 'closed' } } },
    // Every record of a closed year can only be read; what must be mended is mended after the head has opened it again, with a reason.
    closed: { on: { reopen: 'compiled' } },
  },
});
