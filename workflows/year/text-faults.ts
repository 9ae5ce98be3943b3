import { fault, pointerOf, type Fault } from './fault.js';

/**
 * What a document’s font can print: Latin (with Vietnamese), Greek and Cyrillic letters, digits, punctuation, currency and
 * a few signs. No emoji, boxes or control characters. The document’s writer checks once more against the font itself.
 */
const PRINTABLE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{No}\p{P}\p{Sc} \u00a0+<=>|~^`±×÷°−≤≥≈©®™\n]/u;

const nameOf = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** The characters of a text that cannot be printed, each once. */
export const unprintable = (text: string): string[] =>
  [...new Set(text.normalize('NFC'))].filter((character) => !PRINTABLE.test(character));

/** Every text of the file that holds characters which no document can print. */
export function textFaults(value: unknown, path: readonly PropertyKey[] = []): Fault[] {
  if (typeof value === 'string') {
    const names = unprintable(value).map(nameOf).join(', ');
    return names
      ? [fault(pointerOf(path), `Có ký tự không in được trong văn bản: ${names}.`, `Holds characters that cannot be printed: ${names}.`)]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => textFaults(child, [...path, key]));
}
