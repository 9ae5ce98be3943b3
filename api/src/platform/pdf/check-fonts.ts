import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from 'pdf-lib';
import { type Report, name } from './check-report.js';

/** Every font embedded as a named subset, with a way back to characters, none of them a bare combining mark. Returns how many there are. */
export function checkFonts(document: PDFDocument, report: Report): number {
  let fonts = 0;
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('Font')) continue;
    const base = object.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? '?';
    if (!/^[A-Z]{6}\+/.test(base)) report('font-subset', base);
    if (object.get(name('Subtype')) !== name('Type0')) {
      checkDescendant(object, base, report);
      continue;
    }
    fonts++;
    const unicode = object.lookup(name('ToUnicode'));
    if (!(unicode instanceof PDFRawStream)) report('font-unicode', base);
    else checkUnicode(Buffer.from(decodePDFRawStream(unicode).decode()).toString('latin1'), base, report);
    if (!object.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)) report('font-embedded', base);
  }
  return fonts;
}

function checkDescendant(font: PDFDict, base: string, report: Report): void {
  const descriptor = font.lookupMaybe(name('FontDescriptor'), PDFDict);
  if (!(descriptor?.lookup(name('FontFile2')) instanceof PDFRawStream)) report('font-embedded', base);
  if (descriptor?.lookupMaybe(name('FontName'), PDFName)?.decodeText() !== base) report('font-name', base);
  if (!font.has(name('CIDToGIDMap'))) report('font-map', base);
}

function checkUnicode(map: string, base: string, report: Report): void {
  const targets = [...map.matchAll(/<([\dA-F]{4})><([\dA-F]{4})>/g)].slice(1).map((match) => parseInt(match[2] ?? '', 16));
  if (!targets.length) report('font-unicode', base);
  for (const code of targets) if (code >= 0x300 && code <= 0x36f) report('text-nfc', `${base}: U+0${code.toString(16)}`);
}
