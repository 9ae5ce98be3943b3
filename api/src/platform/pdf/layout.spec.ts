import fc from 'fast-check';
import type { Block, Row } from './blocks.js';
import { family } from './fonts.js';
import { layOut } from './layout.js';
import { sampleMeta } from './samples.js';
import { type Sheet, type StructureNode, paper } from './sheet.js';

const syllables = ['thi', 'đua', 'khen', 'thưởng', 'nghiêm', 'túc', '2020–2025', '13,1\u00a0tỷ', 'ở', 'Khối'];
const words = (count: number) => Array.from({ length: count }, (_, index) => syllables[(index * 7 + count) % syllables.length]).join(' ');

const paragraph = fc
  .tuple(fc.integer({ min: 1, max: 140 }), fc.option(fc.integer({ min: 1, max: 60 }), { freq: 4 }))
  .map(([count, note]): Block => ({
    kind: 'paragraph',
    text: note === null ? words(count) : [words(count), { note: words(note) }, `, ${words(count)}`],
  }));
const heading = fc.record({ level: fc.constantFrom(1 as const, 2 as const, 3 as const), count: fc.integer({ min: 2, max: 25 }) });
const list = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
const row = (height: number): Row => ({ cells: ['1', words(height), '1.250'] });
const table = fc.record({
  rows: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }),
  tall: fc.integer({ min: 0, max: 9 }),
  notes: fc.boolean(),
});

const block = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 3, arbitrary: heading.map(({ level, count }): Block => ({ kind: 'heading', level, number: '1.', text: words(count) })) },
  { weight: 2, arbitrary: list.map((items): Block => ({ kind: 'list', marker: '-', items: items.map(words) })) },
  {
    weight: 2,
    arbitrary: table.map(({ rows, tall, notes }): Block => ({
      kind: 'table',
      caption: 'Bảng 1',
      columns: [{ width: 12 }, {}, { width: 25, align: 'right' }],
      head: [{ cells: ['TT', 'Nội dung', 'Số lượng'] }],
      rows: rows.map((count, index) => row(index === 5 && tall === 0 ? 700 : count)),
      ...(notes ? { notes: ['Ghi chú: số liệu giả định'] } : {}),
    })),
  },
);
const ending: Block = {
  kind: 'signature',
  signatories: [{ authority: ['TM. Khối thi đua', 'Trưởng Khối'], name: 'Nguyễn Văn Mẫu', field: 'head' }],
  recipients: ['Như trên', 'Lưu: VT'],
};

/** Lines of a node on each page, by counting what the page really paints. */
function linesByPage(sheet: Sheet, node: StructureNode, found = new Map<number, number>()): Map<number, number> {
  for (const child of node.children) {
    if ('role' in child) linesByPage(sheet, child, found);
    if (!('mcid' in child)) continue;
    const ops = sheet.pages[child.page]?.ops.find((op) => op.includes(`<</MCID ${child.mcid}>>`)) ?? '';
    found.set(child.page, (found.get(child.page) ?? 0) + ops.split(' Tm ').length - 1);
  }
  return found;
}

const total = (lines: Map<number, number>) => [...lines.values()].reduce((sum, count) => sum + count, 0);
const pagesOf = (sheet: Sheet, node: StructureNode) => [...linesByPage(sheet, node).keys()];

