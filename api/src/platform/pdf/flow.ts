import type { Par } from './paragraph.js';
import { type Sheet, type StructureNode, mm, paper } from './sheet.js';

/** A slice of a piece that is never cut: a line, a table row, a whole signature block. */
export interface Strip {
  height: number;
  /** No page may end after this strip. */
  keep: boolean;
  /** Footnotes that this strip refers to: they stand at the foot of its page. */
  notes?: Footnote[];
}

export interface Footnote {
  of: StructureNode;
  par: Par;
}

/** Room above the first footnote of a page, with the short rule in it. */
const noteRoom = 10;

/** Something that flows over pages: measured as strips, drawn once it is known which of them fall on which page. */
export interface Piece {
  strips: Strip[];
  /** Space above, dropped at the head of a page. */
  before: number;
  /** Begins a new page. */
  newPage?: boolean;
  /** Height of what is repeated above when the piece goes on on a new page. */
  repeated?: number;
  /** Draws strips [from, to) with their upper edge at y. */
  draw(sheet: Sheet, from: number, to: number, y: number): void;
}

interface Step {
  piece: Piece;
  index: number;
  strip: Strip;
}

/** The rules of a paragraph: two lines on each side of a break, so that one under four lines is never cut. */
export const keepLines = (lines: number): boolean[] =>
  Array.from({ length: lines }, (_, index) => index < lines - 1 && (index === 0 || index === lines - 2));

/** Marks that a piece may not be parted from what follows. */
export function keepWithNext(piece: Piece | undefined): void {
  const last = piece?.strips.at(-1);
  if (last) last.keep = true;
}

/** Where the page that begins at step `start` ends: the last allowed break that fits. */
function pageEnd(steps: readonly Step[], start: number, height: number): number {
  let used = 0;
  let noted = false;
  let allowed = start;
  for (let i = start; i < steps.length; i++) {
    const step = steps[i];
    if (!step) break;
    if (i > start && step.index === 0 && step.piece.newPage) return i;
    if (i === start) used += step.index > 0 ? (step.piece.repeated ?? 0) : 0;
    else if (step.index === 0) used += step.piece.before;
    used += step.strip.height;
    for (const { par } of step.strip.notes ?? []) {
      used += par.height + (noted ? 0 : noteRoom);
      noted = true;
    }
    // A chain that is kept together and taller than a page is broken where the page is full.
    if (used > height + 1e-6) return allowed > start ? allowed : Math.max(i, start + 1);
    if (!step.strip.keep) allowed = i + 1;
  }
  return steps.length;
}

/** Lays the pieces on pages. */
export function flow(pieces: readonly Piece[], sheet: Sheet): void {
  const steps = pieces.flatMap((piece) => piece.strips.map((strip, index): Step => ({ piece, index, strip })));
  for (let start = 0; start < steps.length;) {
    const end = pageEnd(steps, start, paper.textHeight);
    sheet.turn();
    let y: number = paper.top;
    for (let i = start; i < end;) {
      const step = steps[i];
      if (!step) break;
      const { piece, index } = step;
      const to = Math.min(piece.strips.length, index + end - i);
      if (i > start) y += piece.before;
      piece.draw(sheet, index, to, y);
      if (index > 0) y += piece.repeated ?? 0;
      y += piece.strips.slice(index, to).reduce((sum, strip) => sum + strip.height, 0);
      i += to - index;
    }
    drawNotes(sheet, steps.slice(start, end).flatMap((step) => step.strip.notes ?? [])); // prettier-ignore
    start = end;
  }
}

function drawNotes(sheet: Sheet, notes: readonly Footnote[]): void {
  if (!notes.length) return;
  let y = paper.top + paper.textHeight - notes.reduce((sum, { par }) => sum + par.height, 0);
  sheet.rules([[paper.left, y - noteRoom / 2, paper.left + 50 * mm, y - noteRoom / 2]]);
  for (const { of, par } of notes) {
    sheet.text(of, par, paper.left, y);
    y += par.height;
  }
}
