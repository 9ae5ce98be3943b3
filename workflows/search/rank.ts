import { excerptOf } from './marked.js';
import { PLACES, Searched, type Place } from './occurrence.js';
import type { Term } from './query.js';

/** A record that may be found: what it is called, and what else it says, a line each. */
export interface Candidate {
  readonly title: string;
  readonly lines: readonly string[];
}

/** How many lines of a record are shown with it. */
export const LINES_SHOWN = 3;

/** How well something was found; less is better. */
interface Rank {
  readonly place: Place;
  readonly exact: boolean;
}

/** How well a text holds terms, all of which it must hold. @returns null where one is missing, or none is asked for */
function rankIn(searched: Searched, terms: readonly Term[]): Rank | null {
  const found = terms.map((term) => searched.occurrencesOf(term));
  if (found.length === 0 || found.some((occurrences) => occurrences.length === 0)) return null;
  const places = found.map((occurrences) => Math.min(...occurrences.map(({ place }) => place)) as Place);
  const within = places.includes(PLACES.within);
  return {
    place: within ? PLACES.within : places[0]!,
    exact: found.every((occurrences) => occurrences.some(({ exact }) => exact)),
  };
}

interface RankedLine extends Rank {
  readonly line: string;
}

interface Hit<T> extends Rank {
  readonly candidate: T;
  readonly byTitle: boolean;
  readonly lines: readonly RankedLine[];
}

const byRank = (a: Rank, b: Rank): number => a.place - b.place || Number(b.exact) - Number(a.exact);

/** A record is found by its title, or by a line that says what the title does not. */
function hitOf<T extends Candidate>(candidate: T, terms: readonly Term[]): Hit<T> | null {
  const title = new Searched(candidate.title);
  const byTitle = rankIn(title, terms);
  const missing = byTitle ? terms : terms.filter((term) => title.occurrencesOf(term).length === 0);
  const lines = candidate.lines
    .flatMap((line) => {
      const rank = rankIn(new Searched(line), missing);
      return rank ? [{ ...rank, line }] : [];
    })
    .sort(byRank);
  const best = byTitle ?? lines[0];
  return best ? { candidate, byTitle: byTitle !== null, lines, place: best.place, exact: best.exact } : null;
}

const inVietnamese = new Intl.Collator('vi');

/**
 * The candidates that hold every term, the best first: found by their titles before found by a line; what begins so, before what has a
 * word that begins so, before what holds it within a word; the marks that were typed before more marks; then in Vietnamese order. Each has
 * the lines for which it was found, no more than `LINES_SHOWN`, the long ones cut.
 */
export function ranked<T extends Candidate>(candidates: readonly T[], terms: readonly Term[]): T[] {
  return candidates
    .flatMap((candidate) => hitOf(candidate, terms) ?? [])
    .sort((a, b) => Number(b.byTitle) - Number(a.byTitle) || byRank(a, b) || inVietnamese.compare(a.candidate.title, b.candidate.title))
    .map(({ candidate, lines }) => ({
      ...candidate,
      lines: lines.slice(0, LINES_SHOWN).map(({ line }) => excerptOf(line, terms)),
    }));
}
