import { said, type Said } from '../wording.js';
import type { Indicator, SectionAward } from './content.schema.js';
import { repeatedPairs, withinQualifier, valueIn } from './figures.js';
import { countWords, written } from './section.facts.js';
import { SECTION_WORDS } from './section.schema.js';

/** A section as the rules look at it. */
export interface CheckedSection {
  readonly paragraphs: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly awards: readonly SectionAward[];
  /** The year of the report. */
  readonly year: number;
}

/** What a rule found in one section: its number in domain.md, Annex B, and the sentence. */
export interface Found {
  readonly rule: string;
  readonly sentence: Said;
}

type SectionRule = (section: CheckedSection) => Said[];

/** Words that Vietnamese doubles on purpose. */
const DOUBLED_ON_PURPOSE = new Set('dần đời gần hơi khẽ luôn lâu mãi mau ngày người nhà nơi thường từng vừa xa'.split(' '));

/** `đại hội Hội Liên hiệp`: a name that begins with the word before it. */
const beginsName = (first: string, second: string): boolean => /^\p{Ll}/u.test(first) && /^\p{Lu}/u.test(second);

/** `theo theo`, `Đại hội Đại hội`: a word or a pair of words that stands twice in a row. */
export function doubledWords(text: string): string[] {
  const found = text.matchAll(/(?<![\p{L}\p{N}])(\p{L}+(?:\s\p{L}+)?)\s+(\1)(?![\p{L}\p{N}])/giu);
  return [...found].flatMap(([, first, second]) =>
    DOUBLED_ON_PURPOSE.has(first!.toLocaleLowerCase('vi')) || beginsName(first!, second!) ? [] : [first!],
  );
}

const number = (value: number, language: 'vi' | 'en') =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 }).format(value);
const figure = ({ value, unit }: { readonly value: number; readonly unit: string }, language: 'vi' | 'en') =>
  `${number(value, language)}\u00a0${unit}`;

/** Parts that do not add up to the total of which they are said to be parts. */
function sums({ indicators }: CheckedSection): Said[] {
  return indicators.flatMap((total): Said[] => {
    const parts = indicators.filter(({ partOf }) => partOf === total.key).map((part) => valueIn(part, total.unit));
    const known = parts.filter((part) => part !== null);
    const sum = known.reduce((added, part) => added + part, 0);
    const holds =
      known.length < parts.length || known.length === 0 || (known.length === 1 ? sum <= total.value : withinQualifier(sum, total));
    if (holds) return [];
    const added = { value: Number(sum.toPrecision(12)), unit: total.unit };
    return [
      said(
        `“${total.label}”: các phần cộng lại là ${figure(added, 'vi')}, tổng ghi ${figure(total, 'vi')}.`,
        `“${total.label}”: the parts add up to ${figure(added, 'en')}, the total says ${figure(total, 'en')}.`,
      ),
    ];
  });
}

const conflicts: SectionRule = ({ indicators }) =>
  repeatedPairs(indicators).map(([one, other]) =>
    said(
      `Hai số liệu gần như cùng một việc nhưng khác nhau: “${one.label}” ${figure(one, 'vi')}; “${other.label}” ${figure(other, 'vi')}.`,
      `Two figures seem to mean one thing but differ: “${one.label}” ${figure(one, 'en')}; “${other.label}” ${figure(other, 'en')}.`,
    ),
  );

const baseYears: SectionRule = ({ indicators, year }) =>
  indicators.flatMap(({ label, comparison }): Said[] => {
    const named = comparison?.kind === 'increase' ? (/(?:19|20)\d\d/.exec(comparison.base)?.[0] ?? null) : null;
    if (named === null || Number(named) === year - 1) return [];
    return [said(`“${label}” so với năm ${named}, không phải năm ${year - 1}.`, `“${label}” is compared with ${named}, not ${year - 1}.`)];
  });

const awards: SectionRule = ({ awards: rows }) =>
  rows.flatMap(({ name, recipients, issuer, count }): Said[] => {
    const missing = [...(issuer ? [] : [said('cơ quan tặng', 'who gave it')]), ...(count ? [] : [said('số lượng', 'how many')])];
    if (missing.length === 0) return [];
    return [
      said(
        `Khen thưởng “${name}” cho ${recipients} chưa ghi ${missing.map(({ vi }) => vi).join(' và ')}.`,
        `The award “${name}” to ${recipients} does not say ${missing.map(({ en }) => en).join(' and ')}.`,
      ),
    ];
  });

const length: SectionRule = ({ paragraphs }) => {
  const words = countWords(paragraphs);
  const { least, most } = SECTION_WORDS;
  if (words === 0 || (words >= least && words <= most)) return [];
  return [said(`Có ${words} từ; nên trong khoảng ${least}–${most} từ.`, `${words} words; ${least}–${most} are asked for.`)];
};

const RULES: readonly (readonly [string, SectionRule])[] = [
  ['R5', ({ paragraphs }) => (written(paragraphs).length > 0 ? [] : [said('Chưa có đoạn văn nào.', 'No text yet.')])],
  ['R8', sums],
  ['R9', baseYears],
  ['R10', conflicts],
  ['R13', awards],
  [
    'R14',
    ({ paragraphs, indicators }) =>
      written(paragraphs).length === 0 || indicators.length > 0 ? [] : [said('Chưa có số liệu nào.', 'No figures yet.')],
  ],
  [
    'R17',
    ({ paragraphs }) =>
      paragraphs.flatMap(doubledWords).map((words) => said(`Lặp từ: “${words} ${words}”.`, `Doubled words: “${words} ${words}”.`)),
  ],
  ['R21', length],
];

/** What an attentive reader will notice in a section. */
export const sectionFindings = (section: CheckedSection): Found[] =>
  RULES.flatMap(([rule, look]) => look(section).map((sentence) => ({ rule, sentence })));
