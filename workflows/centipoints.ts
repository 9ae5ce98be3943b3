import { z } from 'zod';
import { said, type Said } from './wording.js';

/**
 * Points are integers in hundredths (100.00 points = 10000), so that sums and ties are exact.
 * Source: scoring.md 2 and 3.8 of the study; a float would decide ties by its error.
 */
export const Centipoints = z.int().min(0).max(10_000_000);
export type Centipoints = z.infer<typeof Centipoints>;

/** Writes hundredths as people read points: 1850 → `18,50` (vi) or `18.50` (en). */
export function formatPoints(points: Centipoints, language: 'vi' | 'en' = 'vi'): string {
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  const sign = points < 0 ? '−' : '';
  const digits = String(Math.trunc(Math.abs(points) / 100));
  const first = digits.length % 3 || 3;
  const whole = [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(thousands);
  return `${sign}${whole}${decimal}${String(Math.abs(points) % 100).padStart(2, '0')}`;
}

/** Points that stand in a sentence, for readers of either language. */
export const pointsSaid = (points: Centipoints): Said => said(formatPoints(points), formatPoints(points, 'en'));

/** Reads `18,5`, `18.50` or `18` as hundredths; null when it is no such number or has more than two decimals. */
export function parsePoints(text: string): Centipoints | null {
  const match = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

/** A quotient of integers rounded half up, in integers only. */
export const divideHalfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));
