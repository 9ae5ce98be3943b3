import { fill, type Language } from '../wording.js';
import { FORMAT_RULES, type FormatRule } from './format.words.js';
import { isNumberAndSymbol, type DocumentType } from './numbering.js';

/** A document as the check of its format sees it: what its text says, and what its file was found to be. Lengths in millimetres, sizes in points. */
export interface DocumentDescription {
  readonly type: DocumentType;
  readonly paper: { readonly width: number; readonly height: number; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }; // prettier-ignore
  readonly size: number;
  readonly head: {
    readonly superior: string;
    readonly issuer: readonly string[];
    /** As printed: `Số: 04/BC-KTĐ`; with room for the number before one is given. */
    readonly number: string;
    readonly placeAndDate: string;
    readonly typeName: string;
    readonly abstract: readonly string[];
  } | null; // prettier-ignore
  readonly addressees: readonly string[];
  readonly bases: readonly string[];
  readonly headings: readonly { readonly level: number; readonly number: string }[];
  /** The last paragraph before the signature. */
  readonly lastText: string;
  readonly signatories: readonly {
    readonly authority: readonly string[];
    readonly name: string;
    readonly homePost: string;
    readonly field: string;
  }[];
  readonly recipients: readonly string[];
  readonly annexes: readonly { readonly number: string; readonly reference: string }[];
  readonly file: {
    readonly pages: number;
    /** The number that stands alone on each page’s first line; null where none does. */
    readonly pageNumbers: readonly (number | null)[];
    readonly signatureFields: number;
    /** What an independent reader of the file found: its rule and what it saw. */
    readonly findings: readonly { readonly rule: string; readonly detail: string }[];
  };
}

/** A point of the check: whether it holds, and what was seen. */
export interface FormatPoint {
  readonly rule: FormatRule;
  readonly holds: boolean;
  readonly seen: string;
}

type Judge = (document: DocumentDescription) => readonly [holds: boolean, seen: string];

const GIVEN_DAY = /^(.+), ngày (0[1-9]|[12]\d|3[01]) tháng (0[12]|[3-9]|1[0-2]) năm (\d{4})$/u;
/** Room is left for a number or a day: at least four hard spaces. */
const OPEN_DAY = /^.+, ngày\u00a0{4,}tháng\u00a0{4,}năm[ \u00a0]\d{4}$/u;
const OPEN_NUMBER = /^Số: \u00a0{4,}\/(?:BC|BB|TTr)-[\p{Lu}\d][\p{Lu}\d-]*$/u;
/** `TM. KHỐI …, TRƯỞNG KHỐI`, or with who signs in whose stead: `…, KT. TRƯỞNG KHỐI, PHÓ KHỐI`. */
const signsForBloc = (text: string): boolean =>
  /^TM\. /i.test(text) && (/(?:KT|TUQ|TL)\./i.test(text) ? /\b(?:KT|TUQ)\. trưởng khối \S/i.test(text) : /trưởng khối$/i.test(text));
/** `(Kèm theo Báo cáo số … )` */
const namesPaper = (reference: string): boolean =>
  /^\(Kèm theo .*\)$/u.test(reference) && /. số ./u.test(reference.slice('(Kèm theo '.length, -1));
const TITLES_BEFORE_NAME = /^(?:GS|PGS|TS|ThS|BS|LS|KS|NGƯT|NGND|NSƯT|Ông|Bà|Đồng chí|Đ\/c)\b\.?/iu;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

const isAddressed = ({ type }: DocumentDescription): boolean => type !== 'BB';
const within = (value: number, least: number, most: number): boolean => value >= least - 0.05 && value <= most + 0.05;
const findingsOf = ({ file }: DocumentDescription, belongs: (rule: string) => boolean): readonly [boolean, string] => {
  const found = file.findings.filter(({ rule }) => belongs(rule));
  return [found.length === 0, found.map(({ rule, detail }) => `${rule}: ${detail}`).join('; ')];
};
const FONT = /^font-/;
const FIELD = /^field-/;
const ARCHIVE = /^(?:metadata|output-intent|identifier|forbidden|transparency|readable)/;

/** Whether the numbers of headings count on without a gap: parts I, II …; in each part 1, 2 …; below them 1.1, 1.2 …. */
function countOn(headings: DocumentDescription['headings']): string {
  const counts = [0, 0, 0, 0];
  for (const { level, number } of headings) {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    const wanted = [ROMAN[(counts[0] ?? 1) - 1], String(counts[1]), `${counts[1]}.${counts[2]}`, number.replace(/\)$/, '')][level - 1];
    if (number.replace(/[.)]$/, '') !== wanted) return number;
  }
  return '';
}

