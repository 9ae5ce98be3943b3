import { fewNames } from './wording.js';

describe('names in one sentence', () => {
  it.each([
    [[], '', ''],
    [['A', 'B'], 'A, B', 'A, B'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C, D, E', 'A, B, C, D, E'],
    [['A', 'B', 'C', 'D', 'E', 'F', 'G'], 'A, B, C, D, E và 2 đơn vị khác', 'A, B, C, D, E and 2 more'],
  ])('%j', (names, vi, en) => expect(fewNames(names)).toEqual({ vi, en }));
});
