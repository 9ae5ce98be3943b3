import { Problem, type Unmet } from '@thidua/workflows/problem';
import { pointerOf } from '../http/shape.js';
import { canPrint } from './fonts.js';

/** Every text of a value that holds characters which no document can print: which, and where (JSON pointer). */
function unprinted(value: unknown, path: readonly PropertyKey[] = []): Unmet[] {
  if (typeof value === 'string') {
    const characters = canPrint(value).map(({ character }) => nameOf(character));
    return characters.length > 0
      ? [{ code: 'cannot-print', filling: { characters: characters.join(', ') }, pointer: pointerOf(path) }]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => unprinted(child, [...path, key]));
}

const nameOf = (character: string): string => {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return /[\p{C}\p{M}]/u.test(character) ? `U+${code}` : `“${character}” (U+${code})`;
};

/** Lets a text through that every face of the documents can print. @throws Problem 'cannot-print' naming the characters, each place with its pointer */
export function refuseUnprintable(value: unknown): void {
  const needs = unprinted(value);
  const [first] = needs;
  if (first) throw new Problem(first.code, first.filling, needs);
}
