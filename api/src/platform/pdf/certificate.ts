import 'reflect-metadata';
import { type KeyObject, X509Certificate as NodeCertificate, createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** A certificate with its private key, both PEM (PKCS #8): what is stored and what signs. `chain` holds the issuers, nearest first. */
export interface Credential {
  certificate: string;
  key: string;
  chain: string[];
}

/** Stands in the subject of every certificate made here, and in the picture of every signature made with one. */
export const developmentMark = 'CHỨNG THƯ PHÁT TRIỂN – KHÔNG CÓ GIÁ TRỊ';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };
const day = 86_400_000;
/** Upper bound of X.520 for common name, organisation and unit. */
const bounded = (text: string) => [...text.normalize('NFC')].slice(0, 64).join('');
const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
/** Positive and never zero, as RFC 5280 4.1.2.2 asks. */
const serial = () => `4${randomBytes(15).toString('hex').slice(1)}`;

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

/** The development authority of an installation, valid for ten years. Made once, at first start; its key never leaves the installation. */
export async function makeAuthority(now: Date): Promise<Credential> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serial(),
      name: [{ C: ['VN'] }, { O: ['Thi Đua'] }, { OU: [developmentMark] }, { CN: ['Thi Đua – tổ chức chứng thực phát triển'] }],
      notBefore: new Date(now.getTime() - day),
      notAfter: new Date(now.getTime() + 3650 * day),
      keys,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return { certificate: certificate.toString('pem'), key: await pemOf(keys.privateKey), chain: [] };
}

/** A signer's development certificate, valid for one year from now. */
export async function makeSigner(authority: Credential, signer: { name: string; organisation: string }, now: Date): Promise<Credential> {
  const keys = await newKeys();
  const issuer = new x509.X509Certificate(authority.certificate);
  const signingKey = await webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(authority.key), algorithm, false, ['sign']);
  const certificate = await x509.X509CertificateGenerator.create(
    {
      serialNumber: serial(),
      subject: [{ C: ['VN'] }, { O: [bounded(signer.organisation)] }, { OU: [developmentMark] }, { CN: [bounded(signer.name)] }],
      issuer: issuer.subjectName.toJSON(),
      notBefore: new Date(now.getTime() - day),
      notAfter: new Date(now.getTime() + 365 * day),
      publicKey: keys.publicKey,
      signingKey,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
        await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return {
    certificate: certificate.toString('pem'),
    key: await pemOf(keys.privateKey),
    chain: [authority.certificate, ...authority.chain],
  };
}

/** Reads a stored credential. @throws when the key does not belong to the certificate */
export function openCredential(credential: Credential): { certificate: NodeCertificate; key: KeyObject; chain: NodeCertificate[] } {
  const certificate = new NodeCertificate(credential.certificate);
  const key = createPrivateKey(credential.key);
  if (!certificate.checkPrivateKey(key)) throw new Error('the private key does not belong to the certificate');
  return { certificate, key, chain: credential.chain.map((pem) => new NodeCertificate(pem)) };
}

/** A field of the subject (`CN`, `O`, `OU`); empty when it is not there. */
export function subjectField(certificate: NodeCertificate, field: 'CN' | 'O' | 'OU'): string {
  const line = certificate.subject.split('\n').find((entry) => entry.startsWith(`${field}=`));
  return line?.slice(field.length + 1) ?? '';
}

/** Whether a key is that of its certificate. */
export const belongTogether = ({ certificate, key }: Credential): boolean =>
  new NodeCertificate(certificate).checkPrivateKey(createPrivateKey(key));
