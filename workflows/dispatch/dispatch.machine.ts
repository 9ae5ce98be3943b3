import { and, setup } from 'xstate';
import type { LetterWanted } from '../advance.js';
import type { DispatchEvent, DispatchFacts } from './dispatch.schema.js';

/**
 * The year's issued papers on their way to council and members: sent once, one letter to each recipient. A letter that came back is sent
 * again to a corrected address; the papers stay the same. A paper that replaces a sent one goes out with a dispatch of its own.
 */
export const dispatchMachine = setup({
  types: { context: {} as DispatchFacts, input: {} as DispatchFacts, events: {} as DispatchEvent },
  guards: {
    'needs-all-issued': ({ context }) => context.unissuedPapers === '',
    // Nothing new is only said where nothing is missing.
    'needs-new-papers': ({ context }) => context.unissuedPapers !== '' || context.newPapers > 0,
    'needs-addresses': ({ context }) => context.withoutAddress === '' && context.recipients.length > 0,
    'needs-undelivered-letter': ({ context, event }) =>
      event.type === 'resend' && 'receiptId' in event ? context.undelivered.includes(event.receiptId) : context.undelivered.length > 0,
  },
  actions: { letter: (_, _letter: LetterWanted) => undefined },
}).createMachine({
  id: 'Dispatch',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: { on: { send: { guard: and(['needs-all-issued', 'needs-new-papers', 'needs-addresses']), target: 'sent' } } },
    sent: { on: { resend: { guard: 'needs-undelivered-letter', target: 'sent' } } },
  },
});
