import type { Addressees, Annex, Head } from './blocks.js';
import type { Piece } from './flow.js';
import { type Par, compose, composeLines } from './paragraph.js';
import type { Desk } from './desk.js';
import { ended, spacing } from './pieces.js';
import { type Sheet, type StructureNode, mm, node, paper } from './sheet.js';

/** Text placed inside a piece that is never cut; `y` from its upper edge, `rule` a line below as part of the text's width. */
interface Placed {
  par: Par;
  of: StructureNode;
  x: number;
  y: number;
  rule?: number;
}

const left = { x: paper.left, width: 72 * mm };
const right = { x: paper.left + 72 * mm, width: 93 * mm };
/** Distance of a rule from the text above, and room that it takes. */
const ruleGap = 2;
const ruleRoom = 5;
const single = (size: number) => size * 1.15;

function placed(item: Placed, sheet: Sheet, y: number): void {
  sheet.text(item.of, item.par, item.x, y + item.y);
  if (!item.rule) return;
  const middle = item.x + (item.par.lines[0]?.x ?? 0) + widthOfFirst(item.par) / 2;
  const half = (item.par.inked * item.rule) / 2;
  const below = y + item.y + item.par.height + ruleGap;
  sheet.rules([[middle - half, below, middle + half, below]], 0.75);
}

function widthOfFirst(par: Par): number {
  const line = par.lines[0];
  if (!line) return 0;
  const width = par.words.slice(line.from, line.to).reduce((sum, word) => sum + word.width, 0);
  return ((width + line.gap * (line.to - line.from - 1)) * par.size) / 1000;
}

/** Stacks texts from a height on; returns them placed, and the height below. */
function stack(items: readonly Omit<Placed, 'y'>[], from = 0): { items: Placed[]; below: number } {
  let y = from;
  const made = items.map((item) => {
    const at = { ...item, y };
    y += item.par.height + (item.rule ? ruleRoom : 0);
    return at;
  });
  return { items: made, below: y };
}

/** Blanks before a number is given are meant: `Số:      /BC-KTĐ`. */
const keepBlanks = (text: string) => text.replace(/ {2,}/g, (blanks) => '\u00a0'.repeat(blanks.length));

/** Quốc hiệu to abstract, as Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II places them (ô 1 to 5); one piece that is never cut. */
export function headPiece(block: Head, desk: Desk): Piece {
  const centred = (column: typeof left, size: number, face: 'regular' | 'bold' | 'italic', lines: string[]) => ({
    par: composeLines(desk.fonts, lines, { width: column.width, size, face, align: 'center', leading: single(size), where: desk.where }),
    x: column.x,
  });
  const upper = (text: string) => text.toLocaleUpperCase('vi');
  const of = (role: string) => node(desk.document, role);
  const state = stack([
    { ...centred(right, 12, 'bold', ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']), of: of('P') },
    { ...centred(right, 13, 'bold', ['Độc lập - Tự do - Hạnh phúc']), of: of('P'), rule: 1 },
  ]);
  const superior = block.superior ? [{ ...centred(left, 12, 'regular', [upper(block.superior)]), of: of('P') }] : [];
  const issuer = stack([...superior, { ...centred(left, 12, 'bold', block.issuer.map(upper)), of: of('P'), rule: 0.4 }]);
  const second = Math.max(state.below, issuer.below) + spacing;
  const number = stack(
    [
      ...(block.number ? [{ ...centred(left, 13, 'regular', [keepBlanks(block.number)]), of: of('P') }] : []),
      ...(block.concerning ? [{ ...centred(left, 12, 'regular', [`V/v ${block.concerning}`]), of: of('H1') }] : []),
    ],
    second,
  );
  const date = stack([{ ...centred(right, 13, 'italic', [block.placeAndDate]), of: of('P') }], second);
  const whole = { x: paper.left + 12 * mm, width: paper.textWidth - 24 * mm };
  const title = stack(
    [
      ...(block.type ? [{ ...centred(whole, 14, 'bold', [upper(block.type)]), of: of('H1') }] : []),
      ...(block.abstract ? [{ ...centred(whole, 14, 'bold', block.abstract), of: of('P'), rule: 0.4 }] : []),
    ],
    Math.max(number.below, date.below) + 3 * spacing,
  );
  return fixed([...state.items, ...issuer.items, ...number.items, ...date.items, ...title.items], title.below + spacing, 0);
}

function fixed(items: readonly Placed[], height: number, before: number, keep = true): Piece {
  return { before, strips: [{ height, keep }], draw: (sheet, _from, _to, y) => items.forEach((item) => placed(item, sheet, y)) };
}

/** `Kính gửi: …` centred; several addressees as a list, each on its own line (ô 9a). */
export function addresseesPiece(block: Addressees, desk: Desk): Piece {
  const { fonts, size, where } = desk;
  const before = 2 * spacing;
  const only = block.to[0];
  if (only !== undefined && block.to.length === 1) {
    const inset = 10 * mm;
    const par = compose(fonts, `Kính gửi: ${only.trim()}`, { width: paper.textWidth - 2 * inset, size, align: 'center', where });
    return fixed([{ par, of: node(desk.document, 'P'), x: paper.left + inset, y: 0 }], par.height + spacing, before);
  }
  const start = paper.left + 20 * mm;
  const call = compose(fonts, 'Kính gửi:', { width: paper.textWidth, size, where });
  const items: Placed[] = [{ par: call, of: node(desk.document, 'P'), x: start, y: 0 }];
  const list = node(desk.document, 'L', { attributes: '/O/List/ListNumbering/Disc' });
  const x = start + call.inked + 3 * mm;
  let y = call.leading;
  for (const text of ended(block.to)) {
    const entry = node(list, 'LI');
    const dash = compose(fonts, '-', { width: paper.textWidth, size, where });
    const body = compose(fonts, text, { width: paper.left + paper.textWidth - x - 3 * mm, size, where });
    items.push({ par: dash, of: node(entry, 'Lbl'), x, y }, { par: body, of: node(entry, 'LBody'), x: x + 3 * mm, y });
    y += body.height;
  }
  return fixed(items, y + spacing, before);
}

/** The head of an annex on its new page; number and title are one heading. */
export function annexPiece(block: Annex, level: number, desk: Desk): Piece {
  const heading = node(desk.document, `H${level}`);
  const name = `Phụ lục${block.number ? ` ${block.number}` : ''}`;
  const set = (text: string, face: 'bold' | 'italic') =>
    compose(desk.fonts, text, { width: paper.textWidth, size: 14, face, align: 'center', leading: 18, where: desk.where });
  const { items, below } = stack([
    { par: set(name, 'bold'), of: heading, x: paper.left },
    { par: set(block.title.toLocaleUpperCase('vi'), 'bold'), of: heading, x: paper.left },
    { par: set(block.reference, 'italic'), of: node(desk.document, 'P'), x: paper.left },
  ]);
  const piece = fixed(items, below + 2 * spacing, 0);
  const { draw } = piece;
  const bookmarked: Piece['draw'] = (sheet, from, to, y) => {
    sheet.bookmark(level, `${name}. ${block.title}`, y);
    draw(sheet, from, to, y);
  };
  return { ...piece, newPage: true, draw: bookmarked };
}
