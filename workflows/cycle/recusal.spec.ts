import fc from 'fast-check';
import { abilityFor, may } from '../ability.js';
import type { Recusal, Role } from '../actor.js';
import { advance } from '../advance.js';
import { MARKERS, OWN_SCOPES, probing } from '../law/probe.js';
import { letters } from '../letters.js';
import { machines } from '../machines.js';
import { roundFacts, type RoundSurroundings } from '../nomination/candidates.js';
import { counted, quorate } from '../nomination/meeting.js';
import { needed } from '../nomination/tally.js';
import { recordsRecusedFrom, RECUSAL_STEPS, recusalStepWords, unitsRecusedFrom } from './recusal.js';

const reason = 'Chủ tịch hai hội là vợ chồng.';

describe('declining leaves a record where it is, and tells the next one', () => {
  it.each([
    ['registration', 'submitted', { cycleOpen: true }, ['registration-recused', 'registration-unjudged']],
    ['scorecard', 'open', {}, ['scorecard-recused', 'scorecard-unjudged']],
    ['scorecard', 'reviewed', {}, ['scorecard-recused']],
    ['document', 'draft', {}, ['document-recused']],
    ['document', 'returned', {}, ['document-recused']],
    ['document', 'proposed', {}, ['document-recused']],
    ['round', 'open', { members: ['a', 'b'] }, []],
  ])('%s, %s', (name, state, facts, told) => {
    const event = { type: 'recuse', version: 1, reason, unitId: 'a' };
    expect(advance(machines[name]!, state, facts, event)).toEqual({ state, letters: told.map((letter) => ({ name: letter })) });
  });

  it.each([
    ['registration', 'submitted', { cycleOpen: false }, 'needs-open-registration'],
    ['registration', 'accepted', { cycleOpen: true }, 'not-in-this-state'],
    ['round', 'open', { members: ['b'] }, 'needs-elector'],
    ['round', 'draft', { members: ['a'] }, 'not-in-this-state'],
    ['round', 'tied', { members: ['a'] }, 'not-in-this-state'],
    ['document', 'checked', {}, 'not-in-this-state'],
    ['document', 'signed', {}, 'not-in-this-state'],
  ])('is not possible: %s, %s, %o', (name, state, facts, problem) => {
    const event = { type: 'recuse', version: 1, reason, unitId: 'a' };
    expect(() => advance(machines[name]!, state, facts, event)).toThrow(problem);
  });
});

describe('a unit that declined to decide', () => {
  const event = { type: 'readmit', version: 1, reason, unitId: 'a' };
  it('decides again when that is recorded before the decision', () =>
    expect(advance(machines.round!, 'open', { declined: ['a'] }, event)).toEqual({ state: 'open', letters: [] }));

  it.each([
    ['open', { declined: ['b'] }, 'needs-declined-unit'],
    ['open', { declined: [] }, 'needs-declined-unit'],
    ['tied', { declined: ['a'] }, 'not-in-this-state'],
    ['decided', { declined: ['a'] }, 'not-in-this-state'],
  ])('does not otherwise: %s, %o', (state, facts, problem) => expect(() => advance(machines.round!, state, facts, event)).toThrow(problem));
});

