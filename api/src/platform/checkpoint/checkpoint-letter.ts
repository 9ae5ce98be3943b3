import type { Signed } from './checkpoint.js';

/** What the daily letter tells: the statement as it was signed, and its figures apart, so that a reader needs no program. */
export function letterFacts({ statement, signature, line }: Signed): Readonly<Record<string, string>> {
  const { root, records, n, day, at, key, differing } = statement;
  return {
    root,
    records: String(records),
    n: String(n),
    day: day.split('-').reverse().join('/'),
    at,
    key,
    differing: String(differing),
    statement: (JSON.parse(line) as { statement: string }).statement,
    signature,
  };
}
