import { Problem } from '@thidua/workflows/problem';

/** The opaque mark of a row in a list: where the next page begins. */
export const markOf = (columns: readonly string[]): string => Buffer.from(JSON.stringify(columns)).toString('base64url');

/** The columns of a mark; none for the first page. @throws Problem 'unknown-mark' for what is no mark of this list */
export function placeOf(mark: string | undefined, columns: number): string[] {
  if (!mark) return [];
  try {
    const read: unknown = JSON.parse(Buffer.from(mark, 'base64url').toString());
    if (Array.isArray(read) && read.length === columns && read.every((column) => typeof column === 'string')) return read;
  } catch {
    // Not JSON: as strange as JSON of another shape.
  }
  throw new Problem('unknown-mark');
}
