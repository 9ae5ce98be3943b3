import { X509Certificate } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';
import { developmentMark, subjectField } from './certificate.js';
import { type CmsProblem, judgeCms } from './cms.js';
import { same } from './der.js';
import { contentPrint } from './revision.js';

/**
 * `no-signature`; `byte-range`: it does not leave out exactly the Contents; `dictionary`: the file's signature dictionaries are
 * not those that its fields show; `changed-after`: bytes that no signature covers, or pages changed between two signatures;
 * `untrusted`: no chain to a given authority; `expired`: a certificate was not valid at the time of signing; the rest as in CMS.
 */
export type SignatureProblem = CmsProblem | 'no-signature' | 'byte-range' | 'dictionary' | 'changed-after' | 'untrusted' | 'expired';

export interface SignatureReport {
  field: string;
  signerName: string;
  organisation: string;
  /** Common name of the authority that gave the certificate. */
  issuer: string;
  /** The certificate is marked as one of development. */
  development: boolean;
  /** SHA-256 of the certificate, lower-case hex. */
  fingerprint: string;
  /** The time that the signer claims. */
  signedAt: Date | undefined;
  /** Covers the file to its last byte; false for an earlier one of several signatures. */
  wholeDocument: boolean;
  problems: SignatureProblem[];
}

export interface Verification {
  /** Every signature holds, the last one covers the whole file, and each leads to a given authority. */
  valid: boolean;
  wholeDocument: boolean;
  /** Of the last signature; empty when there is none. */
  signerName: string;
  signatures: SignatureReport[];
  problems: SignatureProblem[];
}

type Range = [number, number, number, number];

interface Found {
  field: string;
  range: Range;
  contents: Uint8Array;
  signedAt: Date | undefined;
}

const none: Omit<Verification, 'problems'> = { valid: false, wholeDocument: false, signerName: '', signatures: [] };

/**
 * Judges the signatures of a file by its bytes, sharing no code with what signs (@libpdf/core).
 * @param authorities PEM of the certificates that are trusted
 */
export async function verifySignature(bytes: Uint8Array, { authorities }: { authorities: readonly string[] }): Promise<Verification> {
  const inBytes = rangesInBytes(bytes);
  const fields = await fieldsOf(bytes);
  if (!fields) return { ...none, problems: ['dictionary'] };
  if (!fields.length && !inBytes.length) return { ...none, problems: ['no-signature'] };
  const key = (range: readonly number[]) => range.join(' ');
  const known = new Set(fields.map(({ range }) => key(range)));
  const matched = inBytes.length === fields.length && known.size === fields.length && inBytes.every((range) => known.has(key(range)));
  const trusted = authorities.map((pem) => new X509Certificate(pem));
  const signatures = fields.sort((a, b) => a.range[2] + a.range[3] - b.range[2] - b.range[3]).map((found) => judge(bytes, found, trusted));
  const last = signatures.at(-1);
  const problems = new Set<SignatureProblem>(signatures.flatMap((signature) => signature.problems));
  if (!matched) problems.add('dictionary');
  if (last && !last.wholeDocument) problems.add('changed-after');
  if (last?.wholeDocument && (await pagesChanged(bytes, fields.slice(0, -1)))) problems.add('changed-after');
  return {
    valid: problems.size === 0,
    wholeDocument: last?.wholeDocument ?? false,
    signerName: last?.signerName ?? '',
    signatures,
    problems: [...problems],
  };
}

/** So long a ByteRange may be at the most; four numbers are far shorter, whatever is longer is none. */
const RANGE_MOST = 200;

/** Every ByteRange that stands anywhere in the bytes, also where no reader would look. */
function rangesInBytes(bytes: Uint8Array): number[][] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return [...text.matchAll(/\/ByteRange\s*\[/g)].map(({ 0: begun, index }) => {
    const [numbers = ''] = text.slice(index + begun.length, index + begun.length + RANGE_MOST).split(']');
    return numbers.trim().split(/\s+/).map(Number);
  });
}

/** The signed fields of the form, as another parser sees them; undefined when the file cannot be read or a field is malformed. */
async function fieldsOf(bytes: Uint8Array): Promise<Found[] | undefined> {
  const found: Found[] = [];
  try {
    const document = await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
    const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
    const fields = form?.lookupMaybe(PDFName.of('Fields'), PDFArray);
    for (let i = 0; i < (fields?.size() ?? 0); i++) {
      const field = fields?.lookup(i, PDFDict);
      const value = field?.lookupMaybe(PDFName.of('V'), PDFDict);
      if (!field || !value || field.lookupMaybe(PDFName.of('FT'), PDFName) !== PDFName.of('Sig')) continue;
      const range = value.lookup(PDFName.of('ByteRange'), PDFArray).asArray();
      const numbers = range.map((number) => (number instanceof PDFNumber ? number.asNumber() : NaN));
      const name = field.lookup(PDFName.of('T'), PDFString, PDFHexString).decodeText();
      const contents = value.lookup(PDFName.of('Contents'), PDFHexString).asBytes();
      found.push({ field: name, range: numbers as Range, contents, signedAt: timeOf(value) });
    }
  } catch {
    return undefined; // whatever it is, it is not a document of ours
  }
  return found;
}

