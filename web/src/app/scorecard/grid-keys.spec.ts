import { cellAfter, cellId, cellOf } from './grid-keys.js';

const size = { rows: 3, columns: 2 };
const atEnd = { start: 4, end: 4, length: 4 };
const inside = { start: 2, end: 2, length: 4 };
const atStart = { start: 0, end: 0, length: 4 };

describe('keys in the score grid', () => {
  it.each([
    ['Enter leads to the next criterion', 'Enter', { row: 0, column: 1 }, inside, { row: 1, column: 1 }],
    ['↓ leads to the next criterion', 'ArrowDown', { row: 1, column: 0 }, inside, { row: 2, column: 0 }],
    ['↑ leads to the criterion before', 'ArrowUp', { row: 1, column: 0 }, inside, { row: 0, column: 0 }],
    ['→ at the end of the text leads to the next unit', 'ArrowRight', { row: 0, column: 0 }, atEnd, { row: 0, column: 1 }],
    ['← at the start of the text leads to the unit before', 'ArrowLeft', { row: 0, column: 1 }, atStart, { row: 0, column: 0 }],
    ['→ within the text stays in the field', 'ArrowRight', { row: 0, column: 0 }, inside, null],
    ['← within the text stays in the field', 'ArrowLeft', { row: 0, column: 1 }, inside, null],
    ['Enter in the last row stays', 'Enter', { row: 2, column: 0 }, atEnd, null],
    ['↑ in the first row stays', 'ArrowUp', { row: 0, column: 0 }, atEnd, null],
    ['Tab is the browser’s', 'Tab', { row: 0, column: 0 }, atEnd, null],
    ['a digit is typed', '7', { row: 0, column: 0 }, atEnd, null],
  ])('%s', (_, key, at, caret, to) => {
    expect(cellAfter(key, at, size, caret)).toEqual(to);
  });

  it('finds a cell again by the id of its field', () => {
    expect(cellOf(cellId({ row: 12, column: 3 }))).toEqual({ row: 12, column: 3 });
    expect(cellOf('note')).toBeNull();
  });
});
