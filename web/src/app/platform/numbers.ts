import type { Language } from '@thidua/workflows/wording';

const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const DECIMALS = 6;

/** A figure as people write it: 17885 → “17.885”, 13.1 → “13,1”; in English “17,885”, “13.1”. */
export const numberInWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: DECIMALS }).format(value);

/**
 * A figure that was typed, with comma or point (ux.md P4); null when it is none. One sign alone before just three digits parts thousands
 * where the language writes them so: `1.234` is 1234 in Vietnamese, `1,234` in English; any other single sign is the decimal sign.
 */
export function parseNumber(typed: string, language: Language): number | null {
  const text = typed.replace(/[\s\u00a0]/g, '').replace('−', '-');
  if (!/^-?\d+(?:[.,]\d+)*$/.test(text)) return null;
  const signs = text.match(/[.,]/g) ?? [];
  const [last] = signs.slice(-1);
  const thousands = language === 'vi' ? '.' : ',';
  const decimal = isDecimal(text, signs, thousands) ? last! : null;
  const plain = [...text].map((sign) => (sign === decimal ? '.' : sign === '.' || sign === ',' ? '' : sign)).join('');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Whether the last sign of a number parts its decimals. */
function isDecimal(text: string, signs: readonly string[], thousands: string): boolean {
  const last = signs.at(-1);
  if (last === undefined || signs.filter((sign) => sign === last).length > 1) return false;
  return signs.length > 1 || last !== thousands || text.lastIndexOf(last) !== text.length - 4;
}
