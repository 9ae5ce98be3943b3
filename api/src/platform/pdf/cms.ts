import { X509Certificate, createHash, verify } from 'node:crypto';
import { type Der, child, children, oidOf, readDer, same, tags } from './der.js';

/** What may be wrong with a signature; each name is also what a verification reports. */
export type CmsProblem = 'contents' | 'algorithm' | 'certificate' | 'digest' | 'signature';

export interface CmsReport {
  problems: CmsProblem[];
  signer?: X509Certificate;
  /** All certificates that the signature carries. */
  certificates: X509Certificate[];
}

const digests: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** PKCS #1 v1.5 and ECDSA; for those that name a digest it must be the signer's. */
const signatures: Record<string, string> = {
  '1.2.840.113549.1.1.1': '',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const attributes = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  certificate: '1.2.840.113549.1.9.16.2.47',
};
const plainData = '1.2.840.113549.1.7.1';
const signedDataType = '1.2.840.113549.1.7.2';

/**
 * Judges a detached CMS signature (RFC 5652, with signingCertificateV2 of RFC 5035 as PAdES asks), without any library.
 * @param contents DER, perhaps padded with zeros; @param signed the bytes that it should sign
 */
export function judgeCms(contents: Uint8Array, signed: readonly Uint8Array[]): CmsReport {
  try {
    const info = readDer(contents);
    if (contents.subarray(info.whole.length).some((byte) => byte !== 0)) return { problems: ['contents'], certificates: [] };
    const known = info.tag === tags.sequence && children(info).length === 2 && oidOf(child(info, 0, tags.oid)) === signedDataType;
    if (!known) return { problems: ['contents'], certificates: [] };
    return judgeSignedData(child(child(info, 1, tags.context0), 0, tags.sequence), signed);
  } catch (error) {
    if (error instanceof RangeError) return { problems: ['contents'], certificates: [] };
    throw error;
  }
}

function judgeSignedData(signedData: Der, signed: readonly Uint8Array[]): CmsReport {
  const parts = children(signedData);
  const certificates = parts.filter((part) => part.tag === tags.context0).flatMap((set) => children(set).map(({ whole }) => whole));
  const opened = certificates.flatMap(openCertificate);
  const encapsulated = child(signedData, 2, tags.sequence);
  const signers = parts.at(-1);
  const infos = signers?.tag === tags.set ? children(signers) : [];
  const info = infos[0];
  // One signer, and nothing encapsulated: the document itself is what is signed.
  if (info?.tag !== tags.sequence || infos.length !== 1 || children(encapsulated).length !== 1)
    return { problems: ['contents'], certificates: opened };
  const fields = children(info);
  if (!agrees(parts, fields)) return { problems: ['contents'], certificates: opened };
  const signer = opened.find((certificate) => fields[1] && names(fields[1], certificate));
  if (!signer) return { problems: ['certificate'], certificates: opened };
  const problems = judgeSigner(fields, signer, signed);
  if (opened.length !== certificates.length) problems.push('certificate');
  return { problems, signer, certificates: opened };
}

/** What stands twice or is not signed agrees: versions 1, content type, the list of digest algorithms with the signer's own. */
function agrees(parts: readonly Der[], fields: readonly Der[]): boolean {
  const [version, algorithms, encapsulated] = parts;
  const listed = algorithms?.tag === tags.set ? children(algorithms) : [];
  const own = fields[2];
  const one = (element: Der | undefined) => element?.tag === tags.integer && same(element.content, Uint8Array.of(1));
  const type = encapsulated && children(encapsulated)[0];
  if (!one(version) || !one(fields[0]) || type?.tag !== tags.oid || oidOf(type) !== plainData) return false;
  return listed.length === 1 && !!listed[0] && !!own && same(listed[0].whole, own.whole);
}

