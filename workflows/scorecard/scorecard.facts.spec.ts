import type { CycleRules } from '../cycle/rules.schema.js';
import { hasLeft, isSealed, scorecardFacts, sheetFacts, type CardContent, type SheetCards } from './scorecard.facts.js';

const item = (code: string, evidence = false) => ({ code, name: `Tiêu chí ${code}`, max: 1_000, evidence });
const rules = {
  criteria: {
    scale: 2_000,
    sections: [{ code: 'I', name: 'Nhiệm vụ', max: 2_000, items: [item('I.1'), item('I.2', true)] }],
    bonus: { cap: 0, items: [] },
    penalty: { cap: 0, items: [] },
  },
  aggregate: 'mean',
  deadlines: { peerScore: '2020-11-25' },
  reasonMinimum: 20,
} as unknown as CycleRules;
const scores = (...points: number[]) => points.map((value, at) => ({ item: ['I.1', 'I.2'][at]!, points: value }));
const LAST_MINUTE = new Date('2020-11-25T16:59:59Z'); // still the 25th in Viet Nam
const MIDNIGHT = new Date('2020-11-25T17:00:00Z');
const cards = (cardState: string, raterState = 'peer'): SheetCards => ({ cardState, raterState });
const open: CardContent = { state: 'open', selfScores: scores(900, 800), leaderScores: [], gone: false };

describe('a unit has left', () => {
  it.each<[string, string | null, string | null, boolean]>([
    ['from the day on which it ends', '2020-11-25', 'accepted', true],
    ['after that day', '2020-11-01', null, true],
    ['not before it', '2020-11-26', 'accepted', false],
    ['when its own head withdrew its registration', null, 'withdrawn', true],
    ['not otherwise', null, 'accepted', false],
  ])('%s', (_, endedOn, registration, left) => {
    expect(hasLeft(endedOn, registration, LAST_MINUTE)).toBe(left);
    expect(scorecardFacts({ ...open, gone: left }, { sheets: 3, pending: 1, peers: [] }, rules, LAST_MINUTE).gone).toBe(left);
  });
});

describe('the last day of peer scoring', () => {
  it.each([
    ['is not over a second before midnight in Viet Nam', LAST_MINUTE, false],
    ['is over at midnight', MIDNIGHT, true],
  ])('%s', (_, now, over) => {
    expect(scorecardFacts(open, { sheets: 3, pending: 1, peers: [] }, rules, now)).toMatchObject({
      deadlinePassed: over,
      deadline: '25/11/2020',
    });
    expect(sheetFacts(scores(1, 1), cards('peer'), rules, now).stillTaken).toBe(!over);
  });

  it('is not all: no sheet is taken on a card that is open', () => {
    expect(sheetFacts(scores(1, 1), cards('open'), rules, LAST_MINUTE)).toMatchObject({ selfSubmitted: true, stillTaken: false });
    expect(sheetFacts(scores(1), cards('self'), rules, LAST_MINUTE)).toMatchObject({
      selfSubmitted: false,
      stillTaken: true,
      lackingItems: 'I.2',
    });
  });
});

describe('a unit that is out of the scoring', () => {
  it.each<[string, SheetCards, boolean, boolean]>([
    ['scores nobody', cards('peer', 'excluded'), false, true],
    ['is scored by nobody', cards('excluded'), false, false],
    ['binds no other sheet', cards('peer', 'verified'), true, true],
  ])('%s', (_, states, takingPart, stillTaken) =>
    expect(sheetFacts(scores(1, 1), states, rules, LAST_MINUTE)).toMatchObject({ takingPart, stillTaken }),
  );

  it('stays under seal: what was given it is read by nobody', () => {
    expect(['self', 'peer', 'open', 'reviewed', 'verified', 'excluded'].filter(isSealed)).toEqual(['self', 'peer', 'excluded']);
  });
});

describe('what stands before the judgement that is due', () => {
  const facts = (card: CardContent, sheets: number, peers: Parameters<typeof scorecardFacts>[1]['peers']) =>
    scorecardFacts(card, { sheets, pending: 0, peers }, rules, MIDNIGHT);

  it.each<[string, CardContent, number, ReturnType<typeof scores>[], { before: object; unscored: string[] }]>([
    ['the peers’ mean', open, 2, [scores(500, 600), scores(501, 600)], { before: { 'I.1': 501, 'I.2': 600 }, unscored: [] }],
    ['the unit’s own points where the rules ask for no peers', open, 0, [], { before: { 'I.1': 900, 'I.2': 800 }, unscored: [] }],
    ['nothing where peers should have scored and none did', open, 3, [], { before: {}, unscored: ['I.1', 'I.2'] }],
    [
      'the leader’s points for the bloc, also where no peer scored',
      { ...open, state: 'reviewed', leaderScores: scores(700, 0) },
      3,
      [],
      { before: { 'I.1': 700, 'I.2': 0 }, unscored: [] },
    ],
    ['nothing under seal', { ...open, state: 'peer' }, 3, [], { before: {}, unscored: [] }],
  ])('is %s', (_, card, sheets, peers, expected) => {
    const { before, unscored } = facts(card, sheets, peers);
    expect({ before, unscored }).toEqual(expected);
  });
});

describe('a unit’s own points', () => {
  it('need evidence for each point that the rules ask it for, none for zero', () => {
    const facts = (points: number) =>
      scorecardFacts({ ...open, state: 'self', selfScores: scores(100, points) }, { sheets: 3, pending: 3, peers: [] }, rules, LAST_MINUTE);
    expect(facts(1)).toMatchObject({ lacking: 0, withoutEvidence: 1, evidenceItems: 'I.2' });
    expect(facts(0)).toMatchObject({ withoutEvidence: 0 });
  });
});
