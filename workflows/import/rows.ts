import type { Unmet } from '../problem.js';
import type { Filling } from '../wording.js';
import { columnName, EXPLAINS, isSaid, type Cell, type Column, type Sheet, type SheetKind } from './sheets.js';
import { ROWS_MOST } from './import.schema.js';

/** A bad cell. */
export interface Found {
  readonly sheet: string;
  readonly cell: string;
  readonly unmet: Unmet;
}

/** A row: what stands below each heading, and how to say that something in it is wrong. */
export interface Row {
  readonly text: Readonly<Record<string, string>>;
  /** The address of a cell, such as `Người!C7`. */
  address(key: string): string;
  wrong(key: string, code: Unmet['code'], filling?: Filling): void;
}

const isDay = (cell: Cell | undefined): cell is { readonly day: string } => typeof cell === 'object' && cell !== null;

const cellText = (cell: Cell | undefined): string =>
  isDay(cell)
    ? cell.day
    : String(cell ?? '')
        .normalize('NFC')
        .trim();

const isEmpty = (row: readonly Cell[]): boolean => row.every((cell) => cellText(cell) === '');

const explains = (row: readonly Cell[]): boolean => cellText(row.find((cell) => cellText(cell) !== '')).startsWith(EXPLAINS);

/** A day as Excel keeps it, as people write it here, or as programs do; null for what is none. */
export function dayOf(cell: Cell | undefined): string | null {
  const words = cellText(cell);
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words) ?? [];
  const iso = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : words;
  const read = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : null;
  return read && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}

/** What a cell says in a column, or null when it is not of the column's form. */
function valueOf(column: Column, cell: Cell | undefined): string | null {
  if (column.kind === 'day') return dayOf(cell);
  if (isDay(cell) || typeof cell === 'boolean') return null; // Excel takes 1-2 for a day and “đúng” for a truth
  const words = cellText(cell);
  if (column.kind === 'year') return /^(19|20|21)\d\d$/.test(words) ? words : null;
  const read = column.shape.safeParse(words);
  return read.success ? read.data : null;
}

/** At which place each column stands. */
function placesOf(kind: SheetKind, sheet: Sheet, at: number, found: Found[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const tell = (place: number, code: Unmet['code'], filling: Filling): void =>
    void found.push({ sheet: sheet.name, cell: `${columnName(place)}${at + 1}`, unmet: { code, filling } });
  for (const [place, cell] of sheet.rows[at]!.entries()) {
    const words = cellText(cell);
    if (words === '') continue;
    const column = kind.columns.find(({ heading }) => isSaid(words, heading));
    if (!column) tell(place, 'import-unknown-column', { heading: words });
    else if (places.has(column.key)) tell(place, 'import-column-twice', { heading: column.heading });
    else places.set(column.key, place);
  }
  for (const { key, heading, required } of kind.columns) if (required && !places.has(key)) tell(0, 'import-no-column', { heading });
  return places;
}

/** The rows of a sheet below its headings. What is wrong with headings or with the form of a cell is found here; the rest by whoever asks. */
export function rowsOf(kind: SheetKind, sheet: Sheet, found: Found[]): Row[] {
  const first = sheet.rows.findIndex((row) => !isEmpty(row));
  if (first < 0) return [];
  if (sheet.rows.length > ROWS_MOST) {
    found.push({ sheet: sheet.name, cell: `A${ROWS_MOST + 1}`, unmet: { code: 'import-too-long', filling: { most: ROWS_MOST } } });
    return [];
  }
  const before = found.length;
  const places = placesOf(kind, sheet, first, found);
  if (found.length > before) return []; // each cell would be wrong for the same reason
  return sheet.rows.flatMap((cells, at) =>
    at <= first || isEmpty(cells) || explains(cells) ? [] : [rowOf(kind, sheet, cells, at, places, found)],
  );
}

function rowOf(
  kind: SheetKind,
  sheet: Sheet,
  cells: readonly Cell[],
  at: number,
  places: ReadonlyMap<string, number>,
  found: Found[],
): Row {
  const cellOf = (key: string): string => `${columnName(places.get(key) ?? 0)}${at + 1}`;
  const wrong = (key: string, code: Unmet['code'], filling?: Filling): void =>
    void found.push({ sheet: sheet.name, cell: cellOf(key), unmet: { code, ...(filling ? { filling } : {}) } });
  const text: Record<string, string> = {};
  for (const column of kind.columns) {
    const place = places.get(column.key);
    const cell = place === undefined ? null : cells[place];
    const filling = { heading: column.heading, hint: column.hint };
    if (cellText(cell) === '') {
      if (column.required) wrong(column.key, 'import-empty-cell', filling);
      continue;
    }
    const value = valueOf(column, cell);
    if (value === null) wrong(column.key, 'import-wrong-cell', filling);
    else text[column.key] = value;
  }
  return { text, address: (key) => `${sheet.name}!${cellOf(key)}`, wrong };
}
