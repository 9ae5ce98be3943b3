import { faultsOf } from '@thidua/workflows/year/year-faults';
import { smallYear, type SmallYear } from '../support/small-year.js';
import { yearFile } from '../support/year.js';
import { act, CONTENT, ORDER, PEOPLE, person, RULES, SHAPE, UNITS, type Draft, type Wrong } from './wrong-years.data.js';

const nameOf = (fault: { pointer: string; text: { vi: string } }) => `${fault.pointer}: ${fault.text.vi}`;

/** The faults of a small year that was changed. */
function faultsAfter(change: (file: Draft) => unknown, small: SmallYear = {}) {
  const file = structuredClone(smallYear(small)) as Draft;
  change(file);
  return faultsOf(file);
}

function expectFault([, change, pointer, words]: Wrong, small?: SmallYear): void {
  const faults = faultsAfter(change, small);
  const there = faults.filter((fault) => fault.pointer === pointer).map((fault) => fault.text.vi);
  expect({ at: pointer, says: there.join(' '), all: faults.map(nameOf) }).toMatchObject({
    says: expect.stringContaining(words) as string,
  });
  for (const { text } of faults) expect(text.en).not.toMatch(/\{\w+\}|undefined/);
}

describe('a year file', () => {
  it.each<[string, SmallYear]>([
    ['with groups, all score all', {}],
    ['without groups, one peer each', { groups: [], peers: { mode: 'assigned', k: 1 } }],
    ['without peers', { peers: { mode: 'none' } }],
    ['of three units', { units: ['u1', 'u4', 'u5'], groups: [] }],
  ])('%s has no fault', (_, change) => expect(faultsOf(smallYear(change))).toEqual([]));

  it.each(['test/stories/data/seven.json', 'test/stories/data/three.json', 'api/data/2020.json'])('%s has none', (path) =>
    expect(faultsOf(yearFile(path))).toEqual([]),
  );
});

describe('a year file of 300 units in 25 groups, all of them scoring all of their group', () => {
  it('is rehearsed like any other', () => {
    const units = Array.from({ length: 300 }, (_, at) => `u${at + 1}`);
    const groups = Array.from({ length: 25 }, (_, at) => units.slice(at * 12, at * 12 + 12));
    const extra = Object.fromEntries(units.map((unit, at) => [unit, 900 - at]));
    expect(faultsOf(smallYear({ units, groups, extra }))).toEqual([]);
  }, 240_000);
});

describe('a file is refused before anything is written, with the place of what is wrong, when it', () => {
  it.each(SHAPE)('%s', (...wrong) => expectFault(wrong));
  it.each(PEOPLE)('%s', (...wrong) => expectFault(wrong));
  it.each(UNITS)('%s', (...wrong) => expectFault(wrong));
  it.each(RULES)('%s', (...wrong) => expectFault(wrong));
  it.each(ORDER)('%s', (...wrong) => expectFault(wrong));
  it.each(CONTENT)('%s', (...wrong) => expectFault(wrong));

  const thirteen = Array.from({ length: 13 }, (_, at) => `u${at + 1}`);
  it('lets all score all in a group of thirteen', () =>
    expectFault(['', () => undefined, '/cycle/groups/0/units', 'đến 12 đơn vị'], { units: thirteen, groups: [thirteen] }));
  it('lets all score all in a bloc of thirteen without groups', () =>
    expectFault(['', () => undefined, '/cycle/rules/peers', 'trên 12 đơn vị'], { units: thirteen, groups: [] }));
});

describe('all faults of a file are named at once', () => {
  it('also those of parts whose neighbours have the wrong shape', () => {
    const faults = faultsAfter((file) => {
      file.cycle.rules.criteria.scale = 10_050;
      person(file, 'u2.head').email = 'u1.head@nho.example';
      (file as Record<string, unknown>).ranking = 7;
      file.mood = 'good';
    });
    expect(faults.map(({ pointer }) => pointer).sort()).toEqual(['/cycle/rules/criteria/sections', '/mood', '/people/6/email', '/ranking']);
  });

  it.each([[null], [[]], ['text'], [{}], [{ __proto__: null, schema: 1 }]])('of %j, which is no year at all', (file) =>
    expect(faultsOf(file).length).toBeGreaterThan(0),
  );

  it('one fault does not bring forth others', () => {
    const faults = faultsAfter((file) => delete act(file.registrations[0]!, 0).note);
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/registrations/0/acts/0/note']);
    const late = faultsAfter((file) => (act(file.ranking, 0).by = 'records'));
    expect(late.map(({ pointer }) => pointer)).toEqual(['/ranking/acts/0/by']);
  });
});
