import type { Face, Note, Run } from './blocks.js';
import type { Desk } from './desk.js';
import type { Piece } from './flow.js';
import { type Par, compose } from './paragraph.js';
import { node, paper } from './sheet.js';

/** A footnote of a paragraph, and the mark at which it stands. */
interface Marked {
  mark: string;
  text: string;
  id: string;
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Puts a raised number where each note stands; the digits are characters of the font, found and copied as such. */
export function withMarks(noted: readonly (Run | Note)[], face: Face, desk: Desk): { text: Run[]; notes: Marked[] } {
  const notes: Marked[] = [];
  const text = noted.map((run): Run => {
    if (typeof run === 'string' || 'text' in run) return run;
    const number = desk.nextNote();
    const mark = [...String(number)].map((digit) => raised[Number(digit)]).join('');
    notes.push({ mark, text: run.note, id: `note${number}` });
    return { text: mark, face };
  });
  return { text, notes };
}

/** Gives each line the notes whose marks stand in it, and the structure tree their elements, next to the paragraph. */
export function attachNotes(piece: Piece, par: Par, notes: readonly Marked[], desk: Desk): void {
  let from = 0;
  for (const { mark, text, id } of notes) {
    const word = par.words.findIndex(({ pieces }, index) => index >= from && pieces.some((piece) => piece.text === mark));
    const strip = piece.strips[par.lines.findIndex((line) => word < line.to)];
    if (!strip) throw new Error(`the mark ${mark} is in no line`);
    const setting = { width: paper.textWidth, size: 11, leading: 13, align: 'justify', where: `${desk.where}, chú thích ${mark}` } as const;
    const set = compose(desk.fonts, `${mark}\u00a0${text}`, setting);
    strip.notes = [...(strip.notes ?? []), { of: node(desk.document, 'Note', { id }), par: set }];
    from = word;
  }
}
