import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inDataDir, type Config } from '../config/config.js';

/** Stands above the key that the development mode makes for itself; production refuses a file that bears it. */
const DEVELOPMENT = 'KHÓA PHÁT TRIỂN – KHÔNG CÓ GIÁ TRỊ';

/** The key of the installation that signs checkpoints (Ed25519). */
export class CheckpointKey {
  constructor(private readonly key: KeyObject) {}

  /** SHA-256 of the public key (SubjectPublicKeyInfo, DER), 64 hexadecimal digits: what letters and lines name. */
  get fingerprint(): string {
    return createHash('sha256')
      .update(createPublicKey(this.key).export({ type: 'spki', format: 'der' }))
      .digest('hex');
  }

  /** The half that anybody may have, as PEM. */
  get publicPem(): string {
    return createPublicKey(this.key).export({ type: 'spki', format: 'pem' }).toString();
  }

  /** The signature of a text, base64. */
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.key).toString('base64');
  }
}

const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** Where the key of an installation lies: where the configuration says, otherwise (development) beside the other keys. */
export const checkpointKeyFile = (config: Config): string => config.checkpointKeyFile ?? inDataDir(config, 'keys', 'checkpoint.pem');

/** The key of an installation; in development it is made at its first use. Only what signs opens it. @throws Error naming what the configured key lacks */
export async function openCheckpointKey(config: Config): Promise<CheckpointKey> {
  const path = checkpointKeyFile(config);
  const needs = (what: string, cause?: unknown) =>
    new Error(`${config.mode === 'production' ? 'Production' : 'Signing checkpoints'} needs: ${what}`, { cause });
  if (config.mode === 'production' && !config.checkpointKeyFile) throw needs('CHECKPOINT_KEY_FILE');
  const pem = await readFile(path, 'utf8').catch(async (error: unknown) => {
    if (config.checkpointKeyFile || errorCode(error) !== 'ENOENT')
      throw needs(`a CHECKPOINT_KEY_FILE that can be read (${errorCode(error)})`, error);
    return makeOnce(path);
  });
  if (config.mode === 'production' && pem.includes(DEVELOPMENT)) throw needs('a CHECKPOINT_KEY_FILE that is no development key');
  return new CheckpointKey(privateKeyOf(pem, needs));
}

function privateKeyOf(pem: string, needs: (what: string, cause?: unknown) => Error): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (error) {
    throw needs('a private key (PEM, without a password) in CHECKPOINT_KEY_FILE', error);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw needs('an Ed25519 key in CHECKPOINT_KEY_FILE');
  return key;
}

/** Makes a key beside its place and puts it there in one step; of several processes that start at once, the first has made it. */
async function makeOnce(path: string): Promise<string> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const beside = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeFile(beside, `${DEVELOPMENT}\n${pem}`, { mode: 0o600, flush: true });
    await link(beside, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(beside, { force: true });
  }
  return readFile(path, 'utf8');
}
