/** A letter or digit of a text as people look for it; whatever lies between words is one gap, a space. */
export interface Letter {
  /** The letter in lower case and without marks. */
  readonly base: string;
  /** The marks that it bears, as combining signs in the order of Unicode; that of đ is the stroke. */
  readonly marks: string;
  /** Where it stands in the text, in UTF-16 code units: from, and up to. */
  readonly from: number;
  readonly to: number;
}

const STROKE = '\u0335';
const GAP = ' ';
const MARK = /[\u0300-\u036f]/;
const IN_WORDS = /[\p{L}\p{N}\p{M}]/u;

/** Text without case and without marks, đ as d: what the database calls `plain_text`. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd');

/** The same, with one space for whatever lies between words. */
export const plainWords = (text: string): string => plain(text).replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, GAP);

/** What a sign says: a letter, a mark of the letter before it, or neither. */
interface Part {
  readonly kind: 'letter' | 'mark' | 'gap';
  readonly base: string;
  readonly marks: string;
}

function partOf(sign: string): Part {
  if (sign === 'đ') return { kind: 'letter', base: 'd', marks: STROKE };
  if (MARK.test(sign)) return { kind: 'mark', base: '', marks: sign };
  return IN_WORDS.test(sign) ? { kind: 'letter', base: sign, marks: '' } : { kind: 'gap', base: GAP, marks: '' };
}

/** The parts of signs up to the last letter of Vietnamese, ỹ and what stands beside it: a few thousand, each taken apart once. */
const KNOWN = new Map<string, readonly Part[]>();
const LAST = '\u1eff';

function partsOf(sign: string): readonly Part[] {
  const known = KNOWN.get(sign);
  if (known) return known;
  const parts = Array.from(sign.toLowerCase().normalize('NFD'), partOf);
  if (sign <= LAST) KNOWN.set(sign, parts);
  return parts;
}

/** The letters of a text, each with its place, and the gaps between its words. */
export function lettersOf(text: string): Letter[] {
  const letters: { base: string; marks: string; from: number; to: number }[] = [];
  let from = 0;
  for (const sign of text) {
    const to = from + sign.length;
    for (const { kind, base, marks } of partsOf(sign)) {
      const last = letters.at(-1);
      // A mark belongs to the letter before it; a gap that follows a gap makes it longer.
      if (last && (kind === 'mark' || (kind === 'gap' && last.base === GAP))) {
        if (last.base !== GAP) last.marks += marks;
        last.to = to;
      } else if (kind !== 'mark') letters.push({ base, marks, from, to });
    }
    from = to;
  }
  return toneInPlace(letters);
}

const TONES = /^[\u0300\u0301\u0303\u0309\u0323]$/;
const EITHER_WAY: ReadonlySet<string> = new Set(['oa', 'oe', 'uy']);

/** The tone of `oa`, `oe` and `uy` is written on either letter (hòa, hoà); here it always stands on the second. */
function toneInPlace(letters: Letter[]): Letter[] {
  for (const [at, letter] of letters.entries()) {
    const next = letters[at + 1];
    if (!next || next.marks !== '' || !TONES.test(letter.marks) || !EITHER_WAY.has(letter.base + next.base)) continue;
    letters[at] = { ...letter, marks: '' };
    letters[at + 1] = { ...next, marks: letter.marks };
  }
  return letters;
}

/** Whether a letter is what was typed: the same letter, bearing at least the marks that were typed. */
export function isTyped(letter: Letter | undefined, typed: Letter): boolean {
  if (letter?.base !== typed.base) return false;
  return typed.marks === '' || [...typed.marks].every((mark) => letter.marks.includes(mark));
}
