import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString } from 'pdf-lib';
import { check } from './check.js';
import { family } from './fonts.js';
import { layOut } from './layout.js';
import { sampleLetter, sampleMeta, sampleMinutes, sampleReport } from './samples.js';
import type { Sheet, StructureNode } from './sheet.js';
import { render, write } from './writer.js';

const rulesOf = async (bytes: Uint8Array) => [...new Set((await check(bytes)).findings.map((finding) => finding.rule))];

describe('documents of ours', () => {
  it.each([
    ['report', sampleReport, { signatureFields: 1, tables: 2, headings: 26 }],
    ['letter', sampleLetter, { signatureFields: 1, tables: 1, headings: 1 }],
    ['minutes', sampleMinutes, { signatureFields: 2, tables: 0, headings: 3 }],
  ])('break no rule (%s)', async (_, blocks, counts) => {
    const result = await check(render(blocks, sampleMeta));
    expect(result.findings).toEqual([]);
    expect(result.counts).toMatchObject(counts);
    expect(result.counts.contents).toBeGreaterThan(30);
  });
});

/** Every node of a role, in reading order. */
const nodes = (parent: StructureNode, role: string): StructureNode[] =>
  parent.children.flatMap((child) => ('role' in child ? [...(child.role === role ? [child] : []), ...nodes(child, role)] : []));
const first = (sheet: Sheet, role: string) => nodes(sheet.root, role)[0] as StructureNode;
const ops = (sheet: Sheet) => sheet.pages[0]?.ops as string[];

/** Faults that are put into a laid-out document before it is written. */
const badLayouts: [rule: string, spoil: (sheet: Sheet) => void][] = [
  ['painted-unmarked', (sheet) => ops(sheet).push('0 0 m 9 9 l S')],
  ['balanced', (sheet) => ops(sheet).push('/Artifact BMC')],
  ['balanced', (sheet) => ops(sheet).push('EMC')],
  ['artifact-in-content', (sheet) => (ops(sheet)[0] = ops(sheet)[0]?.replace('BDC', 'BDC /Artifact BMC EMC') ?? '')],
  ['content-in-artifact', (sheet) => ops(sheet).push('/Artifact BMC /P<</MCID 0>>BDC EMC EMC')],
  ['content-number', (sheet) => ops(sheet).push('/P<</MCID 0>>BDC EMC')],
  ['content-orphaned', (sheet) => ops(sheet).push('/P<</MCID 900>>BDC EMC')],
  ['content-missing', (sheet) => ops(sheet).shift()],
  ['content-twice', (sheet) => first(sheet, 'TD').children.push(...first(sheet, 'TH').children)],
  ['role', (sheet) => (first(sheet, 'P').role = 'Paragraph')],
  ['role-parent', (sheet) => (first(sheet, 'TR').role = 'TD')],
  ['heading-jump', (sheet) => (first(sheet, 'H2').role = 'H4')],
  ['table-scope', (sheet) => (first(sheet, 'TH').attributes = '/O/Table')],
  ['table-headers', (sheet) => (first(sheet, 'TD').attributes = '/O/Table/Headers[(nowhere)]')],
  ['list-numbering', (sheet) => (first(sheet, 'L').attributes = undefined)],
  ['figure-alt', (sheet) => (first(sheet, 'P').role = 'Figure')],
  ['note-id', (sheet) => (first(sheet, 'P').role = 'Note')],
  ['field-visible', (sheet) => (sheet.fields[0] as { rect: number[] }).rect.fill(0)],
];

type Spoil = (document: PDFDocument) => void;
const key = (text: string) => PDFName.of(text);
const objects = (document: PDFDocument, type: string) =>
  document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dictionary = object instanceof PDFRawStream ? object.dict : object;
    return dictionary instanceof PDFDict && dictionary.get(key('Type')) === key(type) ? [dictionary] : [];
  });
const each =
  (type: string, entry: string): Spoil =>
  (document) =>
    objects(document, type).forEach((object) => object.delete(key(entry)));
const catalog =
  (entry: string): Spoil =>
  (document) =>
    document.catalog.delete(key(entry));
const field = (document: PDFDocument) => objects(document, 'Annot')[0] as PDFDict;

/** Faults that are put into a finished file. */
const badFiles: [rule: string, spoil: Spoil][] = [
  ['font-embedded', each('FontDescriptor', 'FontFile2')],
  ['font-unicode', each('Font', 'ToUnicode')],
  ['font-map', each('Font', 'CIDToGIDMap')],
  ['font-subset', (document) => objects(document, 'Font').forEach((font) => font.set(key('BaseFont'), key('Tinos')))],
  ['tree', catalog('StructTreeRoot')],
  ['language', catalog('Lang')],
  ['marked', catalog('MarkInfo')],
  ['title-shown', catalog('ViewerPreferences')],
  ['output-intent', catalog('OutputIntents')],
  ['metadata', catalog('Metadata')],
  ['metadata-equal', (document) => document.setTitle('Another title')],
  ['identifier', (document) => (document.context.trailerInfo.ID = undefined)],
  ['tab-order', each('Page', 'Tabs')],
  ['field-name', (document) => field(document).delete(key('TU'))],
  ['field-appearance', (document) => field(document).delete(key('AP'))],
  ['field-tag', (document) => field(document).delete(key('StructParent'))],
  ['field-visible', (document) => field(document).set(key('F'), PDFNumber.of(2))],
  ['parent-link', (document) => (objects(document, 'StructElem')[3] as PDFDict).set(key('P'), PDFRef.of(1))],
  ['parent-tree', (document) => document.catalog.lookup(key('StructTreeRoot'), PDFDict).set(key('ParentTree'), document.context.obj({ Nums: [] }))], // prettier-ignore
  ['forbidden', (document) => document.catalog.set(key('OpenAction'), document.context.obj({ S: 'JavaScript', JS: PDFString.of('1') }))],
  ['transparency', (document) => void document.context.register(document.context.obj({ Type: 'ExtGState', ca: 0.5 }))],
  ['field-page', (document) => document.getPages().forEach((page) => page.node.lookupMaybe(key('Annots'), PDFArray)?.remove(0))],
];

describe('a broken document', () => {
  it.each(badLayouts)('is caught by the rule %s', async (rule, spoil) => {
    const sheet = layOut(family(), sampleReport, sampleMeta);
    spoil(sheet);
    expect(await rulesOf(write(sheet, family(), sampleMeta))).toContain(rule);
  });

  it.each(badFiles)('is caught in the file by the rule %s', async (rule, spoil) => {
    const document = await PDFDocument.load(render(sampleReport, sampleMeta), { updateMetadata: false });
    spoil(document);
    expect(await rulesOf(await document.save())).toContain(rule);
  });

  it('is caught when it is no document at all', async () => {
    expect(await rulesOf(Buffer.from('<html>%PDF</html>'))).toEqual(['readable']);
  });
});
