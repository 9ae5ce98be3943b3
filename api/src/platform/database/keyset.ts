import { Problem } from '@thidua/workflows/problem';

/** What a column of a mark holds, so that the mark of another list is told from one of this. */
export type MarkColumn = 'text' | 'id' | 'instant' | 'flag';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** As PostgreSQL writes a timestamptz: day, time, offset. */
const INSTANT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)([+-]\d{2})(?::(\d{2}))?$/;

const FITS: Readonly<Record<MarkColumn, (text: string) => boolean>> = {
  text: (text) => !text.includes('\0'),
  id: (text) => ID.test(text),
  instant: (text) =>
    INSTANT.test(text) &&
    !Number.isNaN(Date.parse(text.replace(INSTANT, (_, day, time, hours, minutes = '00') => `${day}T${time}${hours}:${minutes}`))),
  flag: (text) => text === 'true' || text === 'false',
};

/** The opaque mark of a row in a list: where the next page begins. */
export const markOf = (columns: readonly string[]): string => Buffer.from(JSON.stringify(columns)).toString('base64url');

/** The columns of a mark; none for the first page. @throws Problem 'unknown-mark' for what is no mark of this list */
export function placeOf(mark: string | undefined, columns: readonly MarkColumn[]): string[] {
  if (!mark) return [];
  const read = jsonOf(mark);
  const fits = (column: unknown, at: number) => typeof column === 'string' && FITS[columns[at]!](column);
  if (!Array.isArray(read) || read.length !== columns.length || !read.every(fits)) throw new Problem('unknown-mark');
  return read as string[];
}

/** What a mark holds; nothing where it is no JSON. */
function jsonOf(mark: string): unknown {
  try {
    return JSON.parse(Buffer.from(mark, 'base64url').toString());
  } catch {
    return null; // as strange as JSON of another shape
  }
}
