import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib';
import { type Counts, type Report, name } from './check-report.js';
import type { Marked } from './check-content.js';

/** Roles that our documents use, and where each may stand (empty: anywhere). */
const parentsOf: Record<string, string[]> = {
  Document: [],
  P: [],
  H1: [],
  H2: [],
  H3: [],
  H4: [],
  H5: [],
  H6: [],
  L: [],
  LI: ['L'],
  Lbl: ['LI', 'Note', 'P', 'Reference'],
  LBody: ['LI'],
  Table: [],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  Caption: ['Table', 'Figure'],
  Span: [],
  Reference: [],
  Note: [],
  Figure: [],
  Form: [],
};

interface Walk {
  document: PDFDocument;
  report: Report;
  pages: Map<PDFRef, number>;
  /** `page:mcid` → the element that holds it. */
  held: Map<string, PDFRef>;
  fields: Map<PDFRef, PDFRef>;
  ids: Set<string>;
  headers: string[];
  levels: number[];
  counts: Pick<Counts, 'elements' | 'contents' | 'headings' | 'tables'>;
}

/** Walks the structure tree; every marked content stands in it once, and the parent tree leads back. */
export function checkStructure(document: PDFDocument, marked: Marked, report: Report): Walk['counts'] {
  const pages = new Map(document.getPages().map((page, index) => [page.ref, index]));
  const counts = { elements: 0, contents: 0, headings: 0, tables: 0 };
  const walk: Walk = { document, report, pages, held: new Map(), fields: new Map(), ids: new Set(), headers: [], levels: [], counts };
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  const rootRef = document.catalog.get(name('StructTreeRoot'));
  if (!root || !(rootRef instanceof PDFRef)) report('tree', 'there is no structure tree');
  else {
    for (const kid of listOf(root.get(name('K')), document)) element(walk, kid, rootRef, '');
    parentTree(walk, root, marked);
  }
  marked.forEach((mcids, page) => {
    for (const mcid of mcids) if (!walk.held.has(`${page}:${mcid}`)) report('content-orphaned', `page ${page + 1}, content ${mcid}`);
  });
  walk.levels.forEach((level, index) => {
    if (level > (walk.levels[index - 1] ?? 0) + 1) report('heading-jump', `H${level} after H${walk.levels[index - 1] ?? 0}`);
  });
  for (const id of walk.headers) if (!walk.ids.has(id)) report('table-headers', `${id} names no cell`);
  counts.headings = walk.levels.length;
  counts.contents = walk.held.size;
  return counts;
}

function listOf(kids: PDFObject | undefined, document: PDFDocument): PDFObject[] {
  const value = kids instanceof PDFRef ? document.context.lookup(kids) : kids;
  if (value instanceof PDFArray) return value.asArray();
  return kids ? [kids] : [];
}

function element(walk: Walk, ref: PDFObject, parent: PDFRef, parentRole: string): void {
  const node = walk.document.context.lookup(ref);
  if (!(ref instanceof PDFRef) || !(node instanceof PDFDict)) return walk.report('tree', 'an element that is no object');
  const role = node.lookupMaybe(name('S'), PDFName)?.decodeText() ?? '?';
  walk.counts.elements++;
  if (node.get(name('P')) !== parent) walk.report('parent-link', `${role} ${ref.tag}`);
  const allowed = parentsOf[role];
  if (!allowed) walk.report('role', role);
  else if (allowed.length && !allowed.includes(parentRole)) walk.report('role-parent', `${role} in ${parentRole}`);
  judgeElement(walk, node, role);
  for (const kid of listOf(node.get(name('K')), walk.document)) content(walk, kid, ref, node, role);
}

