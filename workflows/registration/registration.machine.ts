import { and, setup } from 'xstate';
import type { LetterWanted } from '../advance.js';
import type { RegistrationEvent, RegistrationFacts } from './registration.schema.js';

/**
 * A unit's registration of title and targets: drafted by its officer, submitted by its head, accepted or returned by the unit
 * that leads the group. Recalled only while nobody has acted on it: once accepted or returned there is nothing to recall.
 * A unit that has a conflict of interest declines to judge it, with its reason: it stays submitted and the next unit judges.
 * Until it is sent, whoever leads the group or keeps the bloc's papers reminds the unit, at most once a day: nothing else changes.
 */
export const registrationMachine = setup({
  types: { context: {} as RegistrationFacts, input: {} as RegistrationFacts, events: {} as RegistrationEvent },
  guards: {
    'needs-open-registration': ({ context }) => context.cycleOpen,
    'needs-time': ({ context }) => !context.deadlinePassed,
    'needs-aim': ({ context }) => context.aimKnown,
    'needs-targets': ({ context }) => context.targets > 0,
    'needs-planned-evidence': ({ context }) => context.targetsWithoutEvidence === 0,
    'needs-day-since-reminder': ({ context }) => !context.remindedToday,
  },
  actions: { letter: (_, _letter: LetterWanted) => undefined },
}).createMachine({
  id: 'Registration',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: {
      on: {
        submit: {
          guard: and(['needs-open-registration', 'needs-time', 'needs-aim', 'needs-targets', 'needs-planned-evidence']),
          target: 'submitted',
          actions: { type: 'letter', params: { name: 'registration-submitted' } },
        },
        withdraw: { guard: 'needs-open-registration', target: 'withdrawn' },
        // Nobody is reminded of what can no longer be sent.
        remind: {
          guard: and(['needs-open-registration', 'needs-time', 'needs-day-since-reminder']),
          target: 'draft',
          actions: { type: 'letter', params: { name: 'registration-reminded' } },
        },
      },
    },
    submitted: {
      on: {
        accept: {
          guard: 'needs-open-registration',
          target: 'accepted',
          actions: { type: 'letter', params: { name: 'registration-accepted' } },
        },
        return: {
          guard: 'needs-open-registration',
          target: 'returned',
          actions: { type: 'letter', params: { name: 'registration-returned' } },
        },
        recuse: {
          guard: 'needs-open-registration',
          target: 'submitted',
          actions: [
            { type: 'letter', params: { name: 'registration-recused' } },
            { type: 'letter', params: { name: 'registration-unjudged' } },
          ],
        },
        recall: { guard: 'needs-open-registration', target: 'draft' },
        withdraw: { guard: 'needs-open-registration', target: 'withdrawn' },
      },
    },
    // A return gives time again: the deadline binds the first submission only.
    returned: {
      on: {
        submit: {
          guard: and(['needs-open-registration', 'needs-aim', 'needs-targets', 'needs-planned-evidence']),
          target: 'submitted',
          actions: { type: 'letter', params: { name: 'registration-submitted' } },
        },
        withdraw: { guard: 'needs-open-registration', target: 'withdrawn' },
        remind: {
          guard: and(['needs-open-registration', 'needs-day-since-reminder']),
          target: 'returned',
          actions: { type: 'letter', params: { name: 'registration-reminded' } },
        },
      },
    },
    accepted: {},
    withdrawn: {},
  },
});
