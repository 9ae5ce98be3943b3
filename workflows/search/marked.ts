import { Searched, type Occurrence } from './occurrence.js';
import type { Term } from './query.js';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Where any of the terms stands in a text, in the order of the text; places that touch or overlap are one. */
function spansOf(text: string, terms: readonly Term[]): Pick<Occurrence, 'from' | 'to'>[] {
  const searched = new Searched(text);
  const all = terms.flatMap((term) => searched.occurrencesOf(term)).sort((a, b) => a.from - b.from);
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of all) {
    const last = spans.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans;
}

/** A text in pieces, so that what was looked for can be marked in it. The pieces together are the text. */
export function piecesOf(text: string, terms: readonly Term[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of spansOf(text, terms)) {
    pieces.push({ text: text.slice(at, from), found: false }, { text: text.slice(from, to), found: true });
    at = to;
  }
  return [...pieces, { text: text.slice(at), found: false }].filter((piece) => piece.text !== '');
}

/** How much of a long text is shown, and how much of that before what was found, in UTF-16 code units. */
export const EXCERPT = { most: 220, before: 70 } as const;

/** A part of a long text around the first thing that was found in it, cut between words and with dots where it is cut. */
export function excerptOf(text: string, terms: readonly Term[]): string {
  if (text.length <= EXCERPT.most) return text;
  const first = spansOf(text, terms)[0]?.from ?? 0;
  const begins = first <= EXCERPT.before ? 0 : text.indexOf(' ', first - EXCERPT.before) + 1;
  const from = begins <= first ? begins : first;
  if (text.length - from <= EXCERPT.most) return `…${text.slice(from)}`;
  const ends = text.lastIndexOf(' ', from + EXCERPT.most);
  const to = ends > first ? ends : from + EXCERPT.most;
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trimEnd()}…`;
}
