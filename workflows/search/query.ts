import { ABBREVIATIONS } from './abbreviations.js';
import { isTyped, lettersOf, type Letter } from './letters.js';

/** Words that stand one after the other. */
export interface Phrase {
  readonly letters: readonly Letter[];
  /** Its letters without marks, to leave out quickly what cannot hold it. */
  readonly plain: string;
  /** It is found only where it is whole words: an abbreviation means nothing within a word. */
  readonly whole: boolean;
}

/** One thing that is looked for: what was typed, and other ways to write it. */
export type Term = readonly Phrase[];

const GAP: Letter = { base: ' ', marks: '', from: 0, to: 0 };

/** The words of a text, each as its letters. */
const wordsOf = (text: string): Letter[][] => text.split(/\s+/u).map(trimmed).filter((word) => word.length > 0); // prettier-ignore

function trimmed(word: string): Letter[] {
  const letters = lettersOf(word);
  return letters.filter(({ base }, at) => base !== ' ' || (at > 0 && at < letters.length - 1));
}

const joined = (words: readonly (readonly Letter[])[]): Letter[] => words.flatMap((word, at) => (at > 0 ? [GAP, ...word] : word));

const phrase = (letters: readonly Letter[], whole: boolean): Phrase => ({
  letters,
  plain: letters.map(({ base }) => base).join(''),
  whole,
});

const FORMS: readonly (readonly Phrase[])[] = ABBREVIATIONS.map((forms) => forms.map((form) => phrase(joined(wordsOf(form)), true)));
const LONGEST = Math.max(...ABBREVIATIONS.flat().map((form) => wordsOf(form).length));

/** Whether what was typed is this form, with all of its marks or without some. */
const spells = (typed: readonly Letter[], { letters }: Phrase): boolean =>
  typed.length === letters.length && typed.every((letter, at) => isTyped(letters[at], letter));

/** The other ways to write what was typed; none where it is no abbreviation and none of its long forms. */
const othersOf = (typed: readonly Letter[]): readonly Phrase[] =>
  FORMS.find((forms) => forms.some((form) => spells(typed, form)))?.filter((form) => !spells(typed, form)) ?? [];

/**
 * What a text asks for: each of its words, in any order. Words that spell a known name or abbreviation are one term, which is found
 * under each of its forms. Signs are no words: `&` asks for nothing.
 */
export function termsOf(text: string): Term[] {
  const words = wordsOf(text);
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    let count = Math.min(LONGEST, words.length - at);
    while (count > 1 && othersOf(joined(words.slice(at, at + count))).length === 0) count -= 1;
    const typed = joined(words.slice(at, at + count));
    terms.push([phrase(typed, false), ...othersOf(typed)]);
    at += count;
  }
  return terms;
}

/** How many letters and digits a text asks for. */
export const lettersIn = (text: string): number => lettersOf(text).filter(({ base }) => base !== ' ').length;
