import { type Ref, type Serializer, textString } from './serializer.js';
import type { Bookmark, StructureNode } from './sheet.js';

/** Objects that the tree refers to. */
interface Targets {
  /** Page objects and, per page, how many marked contents it holds. */
  pages: readonly Ref[];
  mcids: readonly number[];
  /** Signature fields: object and page index. */
  fields: readonly { ref: Ref; page: number }[];
}

/** Writes the structure tree with its parent tree and ids. Page i has the key i in the parent tree, field f the key pages + f. */
export class StructureWriter {
  private readonly parents: Ref[][];
  private readonly fieldParents: Ref[] = [];
  private readonly ids: [string, Ref][] = [];
  private readonly shared = new Map<string, Ref>();

  constructor(
    private readonly pdf: Serializer,
    private readonly to: Targets,
  ) {
    this.parents = to.mcids.map((count) => new Array<Ref>(count).fill(0));
  }

  write(document: StructureNode): Ref {
    const root = this.pdf.ref();
    const top = this.element(document, root);
    const numbers = [
      ...this.parents.map((refs, page) => `${page}[${refs.map((ref) => `${ref} 0 R`).join(' ')}]`),
      ...this.fieldParents.map((ref, field) => `${this.to.pages.length + field} ${ref} 0 R`),
    ];
    const parentTree = this.pdf.put(`<</Nums[${numbers.join(' ')}]>>`);
    const sorted = this.ids.sort(([a], [b]) => (a < b ? -1 : 1));
    const names = sorted.map(([id, ref]) => `(${id})${ref} 0 R`).join('');
    const idTree = names ? `/IDTree<</Names[${names}]>>` : '';
    const parents = `/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${numbers.length}`;
    this.pdf.put(`<</Type/StructTreeRoot/K ${top} 0 R${parents}${idTree}>>`, root);
    return root;
  }

  private element(of: StructureNode, parent: Ref): Ref {
    const ref = this.pdf.ref();
    let page = -1;
    const kids = of.children.map((child) => {
      if ('role' in child) return `${this.element(child, ref)} 0 R`;
      if ('field' in child) {
        this.fieldParents[child.field] = ref;
        const field = this.to.fields[child.field];
        return `<</Type/OBJR/Obj ${field?.ref} 0 R/Pg ${this.to.pages[field?.page ?? 0]} 0 R>>`;
      }
      const ofPage = this.parents[child.page];
      if (ofPage) ofPage[child.mcid] = ref;
      if (page < 0) page = child.page;
      return child.page === page ? `${child.mcid}` : `<</Type/MCR/Pg ${this.to.pages[child.page]} 0 R/MCID ${child.mcid}>>`;
    });
    if (of.id) this.ids.push([of.id, ref]);
    const more =
      (page >= 0 ? `/Pg ${this.to.pages[page]} 0 R` : '') +
      (of.attributes ? `/A ${this.attributes(of.attributes)} 0 R` : '') +
      (of.id ? `/ID${textString(of.id)}` : '');
    this.pdf.put(`<</Type/StructElem/S/${of.role}/P ${parent} 0 R/K[${kids.join(' ')}]${more}>>`, ref);
    return ref;
  }

  /** Equal attribute dictionaries are one object. */
  private attributes(content: string): Ref {
    const ref = this.shared.get(content) ?? this.pdf.put(`<<${content}>>`);
    this.shared.set(content, ref);
    return ref;
  }
}

/** Writes the outline as a tree by level; nothing for a document without headings. */
export function writeOutline(pdf: Serializer, bookmarks: readonly Bookmark[], pages: readonly Ref[]): Ref | undefined {
  if (!bookmarks.length) return undefined;
  const root = pdf.ref();
  const items = bookmarks.map((mark) => ({ mark, ref: pdf.ref(), parent: -1, children: [] as number[] }));
  const open: number[] = [];
  const top: number[] = [];
  items.forEach((item, index) => {
    while (open.length && (items[open.at(-1) ?? 0]?.mark.level ?? 0) >= item.mark.level) open.pop();
    item.parent = open.at(-1) ?? -1;
    (items[item.parent]?.children ?? top).push(index);
    open.push(index);
  });
  const ref = (index: number | undefined) => `${index === undefined ? root : (items[index]?.ref ?? root)} 0 R`;
  items.forEach((item, index) => {
    const siblings = items[item.parent]?.children ?? top;
    const at = siblings.indexOf(index);
    const links =
      (at > 0 ? `/Prev ${ref(siblings[at - 1])}` : '') +
      (at < siblings.length - 1 ? `/Next ${ref(siblings[at + 1])}` : '') +
      (item.children.length ? `/First ${ref(item.children[0])}/Last ${ref(item.children.at(-1))}/Count -${item.children.length}` : '');
    const parent = item.parent < 0 ? undefined : item.parent;
    const target = `/Dest[${pages[item.mark.page]} 0 R/XYZ null ${item.mark.top} null]`;
    pdf.put(`<</Title${textString(item.mark.title)}/Parent ${ref(parent)}${links}${target}>>`, item.ref);
  });
  pdf.put(`<</Type/Outlines/First ${ref(top[0])}/Last ${ref(top.at(-1))}/Count ${top.length}>>`, root);
  return root;
}
