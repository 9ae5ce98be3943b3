import { hash } from 'node:crypto';

/*
 * The verifier's own understanding of what the program writes. It shares nothing with platform/journal on purpose: a fault there must not be
 * forgiven here.
 */

/** What an entry's body must say of itself, beside whatever else it holds. */
export interface BodyClaims {
  readonly kind?: unknown;
  readonly id?: unknown;
  readonly n?: unknown;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** The one form of a value: no spaces, members sorted by the UTF-16 units of their names, texts and numbers as JSON writes them. */
function formOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = value as Readonly<Record<string, unknown>>;
  const forms = Object.keys(members)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${formOf(members[name])}`);
  return `{${forms.join(',')}}`;
}

/** What a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Reads a body that is in canonical form: an object whose one form is this very text. A name that stands twice, another order, a space or
 * another spelling of a text or number makes another text.
 * @returns null for every other text
 */
export function readCanonical(text: string): BodyClaims | null {
  const read = text.startsWith('{') ? jsonIn(text) : undefined;
  return read !== undefined && formOf(read) === text ? (read as BodyClaims) : null;
}

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export const digestOf = (text: string): string => hash('sha256', text, 'hex');

/** The hash that an entry must bear. */
export const entryDigest = (prev: string, body: string): string => hash('sha256', `${prev}\n${body}`, 'hex');
