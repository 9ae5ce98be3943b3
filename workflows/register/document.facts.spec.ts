import { isCouncilLine, isCouncilOnly, papersToMake, type YearOfPapers } from './document.facts.js';

const year: YearOfPapers = { made: [], signed: [], reportFrozen: true, roundsDecided: true };

describe('the papers that wait to be made', () => {
  it.each<[string, Partial<YearOfPapers>, string[]]>([
    ['nothing before the meeting has decided', { roundsDecided: false }, []],
    ['the minutes after the meeting, while the report is still written', { reportFrozen: false }, ['BB']],
    ['report and minutes once the report is frozen', {}, ['BC', 'BB']],
    ['not again what was made', { made: ['BC'] }, ['BB']],
    ['no letter while a paper that it names is not signed', { made: ['BC', 'BB'], signed: ['BC'] }, []],
    ['the letter once both are signed', { made: ['BC', 'BB'], signed: ['BC', 'BB'] }, ['TTr']],
    ['nothing when all are made', { made: ['BC', 'BB', 'TTr'], signed: ['BC', 'BB'] }, []],
  ])('are %s', (_, change, wanted) => expect(papersToMake({ ...year, ...change })).toEqual(wanted));
});

describe('a paper for the council alone', () => {
  it.each([
    ['BB', true, 'all', true],
    ['BB', false, 'all', false],
    ['BB', true, 'none', false],
    ['BC', true, 'all', false],
    ['TTr', true, 'all', false],
  ] as const)('%s, marks of peers in minutes: %s, peers: %s → %s', (type, peerMarksInMinutes, mode, only) =>
    expect(isCouncilOnly(type, { peerMarksInMinutes, peers: { mode } })).toBe(only),
  );

  it.each([
    ['council', true],
    ['board', true],
    ['archive', true],
    ['members', false],
    ['head', false],
    ['deputy', false],
  ] as const)('may name %s among its recipients: %s', (to, may) => {
    expect(isCouncilLine({ to, text: '- Nơi nhận;' })).toBe(may);
  });
});
