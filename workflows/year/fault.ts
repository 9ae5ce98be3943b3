import type { RuleFault } from '../cycle/criteria-lint.js';
import { said } from '../wording.js';

/** A fault of a year file: where (JSON pointer into the file) and what, in both languages. */
export type Fault = RuleFault;

/** Makes a fault. */
export const fault = (pointer: string, vi: string, en: string): Fault => ({ pointer, text: said(vi, en) });

/** A JSON pointer (RFC 6901) from the steps of a path. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The places of values that occurred before, each with the place of the first. */
export function repeats(values: readonly string[]): { at: number; first: number; value: string }[] {
  const seen = new Map<string, number>();
  return values.flatMap((value, at) => {
    const first = seen.get(value);
    if (first === undefined) seen.set(value, at);
    return first === undefined ? [] : [{ at, first, value }];
  });
}
