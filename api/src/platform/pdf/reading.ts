import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from 'pdf-lib';

/**
 * The text of each page as a search finds it: glyph codes back to characters through ToUnicode, lines by their order.
 * For tests where no Poppler is installed; shares no code with the writer.
 */
export async function textOfPages(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.getPages().map((page) => {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const maps = new Map(fonts?.entries().map(([key]) => [key.asString(), unicodeOf(fonts.lookup(key, PDFDict))]));
    const contents = page.node.Contents();
    const stream = contents instanceof PDFArray ? contents.lookup(0) : contents;
    return stream instanceof PDFRawStream ? read(plain(stream), maps) : '';
  });
}

const plain = (stream: PDFRawStream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');

function unicodeOf(font: PDFDict): Map<number, string> {
  const stream = font.lookup(PDFName.of('ToUnicode'));
  const pairs = stream instanceof PDFRawStream ? plain(stream).matchAll(/<([\dA-F]{4})><([\dA-F]{4})>/g) : [];
  return new Map([...pairs].map(([, glyph = '', code = '']) => [parseInt(glyph, 16), String.fromCharCode(parseInt(code, 16))]));
}

function read(content: string, fonts: ReadonlyMap<string, Map<number, string>>): string {
  let text = '';
  let font = new Map<number, string>();
  for (const [token, name, string] of content.matchAll(/(\/F\d) \S+ Tf|\(((?:\\[\s\S]|[^()\\])*)\)|EMC/g)) {
    if (name) font = fonts.get(name) ?? font;
    if (token === 'EMC') text += '\n';
    if (string === undefined) continue;
    const codes = string.replace(/\\([\s\S])/g, (_, escaped: string) => (escaped === 'r' ? '\r' : escaped));
    for (let i = 0; i + 1 < codes.length; i += 2) text += font.get(codes.charCodeAt(i) * 256 + codes.charCodeAt(i + 1)) ?? '\ufffd';
  }
  return text;
}
