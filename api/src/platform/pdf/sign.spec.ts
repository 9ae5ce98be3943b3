import { PDF, PdfNumber } from '@libpdf/core';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import { type Credential, developmentMark, makeAuthority, makeSigner, openCredential } from './certificate.js';
import { check } from './check.js';
import { judgeCms } from './cms.js';
import { sampleLetter, sampleMeta, sampleMinutes } from './samples.js';
import { signVisible } from './sign.js';
import { verifySignature } from './verify.js';
import { render } from './writer.js';

const when = new Date();
const organisation = 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh';
let authority: Credential;
let head: Credential;
let secretary: Credential;
let unsigned: Uint8Array;
let signed: Uint8Array;

beforeAll(async () => {
  authority = await makeAuthority(when);
  head = await makeSigner(authority, { name: 'Nguyễn Văn Mẫu', organisation }, when);
  secretary = await makeSigner(authority, { name: 'Lê Thị Thử Nghiệm', organisation }, when);
  unsigned = render(sampleLetter, sampleMeta);
  signed = await signVisible(unsigned, { field: 'head', signer: head, when });
});

const verify = (bytes: Uint8Array) => verifySignature(bytes, { authorities: [authority.certificate] });
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('a signature', () => {
  it('holds, covers the whole document and names who signed, for whom and when', async () => {
    const result = await verify(signed);
    expect(result).toMatchObject({ valid: true, wholeDocument: true, signerName: 'Nguyễn Văn Mẫu', problems: [] });
    expect(result.signatures).toMatchObject([{ field: 'head', organisation, wholeDocument: true, problems: [] }]);
    expect(result.signatures[0]?.signedAt?.getTime()).toBe(Math.floor(when.getTime() / 1000) * 1000);
  });

  it('leaves every byte of what was viewed as it was', () => {
    expect(Buffer.from(signed.subarray(0, unsigned.length)).equals(unsigned)).toBe(true);
  });

  it('is seen: the field keeps its place, its size and its page, and has a picture in fonts that the page embeds', async () => {
    const document = await PDFDocument.load(signed, { updateMetadata: false });
    const field = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict).lookup(PDFName.of('Fields'), PDFArray).lookup(0, PDFDict);
    expect(field.lookup(PDFName.of('Rect'), PDFArray).asRectangle().width).toBeGreaterThan(150);
    expect(field.lookup(PDFName.of('F'), PDFNumber).asNumber()).toBe(132);
    expect(field.get(PDFName.of('P'))).toBe(document.getPages().at(-1)?.ref);
    expect((await check(signed)).findings).toEqual([]);
  });

  it('of two people on one document holds for both', async () => {
    const once = await signVisible(render(sampleMinutes, sampleMeta), { field: 'secretary', signer: secretary, when });
    const twice = await signVisible(once, { field: 'chair', signer: head, when });
    const result = await verify(twice);
    expect(result).toMatchObject({ valid: true, wholeDocument: true, signerName: 'Nguyễn Văn Mẫu' });
    expect(result.signatures.map(({ field, wholeDocument }) => [field, wholeDocument])).toEqual([
      ['secretary', false],
      ['chair', true],
    ]);
    expect((await check(twice)).findings).toEqual([]);
  });

  it.each([
    ['a field that is not there', () => signVisible(unsigned, { field: 'chair', signer: head, when }), 'no signature field “chair”'],
    ['a field that is signed', () => signVisible(signed, { field: 'head', signer: head, when }), 'already signed'],
    [
      'the key of another',
      () => signVisible(unsigned, { field: 'head', signer: { ...head, key: secretary.key }, when }),
      'does not belong',
    ],
  ])('is not made in or with %s', async (_, sign, message) => {
    await expect(sign()).rejects.toThrow(message);
  });
});

describe('a certificate of development', () => {
  it('says so to everyone who looks', () => {
    for (const credential of [authority, head]) {
      const { certificate } = openCredential(credential);
      expect(certificate.subject).toContain(developmentMark);
      expect(certificate.issuer).toContain(developmentMark);
    }
  });

  it('cannot sign certificates in its turn, and is issued by its authority', () => {
    const { certificate, chain } = openCredential(head);
    expect(certificate.ca).toBe(false);
    expect(chain[0]?.ca).toBe(true);
    expect(certificate.verify(openCredential(authority).certificate.publicKey)).toBe(true);
  });
});

/** Replaces the four numbers, keeping the length of the file. */
function withRange(bytes: Uint8Array, change: (range: number[]) => number[]): Uint8Array {
  const text = latin(bytes).replace(/\/ByteRange\s*\[([^\]]*)\]/, (whole, numbers: string) => {
    const inner = change(numbers.trim().split(/\s+/).map(Number)).join(' ');
    return whole.replace(numbers, inner.padEnd(numbers.length).slice(0, numbers.length));
  });
  return bytesOf(text);
}

const withContents = (bytes: Uint8Array, change: (hex: string) => string) =>
  bytesOf(latin(bytes).replace(/\/Contents\s*<([0-9A-Fa-f]+)>/, (whole, hex: string) => whole.replace(hex, change(hex))));

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

