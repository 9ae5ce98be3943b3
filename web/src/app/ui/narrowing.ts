import type { Language } from '@thidua/workflows/wording';
import { stateName } from '@thidua/workflows/words';
import { optionsIn, type ListFilter } from './list-filters.js';

/** A filter of a list together with what it looks at in each row, as the address names it. */
export interface Narrowing<R> extends ListFilter {
  readonly of: (row: R) => string | null;
}

/** A filter that offers what the rows hold. @param name what a value is called */
export const narrowing = <R>(
  rows: readonly R[],
  { name, ...filter }: Omit<Narrowing<R>, 'options'> & { readonly name: (value: string) => string },
): Narrowing<R> => ({ ...filter, options: optionsIn(rows, filter.of, name) });

/** The rows that every filter lets through. */
export const narrowedBy = <R>(rows: readonly R[], filters: readonly Narrowing<R>[]): R[] =>
  rows.filter((row) => filters.every(({ value, of }) => !value || of(row) === value));

/** By group. */
export const byGroup = <R extends { readonly groupNumber: number | null }>(rows: readonly R[], value: string | undefined): Narrowing<R> =>
  narrowing(rows, {
    key: 'group',
    label: $localize`:@@registrations.group:Nhóm`,
    of: ({ groupNumber }) => (groupNumber === null ? null : String(groupNumber)),
    name: (number) => $localize`:@@registrations.groupName:Nhóm ${number}:number:`,
    value: value ?? '',
  });

/** By state, under the names of a kind of record. */
export const byState = <R extends { readonly state: string }>(
  rows: readonly R[],
  value: string | undefined,
  kind: string,
  language: Language,
): Narrowing<R> =>
  narrowing(rows, {
    key: 'state',
    label: $localize`:@@registrations.state:Tình trạng`,
    of: ({ state }) => state,
    name: (state) => stateName(kind, state, language),
    value: value ?? '',
  });