const JUDGES: Readonly<Record<FormatRule, Judge>> = {
  paper: ({ paper: { width, height, left, right, top, bottom } }) => [
    within(width, 210, 210) && within(height, 297, 297) && within(left, 30, 35) && within(right, 15, 20) && within(top, 20, 25) && within(bottom, 20, 25),
    `A4; ${[top, bottom, left, right].map(Math.round).join('/')} mm`,
  ], // prettier-ignore
  'text-size': ({ size }) => [size === 13 || size === 14, String(size)],
  fonts: (document) => findingsOf(document, (rule) => FONT.test(rule) || rule === 'text-nfc'),
  state: ({ head }) => [head !== null, ''],
  issuer: ({ head }) => [
    head !== null && head.superior.trim() !== '' && within(head.issuer.length, 1, 3) && head.issuer.every((line) => line.trim() !== ''),
    head ? head.issuer.join(' ') : '',
  ],
  number: ({ head, type }) => {
    const number = head?.number ?? '';
    const given = isNumberAndSymbol(number.replace(/^Số: /, '')) && number.includes(`/${type}-`);
    return [number.startsWith('Số: ') && (given || (OPEN_NUMBER.test(number) && number.includes(`/${type}-`))), number];
  },
  date: ({ head }) => {
    const text = head?.placeAndDate ?? '';
    return [GIVEN_DAY.test(text) || OPEN_DAY.test(text), text];
  },
  'type-and-abstract': ({ head }) => [
    head !== null && head.typeName !== '' && head.abstract.some((line) => line.trim() !== '') && !/[.;:]$/.test(head.abstract.at(-1) ?? ''),
    head ? head.abstract.join(' ') : '',
  ],
  addressees: (document) => [!isAddressed(document) || document.addressees.length > 0, document.addressees.join('; ')],
  bases: ({ bases }) => {
    const wrong = bases.filter((line) => !/^(?:Căn cứ|Thực hiện|Theo)\s/u.test(line));
    return [wrong.length === 0, wrong[0] ?? String(bases.length)];
  },
  headings: ({ headings }) => {
    const wrong = countOn(headings);
    return [wrong === '', wrong || String(headings.length)];
  },
  'last-sentence': ({ lastText }) => [lastText.endsWith('./.'), lastText.slice(-40)],
  authority: (document) => {
    const [first] = document.signatories.filter(({ field }) => field !== '');
    const text = first?.authority.join(' ') ?? '';
    return [
      isAddressed(document)
        ? signsForBloc(text)
        : document.signatories.length === 2 && /^chủ tọa( (KT|TUQ)\. trưởng khối \S.*)?$/i.test(text),
      text,
    ];
  },
  name: ({ signatories }) => {
    const wrong = signatories.find(({ name }) => name.trim() === '' || TITLES_BEFORE_NAME.test(name));
    return [signatories.length > 0 && !wrong, wrong?.name ?? signatories.map(({ name }) => name).join(', ')];
  },
  'home-post': ({ signatories }) => {
    const signing = signatories.filter(({ field }) => field !== '');
    return [signing.every(({ homePost }) => homePost.trim() !== ''), signing.map(({ homePost }) => homePost).join(', ')];
  },
  recipients: (document) => [
    document.recipients.length > 1 && (!isAddressed(document) || document.recipients[0] === 'Như trên'),
    document.recipients[0] ?? '',
  ],
  'kept-copy': ({ recipients }) => [/^Lưu: VT(?:, \S|$)/u.test(recipients.at(-1) ?? ''), recipients.at(-1) ?? ''],
  annexes: ({ annexes }) => {
    const wrong = annexes.findIndex(({ number, reference }, at) => number !== (annexes.length > 1 ? ROMAN[at] : '') || !namesPaper(reference));
    return [wrong === -1, wrong === -1 ? String(annexes.length) : String(wrong + 1)];
  }, // prettier-ignore
  'page-numbers': ({ file: { pages, pageNumbers } }) => {
    const wrong = pageNumbers.findIndex((number, at) => number !== (at === 0 ? null : at + 1));
    return [pageNumbers.length === pages && wrong === -1, wrong === -1 ? String(pages) : String(wrong + 1)];
  },
  tags: (document) => findingsOf(document, (rule) => ![FONT, FIELD, ARCHIVE].some((other) => other.test(rule)) && rule !== 'text-nfc'),
  archive: (document) => findingsOf(document, (rule) => ARCHIVE.test(rule)),
  signature: (document) => {
    const wanted = document.signatories.filter(({ field }) => field !== '').length;
    const [sound, detail] = findingsOf(document, (rule) => FIELD.test(rule));
    return [wanted === 1 && document.file.signatureFields === 1 && sound, detail || String(document.file.signatureFields)];
  },
};

/**
 * The check of the format (thể thức) as a records officer goes through it, point by point. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I;
 * domain.md 3 and Annex B. Pure: the same description gives the same list.
 */
export const formatCheck = (document: DocumentDescription): FormatPoint[] =>
  (Object.keys(FORMAT_RULES) as FormatRule[]).map((rule) => {
    const [holds, seen] = JUDGES[rule](document);
    return { rule, holds, seen };
  });

/** A point in words: its name, and what was seen or what is wrong. */
export function pointInWords({ rule, holds, seen }: FormatPoint, language: Language): { name: string; detail: string } {
  const words = FORMAT_RULES[rule];
  return { name: words.name[language], detail: fill(holds ? words.holds : words.fails, language, { seen }) };
}
