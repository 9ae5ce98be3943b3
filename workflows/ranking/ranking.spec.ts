import { abilityFor, may } from '../ability.js';
import type { Role } from '../actor.js';
import { OWN_SCOPES, probing } from '../law/probe.js';
import fc from 'fast-check';
import { advance } from '../advance.js';
import { TieStep } from '../cycle/rules.schema.js';
import { rankingMachine } from './ranking.machine.js';
import { rank, type Contender } from './ranking.js';
import { tieStepName } from './ranking.words.js';
import { fewNames } from '../wording.js';

const unit = (unitId: string, total: number, more: Partial<Contender> = {}): Contender => ({
  unitId,
  total,
  base: total,
  bonus: 0,
  penalty: 0,
  sections: { I: 0 },
  previousRank: null,
  ...more,
});
const CHAIN: TieStep[] = ['lower-penalty', 'higher-section:I', 'higher-bonus', 'previous-rank', 'meeting'];

describe('the ranking', () => {
  it('ranks: 98.50, 97.25, 97.25, 96.00 stand at 1, 2, 2, 4', () => {
    const ranked = rank([unit('a', 9_850), unit('b', 9_725), unit('c', 9_725), unit('d', 9_600)], CHAIN);
    expect(ranked.map(({ rank: place }) => place)).toEqual([1, 2, 2, 4]);
    expect(ranked.map(({ tiedWith }) => tiedWith)).toEqual([[], ['c'], ['b'], []]);
  });

  it.each<[string, Contender[], [string, number, unknown][]]>([
    [
      'the first step, lower penalty',
      [unit('a', 9_000, { penalty: 200 }), unit('b', 9_000, { penalty: 100 })],
      [
        ['b', 1, { step: 'lower-penalty', number: 1, mine: 100, other: 200 }],
        ['a', 2, { step: 'lower-penalty', number: 1, mine: 200, other: 100 }],
      ],
    ],
    [
      'the second step, the core section',
      [unit('a', 9_000, { sections: { I: 4_000 } }), unit('b', 9_000, { sections: { I: 4_100 } })],
      [
        ['b', 1, { step: 'higher-section:I', number: 2, mine: 4_100, other: 4_000 }],
        ['a', 2, { step: 'higher-section:I', number: 2, mine: 4_000, other: 4_100 }],
      ],
    ],
    [
      'a step for some and a later one for the rest',
      [unit('a', 9_000, { bonus: 100 }), unit('b', 9_000, { penalty: 100 }), unit('c', 9_000, { bonus: 200 })],
      [
        ['c', 1, { step: 'higher-bonus', number: 3, mine: 200, other: 100 }],
        ['a', 2, { step: 'higher-bonus', number: 3, mine: 100, other: 200 }],
        ['b', 3, { step: 'lower-penalty', number: 1, mine: 100, other: 0 }],
      ],
    ],
    [
      'the rank of the year before',
      [unit('a', 9_000, { previousRank: 3 }), unit('b', 9_000, { previousRank: 2 })],
      [
        ['b', 1, { step: 'previous-rank', number: 4, mine: 2, other: 3 }],
        ['a', 2, { step: 'previous-rank', number: 4, mine: 3, other: 2 }],
      ],
    ],
  ])('breaks a tie by %s, and records step and both values', (_, units, expected) => {
    expect(rank(units, CHAIN).map((row) => [row.unitId, row.rank, row.brokenBy])).toEqual(expected);
  });

  it('leaves a tie that no step breaks: also where one unit has no rank of the year before', () => {
    const ranked = rank([unit('a', 9_000, { previousRank: 1 }), unit('b', 9_000)], CHAIN);
    expect(ranked.map((row) => [row.rank, row.tiedWith, row.brokenBy])).toEqual([
      [1, ['b'], null],
      [1, ['a'], null],
    ]);
  });

  const contender = fc.record({
    total: fc.integer({ min: 0, max: 3 }),
    penalty: fc.nat(1),
    bonus: fc.nat(1),
    section: fc.nat(1),
    previousRank: fc.option(fc.integer({ min: 1, max: 3 })),
  });
  it('does not depend on the order in which the units come, and never puts a lower total above a higher one', () => {
    fc.assert(
      fc.property(fc.array(contender, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (made, keys) => {
        const units = made.map(({ total, penalty, bonus, section, previousRank }, at) =>
          unit(`u${at}`, total, { penalty, bonus, sections: { I: section }, previousRank }),
        );
        const places = (rows: readonly Contender[]) =>
          new Map(rank(rows, CHAIN).map((row) => [row.unitId, [row.rank, row.brokenBy, [...row.tiedWith].sort()]]));
        const shuffled = units.map((row) => ({ row, key: keys.next().value })).sort((a, b) => a.key! - b.key!);
        const found = places(units);
        for (const [unitId, place] of places(shuffled.map(({ row }) => row))) expect(place).toEqual(found.get(unitId));
        for (const one of units) {
          for (const other of units)
            if (one.total > other.total) expect(found.get(one.unitId)![0]).toBeLessThan(found.get(other.unitId)![0] as number);
        }
      }),
    );
  });

  it('says every step in words', () => {
    for (const step of CHAIN) expect(tieStepName(TieStep.parse(step)).vi).toMatch(/\S/);
  });

  it('is published only when every unit’s scores are verified', () => {
    expect(advance(rankingMachine, 'open', { waitingCards: 0, waitingUnits: fewNames([]) }, { type: 'publish' }).state).toBe('published');
    expect(() => advance(rankingMachine, 'open', { waitingCards: 2, waitingUnits: fewNames(['A', 'B']) }, { type: 'publish' })).toThrow(
      'needs-all-verified',
    );
  });
});

describe('how far a right on the ranking reaches', () => {
  it.each<[string, Role, string, object, string[]]>([
    ['the secretary publishes that of the year', 'bloc-secretary', 'publish', { state: 'open' }, ['blocId', 'cycleId']],
    ['the head of the bloc reads it as it comes about', 'bloc-head', 'read', { state: 'open' }, ['blocId', 'cycleId']],
    ['the deputy head reads it as it comes about', 'deputy-head', 'read', { state: 'open' }, ['blocId', 'cycleId']],
    ['a member reads it once it is published', 'bloc-member', 'read', { state: 'published' }, ['blocId', 'cycleId', 'state']],
    [
      'the records officer reads it once it is published',
      'records-officer',
      'read',
      { state: 'published' },
      ['blocId', 'cycleId', 'state'],
    ],
    ['an observer reads it once it is published', 'observer', 'read', { state: 'published' }, ['blocId', 'cycleId', 'state']],
    [
      'the council secretary reads those published in the province',
      'council-secretary',
      'read',
      { state: 'published' },
      ['provinceId', 'state'],
    ],
    ['a council member reads those published in the province', 'council-member', 'read', { state: 'published' }, ['provinceId', 'state']],
  ])('%s, and no further', (_, role, action, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, 'Ranking', { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});
