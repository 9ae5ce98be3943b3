import { and, setup } from 'xstate';
import type { LetterWanted } from '../advance.js';
import type { AnyDocumentEvent, DocumentFacts } from './document.schema.js';

const letter = (name: string) => ({ type: 'letter', params: { name } }) as const;

/**
 * A document on its way out: the secretary proposes, the records officer checks the format, the head views the pages under number and
 * date and signs what was viewed, the program makes the signature and has it judged, the records officer issues.
 * Whoever has given the signing to somebody else ends that first: one pen at a time.
 * Who is to propose or to check and has a conflict of interest declines with the reason: another person of the post does it.
 * Not signed by midnight (Vietnam): the number is void with its reason and the document is prepared anew. Source: domain.md 8.1 (3).
 */
export const documentMachine = setup({
  types: { context: {} as DocumentFacts, input: {} as DocumentFacts, events: {} as AnyDocumentEvent },
  guards: {
    'needs-frozen-report': ({ context }) => context.reportFrozen,
    'needs-decided-rounds': ({ context }) => context.waitingRounds === 0,
    'needs-signed-papers': ({ context }) => context.unsignedPapers === '',
    'needs-current-content': ({ context }) => context.contentCurrent,
    'needs-sound-format': ({ context }) => context.formatFaults === 0,
    'needs-next-number': ({ context, event }) =>
      !('pages' in event && event.pages) || (event.pages.number === context.nextNumber && event.pages.day === context.today),
    'needs-viewed-pages': ({ context, event }) => !('sha256' in event) || event.sha256 === context.sha256,
    'needs-day-of-number': ({ context }) => context.numberDay === context.today,
    'needs-named-signatory': ({ context }) => context.preparedBy === context.actor,
    'needs-no-delegation': ({ context }) => context.delegate === '',
  },
  actions: { letter: (_, _letter: LetterWanted) => undefined },
}).createMachine({
  id: 'Document',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: {
      on: {
        compile: 'draft',
        recuse: { target: 'draft', actions: letter('document-recused') },
        propose: {
          guard: and(['needs-frozen-report', 'needs-decided-rounds', 'needs-signed-papers', 'needs-current-content']),
          target: 'proposed',
          actions: letter('document-proposed'),
        },
      },
    },
    proposed: {
      on: {
        pass: { guard: and(['needs-sound-format', 'needs-current-content']), target: 'checked', actions: letter('document-checked') },
        return: { target: 'returned', actions: letter('document-returned') },
        recuse: { target: 'proposed', actions: letter('document-recused') },
      },
    },
    // A returned document is a draft again: mended at its source, compiled anew, proposed once more.
    returned: {
      on: {
        compile: 'returned',
        recuse: { target: 'returned', actions: letter('document-recused') },
        propose: {
          guard: and(['needs-frozen-report', 'needs-decided-rounds', 'needs-signed-papers', 'needs-current-content']),
          target: 'proposed',
          actions: letter('document-proposed'),
        },
      },
    },
    checked: {
      on: {
        prepare: { guard: and(['needs-current-content', 'needs-next-number', 'needs-no-delegation']), target: 'prepared' },
        return: { target: 'returned', actions: letter('document-returned') },
      },
    },
    prepared: {
      on: {
        sign: {
          guard: and(['needs-viewed-pages', 'needs-named-signatory', 'needs-day-of-number', 'needs-no-delegation']),
          target: 'signing',
        },
        return: { target: 'returned', actions: letter('document-returned') },
        expire: { target: 'checked', actions: letter('document-expired') },
      },
    },
    signing: {
      on: {
        finish: { target: 'signed', actions: letter('document-signed') },
        fail: { target: 'prepared', actions: letter('document-failed') },
        expire: { target: 'checked', actions: letter('document-expired') },
      },
    },
    signed: { on: { issue: { target: 'issued', actions: letter('document-issued') } } },
    issued: {},
  },
});
