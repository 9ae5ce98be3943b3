import type { Block, DocumentMeta, Table } from './blocks.js';
import type { Family } from './fonts.js';
import { type Piece, flow, keepWithNext } from './flow.js';
import { addresseesPiece, annexPiece, headPiece } from './head.js';
import { compose } from './paragraph.js';
import type { Desk } from './desk.js';
import { basesPieces, headingPiece, keptTogether, listPieces, paragraphPieces, textPiece } from './pieces.js';
import { Sheet, type StructureNode, mm, node, paper } from './sheet.js';
import { signaturePiece } from './signature.js';
import { tablePiece } from './table-piece.js';

const kinds: Record<Block['kind'], string> = {
  head: 'phần đầu',
  addressees: 'Kính gửi',
  bases: 'căn cứ',
  heading: 'đề mục',
  paragraph: 'đoạn',
  list: 'danh sách',
  table: 'bảng',
  signature: 'phần ký',
  annex: 'phụ lục',
};

/** Lays blocks on pages. @throws MissingGlyph naming character and place; Error for a table whose rows do not fill its columns */
export function layOut(fonts: Family, blocks: readonly Block[], meta: DocumentMeta): Sheet {
  const sheet = new Sheet({ role: 'Document', children: [] });
  const setter = new Setter(fonts, meta.size ?? 14, sheet.root);
  for (const block of blocks) setter.set(block);
  flow(setter.pieces, sheet);
  if (!sheet.pages.length) throw new Error('a document needs at least one block');
  margins(sheet, fonts, meta);
  return sheet;
}

/** Turns block after block into pieces, and knows the rules between neighbours. */
class Setter {
  readonly pieces: Piece[] = [];
  private readonly counts = new Map<string, number>();
  private annex = '';
  private titled = false;
  private level = 0;
  private tables = 0;
  private notes = 0;

  constructor(
    private readonly fonts: Family,
    private readonly size: number,
    private readonly document: StructureNode,
  ) {}

  set(block: Block): void {
    if (block.kind === 'annex') this.enter(block.number);
    const { fonts, size, document } = this;
    const desk: Desk = { fonts, size, document, where: this.place(block), nextNote: () => ++this.notes };
    if (block.kind === 'signature') keepWithNext(this.pieces.at(-1)); // it never moves to a page of its own
    this.pieces.push(...this.piecesOf(block, desk));
  }

  private piecesOf(block: Block, desk: Desk): Piece[] {
    switch (block.kind) {
      case 'head':
        this.titled = block.type !== undefined || block.concerning !== undefined;
        this.level = this.titled ? 1 : 0;
        return [headPiece(block, desk)];
      case 'addressees':
        return [addresseesPiece(block, desk)];
      case 'bases':
        return basesPieces(block, desk);
      case 'heading':
        return [headingPiece(block, this.descend(block.level), desk)];
      case 'paragraph':
        return paragraphPieces(block, desk);
      case 'list':
        return listPieces(block, desk);
      case 'table':
        return this.table(block, desk);
      case 'signature':
        return [signaturePiece(block, desk)];
      case 'annex':
        return [annexPiece(block, this.descend(1), desk)];
    }
  }

  private table(block: Table, desk: Desk): Piece[] {
    const line = (text: string, face: 'bold' | 'italic', size: number) => {
      const align = face === 'bold' ? 'center' : 'left';
      const par = compose(this.fonts, text, { width: paper.textWidth, size, face, align, leading: size * 1.2, where: desk.where });
      return textPiece(par, node(this.document, 'P'), face === 'bold' ? 8 : 3);
    };
    const above = block.caption ? keptTogether([line(block.caption, 'bold', 13)]) : [];
    const table = tablePiece(block, ++this.tables, desk);
    const notes = (block.notes ?? []).map((text) => line(text, 'italic', 11));
    if (notes.length) keptTogether([table, ...notes.slice(0, -1)]);
    return [...above, table, ...notes];
  }

  /** Level of a heading in the structure tree: below the title, and never two deeper than the one before. */
  private descend(level: number): number {
    this.level = Math.min(level + (this.titled ? 1 : 0), this.level + 1);
    return this.level;
  }

  private enter(number: string | undefined): void {
    this.annex = `Phụ lục${number ? ` ${number}` : ''}`;
    this.counts.clear();
  }

  /** `Phụ lục I, bảng 2`: what a person looks for when a character cannot be printed. */
  private place(block: Block): string {
    const name = kinds[block.kind];
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    if (block.where) return block.where;
    if (block.kind === 'annex') return this.annex;
    return `${this.annex ? `${this.annex}, ` : ''}${name} ${count}`;
  }
}

/** Page numbers from page 2 in the middle of the upper margin, the banner at the foot of every page. */
function margins(sheet: Sheet, fonts: Family, meta: DocumentMeta): void {
  const setting = { width: paper.width, align: 'center', where: 'lề trang' } as const;
  const banner = meta.banner ? compose(fonts, meta.banner, { ...setting, size: 11, face: 'bold' }) : undefined;
  const drawn = sheet.pages.splice(0);
  drawn.forEach((page, index) => {
    sheet.pages.push(page);
    if (index > 0) sheet.pagination(compose(fonts, String(index + 1), { ...setting, size: 13 }), 0, 9 * mm);
    if (banner) sheet.pagination(banner, 0, paper.height - 14 * mm, '.7 0 0 rg ');
  });
}
