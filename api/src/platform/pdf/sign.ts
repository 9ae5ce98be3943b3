import { type KeyObject, sign as signBytes } from 'node:crypto';
import type { PdfRef } from '@libpdf/core';
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, PdfStream } from '@libpdf/core';
import { type Credential, openCredential, subjectField } from './certificate.js';
import { family } from './fonts.js';
import { type Par, composeLines, round, textOps } from './paragraph.js';
import { isoTime } from './xmp.js';

export interface Signing {
  /** Name of the field that the writer put into the signature block. */
  field: string;
  signer: Credential;
  /** The claimed time of signing: real time, never business time. */
  when: Date;
  /** In whose stead it is signed, as the picture says it. */
  behalf?: string;
  /** Text of the picture; default who, for whom and when, and the mark of a development certificate. */
  lines?: string[];
}

/**
 * Signs a document of the writer: PAdES B-B with a visible appearance, as an incremental update.
 * @throws when the field is missing or signed, the key does not fit, or the file carries other fonts than this process
 */
export async function signVisible(bytes: Uint8Array, { field, signer, when, behalf = '', lines }: Signing): Promise<Uint8Array> {
  const { certificate, key, chain } = openCredential(signer);
  const pdf = await PDF.load(bytes);
  const found = pdf.getForm()?.getSignatureField(field);
  if (!found) throw new Error(`the document has no signature field “${field}”`);
  if (found.isSigned()) throw new Error(`the signature field “${field}” is already signed`);
  const dictionary = found.getDict();
  const text = lines ?? [
    `Ký bởi: ${subjectField(certificate, 'CN')}`,
    subjectField(certificate, 'O'),
    behalf,
    `Thời gian ký: ${isoTime(when)}`,
    subjectField(certificate, 'OU'),
  ];
  const shown = text.filter((line) => line !== '');
  dictionary.set('AP', PdfDict.of({ N: appearance(pdf, dictionary, shown) }));
  keepVisible(dictionary);
  const { bytes: signed } = await pdf.sign({
    signer: {
      certificate: certificate.raw,
      certificateChain: chain.map((issuer) => issuer.raw),
      keyType: 'RSA',
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
      sign: (content) => Promise.resolve(signed256(content, key)),
    },
    fieldName: field,
    signingTime: when,
    subFilter: 'ETSI.CAdES.detached',
    level: 'B-B',
    digestAlgorithm: 'SHA-256',
    estimatedSize: 16_384,
  });
  return signed;
}

const signed256 = (content: Uint8Array, key: KeyObject) => new Uint8Array(signBytes('sha256', content, key));

/** @libpdf/core 0.4.2 makes every signature invisible: it would overwrite these three entries of the field. */
function keepVisible(dictionary: PdfDict): void {
  const kept = new Set(['Rect', 'F', 'P']);
  const set = dictionary.set.bind(dictionary);
  dictionary.set = (key: PdfName | string, value: PdfObject) => {
    if (!kept.has(typeof key === 'string' ? key : key.value)) set(key, value);
  };
}

/** The picture of the signature: a frame and text, in the fonts that the page already embeds, so that PDF/A is kept. */
function appearance(pdf: PDF, field: PdfDict, lines: string[]): PdfRef {
  const [left, bottom, right, top] = numbers(field.getArray('Rect', (ref) => pdf.getObject(ref)));
  const width = right - left;
  const height = top - bottom;
  const par = fitted(lines, width - 12, height - 8);
  const x = 6;
  const y = (height + par.height) / 2;
  const frame = `.1 .25 .55 RG .75 w .5 .5 ${round(width - 1)} ${round(height - 1)} re S`;
  const content = Buffer.from(`q ${frame} Q BT 0 g ${textOps(par, 0, par.lines.length, x, y)}ET`, 'latin1');
  const stream = PdfStream.fromDict(
    {
      Type: PdfName.of('XObject'),
      Subtype: PdfName.of('Form'),
      BBox: new PdfArray([0, 0, round(width), round(height)].map((value) => PdfNumber.of(value))),
      Resources: PdfDict.of({ Font: pageFonts(pdf, field) }),
    },
    content,
  );
  return pdf.register(stream);
}

function numbers(array: PdfArray | undefined): [number, number, number, number] {
  const values = [0, 1, 2, 3].map((index) => array?.at(index)).map((value) => (value instanceof PdfNumber ? value.value : NaN));
  if (values.some(Number.isNaN)) throw new Error('the signature field has no rectangle');
  return values as [number, number, number, number];
}

/** 10 pt as the decree asks for signatures as text, smaller where the lines would not fit. */
function fitted(lines: string[], width: number, height: number): Par {
  const set = (size: number) => composeLines(family(), lines, { width, size, leading: size * 1.2, where: 'chữ ký' });
  let size = 10;
  while (size > 5 && set(size).height > height) size -= 0.5;
  return set(size);
}

/** The page's fonts. The glyph numbers of the picture are those of this process's subset, so the file must carry the same. */
function pageFonts(pdf: PDF, field: PdfDict): PdfDict {
  const resolve = (ref: PdfRef) => pdf.getObject(ref);
  const fonts = field.getDict('P', resolve)?.getDict('Resources', resolve)?.getDict('Font', resolve);
  const name = fonts?.getDict('F0', resolve)?.getName('BaseFont', resolve)?.value;
  if (!fonts || name !== family().regular.name) throw new Error('the document was made with other fonts: make it anew before signing');
  return PdfDict.of(Object.fromEntries([...fonts].map(([key, value]) => [key.value, value])));
}
