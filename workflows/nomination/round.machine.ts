import { and, setup } from 'xstate';
import {
  agreed,
  consentExplained,
  counted,
  countExplained,
  eligibleOnly,
  fitsMethod,
  fitsSeats,
  hasDeclined,
  isElector,
  knownAttendance,
  quorate,
  runOffHolds,
  soundCount,
  soundRunOff,
  tiedOnly,
} from './meeting.js';
import type { RoundEvent, RoundFacts } from './round.schema.js';

const CONSENT = [
  'needs-own-method',
  'needs-known-attendance',
  'needs-quorum',
  'needs-eligible-nominees',
  'needs-free-seat',
  'needs-reason-for-deviation',
] as const;
const COUNT = [
  'needs-own-method',
  'needs-known-attendance',
  'needs-quorum',
  'needs-eligible-nominees',
  'needs-sound-count',
  'needs-reason-for-deviation',
] as const;

const SETTLE = ['needs-tied-units', 'needs-free-seat', 'needs-fitting-choice', 'needs-run-off-votes', 'needs-sound-count'] as const;

/** The units that an event puts forward. */
const put = (event: RoundEvent): string[] =>
  (('nominees' in event ? event.nominees : 'votes' in event ? event.votes : null) ?? []).map(({ unitId }) => unitId);

/**
 * A round of the nomination meeting, one title: opened when the ranking is published and the higher titles are decided; decided by
 * consent or by a show of hands, as the year's rules say. Equals at the quota line are a state: nobody of them has a seat until the
 * meeting settles it. A question what is possible carries nothing: a need of what an event carries then holds.
 */
export const roundMachine = setup({
  types: { context: {} as RoundFacts, input: {} as RoundFacts, events: {} as RoundEvent },
  guards: {
    'needs-published-ranking': ({ context }) => context.rankingPublished,
    'needs-earlier-round': ({ context }) => context.earlierWaiting === 0,
    'needs-own-method': ({ context, event }) => (event.type === 'consent') === (context.method === 'consent'),
    'needs-known-attendance': ({ context, event }) => !('attendance' in event) || knownAttendance(context, event.attendance),
    'needs-quorum': ({ context, event }) => !('attendance' in event) || quorate(context, event.attendance),
    'needs-eligible-nominees': ({ context, event }) => eligibleOnly(context, put(event)),
    'needs-free-seat': ({ context, event }) =>
      'nominees' in event ? fitsSeats(context, event) : !('unitIds' in event) || event.unitIds.length <= context.seatsOpen,
    'needs-reason-for-deviation': ({ context, event }) =>
      'nominees' in event
        ? consentExplained(context, event)
        : !('attendance' in event && 'votes' in event) || countExplained(context, event),
    'needs-elector': ({ context, event }) => !('unitId' in event) || isElector(context, event),
    'needs-declined-unit': ({ context, event }) => ('unitId' in event ? hasDeclined(context, event) : context.declined.length > 0),
    'needs-sound-count': ({ context, event }) =>
      !('votes' in event) ||
      ('attendance' in event ? soundCount(context, event.attendance, event.votes) : soundRunOff(context, event.votes ?? [])),
    'needs-tied-units': ({ context, event }) => !('unitIds' in event) || tiedOnly(context, event),
    'needs-fitting-choice': ({ context, event }) => !('unitIds' in event) || fitsMethod(context, event),
    'needs-run-off-votes': ({ context, event }) => !('unitIds' in event) || runOffHolds(context, event),
    tiedByConsent: ({ context, event }) => event.type === 'consent' && agreed(context, event).tied.length > 0,
    tiedByCount: ({ context, event }) => event.type === 'count' && counted(context, event).tied.length > 0,
  },
}).createMachine({
  id: 'Round',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: { on: { open: { guard: and(['needs-published-ranking', 'needs-earlier-round']), target: 'open' } } },
    open: {
      on: {
        // A unit with a conflict of interest declines to decide: it neither counts as present nor in the base of the threshold. The quorum
        // stays that of all members, so that nobody makes a meeting quorate by recording who is absent. Until the decision it is undone.
        recuse: { guard: 'needs-elector', target: 'open' },
        readmit: { guard: 'needs-declined-unit', target: 'open' },
        consent: [
          { guard: and([...CONSENT, 'tiedByConsent']), target: 'tied' },
          { guard: and([...CONSENT]), target: 'decided' },
        ],
        count: [
          { guard: and([...COUNT, 'tiedByCount']), target: 'tied' },
          { guard: and([...COUNT]), target: 'decided' },
        ],
      },
    },
    tied: {
      on: {
        settle: { guard: and([...SETTLE]), target: 'decided' },
      },
    },
    decided: {},
  },
});
