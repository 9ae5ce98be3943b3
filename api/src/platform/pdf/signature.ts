import type { Signatory, Signature } from './blocks.js';
import type { Piece, Strip } from './flow.js';
import { type Par, compose, composeLines } from './paragraph.js';
import type { Desk } from './desk.js';
import { ended, spacing } from './pieces.js';
import { type Sheet, type StructureNode, mm, node, paper } from './sheet.js';

/** Room for the signature: the seal is 36 mm wide and covers a third of it from the left. */
const box = { width: 66 * mm, height: 27 * mm };

/** Something drawn in a row of the block: its height, and how. */
interface Part {
  height: number;
  draw(sheet: Sheet, y: number): void;
}

interface ColumnOf {
  x: number;
  width: number;
}

const inset = 6 * mm;
/** Small and italic, so that nobody takes it for a signature. */
const composed = (text: string, column: ColumnOf, desk: Desk): Par =>
  compose(desk.fonts, text, { width: column.width - 2 * inset, size: 12, face: 'italic', align: 'center', leading: 15, where: desk.where });

/** Authority, post, room (with its field), name, post in the home organisation (ô 7a, 7c, 7b; the last by domain practice of blocs). */
function signatoryPart(who: Signatory, column: ColumnOf, parent: StructureNode, desk: Desk): Part {
  const set = (texts: string[], size: number, face: 'regular' | 'bold') =>
    composeLines(desk.fonts, texts, { width: column.width, size, face, align: 'center', leading: size * 1.2, where: desk.where });
  const authority = {
    par: set(
      who.authority.map((line) => line.toLocaleUpperCase('vi')),
      desk.size,
      'bold',
    ),
    of: node(parent, 'P'),
  };
  const form = who.field ? node(parent, 'Form') : undefined;
  const stated = who.stated ? { par: composed(who.stated, column, desk), of: node(parent, 'P') } : undefined;
  const name = { par: set([who.name], desk.size, 'bold'), of: node(parent, 'P') };
  const post = who.homePost ? { par: set([who.homePost], 13, 'regular'), of: node(parent, 'P') } : undefined;
  const room = authority.par.height + 4;
  const below = room + box.height + 4;
  return {
    height: below + name.par.height + (post?.par.height ?? 0),
    draw: (sheet, y) => {
      sheet.text(authority.of, authority.par, column.x, y);
      const x = column.x + (column.width - box.width) / 2;
      if (form && who.field) sheet.field(form, who.field, `Chữ ký số của ${who.name}`, x, y + room, box.width, box.height);
      if (stated) sheet.text(stated.of, stated.par, column.x + inset, y + room + (box.height - stated.par.height) / 2);
      sheet.text(name.of, name.par, column.x, y + below);
      if (post) sheet.text(post.of, post.par, column.x, y + below + name.par.height);
    },
  };
}

/** `Nơi nhận:` 12 pt bold italic, the list 11 pt upright (ô 9b). */
function recipientsPart(recipients: string[], column: ColumnOf, parent: StructureNode, desk: Desk): Part {
  const setting = { width: column.width, where: desk.where };
  const title = compose(desk.fonts, 'Nơi nhận:', { ...setting, size: 12, face: 'boldItalic', leading: 14 });
  const titleNode = node(parent, 'P');
  const list = node(parent, 'L', { attributes: '/O/List/ListNumbering/Disc' });
  const hang = 2 * mm;
  const dash = compose(desk.fonts, '-', { ...setting, size: 11, leading: 13 });
  let height = title.height;
  const entries = ended(recipients).map((text): { par: Par; label: StructureNode; of: StructureNode; y: number } => {
    const entry = node(list, 'LI');
    const par = compose(desk.fonts, text, { width: column.width - hang, size: 11, leading: 13, where: desk.where });
    const made = { par, label: node(entry, 'Lbl'), of: node(entry, 'LBody'), y: height };
    height += par.height;
    return made;
  });
  return {
    height,
    draw: (sheet, y) => {
      sheet.text(titleNode, title, column.x, y);
      for (const entry of entries) {
        sheet.text(entry.label, dash, column.x, y + entry.y);
        sheet.text(entry.of, entry.par, column.x + hang, y + entry.y);
      }
    },
  };
}

const halves: [ColumnOf, ColumnOf] = [
  { x: paper.left, width: paper.textWidth / 2 },
  { x: paper.left + paper.textWidth / 2, width: paper.textWidth / 2 },
];
const beside = { recipients: { x: paper.left, width: 72 * mm }, signatory: { x: paper.left + 77 * mm, width: 88 * mm } };

/**
 * The end of the document, never cut. The reader hears who signs before Nơi nhận, as the eye sees them side by side.
 * With several signatories they stand in rows of two, and Nơi nhận below.
 */
export function signaturePiece(block: Signature, desk: Desk): Piece {
  const rows: Part[][] = [];
  const [only] = block.signatories;
  if (only && block.signatories.length === 1) {
    const parts = [signatoryPart(only, beside.signatory, desk.document, desk)];
    if (block.recipients?.length) parts.push(recipientsPart(block.recipients, beside.recipients, desk.document, desk));
    rows.push(parts);
  } else {
    for (let i = 0; i < block.signatories.length; i += 2) {
      const pair = block.signatories.slice(i, i + 2);
      rows.push(pair.map((who, side) => signatoryPart(who, halves[side] ?? halves[0], desk.document, desk)));
    }
    if (block.recipients?.length) rows.push([recipientsPart(block.recipients, beside.recipients, desk.document, desk)]);
  }
  const strips = rows.map((parts, index): Strip => {
    const gap = index === rows.length - 1 ? 0 : 2 * spacing;
    return { height: Math.max(...parts.map((part) => part.height)) + gap, keep: index < rows.length - 1 };
  });
  const draw: Piece['draw'] = (sheet, from, to, y) => {
    let top = y;
    for (let i = from; i < to; i++) {
      rows[i]?.forEach((part) => part.draw(sheet, top));
      top += strips[i]?.height ?? 0;
    }
  };
  return { before: 2 * spacing, strips, draw };
}