/** What the rules say about one laid-out document; the sentences that do not hold. */
function broken(sheet: Sheet): string[] {
  const faults: string[] = [];
  const texts = sheet.root.children.flatMap(function flat(child): StructureNode[] {
    if (!('role' in child)) return [];
    return child.role === 'L' || child.role === 'LI' ? child.children.flatMap(flat) : [child];
  });
  texts.forEach((node, index) => {
    if (node.role !== 'Note') return;
    const before = texts.slice(0, index).findLast(({ role }) => role !== 'Note');
    const [page, ...more] = pagesOf(sheet, node);
    if (more.length || !before || !pagesOf(sheet, before).includes(page ?? -1)) faults.push('a footnote stands on another page');
  });
  const split = texts.filter((node) => node.role === 'P' || node.role === 'LBody');
  for (const node of split) {
    const lines = linesByPage(sheet, node);
    if (lines.size > 1 && total(lines) < 4) faults.push('a paragraph under four lines is cut');
    if (lines.size > 1 && Math.min(...lines.values()) < 2) faults.push('a single line stands on a page');
  }
  texts.forEach((node, index) => {
    const next = texts[index + 1];
    if (!/^H\d/.test(node.role) || !next) return;
    const page = pagesOf(sheet, node);
    if (page.length !== 1) faults.push('a heading is cut');
    if (pagesOf(sheet, next)[0] !== page[0]) faults.push('a heading stands alone at the foot of a page');
  });
  const form = texts.findIndex((node) => node.role === 'Form');
  const block = texts.slice(form - 1).flatMap((node) => pagesOf(sheet, node));
  if (new Set(block).size !== 1) faults.push('the signature block is cut');
  const before = texts.slice(0, form - 1).findLast(({ role }) => role !== 'Note');
  if (before && pagesOf(sheet, before).at(-1) !== block[0]) faults.push('the signature block stands alone on a page');
  for (const node of texts.filter(({ role }) => role === 'Table')) faults.push(...brokenTable(sheet, node));
  return faults;
}

function brokenTable(sheet: Sheet, table: StructureNode): string[] {
  const faults: string[] = [];
  const rows = (part: number) => (table.children[part] as StructureNode).children as StructureNode[];
  const pages = rows(1).map((node) => pagesOf(sheet, node));
  rows(1).forEach((node, index) => {
    const tall = Math.max(...node.children.map((cell) => total(linesByPage(sheet, cell as StructureNode)))) > 12;
    if (new Set(pages[index]).size > 1 && !tall) faults.push('a row is cut');
  });
  if (pagesOf(sheet, rows(0)[0] as StructureNode)[0] !== pages[0]?.[0]) faults.push('the table head stands apart from the first row');
  if (pages.length > 1 && pages.at(-2)?.at(-1) !== pages.at(-1)?.[0]) faults.push('the last row stands alone');
  return faults;
}

/** Baselines of a page, from below. */
const baselines = (ops: string[]) =>
  ops.filter((op) => op.startsWith('BT')).flatMap((op) => [...op.matchAll(/1 0 0 1 \S+ (\S+) Tm/g)].map((match) => Number(match[1])));

