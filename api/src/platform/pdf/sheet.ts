import { tidy } from './fonts.js';
import { type Par, round, textOps } from './paragraph.js';

/** Points per millimetre. */
export const mm = 72 / 25.4;

/** A4 with the margins of Nghị định 30/2020/NĐ-CP (top and bottom 20, left 30, right 15 mm); the text is 165 mm wide. */
export const paper = {
  width: 210 * mm,
  height: 297 * mm,
  left: 30 * mm,
  right: 15 * mm,
  top: 20 * mm,
  bottom: 20 * mm,
  textWidth: 165 * mm,
  textHeight: 257 * mm,
} as const;

/** A node of the structure tree; its children are nodes, marked content of a page, or a signature field. */
export interface StructureNode {
  role: string;
  children: (StructureNode | { page: number; mcid: number } | { field: number })[];
  /** Attribute dictionary without its brackets. */
  attributes?: string | undefined;
  id?: string | undefined;
}

/** Adds a node at the end of its parent. */
export function node(parent: StructureNode, role: string, more: Pick<StructureNode, 'attributes' | 'id'> = {}): StructureNode {
  const made: StructureNode = { role, children: [], ...more };
  parent.children.push(made);
  return made;
}

/** A visible signature field: rectangle in PDF space (points from below left). */
export interface Field {
  name: string;
  title: string;
  page: number;
  rect: [number, number, number, number];
}

export interface Bookmark {
  level: number;
  title: string;
  page: number;
  /** Points from below. */
  top: number;
}

/** The pages as they are drawn: operators, marked content, fields and bookmarks. `y` counts down from the top of the paper. */
export class Sheet {
  readonly pages: { ops: string[]; mcids: number }[] = [];
  readonly fields: Field[] = [];
  readonly bookmarks: Bookmark[] = [];

  constructor(readonly root: StructureNode) {}

  turn(): void {
    this.pages.push({ ops: [], mcids: 0 });
  }

  /** Lines [from, to) of a text, as content of a node. */
  text(of: StructureNode, par: Par, x: number, y: number, from = 0, to = par.lines.length): void {
    if (from >= to) return;
    const mcid = this.page.mcids++;
    of.children.push({ page: this.pages.length - 1, mcid });
    this.page.ops.push(`BT /${of.role}<</MCID ${mcid}>>BDC ${textOps(par, from, to, x, paper.height - y)}EMC ET`);
  }

  /** Text that belongs to the page and not to the document: page number, banner, repeated table head. */
  pagination(par: Par, x: number, y: number, colour = ''): void {
    const ops = textOps(par, 0, par.lines.length, x, paper.height - y);
    this.page.ops.push(`/Artifact<</Type/Pagination>>BDC ${colour}BT ${ops}ET ${colour ? '0 g ' : ''}EMC`);
  }

  /** Rules, each from one point to another. */
  rules(segments: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[], thickness = 0.5): void {
    if (!segments.length) return;
    const paths = segments.map(
      ([x1, y1, x2, y2]) => `${round(x1)} ${round(paper.height - y1)} m ${round(x2)} ${round(paper.height - y2)} l`,
    );
    this.page.ops.push(`/Artifact<</Type/Layout>>BDC ${thickness} w ${paths.join(' ')} S EMC`);
  }

  /** A signature field; the node becomes its Form element. */
  field(of: StructureNode, name: string, title: string, x: number, y: number, width: number, height: number): void {
    of.children.push({ field: this.fields.length });
    const below = paper.height - y - height;
    const rect = [x, below, x + width, below + height].map(round) as Field['rect'];
    this.fields.push({ name, title, page: this.pages.length - 1, rect });
  }

  bookmark(level: number, title: string, y: number): void {
    this.bookmarks.push({ level, title: tidy(title), page: this.pages.length - 1, top: round(paper.height - y) });
  }

  private get page() {
    const page = this.pages[this.pages.length - 1];
    if (!page) throw new Error('nothing can be drawn before the first page');
    return page;
  }
}
