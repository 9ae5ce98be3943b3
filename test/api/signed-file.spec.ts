import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOf, signedDocument } from '../support/documents.js';
import { judge, needsJudges } from '../support/judges.js';
import { makeFrozenBloc } from '../support/report.js';
import { startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

/* A report that was signed through the door, judged by programs of others with the installation's own authority in hand. */
const folder = mkdtempSync(join(tmpdir(), 'thidua-signed-'));
const at = (name: string): string => join(folder, name);
let world: World;
let worker: RunningWorker;
let authority: string;

beforeAll(async () => {
  world = await startWorld();
  worker = await startWorkerOf(world);
  const bloc = await makeFrozenBloc(world, 'khoi-chu-ky');
  const signed = await fileOf(bloc, 'secretary', await signedDocument(bloc, 'BC'));
  authority = join(world.dataDir, 'keys', 'authority.pem');
  const [a, b, c, d] = /\/ByteRange\s*\[([^\]]*)\]/.exec(signed.toString('latin1'))![1]!.trim().split(/\s+/).map(Number) as number[];
  const changed = Buffer.from(signed);
  changed[5_000]! ^= 1;
  writeFileSync(at('signed.pdf'), signed);
  writeFileSync(at('changed.pdf'), changed);
  writeFileSync(at('signature.der'), Buffer.from(signed.subarray(b! + 1, c! - 1).toString('latin1'), 'hex'));
  writeFileSync(at('content.bin'), Buffer.concat([signed.subarray(a, b), signed.subarray(c, c! + d!)]));
  writeFileSync(at('other.bin'), changed);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await worker.stop();
  await world.close();
});

describe('the file of a signed document', () => {
  needsJudges(['pdfsig', 'certutil'], 'is valid, whole and trusted by whoever trusts the installation’s authority', () => {
    judge('certutil', '-N', '-d', folder, '--empty-password');
    judge('certutil', '-A', '-d', folder, '-n', 'ca', '-t', 'C,C,C', '-i', authority);
    const { text } = judge('pdfsig', '-nssdir', folder, at('signed.pdf'));
    for (const part of ['Signature is Valid', 'Certificate is Trusted', 'Total document signed', 'Người u1.head'])
      expect(text).toContain(part);
  });

  needsJudges(['pdfsig'], 'is broken by one changed byte', () => {
    expect(judge('pdfsig', at('changed.pdf')).text).toContain('Digest Mismatch');
  });

  needsJudges(['openssl'], 'bears a signature over the bytes of its range, by a certificate of the authority', () => {
    const verify = (content: string) =>
      judge('openssl', 'cms', '-verify', '-binary', '-inform', 'DER', '-in', at('signature.der'), '-content', at(content), '-CAfile', authority, '-purpose', 'any', '-out', '/dev/null'); // prettier-ignore
    expect(verify('content.bin')).toMatchObject({ status: 0, errors: expect.stringContaining('successful') });
    expect(verify('other.bin').status).not.toBe(0);
  });
});
