import type { Language } from '@thidua/workflows/wording';

const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const DECIMALS = 6;

/** A figure as people write it: 17885 → “17.885”, 13.1 → “13,1”; in English “17,885”, “13.1”. */
export const numberInWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: DECIMALS }).format(value);

/** The words that multiply a figure, with the zeros that each stands for. What differs between countries (m, bn, tr) is no such word. */
const SCALES: Readonly<Record<string, number>> = {
  ...{ nghìn: 3, ngàn: 3, k: 3, triệu: 6, tỷ: 9, tỉ: 9 },
  ...{ thousand: 3, million: 6, billion: 9 },
};
/** A figure and the word after it. */
const WITH_WORD = /^(\P{L}*)(\p{L}+)$/u;

/** What was read from a text: a number, or why there is none. Two numbers where both may be meant, a thousand times apart. */
export type Reading =
  | { readonly value: number }
  | { readonly why: 'none' | 'long' }
  | { readonly why: 'unclear'; readonly either: number; readonly or: number };

const NONE: Reading = { why: 'none' };
const ONE_SIGN = /^-?\d+(?:[.,]\d+)?$/;
/** One sign before just three digits: it parts thousands or decimals. */
const TWO_WAYS = /^-?[1-9]\d{0,2}([.,])\d{3}$/;
const GROUPED = /^-?[1-9]\d{0,2}([ .,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;

const asTyped = (typed: string): string => typed.normalize('NFC').replace(/\s+/g, ' ').trim().replace('−', '-').toLowerCase();

/** The digits with a point before the decimals; null when the text is no figure. */
function plain(text: string, language: Language): string | null {
  const thousands = TWO_WAYS.exec(text)?.[1] ?? null;
  if (thousands === (language === 'vi' ? '.' : ',')) return text.replace(thousands, '');
  if (ONE_SIGN.test(text)) return text.replace(',', '.');
  const parted = GROUPED.exec(text)?.[1];
  return parted ? text.replaceAll(parted, '').replace(',', '.') : null;
}

/**
 * Reads a figure as people write it (ux.md P4): comma or point, thousands parted by the other sign or by spaces, and a word such as `tỷ`.
 * One sign alone before just three digits parts thousands where the language writes them so: `1.234` is 1234 in Vietnamese, `1,234` in
 * English. Before a word it is not read, since `1.234 tỷ` is said of either. No number is read that would be shown as another.
 */
export function readNumber(typed: string, language: Language): Reading {
  const text = asTyped(typed);
  const [, figure, word] = WITH_WORD.exec(text)?.map((part) => part.trim()) ?? ['', text, ''];
  if (figure === undefined || word === undefined || (word !== '' && !Object.hasOwn(SCALES, word))) return NONE;
  const zeros = SCALES[word] ?? 0;
  if (zeros > 0 && TWO_WAYS.test(figure)) {
    const decimal = Number(`${figure.replace(',', '.')}e${zeros}`);
    return { why: 'unclear', either: decimal, or: decimal * 1000 };
  }
  const digits = plain(figure, language);
  if (digits === null) return NONE;
  const value = Number(`${digits}e${zeros}`);
  return isKept(value) ? { value } : { why: 'long' };
}

/** Whether a number is shown with all its digits, so that it is read back as itself. */
const isKept = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER && parsed(numberInWords(value, 'en')) === value;
const parsed = (english: string): number => Number(english.replaceAll(',', ''));

/** A figure that was typed; null when none can be read, or not with certainty. */
export function parseNumber(typed: string, language: Language): number | null {
  const reading = readNumber(typed, language);
  return 'value' in reading ? reading.value : null;
}

/** Whether a text has a word that multiplies, such as the unit `tỷ đồng`. */
export const isScaled = (text: string): boolean =>
  asTyped(text)
    .split(/\P{L}+/u)
    .some((word) => Object.hasOwn(SCALES, word));

/** What was understood of a figure, where that is not what stands there already; empty otherwise. */
export function understood(typed: string, language: Language): string {
  const value = parseNumber(typed, language);
  const shown = value === null ? '' : numberInWords(value, language);
  return shown === typed.trim() ? '' : shown;
}

/** Why no number is read, and how to write it; null when one is. */
export function numberRefused(typed: string, language: Language): string | null {
  const reading = readNumber(typed, language);
  if ('value' in reading) return null;
  if (reading.why === 'unclear') {
    const [either, or] = [numberInWords(reading.either, language), numberInWords(reading.or, language)];
    return $localize`:@@number.unclear:Chưa rõ là ${either}:either: hay ${or}:or:. Viết một trong hai số đó.`;
  }
  return reading.why === 'long'
    ? $localize`:@@number.long:Số này dài quá mức ghi được. Viết gọn hơn, nhiều nhất 6 chữ số lẻ.`
    : $localize`:@@number.none:Nhập một số, ví dụ 13,1 hoặc 13,1 tỷ.`;
}

/** Why a figure and its unit do not go together: both multiply, so that it would be a thousand times too much. Null when they do. */
export const scaledTwice = (typed: string, unit: string): string | null =>
  isScaled(typed) && isScaled(unit)
    ? $localize`:@@number.twice:Đơn vị tính đã là “${unit}:unit:”. Chỉ viết số, hoặc viết đủ số và đổi đơn vị tính.`
    : null;
