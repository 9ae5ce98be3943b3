import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { said } from '@thidua/workflows/wording';
import { ENDING_DAYS } from '@thidua/workflows/signature/keys.schema';
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inDataDir, type Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { HealthParts, type Finding } from '../platform/health/health-parts.js';
import {
  belongTogether,
  developmentMark,
  makeAuthority,
  makeSigner,
  openCredential,
  subjectField,
  type Credential,
} from '../platform/pdf/certificate.js';
import { credentialFrom, KeyFiles, signerFile } from './key-files.js';

/** Who signs for whom. */
export interface Signer {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string;
  readonly organisation: string;
}

const DAY = 86_400_000;

/**
 * The keys that sign documents. Development: an own authority, made at first start and marked in every certificate, and from it a key for
 * each person in each unit. Otherwise the key and certificate that the configuration names; a development one is refused.
 */
@Injectable()
export class SigningKeys implements OnModuleInit {
  private readonly files: KeyFiles;
  private configured: Credential | null = null;
  private authority: Credential | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    parts: HealthParts,
  ) {
    this.files = new KeyFiles(inDataDir(config, 'keys'));
    parts.add({ part: 'signing-key', name: said('Khóa ký số', 'Signing key'), look: () => this.look() });
  }

  /** @throws when the configured key cannot sign: the program does not start on it */
  async onModuleInit(): Promise<void> {
    if (this.config.signing) this.configured = await openConfigured(this.config.signing, this.config.mode);
    else this.authority = await this.files.once('authority', () => makeAuthority(new Date()));
  }

  /** Certificates whose signatures are trusted, as PEM. */
  authorities(): string[] {
    if (this.configured) return [this.configured.chain.at(-1) ?? this.configured.certificate];
    return this.authority ? [this.authority.certificate] : [];
  }

  /** The key of a signer, who signs now. In development it is made when the person signs for the unit for the first time. */
  async of({ personId, name, unitId, organisation }: Signer, now: Date): Promise<Credential> {
    if (this.configured) return this.configured;
    const authority = this.authority!;
    const serves = (known: Credential) => subjectField(openCredential(known).certificate, 'CN') === name && isValid(known, DAY, now);
    return this.files.serving(signerFile(personId, unitId, organisation), serves, () => makeSigner(authority, { name, organisation }, now));
  }

  private look(): Promise<Finding> {
    const credential = this.configured ?? this.authority;
    if (!credential) return Promise.resolve({ ready: false, reason: said('Chưa có khóa.', 'There is no key.') });
    const until = new Date(openCredential(credential).certificate.validTo).toISOString().slice(0, 10);
    if (!isValid(credential, 0))
      return Promise.resolve({ ready: false, reason: said(`Chứng thư đã hết hạn ngày ${until}.`, `The certificate expired on ${until}.`) });
    if (!isValid(credential, ENDING_DAYS * DAY))
      return Promise.resolve({
        ready: true,
        reason: said(`Chứng thư sắp hết hạn, ngày ${until}.`, `The certificate ends soon, on ${until}.`),
      });
    const reason = this.configured
      ? said(`Chứng thư còn hạn đến ${until}.`, `The certificate is valid until ${until}.`)
      : said('Khóa phát triển, chữ ký không có giá trị.', 'A development key; its signatures have no value.');
    return Promise.resolve({ ready: true, reason });
  }
}

/** Whether a certificate is in force now and for a while. */
function isValid(credential: Credential, ahead: number, now = new Date()): boolean {
  const { validFrom, validTo } = openCredential(credential).certificate;
  return Date.parse(validFrom) <= now.getTime() && now.getTime() + ahead < Date.parse(validTo);
}

/** @throws naming what is wrong with the configured key */
async function openConfigured({ keyFile, certificateFile }: NonNullable<Config['signing']>, mode: Config['mode']): Promise<Credential> {
  const needs = (what: string, cause?: unknown) =>
    new Error(`${mode === 'production' ? 'Production' : 'Signing'} needs: ${what}`, { cause });
  const read = (path: string, variable: string) =>
    readFile(path, 'utf8').catch((error: unknown) => {
      throw needs(`a ${variable} that can be read (${(error as NodeJS.ErrnoException).code})`, error);
    });
  const certificates = await read(certificateFile, 'SIGNING_CERT_FILE');
  const credential = credentialFrom(certificates, await read(keyFile, 'SIGNING_KEY_FILE'));
  const { subject, issuer } = new X509Certificate(credential.certificate);
  if (mode === 'production' && `${subject}\n${issuer}`.includes(developmentMark))
    throw needs('a SIGNING_CERT_FILE that is no development certificate');
  if (!belongTogether(credential)) throw needs('a SIGNING_KEY_FILE that belongs to SIGNING_CERT_FILE');
  if (openCredential(credential).key.asymmetricKeyType !== 'rsa') throw needs('an RSA key in SIGNING_KEY_FILE');
  if (!isValid(credential, 0)) throw needs('a SIGNING_CERT_FILE whose certificate is in force');
  return credential;
}
