import { and, setup } from 'xstate';
import type { LetterWanted } from '../advance.js';
import type { ReceiptEvent, ReceiptFacts } from './dispatch.schema.js';

/** What one recipient owes a dispatch: the word that it has come. Given once. */
export const receiptMachine = setup({
  types: { context: {} as ReceiptFacts, input: {} as ReceiptFacts, events: {} as ReceiptEvent },
  guards: {
    'needs-incoming-number': ({ context, event }) =>
      !context.registersIncoming || !('name' in event) || (event.incomingNumber !== undefined && event.incomingDate !== undefined),
    'needs-incoming-day': ({ context, event }) =>
      !('name' in event) ||
      event.incomingDate === undefined ||
      (context.sentDay <= event.incomingDate && event.incomingDate <= context.today),
  },
  actions: { letter: (_, _letter: LetterWanted) => undefined },
}).createMachine({
  id: 'Receipt',
  context: ({ input }) => input,
  initial: 'waiting',
  states: {
    waiting: {
      on: {
        confirm: {
          guard: and(['needs-incoming-number', 'needs-incoming-day']),
          target: 'confirmed',
          actions: { type: 'letter', params: { name: 'receipt-confirmed' } },
        },
      },
    },
    confirmed: {},
  },
});
