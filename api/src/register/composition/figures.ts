import type { Indicator, SectionAward } from '@thidua/workflows/report/content.schema';
import { twoDigits } from './spelling.js';

const QUALIFIERS = { exact: '', over: 'trên ', nearly: 'gần ', about: 'khoảng ' } as const;
/** What is measured or paid is written without a leading zero; what is counted has one. */
const MEASURED = /%|đồng|USD|^(ha|m|m²|km|kg|tấn|tạ|lần)$/;

/** `17.885`, `13,1`, `05` */
export function numberText(value: number, unit: string): string {
  if (Number.isInteger(value) && value >= 0 && value < 10 && !MEASURED.test(unit)) return twoDigits(value);
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 3 }).replace('-', '−');
}

/** Value and unit, not parted at a line’s end: `13,1 tỷ đồng`, `86,6%`. */
function measure(value: string, unit: string): string {
  return unit === '%' ? `${value}%` : `${value}\u00a0${unit}`;
}

/** `trên 13,1`, `08/10`: for a table that has the unit in a column of its own. */
export function amountText({ value, unit, qualifier, outOf }: Indicator): string {
  const number = outOf === undefined ? numberText(value, unit) : `${numberText(value, unit)}/${numberText(outOf, unit)}`;
  return `${QUALIFIERS[qualifier]}${number}`;
}

/** `trên 13,1 tỷ đồng`, `08/10 hội cấp huyện` */
export const valueText = (indicator: Indicator): string => measure(amountText(indicator), indicator.unit);

/** A base of comparison that says nothing but that none was stated. */
const UNSTATED = /^không (nêu|rõ)/i;

/** `tăng 29,6% so với năm 2019`, `đạt 145,68% kế hoạch năm`; empty without a comparison. */
export function comparisonText({ comparison }: Indicator): string {
  if (!comparison) return '';
  const { kind, value, unit, qualifier = 'exact', base } = comparison;
  const amount = `${QUALIFIERS[qualifier]}${measure(numberText(Math.abs(value), unit), unit)}`;
  const known = !UNSTATED.test(base);
  if (kind === 'increase') return `${value < 0 ? 'giảm' : 'tăng'} ${amount}${known ? ` so với ${base}` : ''}`;
  if (kind === 'ofPlan') return `đạt ${amount} ${known ? base : 'kế hoạch'}`;
  return `vượt ${amount} so với ${known ? base : 'mục tiêu'}`;
}

/** A figure as an item of a list: `Hội viên: 17.885 người, tăng 2% so với năm 2019`. */
export function figureText(indicator: Indicator): string {
  const comparison = comparisonText(indicator);
  return `${indicator.label}: ${valueText(indicator)}${comparison ? `, ${comparison}` : ''}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether texts state a number with its unit, however it is padded: `05 hội nghị`, `5 hội nghị`. */
export function states(texts: readonly string[], value: number, unit: string): boolean {
  const numbers = [...new Set([numberText(value, unit), value.toLocaleString('vi-VN', { maximumFractionDigits: 3 })])].map(escaped);
  // eslint-disable-next-line no-restricted-syntax -- begins at a number and goes straight on: no quantifier can be walked twice
  const word = new RegExp(`(?<![\\d.,/])(?:${numbers.join('|')})\\s*${escaped(unit.split(/[\s,]/)[0] ?? '')}`, 'u');
  return texts.some((text) => word.test(text.replaceAll('\u00a0', ' ')));
}

/** The figures that the paragraphs do not state themselves, so that no number stands twice in one section. */
export const unstated = (paragraphs: readonly string[], indicators: readonly Indicator[]): Indicator[] =>
  indicators.filter(({ value, unit }) => !states(paragraphs, value, unit));

/** `03 tập thể được Trung ương Hội tặng Bằng khen`; what the unit gave: `Giấy khen cho 13 tập thể`. */
export function awardText({ direction, name, issuer, recipients, count }: SectionAward): string {
  const who = count === null ? recipients : `${numberText(count, '')}\u00a0${recipients}`;
  return direction === 'received' ? `${who} được ${issuer ? `${issuer} ` : ''}tặng ${name}` : `${name} cho ${who}`;
}

/** The awards that neither the paragraphs nor the figures state. */
export function unstatedAwards(
  paragraphs: readonly string[],
  indicators: readonly Indicator[],
  awards: readonly SectionAward[],
): SectionAward[] {
  const inFigures = (count: number, recipients: string) =>
    indicators.some(({ value, unit, label }) => value === count && (recipients.startsWith(unit) || label.includes(recipients)));
  return awards.filter(
    ({ count, recipients }) => count === null || !(states(paragraphs, count, recipients) || inFigures(count, recipients)),
  );
}