describe('pages of any document', () => {
  it('keep lines, headings, rows and the signature block together', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 3, maxLength: 25 }), (blocks) => {
        const sheet = layOut(family(), [...blocks, { kind: 'paragraph', text: words(30) }, ending], sampleMeta);
        expect(broken(sheet)).toEqual([]);
        for (const page of sheet.pages) {
          const lines = baselines(page.ops);
          expect(Math.min(...lines)).toBeGreaterThan(paper.bottom);
          expect(Math.max(...lines)).toBeLessThan(paper.height - paper.top);
          const notes = page.ops.filter((op) => op.startsWith('BT /Note'));
          const text = baselines(page.ops.filter((op) => !notes.includes(op)));
          if (notes.length) expect(Math.min(...text)).toBeGreaterThan(Math.max(...baselines(notes)) + 10);
        }
      }),
      { numRuns: 300, seed: 30_2020 },
    );
  });

  it('repeat the head of a table on each of its pages, once as content and then as decoration', () => {
    const rows = Array.from({ length: 150 }, () => row(3));
    const head = [{ cells: ['TT', 'Nội dung', 'Số lượng'] }];
    const sheet = layOut(family(), [{ kind: 'table', columns: [{}, {}, {}], head, rows }], { ...sampleMeta, banner: '' });
    expect(sheet.pages.length).toBeGreaterThan(3);
    const artifacts = sheet.pages.map((page) => page.ops.filter((op) => op.startsWith('/Artifact<</Type/Pagination>>')).length);
    expect(artifacts).toEqual(sheet.pages.map((_, index) => (index === 0 ? 0 : 4))); // three head cells and the page number
  });

  it('keep a row that names those below it with the next, wherever the page ends', () => {
    for (let before = 1; before < 60; before += 1) {
      const plain = Array.from({ length: before }, () => ({ cells: ['1', 'Một', '2'] }));
      const caption = { cells: [{ text: 'Hội Nhà báo', colSpan: 3 }] };
      const rows = [...plain, caption, { cells: ['1', 'Hai', '3'] }, { cells: ['2', 'Ba', '4'] }];
      const sheet = layOut(
        family(),
        [{ kind: 'table', columns: [{}, {}, {}], head: [{ cells: ['TT', 'Nội dung', 'Số'] }], rows }],
        sampleMeta,
      );
      const table = sheet.root.children[0] as StructureNode;
      const body = (table.children[1] as StructureNode).children as StructureNode[];
      expect(pagesOf(sheet, body[before]!)).toEqual(pagesOf(sheet, body[before + 1]!));
    }
  });

  it('are all reached although one block is taller than any page', () => {
    const signatories = Array.from({ length: 18 }, (_, index) => ({ authority: ['Chủ tịch'], name: `Người thứ ${index + 1}` }));
    const sheet = layOut(family(), [{ kind: 'signature', signatories }], sampleMeta);
    expect(sheet.pages.length).toBe(2);
    expect(sheet.root.children.length).toBe(36);
  });
});

describe('a table', () => {
  const columns = [{}, {}, {}];
  it.each([
    ['a cell too few', [{ cells: ['1', '2'] }]],
    ['a cell too many', [{ cells: ['1', '2', '3', '4'] }]],
    ['a span over its edge', [{ cells: ['1', { text: '2', colSpan: 3 }] }]],
  ])('with %s is refused, and the place is named', (_, rows) => {
    const document: Block[] = [{ kind: 'table', columns, head: [], rows, where: 'Phụ lục II, bảng 1' }];
    expect(() => layOut(family(), document, sampleMeta)).toThrow('Phụ lục II, bảng 1, dòng 1');
  });

  it('is printed smaller rather than with its numbers cut', () => {
    const columns = [{ namesRow: true }, ...Array.from({ length: 14 }, () => ({ align: 'right' as const }))];
    const rows = [{ cells: ['Hội Nạn nhân chất độc da cam/dioxin', ...Array.from({ length: 14 }, () => '100,25')] }];
    const sheet = layOut(family(), [{ kind: 'table', columns, head: [], rows }], { ...sampleMeta, banner: '' });
    const sizes = sheet.pages[0]?.ops.flatMap((op) => [...op.matchAll(/\/F0 (\S+) Tf/g)].map((match) => Number(match[1]))) ?? [];
    expect(Math.max(...sizes)).toBeLessThan(12);
    const table = sheet.root.children[0] as StructureNode;
    const numbers = ((table.children[1] as StructureNode).children[0] as StructureNode).children.slice(1);
    expect(numbers.map((node) => total(linesByPage(sheet, node as StructureNode)))).toEqual(Array.from({ length: 14 }, () => 1));
  });

  it('is exactly as wide as the text, whatever its columns ask for', () => {
    const rows = [{ cells: ['x'.repeat(300), words(200), '1'] }];
    const sheet = layOut(family(), [{ kind: 'table', columns: [{}, { width: 400 }, {}], head: [], rows }], sampleMeta);
    const rules = sheet.pages.flatMap((page) =>
      page.ops.filter((op) => op.includes('/Layout')).flatMap((op) => op.match(/(\S+) \S+ [ml]/g) ?? []),
    );
    const xs = rules.map((rule) => parseFloat(rule));
    expect(Math.min(...xs)).toBeCloseTo(paper.left, 1);
    expect(Math.max(...xs)).toBeCloseTo(paper.left + paper.textWidth, 1);
  });
});
