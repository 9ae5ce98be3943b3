import { and, setup } from 'xstate';
import type { LetterWanted } from '../advance.js';
import type { SectionEvent, SectionFacts } from './section.schema.js';

const WHOLE = ['needs-open-report', 'needs-text', 'needs-single-indicators'] as const;
const remind = {
  guard: and(['needs-open-report', 'needs-day-since-reminder']),
  actions: { type: 'letter', params: { name: 'section-reminded' } },
} as const;

/**
 * A unit's section of the year-end report: written by its officer, submitted by its head, accepted or returned by the bloc's secretary.
 * While the report is open an accepted section can be opened again with a reason; once it is frozen nothing moves.
 */
export const sectionMachine = setup({
  types: { context: {} as SectionFacts, input: {} as SectionFacts, events: {} as SectionEvent },
  guards: {
    'needs-open-report': ({ context }) => context.reportOpen,
    'needs-text': ({ context }) => context.paragraphs > 0,
    'needs-single-indicators': ({ context }) => context.repeatedKeys === '',
    'needs-day-since-reminder': ({ context }) => !context.remindedToday,
  },
  actions: { letter: (_, _letter: LetterWanted) => undefined },
}).createMachine({
  id: 'Section',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: {
      on: {
        submit: { guard: and([...WHOLE]), target: 'submitted', actions: { type: 'letter', params: { name: 'section-submitted' } } },
        remind: { ...remind, target: 'draft' },
      },
    },
    submitted: {
      on: {
        accept: { guard: 'needs-open-report', target: 'accepted', actions: { type: 'letter', params: { name: 'section-accepted' } } },
        return: { guard: 'needs-open-report', target: 'returned', actions: { type: 'letter', params: { name: 'section-returned' } } },
        recall: { guard: 'needs-open-report', target: 'draft' },
      },
    },
    returned: {
      on: {
        submit: { guard: and([...WHOLE]), target: 'submitted', actions: { type: 'letter', params: { name: 'section-submitted' } } },
        remind: { ...remind, target: 'returned' },
      },
    },
    accepted: {
      on: { reopen: { guard: 'needs-open-report', target: 'returned', actions: { type: 'letter', params: { name: 'section-returned' } } } },
    },
  },
});
