import { isTyped, lettersOf, plainWords, type Letter } from './letters.js';
import type { Phrase, Term } from './query.js';

/** Where a term stands in a text: at its beginning, at that of a word, or within one. */
export const PLACES = { beginning: 0, word: 1, within: 2 } as const;
export type Place = (typeof PLACES)[keyof typeof PLACES];

/** One place at which a term was found. */
export interface Occurrence {
  readonly place: Place;
  /** All marks are those that were typed, no more. */
  readonly exact: boolean;
  /** Where it stands in the text, in UTF-16 code units: from, and up to. */
  readonly from: number;
  readonly to: number;
}

/** A text that is searched. Its letters are told apart only where its words could hold what is looked for. */
export class Searched {
  private readonly plain: string;
  private apart: readonly Letter[] | null = null;

  constructor(readonly text: string) {
    this.plain = plainWords(text);
  }

  /** Where a term stands: at the beginnings of words; where it begins none, within them. */
  occurrencesOf(term: Term): readonly Occurrence[] {
    const found = term.filter(({ plain }) => this.plain.includes(plain)).flatMap((phrase) => this.occurrences(phrase));
    const beginnings = found.filter(({ place }) => place !== PLACES.within);
    return beginnings.length > 0 ? beginnings : found;
  }

  private occurrences({ letters: typed, whole }: Phrase): Occurrence[] {
    const letters = (this.apart ??= lettersOf(this.text));
    const found: Occurrence[] = [];
    for (let at = 0; at + typed.length <= letters.length; at += 1) {
      if (!typed.every((letter, step) => isTyped(letters[at + step], letter))) continue;
      const place = placeAt(letters, at);
      const ends = (letters[at + typed.length]?.base ?? ' ') === ' ';
      if (whole && (place === PLACES.within || !ends)) continue;
      const exact = typed.every(({ marks }, step) => letters[at + step]!.marks === marks);
      found.push({ place, exact, from: letters[at]!.from, to: letters[at + typed.length - 1]!.to });
    }
    return found;
  }
}

function placeAt(letters: readonly Letter[], at: number): Place {
  const before = letters[at - 1];
  if (!before || (at === 1 && before.base === ' ')) return PLACES.beginning;
  return before.base === ' ' ? PLACES.word : PLACES.within;
}
