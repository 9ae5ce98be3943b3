import { generateKeyPairSync, verify, createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config/config.js';
import { openCheckpointKey } from './checkpoint-key.js';

const folder = () => mkdtempSync(join(tmpdir(), 'thidua-key-'));
const development = (dataDir: string) => readConfig({ DATABASE_URL: 'postgres://a@b/c', DATA_DIR: dataDir });
const production = (file: string | null) => ({ ...development(folder()), mode: 'production' as const, checkpointKeyFile: file });

describe('the key that signs checkpoints', () => {
  it('is made once in development, in a file that only its owner reads, whoever starts first', async () => {
    const dataDir = folder();
    const keys = await Promise.all([1, 2, 3].map(() => openCheckpointKey(development(dataDir))));
    expect(new Set(keys.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(statSync(join(dataDir, 'keys/checkpoint.pem')).mode & 0o777).toBe(0o600);
    const [key] = keys;
    expect(verify(null, Buffer.from('mốc'), createPublicKey(key!.publicPem), Buffer.from(key!.sign('mốc'), 'base64'))).toBe(true);
  });

  it('is in production the one that was configured, and never one of the development mode', async () => {
    const dataDir = folder();
    await openCheckpointKey(development(dataDir));
    const made = join(dataDir, 'keys/checkpoint.pem');
    await expect(openCheckpointKey(production(made))).rejects.toThrow('Production needs: a CHECKPOINT_KEY_FILE that is no development key');
    await expect(openCheckpointKey(production(null))).rejects.toThrow('Production needs: CHECKPOINT_KEY_FILE');
    const own = join(dataDir, 'own.pem');
    writeFileSync(own, readFileSync(made, 'utf8').replace(/^.*\n/, ''));
    expect((await openCheckpointKey(production(own))).fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['that is not there', null, 'that can be read (ENOENT)'],
    ['that holds no key', 'một bí mật', 'a private key (PEM, without a password)'],
    [
      'of another kind',
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'an Ed25519 key',
    ],
  ])('is not taken from a file %s', async (_, content, why) => {
    const file = join(folder(), 'key.pem');
    if (content !== null) writeFileSync(file, content);
    await expect(openCheckpointKey(production(file))).rejects.toThrow(why);
  });
});
