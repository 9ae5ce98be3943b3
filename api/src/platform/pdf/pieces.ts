import type { Bases, Heading, List, Paragraph } from './blocks.js';
import type { Desk } from './desk.js';
import { withoutEnd } from './ending.js';
import { type Piece, keepLines, keepWithNext } from './flow.js';
import { attachNotes, withMarks } from './notes.js';
import { type Par, compose } from './paragraph.js';
import { type StructureNode, mm, node, paper } from './sheet.js';

/** First-line indent of Nghị định 30/2020/NĐ-CP: 1 cm or 1.27 cm. */
export const indent = 10 * mm;
/** Space between paragraphs, points; at least 6 by the same decree. */
export const spacing = 6;

export function textPiece(par: Par, of: StructureNode, before = spacing, x: number = paper.left): Piece {
  return {
    before,
    strips: keepLines(par.lines.length).map((keep) => ({ height: par.leading, keep })),
    draw: (sheet, from, to, y) => sheet.text(of, par, x, y, from, to),
  };
}

type Noted = Exclude<Paragraph['text'], string>;

/** A line feed of the author begins a new paragraph, also inside a run. */
function paragraphsOf(text: Paragraph['text']): Noted[] {
  const made: Noted[] = [[]];
  for (const run of typeof text === 'string' ? [text] : text) {
    if (typeof run !== 'string' && 'note' in run) {
      made.at(-1)?.push(run);
      continue;
    }
    const [content, face] = typeof run === 'string' ? [run, undefined] : [run.text, run.face];
    content.split(/\r\n|[\r\n]/).forEach((part, index) => {
      if (index > 0) made.push([]);
      if (part) made.at(-1)?.push(face ? { text: part, face } : part);
    });
  }
  return made.filter((runs) => runs.some((run) => typeof run !== 'string' || run.trim()));
}

export function paragraphPieces(block: Paragraph, desk: Desk): Piece[] {
  const { align = 'justify', size = desk.size, face = 'regular' } = block;
  const first = (block.indent ?? align === 'justify') ? indent : 0;
  return paragraphsOf(block.text).map((noted) => {
    const { text, notes } = withMarks(noted, face, desk);
    const par = compose(desk.fonts, text, { width: paper.textWidth, size, align, indent: first, face, where: desk.where });
    const piece = textPiece(par, node(desk.document, 'P'));
    attachNotes(piece, par, notes, desk);
    return piece;
  });
}

export function basesPieces(block: Bases, desk: Desk): Piece[] {
  return ended(block.items).map((text) => {
    const setting = { width: paper.textWidth, size: desk.size, align: 'justify', indent, face: 'italic', where: desk.where } as const;
    return textPiece(compose(desk.fonts, text, setting), node(desk.document, 'P'));
  });
}

/** Items of an enumeration as official documents end them: `;`, and `.` after the last. */
export const ended = (items: readonly string[]): string[] =>
  items.map((item, index) => withoutEnd(item.trim(), ';,.') + (index === items.length - 1 ? '.' : ';'));

/** @param level of the structure tree and the outline, without jumps */
export function headingPiece(block: Heading, level: number, desk: Desk): Piece {
  const title = block.number ? `${block.number} ${block.text}` : block.text;
  const text = block.level === 1 ? title.toLocaleUpperCase('vi') : title;
  const face = block.level === 4 ? 'boldItalic' : 'bold';
  const setting = { width: paper.textWidth, size: desk.size, align: 'justify', indent, face, where: desk.where } as const;
  const piece = textPiece(compose(desk.fonts, text, setting), node(desk.document, `H${level}`), block.level === 1 ? 10 : spacing);
  piece.strips.forEach((strip) => (strip.keep = true));
  const { draw } = piece;
  piece.draw = (sheet, from, to, y) => {
    if (from === 0) sheet.bookmark(level, title, y);
    draw(sheet, from, to, y);
  };
  return piece;
}

/** The order of Vietnamese enumerations; f, j, w and z are no letters of it. */
const letters = 'abcdđeghiklmnopqrstuvxy';
const numbering = { '-': 'Disc', '+': 'Disc', '1.': 'Decimal', 'a)': 'LowerAlpha' } as const;

function markerOf(list: List, index: number): string {
  if (list.marker === '1.') return `${index + 1}.`;
  return list.marker === 'a)' ? `${letters[index % letters.length]})` : list.marker;
}

/** Items run on like paragraphs: mark and first line indented, the other lines from the left edge. */
export function listPieces(block: List, desk: Desk): Piece[] {
  const list = node(desk.document, 'L', { attributes: `/O/List/ListNumbering/${numbering[block.marker]}` });
  const shared = { width: paper.textWidth, size: desk.size, where: desk.where };
  return block.items.map((item, index) => {
    const entry = node(list, 'LI');
    const label = node(entry, 'Lbl');
    const marker = compose(desk.fonts, markerOf(block, index), shared);
    const hang = indent + marker.inked + 0.25 * desk.size;
    const piece = textPiece(compose(desk.fonts, item, { ...shared, align: 'justify', indent: hang }), node(entry, 'LBody'));
    const { draw } = piece;
    piece.draw = (sheet, from, to, y) => {
      if (from === 0) sheet.text(label, marker, paper.left + indent, y);
      draw(sheet, from, to, y);
    };
    return piece;
  });
}

/** The last piece of several stays with what follows. */
export function keptTogether(pieces: Piece[]): Piece[] {
  pieces.forEach(keepWithNext);
  return pieces;
}
