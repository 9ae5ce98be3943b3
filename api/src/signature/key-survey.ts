import { ENDING_DAYS, type SigningKeyList, type SigningKeyView, type UnusableKey } from '@thidua/workflows/signature/keys.schema';
import { unusableKeyWords } from '@thidua/workflows/signature/keys.words';
import type { Language } from '@thidua/workflows/wording';
import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inDataDir, type Config } from '../platform/config/config.js';
import { belongTogether, developmentMark, subjectField, type Credential } from '../platform/pdf/certificate.js';
import { credentialFrom } from './key-files.js';

/** A key with the files that it lies in: two where the configuration names them, else one. */
interface Place {
  readonly file: string;
  readonly use: SigningKeyView['use'];
  readonly certificate: string;
  readonly key: string;
}

const DAY = 86_400_000;

/** Every key file that the program knows, told by the certificates alone. */
export async function surveyKeys(
  config: Pick<Config, 'signing' | 'dataDir'>,
  language: Language,
  now = new Date(),
): Promise<SigningKeyList> {
  const surveyed = await Promise.all((await placesOf(config)).map((place) => lookAt(place, now, language)));
  return {
    items: surveyed.flatMap((one) => ('serial' in one ? [one] : [])),
    unusable: surveyed.flatMap((one) => ('why' in one ? [one] : [])),
  };
}

async function placesOf({ signing, dataDir }: Pick<Config, 'signing' | 'dataDir'>): Promise<Place[]> {
  if (signing) {
    const { certificateFile, keyFile } = signing;
    return [{ file: basename(certificateFile), use: 'everybody', certificate: certificateFile, key: keyFile }];
  }
  const folder = inDataDir({ dataDir } as Config, 'keys');
  const place = (file: string, use: Place['use']): Place => ({ file, use, certificate: join(folder, file), key: join(folder, file) });
  const signers = await readdir(join(folder, 'signers')).catch(noneYet);
  const files = signers.filter((name) => name.endsWith('.pem')).sort();
  return [place('authority.pem', 'authority'), ...files.map((name) => place(join('signers', name), 'person'))];
}

/** The folder is made with the first key. */
function noneYet(error: unknown): string[] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
}

async function lookAt({ file, use, certificate, key }: Place, now: Date, language: Language): Promise<SigningKeyView | UnusableKey> {
  const credential = await credentialAt(certificate, key);
  if (typeof credential === 'string') {
    const { detail, next } = unusableKeyWords[credential];
    return { file, why: credential, detail: detail[language], next: next[language] };
  }
  return { file, use, ...certificateView(new X509Certificate(credential.certificate), now) };
}

/** The credential, or why there is none. */
async function credentialAt(certificateFile: string, keyFile: string): Promise<Credential | UnusableKey['why']> {
  const texts = await Promise.all([certificateFile, keyFile].map((path) => readFile(path, 'utf8'))).catch(() => null);
  if (!texts) return 'closed';
  const credential = attempt(() => credentialFrom(texts[0]!, texts[1]!));
  if (!credential) return 'incomplete';
  const together = attempt(() => ({ holds: belongTogether(credential) }));
  if (!together) return 'damaged';
  return together.holds ? credential : 'not-together';
}

/** What a reading gives, or null where the text is not what it should be: which is just what the survey tells. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function certificateView(certificate: X509Certificate, now: Date): Omit<SigningKeyView, 'file' | 'use'> {
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  const left = to.getTime() - now.getTime();
  return {
    name: subjectField(certificate, 'CN'),
    organisation: subjectField(certificate, 'O'),
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serial: certificate.serialNumber,
    validFrom: from.toISOString(),
    validTo: to.toISOString(),
    state: from > now ? 'coming' : left <= 0 ? 'ended' : left < ENDING_DAYS * DAY ? 'ending' : 'valid',
    development: certificate.subject.includes(developmentMark),
  };
}

const oneLine = (name: string): string => name.split('\n').reverse().join(', ');
