import { hash } from 'node:crypto';

/** The head of a record that has no entry yet. */
export const NO_ENTRY = '0'.repeat(64);

/** JSON with sorted keys and no spaces: the same value always gives the same bytes. @throws TypeError on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('A number that JSON cannot hold');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} has no canonical form`);
  const object = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(object).filter((name) => object[name] !== undefined);
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(object[name])}`)
    .join(',')}}`;
}

export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex');

/** The chain: h(n) = sha256(h(n−1) + "\n" + canonical JSON), lowercase hex (design.md, “Evidence that lasts”). */
export const chain = (previous: string, body: string): string => sha256(`${previous}\n${body}`);
