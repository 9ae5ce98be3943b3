import { heightOf, lettersIn, rowsOf, wrapped, type Paper } from './drawing.js';
import { fillingOf } from './patterns.js';

const PAPER: Paper = {
  ink: 'black',
  quiet: 'grey',
  line: 'silver',
  accent: 'teal',
  ground: 'white',
  font: 'sans-serif',
  rem: 16,
  width: 320,
  head: 0,
  edge: 0,
};

describe('the names in a picture', () => {
  it('are parted between words, and what does not fit ends in “…”', () => {
    expect(wrapped('Quỹ khuyến học', 40)).toEqual(['Quỹ khuyến học']);
    expect(wrapped('Nguồn lực tiền và vật chất vận động', 20, 2)).toEqual(['Nguồn lực tiền và', 'vật chất vận động']);
    expect(wrapped('Nguồn lực tiền và vật chất vận động được', 20, 2)).toEqual(['Nguồn lực tiền và', 'vật chất vận động…']);
    expect(wrapped('Nguồn lực tiền và vật chất', 17, 1)).toEqual(['Nguồn lực tiền…']);
    expect(wrapped('Thiđuayêunước chào', 8, 1)).toEqual(['Thiđuay…']);
  });

  it('have shorter lines where there is less room', () => {
    expect(lettersIn(320, PAPER)).toBeLessThan(lettersIn(900, PAPER));
    const { yAxis } = rowsOf(
      PAPER,
      ['Nguồn lực tiền và vật chất vận động được trong năm'],
      { lines: 2, bars: 1 },
      { top: 1, bottom: 1, right: 1 },
    );
    expect(yAxis).toMatchObject({ data: ['Nguồn lực tiền và vật chất vận động được\ntrong năm'] });
  });
});

it('the room of a picture grows by the same with each row, so that the page can keep it', () => {
  const height = (rows: number) => heightOf(rows, { lines: 1, bars: 1 }, 2, 2);
  expect(height(5) - height(4)).toBeCloseTo(height(2) - height(1));
});

it('categories are told apart without colour', () => {
  const fillings = [0, 1, 2, 3, 4, 5, 6].map((category) => fillingOf(category)(PAPER));
  expect(new Set(fillings.map(({ decal }) => JSON.stringify(decal))).size).toBe(7);
  expect(fillings.map(({ color }) => color)).toEqual(['teal', ...Array.from({ length: 6 }, () => 'white')]);
});
