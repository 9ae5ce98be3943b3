import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFString } from 'pdf-lib';
import { scanPages } from './check-content.js';
import { checkFonts } from './check-fonts.js';
import { checkMetadata } from './check-metadata.js';
import { type Counts, type Finding, type Report, name } from './check-report.js';
import { checkStructure } from './check-structure.js';

/**
 * Judges a file by the rules of PDF/UA-1 and PDF/A-2a that can be seen without rendering. Shares no code with the writer
 * (another parser, pdf-lib). It does not replace veraPDF: glyph widths, ICC validity and XMP schemas are not checked.
 */
export async function check(bytes: Uint8Array): Promise<{ findings: Finding[]; counts: Counts }> {
  const findings: Finding[] = [];
  const report: Report = (rule, detail) => findings.push({ rule, detail });
  const counts: Counts = { pages: 0, fonts: 0, elements: 0, contents: 0, headings: 0, tables: 0, signatureFields: 0 };
  const document = await open(bytes, report);
  if (!document) return { findings, counts };
  counts.pages = document.getPageCount();
  counts.fonts = checkFonts(document, report);
  const marked = scanPages(document, report);
  Object.assign(counts, checkStructure(document, marked, report));
  counts.signatureFields = checkCatalog(document, report);
  checkForbidden(document, report);
  checkMetadata(document, report);
  return { findings, counts };
}

async function open(bytes: Uint8Array, report: Report): Promise<PDFDocument | undefined> {
  try {
    return await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
  } catch (error) {
    report('readable', error instanceof Error ? error.message : 'unreadable');
    return undefined;
  }
}

function checkCatalog(document: PDFDocument, report: Report): number {
  const { catalog, context } = document;
  const language = catalog.lookupMaybe(name('Lang'), PDFString)?.asString();
  if (language !== 'vi-VN') report('language', `Lang is ${language}`);
  const flag = (holder: string, key: string) => catalog.lookupMaybe(name(holder), PDFDict)?.lookupMaybe(name(key), PDFBool)?.asBoolean();
  if (!flag('MarkInfo', 'Marked')) report('marked', 'MarkInfo says nothing');
  if (!flag('ViewerPreferences', 'DisplayDocTitle')) report('title-shown', 'DisplayDocTitle is not set');
  const intent = catalog.lookupMaybe(name('OutputIntents'), PDFArray)?.lookupMaybe(0, PDFDict);
  if (!(intent?.lookup(name('DestOutputProfile')) instanceof PDFRawStream)) report('output-intent', 'no profile');
  if (!(context.lookup(context.trailerInfo.ID) instanceof PDFArray)) report('identifier', 'the trailer has no ID');
  document.getPages().forEach((page, index) => {
    const annotated = (page.node.Annots()?.size() ?? 0) > 0;
    if (annotated && page.node.lookupMaybe(name('Tabs'), PDFName) !== name('S')) report('tab-order', `page ${index + 1}`);
  });
  return checkFields(document, report);
}

/** Each signature field: one object with its widget, named for the ear, printed, in sight, with a picture, on its page. */
function checkFields(document: PDFDocument, report: Report): number {
  const fields = document.catalog.lookupMaybe(name('AcroForm'), PDFDict)?.lookupMaybe(name('Fields'), PDFArray);
  const annotated = new Set(document.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []));
  for (let i = 0; i < (fields?.size() ?? 0); i++) {
    const field = fields?.lookup(i, PDFDict);
    const title = field?.lookupMaybe(name('T'), PDFString)?.asString() ?? String(i);
    if (!field?.has(name('TU'))) report('field-name', `field ${title} has no TU`);
    const rect = field?.lookupMaybe(name('Rect'), PDFArray)?.asRectangle();
    if (!rect || rect.width < 1 || rect.height < 1) report('field-visible', `field ${title} has no size`);
    if (((field?.lookupMaybe(name('F'), PDFNumber)?.asNumber() ?? 0) & 4) === 0) report('field-visible', `field ${title} is not printed`);
    if (!field?.has(name('AP'))) report('field-appearance', `field ${title} has no picture`);
    const ref = fields?.get(i);
    if (!ref || !annotated.has(ref)) report('field-page', `field ${title} stands on no page`);
  }
  return fields?.size() ?? 0;
}

const forbiddenKeys = ['JS', 'AA', 'OpenAction', 'XFA', 'EmbeddedFiles', 'SMaskInData', 'Encrypt'];
const forbiddenActions = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'ResetForm'];

function checkForbidden(document: PDFDocument, report: Report): void {
  if (document.context.trailerInfo.Encrypt) report('forbidden', 'Encrypt');
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    eachDictionary(object, (dictionary) => {
      for (const key of forbiddenKeys) if (dictionary.has(name(key))) report('forbidden', `${key} in ${ref.tag}`);
      const action = dictionary.get(name('S'));
      if (forbiddenActions.some((kind) => action === name(kind))) report('forbidden', `${String(action)} in ${ref.tag}`);
      if (dictionary.get(name('Filter'))?.toString().includes('LZW')) report('forbidden', `LZWDecode in ${ref.tag}`);
      const opacity = ['ca', 'CA'].map((key) => dictionary.get(name(key)));
      if (opacity.some((value) => value instanceof PDFNumber && value.asNumber() < 1)) report('transparency', `opacity in ${ref.tag}`);
      const state = dictionary.get(name('Type')) === name('ExtGState') && dictionary.get(name('SMask'));
      if (state && state !== name('None')) report('transparency', `soft mask in ${ref.tag}`);
    });
  }
}

function eachDictionary(object: PDFObject, visit: (dictionary: PDFDict) => void): void {
  if (object instanceof PDFRawStream) eachDictionary(object.dict, visit);
  else if (object instanceof PDFArray) object.asArray().forEach((item) => eachDictionary(item, visit));
  else if (object instanceof PDFDict) {
    visit(object);
    for (const value of object.values()) eachDictionary(value, visit);
  }
}
