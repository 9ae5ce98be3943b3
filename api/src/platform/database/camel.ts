/** Names of columns that were turned before: there are as many as there are columns. */
const turned = new Map<string, string>();

/** `reviewer_unit_id` → `reviewerUnitId`. */
export function camel(name: string): string {
  const known = turned.get(name) ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  turned.set(name, known);
  return known;
}

/** `reviewerUnitId` → `reviewer_unit_id`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A row with its columns in camel case; values stay as they are. */
export const camelRow = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]));
