import { createHash } from 'node:crypto';

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

const STRING = /"(?:[^"\\]|\\.)*"/sy;
const ATOM = /-?\d[\d.eE+-]*|true|false|null/y;

/** Walks over a text and refuses what is not the one form that a value has. */
class Walk {
  private at = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.at === this.text.length;
  }

  value(): boolean {
    const sign = this.text[this.at];
    if (sign === '{') return this.members();
    if (sign === '[') return this.items();
    return this.token(sign === '"' ? STRING : ATOM) !== null;
  }

  /** Members in the order of their names' UTF-16 units, each name once. */
  private members(): boolean {
    let before: string | null = null;
    return this.listed('}', () => {
      const name = this.token(STRING);
      if (name === null || (before !== null && before >= name) || !this.sign(':')) return false;
      before = name;
      return this.value();
    });
  }

  private items(): boolean {
    return this.listed(']', () => this.value());
  }

  private listed(end: string, one: () => boolean): boolean {
    this.at += 1;
    if (this.sign(end)) return true;
    do if (!one()) return false;
    while (this.sign(','));
    return this.sign(end);
  }

  private sign(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  /** A text or an atom that is written as JSON writes it. @returns its value as text; null where there is none, or in another spelling */
  private token(shape: RegExp): string | null {
    shape.lastIndex = this.at;
    const [found] = shape.exec(this.text) ?? [];
    if (found === undefined) return null;
    const read = jsonIn(found);
    if (JSON.stringify(read) !== found) return null;
    this.at += found.length;
    return String(read);
  }
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
 * Reads a body that is in canonical form: an object without spaces whose members stand sorted by their names, at every depth.
 * @returns null for every other text
 */
export function readCanonical(text: string): BodyClaims | null {
  const walk = new Walk(text);
  return text.startsWith('{') && walk.value() && walk.isAtEnd ? (jsonIn(text) as BodyClaims) : null;
}

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The hash that an entry must bear. */
export const entryDigest = (prev: string, body: string): string =>
  createHash('sha256').update(prev).update('\n').update(body).digest('hex');