/** An algorithm's name, when its parameters are NULL or left out. @throws RangeError for others */
function algorithmOf(identifier: Der): string {
  const [algorithm, parameters, ...more] = children(identifier);
  if (
    identifier.tag !== tags.sequence ||
    algorithm?.tag !== tags.oid ||
    more.length ||
    (parameters && !same(parameters.whole, Uint8Array.of(5, 0)))
  )
    throw new RangeError('algorithm');
  return oidOf(algorithm);
}

/** A certificate that cannot be read is no certificate. */
function openCertificate(der: Uint8Array): X509Certificate[] {
  try {
    const certificate = new X509Certificate(der);
    return certificate.publicKey.asymmetricKeyType ? [certificate] : [];
  } catch {
    return [];
  }
}

/** Whether issuer and serial number of the signer info are those of the certificate. */
function names(identifier: Der, certificate: X509Certificate): boolean {
  if (identifier.tag !== tags.sequence) return false;
  const [issuer, serial] = children(identifier);
  const body = children(child(readDer(certificate.raw), 0, tags.sequence));
  const offset = body[0]?.tag === tags.context0 ? 1 : 0;
  const [ownSerial, ownIssuer] = [body[offset], body[offset + 2]];
  return !!issuer && !!serial && !!ownSerial && !!ownIssuer && same(issuer.whole, ownIssuer.whole) && same(serial.whole, ownSerial.whole);
}

function judgeSigner(fields: readonly Der[], signer: X509Certificate, signed: readonly Uint8Array[]): CmsProblem[] {
  const [, , digestAlgorithm, signedAttributes, signatureAlgorithm, signature] = fields;
  if (!digestAlgorithm || signedAttributes?.tag !== tags.context0 || !signatureAlgorithm || signature?.tag !== tags.octets)
    return ['contents'];
  const digest = digests[algorithmOf(digestAlgorithm)];
  const named = signatures[algorithmOf(signatureAlgorithm)];
  if (!digest || named === undefined || (named && named !== digest)) return ['algorithm'];
  const values = attributeValues(signedAttributes);
  const hash = createHash(digest);
  for (const part of signed) hash.update(part);
  const contentType = values.get(attributes.contentType);
  const messageDigest = values.get(attributes.messageDigest);
  const problems: CmsProblem[] = [];
  if (contentType?.tag !== tags.oid || oidOf(contentType) !== plainData) problems.push('contents');
  if (messageDigest?.tag !== tags.octets || !same(messageDigest.content, hash.digest())) problems.push('digest');
  if (!namesCertificate(values.get(attributes.certificate), signer)) problems.push('certificate');
  // What is signed is the attributes as a SET, not under the context tag that they have in the file.
  const attributeSet = Uint8Array.from(signedAttributes.whole);
  attributeSet[0] = tags.set;
  if (!verify(digest, attributeSet, signer.publicKey, signature.content)) problems.push('signature');
  return problems;
}

/** The one value of each signed attribute. @throws RangeError for an attribute that stands twice */
function attributeValues(signedAttributes: Der): Map<string, Der> {
  const values = new Map<string, Der>();
  for (const attribute of children(signedAttributes)) {
    const name = oidOf(child(attribute, 0, tags.oid));
    const [value, ...others] = children(child(attribute, 1, tags.set));
    if (!value || others.length || values.has(name)) throw new RangeError(`attribute ${name}`);
    values.set(name, value);
  }
  return values;
}

/** signingCertificateV2: SEQUENCE { SEQUENCE OF { hashAlgorithm DEFAULT sha256, hash, … } }; binds the certificate to the signature. */
function namesCertificate(value: Der | undefined, signer: X509Certificate): boolean {
  if (value?.tag !== tags.sequence) return false;
  const [first, second] = children(child(child(value, 0, tags.sequence), 0, tags.sequence));
  const given = first?.tag === tags.sequence ? digests[oidOf(child(first, 0, tags.oid))] : 'sha256';
  const hash = first?.tag === tags.octets ? first : second;
  return !!given && hash?.tag === tags.octets && same(hash.content, createHash(given).update(signer.raw).digest());
}
