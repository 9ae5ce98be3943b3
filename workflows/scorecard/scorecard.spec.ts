import { advance } from '../advance.js';
import { NO_REMINDER } from '../progress/reminder.js';
import { scorecardMachine } from './scorecard.machine.js';
import type { AnyScorecardEvent, ScorecardFacts } from './scorecard.schema.js';

const ready: ScorecardFacts = {
  lacking: 0,
  lackingItems: '',
  withoutEvidence: 0,
  evidenceItems: '',
  sheets: 3,
  pending: 0,
  deadlinePassed: false,
  gone: false,
  deadline: '25/11/2020',
  reasonMinimum: 20,
  unscored: [],
  before: { 'I.1': 900 },
  peers: [],
  ...NO_REMINDER,
};
const reason = 'Thiếu minh chứng cho hai chỉ tiêu.';
const review = (scores: { item: string; points: number; reason?: string }[]): AnyScorecardEvent => ({
  type: 'review',
  version: 1,
  scores,
  comment: '',
});

describe('a score card', () => {
  it.each<[string, string, Partial<ScorecardFacts>, AnyScorecardEvent, string]>([
    ['goes under seal when the unit submits', 'self', {}, { type: 'submit', version: 1 }, 'peer'],
    ['without peers goes to its reviewer at once', 'self', { sheets: 0 }, { type: 'submit', version: 1 }, 'open'],
    [
      'submitted after the last day of peer scoring goes to its reviewer',
      'self',
      { deadlinePassed: true, pending: 3 },
      { type: 'submit', version: 1 },
      'open',
    ],
    [
      'that no peer scored is agreed with a value and a reason for every item',
      'open',
      { unscored: ['I.1', 'I.2'], before: {} },
      review([
        { item: 'I.1', points: 900, reason },
        { item: 'I.2', points: 0, reason },
      ]),
      'reviewed',
    ],
    ['opens when the last sheet is in', 'peer', {}, { type: 'unseal', version: 1 }, 'open'],
    [
      'opens when the day is over, with the sheets that are in',
      'peer',
      { pending: 2, deadlinePassed: true },
      { type: 'unseal', version: 1 },
      'open',
    ],
    ['is agreed without a difference', 'open', {}, review([]), 'reviewed'],
    ['is agreed where the value is the same', 'open', {}, review([{ item: 'I.1', points: 900 }]), 'reviewed'],
    ['is agreed with a difference and its reason', 'open', {}, review([{ item: 'I.1', points: 800, reason }]), 'reviewed'],
    ['is verified', 'reviewed', {}, { type: 'verify', version: 1, scores: [], comment: '' }, 'verified'],
    ['is returned to the reviewer', 'reviewed', {}, { type: 'return', version: 1, reason }, 'open'],
    ['waits for the next reviewer when the reviewer declines', 'open', {}, { type: 'recuse', version: 1, reason }, 'open'],
    ['waits for the next verifier when the verifier declines', 'reviewed', {}, { type: 'recuse', version: 1, reason }, 'reviewed'],
    ...(['self', 'peer', 'open', 'reviewed'] as const).map((state): [string, string, object, AnyScorecardEvent, string] => [
      `whose unit has left is taken out of the ranking, from ${state}`,
      state,
      { gone: true },
      { type: 'exclude', version: 1, reason },
      'excluded',
    ]),
  ])('%s', (_, state, facts, event, target) => {
    expect(advance(scorecardMachine, state, { ...ready, ...facts }, event).state).toBe(target);
  });

  it.each<[string, string, Partial<ScorecardFacts>, AnyScorecardEvent, string]>([
    ['submitted with an unanswered item', 'self', { lacking: 1 }, { type: 'submit', version: 1 }, 'needs-all-items'],
    [
      'submitted with an unanswered item, though it has no peers',
      'self',
      { sheets: 0, lacking: 1 },
      { type: 'submit', version: 1 },
      'needs-all-items',
    ],
    [
      'submitted with points that need evidence, though it has no peers',
      'self',
      { sheets: 0, withoutEvidence: 1 },
      { type: 'submit', version: 1 },
      'needs-evidence',
    ],
    ['submitted with points that need evidence', 'self', { withoutEvidence: 1 }, { type: 'submit', version: 1 }, 'needs-evidence'],
    ['opened with 3 of 4 sheets in', 'peer', { pending: 1 }, { type: 'unseal', version: 1 }, 'needs-all-sheets'],
    ['agreed with a difference and no reason', 'open', {}, review([{ item: 'I.1', points: 800 }]), 'needs-reason-for-difference'],
    [
      'agreed with a difference and a short reason',
      'open',
      {},
      review([{ item: 'I.1', points: 800, reason: 'Ít' }]),
      'needs-reason-for-difference',
    ],
    [
      'agreed with an item left out that no peer scored',
      'open',
      { unscored: ['I.1', 'I.2'], before: {} },
      review([{ item: 'I.1', points: 900, reason }]),
      'needs-judged-items',
    ],
    [
      'agreed as the unit scored itself, without a reason, where no peer scored',
      'open',
      { unscored: ['I.1'], before: {} },
      review([{ item: 'I.1', points: 900 }]),
      'needs-reason-for-difference',
    ],
    [
      'verified with a difference and no reason',
      'reviewed',
      {},
      { type: 'verify', version: 1, scores: [{ item: 'I.1', points: 901 }], comment: '' },
      'needs-reason-for-difference',
    ],
    ['reviewed under seal', 'peer', {}, review([]), 'not-in-this-state'],
    ['changed once verified', 'verified', {}, review([]), 'not-in-this-state'],
    ...(['self', 'peer', 'open', 'reviewed'] as const).map((state): [string, string, object, AnyScorecardEvent, string] => [
      `taken out of the ranking while its unit takes part, from ${state}`,
      state,
      { gone: false },
      { type: 'exclude', version: 1, reason },
      'needs-unit-gone',
    ]),
    ['taken out of the ranking once verified', 'verified', { gone: true }, { type: 'exclude', version: 1, reason }, 'not-in-this-state'],
    ['judged once it is out of the ranking', 'excluded', {}, review([]), 'not-in-this-state'],
    ['declined under seal', 'peer', {}, { type: 'recuse', version: 1, reason }, 'not-in-this-state'],
  ])('is not %s', (_, state, facts, event, problem) => {
    expect(() => advance(scorecardMachine, state, { ...ready, ...facts }, event)).toThrow(problem);
  });
});
