import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Node's and the browser's types of the same thing differ by a word. */
const CRYPTO = webcrypto as unknown as Crypto;
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };

/** A key and its certificate in files, as an authority outside the program would have made them. */
export async function keyFiles(): Promise<{ SIGNING_KEY_FILE: string; SIGNING_CERT_FILE: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-keys-'));
  const keys = await CRYPTO.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    { name: 'C=VN, O=Hội, CN=Người ký', notAfter: new Date(Date.now() + 86_400_000), keys, signingAlgorithm: ALGORITHM },
    CRYPTO,
  );
  const key = x509.PemConverter.encode(await CRYPTO.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  const files = { SIGNING_KEY_FILE: join(folder, 'key.pem'), SIGNING_CERT_FILE: join(folder, 'certificate.pem') };
  writeFileSync(files.SIGNING_KEY_FILE, key, { mode: 0o600 });
  writeFileSync(files.SIGNING_CERT_FILE, certificate.toString('pem'));
  return files;
}

/** A key that signs checkpoints, as `openssl genpkey -algorithm ed25519` would have made it. */
export function checkpointKeyFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'thidua-keys-')), 'checkpoint.pem');
  writeFileSync(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return file;
}

/** What an administrator would set for production. */
export const productionSettings = async () => ({
  THIDUA_MODE: 'production',
  PUBLIC_URL: 'https://thidua.example',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'Thi Đua <thidua@thidua.example>',
  CHECKPOINT_KEY_FILE: checkpointKeyFile(),
  ...(await keyFiles()),
});