function judgeElement(walk: Walk, node: PDFDict, role: string): void {
  const level = /^H([1-6])$/.exec(role)?.[1];
  if (level) walk.levels.push(Number(level));
  if (role === 'Table') walk.counts.tables++;
  const id = node.get(name('ID'))?.toString();
  if (id) walk.ids.add(id);
  const attributes = node.lookupMaybe(name('A'), PDFDict);
  if (role === 'Figure' && !node.has(name('Alt'))) walk.report('figure-alt', 'a figure without words');
  if (role === 'Note' && !id) walk.report('note-id', 'a note without ID');
  if (role === 'TH' && !attributes?.has(name('Scope'))) walk.report('table-scope', 'a head cell without Scope');
  const headers = attributes?.lookupMaybe(name('Headers'), PDFArray);
  for (const header of headers?.asArray() ?? []) walk.headers.push(header.toString());
  if (role === 'L' && !attributes?.has(name('ListNumbering'))) walk.report('list-numbering', 'a list with marks says not which');
}

function content(walk: Walk, kid: PDFObject, ref: PDFRef, node: PDFDict, role: string): void {
  const value = walk.document.context.lookup(kid);
  if (value instanceof PDFNumber) return hold(walk, node.get(name('Pg')), value.asNumber(), ref);
  if (!(value instanceof PDFDict)) return walk.report('tree', `${role} holds ${String(kid)}`);
  const type = value.get(name('Type'));
  if (type === name('MCR')) {
    const page = value.get(name('Pg')) ?? node.get(name('Pg'));
    return hold(walk, page, value.lookupMaybe(name('MCID'), PDFNumber)?.asNumber() ?? -1, ref);
  }
  if (type === name('OBJR')) {
    const object = value.get(name('Obj'));
    if (object instanceof PDFRef) walk.fields.set(object, ref);
    return;
  }
  element(walk, kid, ref, role);
}

function hold(walk: Walk, page: PDFObject | undefined, mcid: number, ref: PDFRef): void {
  const index = page instanceof PDFRef ? walk.pages.get(page) : undefined;
  if (index === undefined) return walk.report('content-page', `content ${mcid} names no page`);
  const key = `${index}:${mcid}`;
  if (walk.held.has(key)) walk.report('content-twice', key);
  walk.held.set(key, ref);
}

/** All numbers of the parent tree, its branches included. */
function numbersOf(node: PDFDict, found = new Map<number, PDFObject>()): Map<number, PDFObject> {
  const numbers = node.lookupMaybe(name('Nums'), PDFArray);
  for (let i = 0; i + 1 < (numbers?.size() ?? 0); i += 2) {
    const value = numbers?.get(i + 1);
    if (value) found.set(numbers?.lookup(i, PDFNumber).asNumber() ?? -1, value);
  }
  const kids = node.lookupMaybe(name('Kids'), PDFArray);
  for (let i = 0; i < (kids?.size() ?? 0); i++) numbersOf(kids?.lookup(i, PDFDict) ?? node, found);
  return found;
}

function parentTree(walk: Walk, root: PDFDict, marked: Marked): void {
  const tree = root.lookupMaybe(name('ParentTree'), PDFDict);
  if (!tree) return walk.report('parent-tree', 'missing');
  const numbers = numbersOf(tree);
  const { context } = walk.document;
  walk.document.getPages().forEach((page, index) => {
    const own = page.node.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber();
    const parents = own === undefined ? undefined : context.lookup(numbers.get(own));
    for (const mcid of marked[index] ?? []) {
      const back = parents instanceof PDFArray ? parents.get(mcid) : undefined;
      if (back !== walk.held.get(`${index}:${mcid}`)) walk.report('parent-tree', `page ${index + 1}, content ${mcid}`);
    }
    for (const annotation of page.node.Annots()?.asArray() ?? []) {
      const key = context.lookup(annotation, PDFDict).lookupMaybe(name('StructParent'), PDFNumber)?.asNumber();
      const form = annotation instanceof PDFRef ? walk.fields.get(annotation) : undefined;
      if (!form || key === undefined || numbers.get(key) !== form) walk.report('field-tag', `page ${index + 1}, ${String(annotation)}`);
    }
  });
  for (const key of walk.held.keys()) {
    const [page = 0, mcid = 0] = key.split(':').map(Number);
    if (!marked[page]?.includes(mcid)) walk.report('content-missing', `page ${page + 1}, content ${mcid}`);
  }
}
