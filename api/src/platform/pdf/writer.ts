import type { Block, DocumentMeta } from './blocks.js';
import { type Family, type Font, faces, family, tidy } from './fonts.js';
import { layOut } from './layout.js';
import { faceNumber, round } from './paragraph.js';
import { type Ref, Serializer, textString } from './serializer.js';
import { type Sheet, paper } from './sheet.js';
import { srgb } from './srgb.js';
import { StructureWriter, writeOutline } from './structure.js';
import { pdfTime, product, xmp } from './xmp.js';

/**
 * A document as PDF 1.7, tagged, claiming PDF/A-2a and PDF/UA-1 (structurally checked, never validated by veraPDF).
 * A pure function: the same blocks and meta give the same bytes. @throws MissingGlyph; Error for an impossible table
 */
export function render(blocks: readonly Block[], meta: DocumentMeta): Uint8Array {
  const fonts = family();
  return write(layOut(fonts, blocks, meta), fonts, meta);
}

/** What the file says of itself, without what XML cannot carry. */
function cleaned(meta: DocumentMeta): DocumentMeta {
  const clean = (text: string) => tidy(text).replace(/[\p{Cc}\p{Cs}]/gu, ''); // Cs: half a character
  const subject = meta.subject && clean(meta.subject);
  const keywords = meta.keywords?.map(clean);
  return {
    ...meta,
    title: clean(meta.title),
    author: clean(meta.author),
    ...(subject ? { subject } : {}),
    ...(keywords ? { keywords } : {}),
  };
}

/** Writes laid-out pages as a file. */
export function write(sheet: Sheet, fonts: Family, given: DocumentMeta): Uint8Array {
  const meta = cleaned(given);
  const pdf = new Serializer();
  const root = pdf.ref();
  const tree = pdf.ref();
  const fontRefs = faces.map((face) => `/F${faceNumber[face]} ${writeFont(pdf, fonts[face])} 0 R`).join('');
  const resources = pdf.put(`<</Font<<${fontRefs}>>>>`);
  const pages = sheet.pages.map(() => pdf.ref());
  const fields = sheet.fields.map((field) => ({ ref: pdf.ref(), page: field.page }));
  writePages(pdf, sheet, pages, fields, { tree, resources });
  writeFields(pdf, sheet, pages, fields);
  const structure = new StructureWriter(pdf, { pages, mcids: sheet.pages.map((page) => page.mcids), fields }).write(sheet.root);
  const outline = writeOutline(pdf, sheet.bookmarks, pages);
  const metadata = pdf.stream('/Type/Metadata/Subtype/XML', Buffer.from(xmp(meta)), 'raw');
  const profile = pdf.stream('/N 3', srgb());
  const intent = `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile ${profile} 0 R>>`;
  const form = fields.length ? `/AcroForm<</Fields[${fields.map(({ ref }) => `${ref} 0 R`).join(' ')}]/SigFlags 1>>` : '';
  const viewer = '/MarkInfo<</Marked true>>/Lang(vi-VN)/ViewerPreferences<</DisplayDocTitle true>>';
  pdf.put(
    `<</Type/Catalog/Pages ${tree} 0 R/StructTreeRoot ${structure} 0 R/Metadata ${metadata} 0 R/OutputIntents[${intent}]${viewer}` +
      `${outline ? `/Outlines ${outline} 0 R` : ''}${form}>>`,
    root,
  );
  return pdf.build(root, pdf.put(info(meta)));
}

function info(meta: DocumentMeta): string {
  const time = textString(pdfTime(meta.createdAt));
  const optional =
    (meta.subject ? `/Subject${textString(meta.subject)}` : '') +
    (meta.keywords?.length ? `/Keywords${textString(meta.keywords.join(', '))}` : '');
  const tools = `/Creator(${product})/Producer(${product})/CreationDate${time}/ModDate${time}`;
  return `<</Title${textString(meta.title)}/Author${textString(meta.author)}${optional}${tools}>>`;
}