async function updated(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  pdf.getPage(0)?.dict.set('Rotate', PdfNumber.of(90));
  return pdf.save({ incremental: true });
}

describe('a signature is refused', () => {
  it.each([
    ['whose range overlaps the signature', () => withRange(signed, ([a = 0, b = 0, c = 0, d = 0]) => [a, b + 8, c, d]), 'byte-range'],
    ['whose range begins after the first byte', () => withRange(signed, ([, b = 0, c = 0, d = 0]) => [5, b - 5, c, d]), 'byte-range'],
    ['whose range leaves a gap', () => withRange(signed, ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c + 40, d - 40]), 'byte-range'],
    ['whose range is moved down', () => withRange(signed, ([a = 0, b = 0, c = 0, d = 0]) => [a, b - 20, c - 20, d]), 'byte-range'],
    ['whose range ends before the file', () => withRange(signed, ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d - 1]), 'changed-after'],
    ['whose range reaches beyond the file', () => withRange(signed, ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d + 1]), 'byte-range'],
    ['whose range has three numbers', () => withRange(signed, ([a = 0, b = 0, c = 0]) => [a, b, c]), 'byte-range'],
    ['whose range is four wrong numbers', () => withRange(signed, () => [0, 1, 2, 3]), 'byte-range'],
    ['whose contents are zeros', () => withContents(signed, (hex) => '0'.repeat(hex.length)), 'contents'],
    ['whose contents carry more behind the signature', () => withContents(signed, (hex) => `${hex.slice(0, -2)}01`), 'contents'],
    ['when bytes are appended', () => bytesOf(`${latin(signed)}\n`), 'changed-after'],
    ['when a page is changed by an update', () => updated(signed), 'changed-after'],
    ['when another ByteRange stands in the file', () => bytesOf(`${latin(signed)}%/ByteRange[0 1 2 3]`), 'dictionary'],
    ['when there is none', () => unsigned, 'no-signature'],
    ['when the file is no PDF', () => bytesOf('<html>'), 'dictionary'],
  ])('%s', async (_, tamper, problem) => {
    const result = await verify(await tamper());
    expect(result.valid).toBe(false);
    expect(result.problems).toContain(problem);
  });

  it('when any byte is flipped', async () => {
    const contents = latin(signed).search(/\/Contents\s*</);
    const places = [
      20,
      5_000,
      unsigned.length - 30,
      unsigned.length + 60,
      contents + 200,
      contents + 1_400,
      contents + 3_000,
      signed.length - 8,
    ];
    for (const place of places) expect([place, (await verify(flipped(signed, place))).valid]).toEqual([place, false]);
  });

  it('when any byte of the signature itself is flipped', () => {
    const text = latin(signed);
    const [a = 0, b = 0, c = 0, d = 0] = (/\/ByteRange\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '').trim().split(/\s+/).map(Number);
    const contents = Buffer.from(text.slice(b + 1, c - 1), 'hex');
    const parts = [signed.subarray(a, b), signed.subarray(c, c + d)];
    const known = new Set(judgeCms(contents, parts).certificates.map(({ fingerprint256 }) => fingerprint256));
    expect(known.size).toBe(2);
    contents.forEach((byte, place) => {
      if (place > 4_000 && place % 97) return; // padding
      contents[place] = byte ^ 1;
      const { problems, certificates } = judgeCms(contents, parts);
      // A changed certificate beside the signer's leads nowhere: the verification refuses it as a stranger.
      const strangers = certificates.filter(({ fingerprint256 }) => !known.has(fingerprint256));
      expect([place, problems.length + strangers.length]).not.toEqual([place, 0]);
      contents[place] = byte;
    });
  });

  it('when it was made for another document', async () => {
    const other = await signVisible(render(sampleLetter, { ...sampleMeta, title: 'Tờ trình khác' }), { field: 'head', signer: head, when });
    const foreign = /\/Contents\s*<([0-9A-Fa-f]+)>/.exec(latin(other))?.[1] ?? '';
    expect((await verify(withContents(signed, () => foreign))).problems).toContain('digest');
  });

  it('when its authority is another one of the same name', async () => {
    const impostor = await makeAuthority(when);
    const signer = await makeSigner(impostor, { name: 'Nguyễn Văn Mẫu', organisation }, when);
    const result = await verify(await signVisible(unsigned, { field: 'head', signer, when }));
    expect(result).toMatchObject({ valid: false, problems: ['untrusted'] });
  });

  it('when it claims a time at which the certificate was not valid', async () => {
    const result = await verify(await signVisible(unsigned, { field: 'head', signer: head, when: new Date('2020-12-15T03:00:00Z') }));
    expect(result.problems).toEqual(['expired']);
  });

  it('when pages changed between two signatures', async () => {
    const once = await signVisible(render(sampleMinutes, sampleMeta), { field: 'secretary', signer: secretary, when });
    const twice = await signVisible(await updated(once), { field: 'chair', signer: head, when });
    expect((await verify(twice)).problems).toEqual(['changed-after']);
  });
});
