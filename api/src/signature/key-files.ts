import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openCredential, type Credential } from '../platform/pdf/certificate.js';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\s\S]+?-----END (?:[A-Z]+ )*PRIVATE KEY-----/;

/** A credential from PEM texts: its certificate first, then its issuers, nearest first. @throws when a part is missing */
export function credentialFrom(certificates: string, privateKey: string): Credential {
  const [certificate, ...chain] = certificates.match(CERTIFICATE) ?? [];
  const [key] = PRIVATE_KEY.exec(privateKey) ?? [];
  if (!certificate) throw new Error('there is no certificate in it');
  if (!key) throw new Error('there is no private key in it');
  return { certificate, key, chain };
}

const missing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT';

/**
 * Private keys of an installation, each in a file that only its owner reads. Several processes may start at once: whoever writes a file
 * first has made the key, the others take it.
 */
export class KeyFiles {
  constructor(private readonly folder: string) {}

  /** A key that is there for good: read, or made once. */
  async once(name: string, make: () => Promise<Credential>): Promise<Credential> {
    return (await this.read(name)) ?? (await this.keep(name, await make(), link));
  }

  /** A key that is made anew when the one that is there does not serve any more. */
  async serving(name: string, serves: (credential: Credential) => boolean, make: () => Promise<Credential>): Promise<Credential> {
    const known = await this.read(name);
    return known && serves(known) ? known : this.keep(name, await make(), rename);
  }

  private path(name: string): string {
    return join(this.folder, `${name}.pem`);
  }

  /** @throws when the file is there and does not hold a key with its certificate */
  private async read(name: string): Promise<Credential | null> {
    try {
      const text = await readFile(this.path(name), 'utf8');
      const credential = credentialFrom(text, text);
      openCredential(credential);
      return credential;
    } catch (error) {
      if (missing(error)) return null;
      throw new Error(`The key file ${this.path(name)} cannot be used: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }

  /** Writes beside and puts into place in one step, so that nobody reads half a file. @returns what stands there in the end */
  private async keep(name: string, { certificate, chain, key }: Credential, place: typeof link): Promise<Credential> {
    const path = this.path(name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const beside = `${path}.${randomUUID()}`;
    try {
      await writeFile(beside, `${[certificate, ...chain, key].map((pem) => pem.trim()).join('\n')}\n`, { mode: 0o600, flush: true });
      await place(beside, path);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    } finally {
      await rm(beside, { force: true });
    }
    return (await this.read(name))!;
  }
}

/** The file of a person’s key in a unit, under the name that both bear today. */
export const signerFile = (personId: string, unitId: string, organisation: string): string =>
  join('signers', `${personId}-${unitId}-${createHash('sha256').update(organisation).digest('hex').slice(0, 8)}`);