interface Common {
  tree: Ref;
  resources: Ref;
}

function writePages(pdf: Serializer, sheet: Sheet, pages: readonly Ref[], fields: readonly { ref: Ref; page: number }[], to: Common): void {
  sheet.pages.forEach((page, index) => {
    const content = pdf.stream('', Buffer.from(page.ops.join('\n'), 'latin1'));
    const own = fields.filter((field) => field.page === index).map(({ ref }) => `${ref} 0 R`);
    const annotations = own.length ? `/Annots[${own.join(' ')}]` : '';
    const at = `/Parent ${to.tree} 0 R/Resources ${to.resources} 0 R/Contents ${content} 0 R`;
    pdf.put(`<</Type/Page${at}/StructParents ${index}/Tabs/S${annotations}>>`, pages[index]);
  });
  const box = `/MediaBox[0 0 ${round(paper.width)} ${round(paper.height)}]`;
  pdf.put(`<</Type/Pages/Count ${pages.length}/Kids[${pages.map((ref) => `${ref} 0 R`).join(' ')}]${box}>>`, to.tree);
}

/** Each field is one object with its widget, locked and printable, and empty until it is signed. */
function writeFields(pdf: Serializer, sheet: Sheet, pages: readonly Ref[], fields: readonly { ref: Ref; page: number }[]): void {
  sheet.fields.forEach((field, index) => {
    const [x1, y1, x2, y2] = field.rect;
    const empty = pdf.stream(`/Type/XObject/Subtype/Form/BBox[0 0 ${round(x2 - x1)} ${round(y2 - y1)}]`, new Uint8Array());
    pdf.put(
      `<</Type/Annot/Subtype/Widget/FT/Sig/T${textString(field.name)}/TU${textString(tidy(field.title))}/Rect[${field.rect.join(' ')}]` +
        `/F 132/P ${pages[field.page]} 0 R/StructParent ${pages.length + index}/AP<</N ${empty} 0 R>>>>`,
      fields[index]?.ref,
    );
  });
}

function writeFont(pdf: Serializer, font: Font): Ref {
  const { bbox, italicAngle, ascent, descent, capHeight } = font.metrics;
  const file = pdf.stream(`/Length1 ${font.program.length}`, font.program.deflated, 'deflated');
  const flags = italicAngle ? 98 : 34; // serif, nonsymbolic, italic
  const descriptor = pdf.put(
    `<</Type/FontDescriptor/FontName/${font.name}/Flags ${flags}/FontBBox[${bbox.join(' ')}]/ItalicAngle ${italicAngle}` +
      `/Ascent ${ascent}/Descent ${descent}/CapHeight ${capHeight}/StemV ${font.name.includes('Bold') ? 140 : 80}/FontFile2 ${file} 0 R>>`,
  );
  const widths = font.widths.map(([glyph, width]) => `${glyph}[${round(width)}]`).join('');
  const descendant = pdf.put(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${font.name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${descriptor} 0 R/CIDToGIDMap/Identity/DW 0/W[${widths}]>>`,
  );
  const unicode = pdf.stream('', Buffer.from(toUnicode(font)));
  return pdf.put(
    `<</Type/Font/Subtype/Type0/BaseFont/${font.name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
  );
}

/** The CMap from glyphs back to characters, so that text can be searched and copied. */
function toUnicode(font: Font): string {
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0');
  const blocks: string[] = [];
  for (let from = 0; from < font.unicodes.length; from += 100) {
    const group = font.unicodes.slice(from, from + 100);
    blocks.push(`${group.length} beginbfchar\n${group.map(([glyph, code]) => `<${hex(glyph)}><${hex(code)}>`).join('\n')}\nendbfchar`);
  }
  return (
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n' +
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n' +
    `${blocks.join('\n')}\nendcmap CMapName currentdict/CMap defineresource pop end end`
  );
}
