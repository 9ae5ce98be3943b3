import type { Indicator } from '@thidua/workflows/report/content.schema';
import { SECTION_WORDS } from '@thidua/workflows/report/section.schema';
import { YearFile } from '@thidua/workflows/year/year-file.schema';
import { readFileSync } from 'node:fs';

const file = YearFile.parse(JSON.parse(readFileSync(new URL('../../../data/2020.json', import.meta.url), 'utf8')));

/** Each unit's section as it was last written. */
const sections = file.sections.map(({ unit, acts }) => [unit, acts.filter((act) => act.type === 'edit').at(-1)!] as const);

/** Numbers in a text that are no figures: days and years, numbers of papers, anniversaries, editions, names. */
const NO_FIGURES = [
  /\d{1,2}\/\d{1,2}\/\d{4}/g,
  /\d{1,2}\/\d{4}/g,
  /(?:ngày|thiếu nhi|Nam) \d{1,2}\/\d{1,2}(?!\d)/gi,
  /(?:số )?\d+(?:\/\d{4})?[-/][A-ZĐ][\p{L}\d/-]*/gu,
  /(?:19|20)\d{2}(?:-20\d{2})?/g,
  /\d+ năm/g,
  /lần thứ \d+/g,
  /[Nn]hóm \d/g,
  /Covid-19|VN8\+4|VB7\+2/g,
];

/** A figure as the text says it: `trên 13,1` is 13.1 with the qualifier `over`. */
interface Spoken {
  readonly value: number;
  readonly qualifier: Indicator['qualifier'];
}

const QUALIFIERS: Readonly<Record<string, Spoken['qualifier']>> = { trên: 'over', gần: 'nearly', khoảng: 'about' };

/** The figures of a text: `.` groups thousands, `,` is the decimal mark, `08` is 8. */
function spokenFigures(text: string): Spoken[] {
  const rest = NO_FIGURES.reduce((left, pattern) => left.replace(pattern, ' '), text);
  return [...rest.matchAll(/(?:(trên|gần|khoảng) )?(\d[\d.]*(?:,\d+)?)/gi)].map(([, word, digits]) => ({
    value: Number(digits!.replace(/\.$/, '').replaceAll('.', '').replace(',', '.')),
    qualifier: word ? QUALIFIERS[word.toLowerCase()]! : 'exact',
  }));
}

/** What an indicator lets a text say. */
const figuresOf = ({ value, qualifier, comparison, outOf }: Indicator): Spoken[] => [
  { value, qualifier },
  ...(comparison ? [{ value: comparison.value, qualifier: comparison.qualifier ?? 'exact' }] : []),
  ...(outOf === undefined ? [] : [{ value: outOf, qualifier: 'exact' as const }]),
];

const says = (spoken: readonly Spoken[], figure: Spoken) =>
  spoken.some(({ value, qualifier }) => value === figure.value && qualifier === figure.qualifier);

it('Figures are read as Vietnamese writes them, and days, papers and anniversaries are none', () => {
  const text =
    'Ngày 9/11/2020, trên 13,1 tỷ đồng và 17.885 hội viên ở 08/10 huyện; Chỉ thị số 43-CT/TW, 59 năm, Đại hội lần thứ 3 (2015-2020), Covid-19.';
  expect(spokenFigures(text)).toEqual([
    { value: 13.1, qualifier: 'over' },
    { value: 17885, qualifier: 'exact' },
    { value: 8, qualifier: 'exact' },
    { value: 10, qualifier: 'exact' },
  ]);
});

it('All 18 units have a section, in the order of the report', () => {
  expect(sections.map(([unit]) => unit)).toEqual(file.units.map((unit) => unit.code));
});

describe.each(sections)('The section of %s', (_, { paragraphs, indicators }) => {
  const text = paragraphs.join('\n');
  const spoken = spokenFigures(text);

  it('is neither too short to say something nor too long to be read', () => {
    const words = text.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(SECTION_WORDS.least);
    expect(words).toBeLessThanOrEqual(SECTION_WORDS.most);
  });

  it('quotes no figure that is not among its indicators', () => {
    const known = indicators.flatMap(figuresOf);
    expect(spoken.filter((figure) => !says(known, figure))).toEqual([]);
  });

  it('says every indicator, its comparison included', () => {
    expect(indicators.filter((indicator) => !figuresOf(indicator).every((figure) => says(spoken, figure))).map(({ key }) => key)).toEqual(
      [],
    );
  });

  it('names each part of a total beside its total', () => {
    const keys = new Set(indicators.map(({ key }) => key));
    expect(indicators.filter(({ partOf }) => partOf !== undefined && !keys.has(partOf))).toEqual([]);
  });
});