describe('how far a right to decline reaches', () => {
  it.each<[string, Role, string, string, object, string[]]>([
    [
      'the unit that is charged to judge a registration',
      'unit-head',
      'recuse',
      'Registration',
      { unitId: 'peer', reviewerUnitId: MARKERS['own-unit'] },
      ['reviewerUnitId'],
    ],
    [
      'the secretary where no unit judges it',
      'bloc-secretary',
      'recuse',
      'Registration',
      { unitId: 'peer', reviewerUnitId: null },
      ['blocId', 'cycleId', 'reviewerUnitId'],
    ],
    [
      'the unit whose turn it is to agree scores',
      'unit-head',
      'recuse',
      'Scorecard',
      { unitId: 'peer', reviewerUnitId: MARKERS['own-unit'], verifierUnitId: 'other', state: 'open' },
      ['reviewerUnitId', 'state'],
    ],
    [
      'the unit whose turn it is to verify them',
      'unit-head',
      'recuse',
      'Scorecard',
      { unitId: 'peer', reviewerUnitId: 'other', verifierUnitId: MARKERS['own-unit'], state: 'reviewed' },
      ['verifierUnitId', 'state'],
    ],
    [
      'the secretary where no unit agrees them',
      'bloc-secretary',
      'recuse',
      'Scorecard',
      { unitId: 'peer', reviewerUnitId: null, verifierUnitId: 'other', state: 'open' },
      ['blocId', 'cycleId', 'reviewerUnitId', 'state'],
    ],
    [
      'the secretary where no unit verifies them',
      'bloc-secretary',
      'recuse',
      'Scorecard',
      { unitId: 'peer', reviewerUnitId: 'other', verifierUnitId: null, state: 'reviewed' },
      ['blocId', 'cycleId', 'verifierUnitId', 'state'],
    ],
    [
      'the council secretary where no unit verifies them',
      'council-secretary',
      'recuse',
      'Scorecard',
      { unitId: 'peer', verifierUnitId: null, state: 'reviewed' },
      ['provinceId', 'verifierUnitId', 'state'],
    ],
    ['the rater', 'unit-head', 'recuse', 'Sheet', { unitId: 'peer', raterUnitId: MARKERS['own-unit'] }, ['raterUnitId']],
    [
      'the rater, taking it up again',
      'unit-head',
      'reopen',
      'Sheet',
      { unitId: 'peer', raterUnitId: MARKERS['own-unit'] },
      ['raterUnitId'],
    ],
    ['the secretary records a unit that declines', 'bloc-secretary', 'recuse', 'Round', {}, ['blocId', 'cycleId']],
    ['the chair records a unit that declines', 'bloc-head', 'recuse', 'Round', {}, ['blocId', 'cycleId']],
    ['the secretary records that it decides again', 'bloc-secretary', 'readmit', 'Round', {}, ['blocId', 'cycleId']],
    ['the chair records that it decides again', 'bloc-head', 'readmit', 'Round', {}, ['blocId', 'cycleId']],
    ['the secretary who makes a paper', 'bloc-secretary', 'recuse', 'Document', { state: 'draft' }, ['blocId', 'cycleId', 'state']],
    ['the records officer who checks it', 'records-officer', 'recuse', 'Document', { state: 'proposed' }, ['blocId', 'cycleId', 'state']],
    ['the head of the bloc takes a unit out', 'bloc-head', 'exclude', 'Scorecard', { unitId: 'peer' }, ['blocId', 'cycleId']],
    ['the deputy head takes a unit out', 'deputy-head', 'exclude', 'Scorecard', { unitId: 'peer' }, ['blocId', 'cycleId']],
    [
      'a leader reads what was agreed in the year',
      'group-leader',
      'read',
      'Scorecard',
      { unitId: 'peer', state: 'reviewed' },
      ['blocId', 'cycleId', 'state'],
    ],
  ])('%s, and no further', (_, role, action, kind, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, kind, { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });

  it.each<[Role, string, object]>([
    ['unit-officer', 'Sheet', { unitId: 'peer', raterUnitId: MARKERS['own-unit'] }],
    ['unit-officer', 'Registration', { unitId: 'peer', reviewerUnitId: MARKERS['own-unit'] }],
    ['bloc-secretary', 'Registration', { unitId: 'peer', reviewerUnitId: MARKERS['own-unit'] }],
    ['bloc-member', 'Round', { state: 'open' }],
    ['bloc-secretary', 'Scorecard', { unitId: 'peer', state: 'open', reviewerUnitId: 'other' }],
  ])('a %s does not decline for a unit: %s', (role, kind, record) =>
    expect(may(abilityFor(probing(role)), 'recuse', kind, { ...OWN_SCOPES, ...record })).toBe(false),
  );
});

describe('from what a person is recused', () => {
  const recusal = (kind: string, recordId: string, cycleId: string, aboutUnitId: string | null): Recusal => ({
    kind,
    recordId,
    cycleId,
    aboutUnitId,
  });
  const declined = [
    recusal('Scorecard', 'card', '2020', 'hoi-luat-gia'),
    recusal('Registration', 'registration', '2021', 'hoi-luat-gia'),
    recusal('Document', 'minutes', '2020', null),
    recusal('Document', 'report', '2020', null),
    recusal('Round', 'flags', '2020', null),
  ];
  const person = { ...probing('unit-head'), recusals: declined };

  it('is each unit, in the year in which it was declined, in whatever step', () =>
    expect(unitsRecusedFrom(person)).toEqual([
      { cycleId: '2020', unitId: 'hoi-luat-gia' },
      { cycleId: '2021', unitId: 'hoi-luat-gia' },
    ]));

  it.each([
    ['Document', ['minutes', 'report']],
    ['Round', ['flags']],
    ['Section', []],
  ])('is each %s that was declined, and no record of another kind', (kind, records) =>
    expect(recordsRecusedFrom(person, kind)).toEqual(records),
  );

  it('is nothing for whoever declined nothing', () => {
    expect(unitsRecusedFrom(probing('unit-head'))).toEqual([]);
    expect(recordsRecusedFrom(probing('unit-head'), 'Document')).toEqual([]);
  });
});

describe('the letter after a recusal', () => {
  const place = { blocId: 'bloc', cycleId: 'year', provinceId: 'province' };
  const secretary = { roles: ['bloc-secretary'], blocId: 'bloc', cycleId: 'year' };
  const council = { roles: ['council-secretary'], provinceId: 'province' };
  it.each([
    ['registration-recused', { reviewerUnitId: 'next' }, { roles: ['unit-head'], unitId: 'next' }],
    ['registration-recused', { reviewerUnitId: null }, secretary],
    ['registration-unjudged', { reviewerUnitId: 'next' }, { roles: [] }],
    ['registration-unjudged', { reviewerUnitId: null }, council],
    ['scorecard-unjudged', { state: 'open', reviewerUnitId: 'next' }, { roles: [] }],
    ['scorecard-unjudged', { state: 'open', reviewerUnitId: null }, council],
    ['scorecard-recused', { state: 'open', reviewerUnitId: 'next', verifierUnitId: 'other' }, { roles: ['unit-head'], unitId: 'next' }],
    ['scorecard-recused', { state: 'open', reviewerUnitId: null, verifierUnitId: 'other' }, secretary],
    ['scorecard-recused', { state: 'reviewed', reviewerUnitId: 'other', verifierUnitId: 'next' }, { roles: ['unit-head'], unitId: 'next' }],
    ['scorecard-recused', { state: 'reviewed', reviewerUnitId: 'other', verifierUnitId: null }, council],
    ['document-recused', {}, council],
  ])('%s of %o reaches whoever is next', (name, record, to) => {
    expect(letters[name]!.to({ ...place, ...record })).toEqual(to);
    const { subject, paragraphs } = letters[name]!.write(
      { bloc: 'Khối', year: '2020', unit: 'Hội A', document: 'Biên bản', by: 'Hội B', reason },
      'vi',
    );
    expect(`${subject} ${paragraphs.join(' ')}`).toMatch(/Hội B .*Lý do: Chủ tịch hai hội là vợ chồng\./);
  });
});

describe('the electors of a round', () => {
  const units = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const nomination = { method: 'consent', quorum: { p: 2, q: 3 }, threshold: { p: 1, q: 2, strict: true, base: 'members' } };
  const around = (recused: readonly string[]): RoundSurroundings =>
    ({
      rules: { nomination },
      ranking: null,
      earlierWaiting: 0,
      earlierTitles: '',
      entrants: units.map((unitId) => ({ unitId })),
      recused,
    }) as unknown as RoundSurroundings;

  it('are fewer than the quorum when two of seven come and five are recorded as declining: absence makes no meeting quorate', () => {
    const facts = roundFacts(
      { state: 'open', titleCode: 'flag', seats: 1, candidates: [], attendance: [] },
      around(['c', 'd', 'e', 'f', 'g']),
    );
    expect(facts).toMatchObject({ memberCount: 7, quorum: 5 });
    expect(quorate(facts, ['a', 'b'])).toBe(false);
    expect(quorate(facts, units)).toBe(false);
  });

  it('are the members that did not decline; the quorum is taken of all members, the threshold of the electors', () => {
    fc.assert(
      fc.property(fc.subarray(units), fc.subarray(units), (recused, attendance) => {
        const facts = roundFacts({ state: 'open', titleCode: 'flag', seats: 1, candidates: [], attendance: [] }, around(recused));
        const left = units.filter((unit) => !recused.includes(unit));
        expect([facts.members, facts.memberCount, facts.quorum]).toEqual([left, units.length, needed(units.length, { p: 2, q: 3 })]);
        expect(facts.declined).toEqual(units.filter((unit) => recused.includes(unit)));
        const here = attendance.filter((unit) => left.includes(unit)).length;
        expect(quorate(facts, attendance)).toBe(here * 3 >= units.length * 2);
        const votes = [{ unitId: 'a', yes: here, no: 0, abstain: 0 }];
        const elected = here > 0 && here * 2 > left.length ? ['a'] : [];
        expect(counted(facts, { type: 'count', version: 1, attendance, votes }).elected).toEqual(elected);
      }),
    );
  });
});

it.each(RECUSAL_STEPS)('declining to %s is said in both languages', (step) => {
  expect(recusalStepWords[step].vi).toMatch(/^xin không /);
  expect(recusalStepWords[step].en).toMatch(/^declined to /);
});