function timeOf(signature: PDFDict): Date | undefined {
  const text = signature.lookupMaybe(PDFName.of('M'), PDFString)?.asString() ?? '';
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z|([+-]\d\d)'?(\d\d)'?)/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, zone, hours, minutes] = parts;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone === 'Z' ? 'Z' : `${hours}:${minutes}`}`);
}

function judge(bytes: Uint8Array, found: Found, trusted: readonly X509Certificate[]): SignatureReport {
  const [start, length, next, rest] = found.range;
  const blank = {
    field: found.field,
    signerName: '',
    organisation: '',
    issuer: '',
    development: false,
    fingerprint: '',
    signedAt: found.signedAt,
    wholeDocument: false,
  };
  if (!leavesContents(bytes, found)) return { ...blank, problems: ['byte-range'] };
  const cms = judgeCms(found.contents, [bytes.subarray(start, length), bytes.subarray(next, next + rest)]);
  const problems: SignatureProblem[] = [...cms.problems];
  const wholeDocument = next + rest === bytes.length;
  if (!cms.signer) return { ...blank, wholeDocument, problems };
  const chain = chainOf(cms.signer, cms.certificates, trusted);
  if (!chain) problems.push('untrusted');
  // The list of certificates is not signed: one that leads nowhere was put in or changed later.
  const known = new Set([...(chain ?? []), ...trusted].map((certificate) => certificate.fingerprint256));
  if (chain && !cms.certificates.every((certificate) => known.has(certificate.fingerprint256))) problems.push('certificate');
  const at = found.signedAt?.getTime() ?? NaN;
  const inTime = (certificate: X509Certificate) => at >= Date.parse(certificate.validFrom) && at <= Date.parse(certificate.validTo);
  if (!(chain ?? [cms.signer]).every(inTime)) problems.push('expired');
  return {
    field: found.field,
    signerName: subjectField(cms.signer, 'CN'),
    organisation: subjectField(cms.signer, 'O'),
    issuer:
      cms.signer.issuer
        .split('\n')
        .find((line) => line.startsWith('CN='))
        ?.slice(3) ?? '',
    development: cms.signer.subject.includes(developmentMark),
    fingerprint: cms.signer.fingerprint256.replaceAll(':', '').toLowerCase(),
    signedAt: found.signedAt,
    wholeDocument,
    problems,
  };
}

/** From the first byte to the Contents, from behind them on; and the gap is the hex string that the dictionary shows, no byte more. */
function leavesContents(bytes: Uint8Array, { range, contents }: Found): boolean {
  const [start, length, next, rest] = range;
  if (range.length !== 4 || !range.every((number) => Number.isSafeInteger(number) && number >= 0)) return false;
  if (start !== 0 || next <= length || rest === 0 || next + rest > bytes.length) return false;
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (!/\/Contents\s*$/.test(text(Math.max(0, length - 16), length))) return false;
  const gap = /^<([0-9A-Fa-f]*)>$/.exec(text(length, next));
  return gap?.[1] !== undefined && same(Buffer.from(gap[1], 'hex'), contents);
}

/** Signer up to a trusted authority, each signed by the next; undefined when there is no such way. */
function chainOf(signer: X509Certificate, carried: readonly X509Certificate[], trusted: readonly X509Certificate[]) {
  const chain = [signer];
  for (let current = signer; chain.length < 6;) {
    if (trusted.some((authority) => authority.fingerprint256 === current.fingerprint256)) return chain;
    const from = current;
    const issuer = [...trusted, ...carried].find((other) => other.ca && from.checkIssued(other) && from.verify(other.publicKey));
    if (!issuer || chain.includes(issuer)) return undefined;
    chain.push(issuer);
    current = issuer;
  }
  return undefined;
}

/** Whether pages look different from what an earlier one of several signers signed. */
async function pagesChanged(bytes: Uint8Array, earlier: readonly Found[]): Promise<boolean> {
  if (!earlier.length) return false;
  const now = await contentPrint(bytes);
  for (const { range } of earlier) if ((await contentPrint(bytes.subarray(0, range[2] + range[3]))) !== now) return true;
  return false;
}
