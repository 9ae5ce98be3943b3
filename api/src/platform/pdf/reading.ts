import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from 'pdf-lib';

/**
 * The text of each page as a search finds it: glyph codes back to characters through ToUnicode, lines by their order.
 * Shares no code with the writer.
 */
export const textOfPages = (bytes: Uint8Array): Promise<string[]> => eachPage(bytes, () => true);

/** Upper margin of Nghị định 30/2020/NĐ-CP at its least, 20 mm, in points. */
const MARGIN = (20 * 72) / 25.4;

/** What stands in the upper margin of each page: its number, where it has one. */
export const upperMargins = async (bytes: Uint8Array): Promise<string[]> =>
  (await eachPage(bytes, (y, height) => y > height - MARGIN)).map((text) => text.trim());

async function eachPage(bytes: Uint8Array, wanted: (y: number, height: number) => boolean): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.getPages().map((page) => {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const maps = new Map(fonts?.entries().map(([key]) => [key.asString(), unicodeOf(fonts.lookup(key, PDFDict))]));
    const contents = page.node.Contents();
    const stream = contents instanceof PDFArray ? contents.lookup(0) : contents;
    const { height } = page.getSize();
    return stream instanceof PDFRawStream ? read(plain(stream), maps, (y) => wanted(y, height)) : '';
  });
}

const plain = (stream: PDFRawStream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');

function unicodeOf(font: PDFDict): Map<number, string> {
  const stream = font.lookup(PDFName.of('ToUnicode'));
  const pairs = stream instanceof PDFRawStream ? plain(stream).matchAll(/<([\dA-F]{4})><([\dA-F]{4})>/g) : [];
  return new Map([...pairs].map(([, glyph = '', code = '']) => [parseInt(glyph, 16), String.fromCharCode(parseInt(code, 16))]));
}

function read(content: string, fonts: ReadonlyMap<string, Map<number, string>>, wanted: (y: number) => boolean): string {
  let text = '';
  let font = new Map<number, string>();
  let shown = true;
  for (const [token, name, string, y] of content.matchAll(/(\/F\d) \S{1,20} Tf|\(((?:\\[\s\S]|[^()\\])*)\)|EMC|(\S{1,20}) Tm/g)) {
    if (name) font = fonts.get(name) ?? font;
    if (y !== undefined) shown = wanted(Number(y));
    if (token === 'EMC') text += '\n';
    if (string === undefined || !shown) continue;
    const codes = string.replace(/\\([\s\S])/g, (_, escaped: string) => (escaped === 'r' ? '\r' : escaped));
    for (let i = 0; i + 1 < codes.length; i += 2) text += font.get(codes.charCodeAt(i) * 256 + codes.charCodeAt(i + 1)) ?? '\ufffd';
  }
  return text;
}
