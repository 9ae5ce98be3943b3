import { and, setup } from 'xstate';
import type { LetterWanted } from '../advance.js';
import type { AnyScorecardEvent, ScorecardFacts } from './scorecard.schema.js';

/** Where peers should have scored and none did, the judgement holds a value for every item. */
const allJudged = ({ unscored }: ScorecardFacts, event: AnyScorecardEvent): boolean =>
  !('scores' in event) || unscored.every((code) => event.scores.some(({ item }) => item === code));

/** Every value that differs from the stage before says why. An event without scores (a question what is possible) differs in nothing. */
function reasonsGiven(facts: ScorecardFacts, event: AnyScorecardEvent): boolean {
  if (!('scores' in event)) return true;
  return event.scores.every(({ item, points, reason }) => points === facts.before[item] || (reason ?? '').length >= facts.reasonMinimum);
}

const exclude = {
  guard: 'needs-unit-gone',
  target: 'excluded',
  actions: { type: 'letter', params: { name: 'scorecard-excluded' } },
} as const;

/**
 * A unit's score card: its own points, the peers' sheets under seal, the reviewing unit's judgement, the bloc's verification.
 * The seals of a group open for everybody at one moment: when the group's last sheet is in, or the last day of peer scoring is over,
 * so that nobody knows what it was given before it gives. A unit that submits after that day, or that has no peers, goes to its
 * reviewer at once; where peers should have scored and none did, the reviewer judges every item and says why.
 * Whoever is to judge and has a conflict of interest declines with its reason: the card stays where it is and the next one judges.
 * A unit that left the year's emulation is taken out: it is not rated, holds no seal and has no rank. That it left is a fact on record,
 * never the judgement of whoever takes it out, whose own unit competes; as the fact is final, there is no way back.
 */
export const scorecardMachine = setup({
  types: { context: {} as ScorecardFacts, input: {} as ScorecardFacts, events: {} as AnyScorecardEvent },
  guards: {
    'needs-all-items': ({ context }) => context.lacking === 0,
    'needs-evidence': ({ context }) => context.withoutEvidence === 0,
    'needs-all-sheets': ({ context }) => context.pending === 0 || context.deadlinePassed,
    'needs-judged-items': ({ context, event }) => allJudged(context, event),
    'needs-reason-for-difference': ({ context, event }) => reasonsGiven(context, event),
    'needs-unit-gone': ({ context }) => context.gone,
    'needs-day-since-reminder': ({ context }) => !context.remindedToday,
    peersStillScore: ({ context }) => context.sheets > 0 && !context.deadlinePassed,
  },
  actions: { letter: (_, _letter: LetterWanted) => undefined },
}).createMachine({
  id: 'Scorecard',
  context: ({ input }) => input,
  initial: 'self',
  states: {
    self: {
      on: {
        submit: [
          { guard: and(['needs-all-items', 'needs-evidence', 'peersStillScore']), target: 'peer' },
          {
            guard: and(['needs-all-items', 'needs-evidence']),
            target: 'open',
            actions: { type: 'letter', params: { name: 'scorecard-opened' } },
          },
        ],
        exclude,
        remind: {
          guard: 'needs-day-since-reminder',
          target: 'self',
          actions: { type: 'letter', params: { name: 'scorecard-reminded' } },
        },
      },
    },
    // Sealed: nobody but the rater reads a sheet's values, nothing that depends on them is in any answer.
    peer: {
      on: {
        unseal: { guard: 'needs-all-sheets', target: 'open', actions: { type: 'letter', params: { name: 'scorecard-opened' } } },
        exclude,
      },
    },
    open: {
      on: {
        review: {
          guard: and(['needs-judged-items', 'needs-reason-for-difference']),
          target: 'reviewed',
          actions: { type: 'letter', params: { name: 'scorecard-reviewed' } },
        },
        recuse: {
          target: 'open',
          actions: [
            { type: 'letter', params: { name: 'scorecard-recused' } },
            { type: 'letter', params: { name: 'scorecard-unjudged' } },
          ],
        },
        exclude,
      },
    },
    reviewed: {
      on: {
        verify: {
          guard: 'needs-reason-for-difference',
          target: 'verified',
          actions: { type: 'letter', params: { name: 'scorecard-verified' } },
        },
        return: { target: 'open', actions: { type: 'letter', params: { name: 'scorecard-returned' } } },
        recuse: { target: 'reviewed', actions: { type: 'letter', params: { name: 'scorecard-recused' } } },
        exclude,
      },
    },
    verified: {},
    excluded: {},
  },
});
