import { faultsOf } from '@thidua/workflows/year/year-faults';
import { smallYear } from '../support/small-year.js';

describe('a year file', () => {
  it.each([
    ['with groups, all score all', {}],
    ['without groups, one peer each', { groups: [], peers: { mode: 'assigned', k: 1 } as const }],
    ['without peers', { peers: { mode: 'none' } as const }],
    ['of three units', { units: ['u1', 'u4', 'u5'], groups: [] }],
  ])('%s has no fault', (_, change) => expect(faultsOf(smallYear(change))).toEqual([]));
});
