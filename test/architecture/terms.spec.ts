import { termWords } from '@thidua/workflows/term/term.words';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../api/launch/places.mjs';

/** The names in one cell of the glossary: “danh hiệu; mức hoàn thành nhiệm vụ”, “số liệu: mức, mốc so sánh”, “figure (indicator)”. */
const namesIn = (cell: string): string[] =>
  cell
    .replace(/\([^)]*\)/g, '')
    .split(/[;:,]/)
    .map((name) => name.trim());

const rows = readFileSync(inRoot('GLOSSARY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').slice(1, 3).map(namesIn));

describe('a word that forms explain', () => {
  it.each(Object.values(termWords).map(({ name }) => [name.vi, name.en]))('stands in the glossary: %s, %s', (vi, en) => {
    expect(rows.filter(([first, second]) => first!.includes(vi!) && second!.includes(en!))).toHaveLength(1);
  });
});
