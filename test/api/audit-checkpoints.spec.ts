import { canonicalJson } from '@thidua/api/platform/journal/canonical';
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit, AUDITED, buildAudited, expectFound, type Audited } from '../support/audited.js';
import { checkpointsIn, linesIn } from '../support/checkpoints.js';
import type { Workplace } from '../support/command.js';
import { connected, tamper } from '../support/rows.js';
import { cutTail } from '../support/tampering.js';

let untouched: Audited;
beforeAll(async () => {
  untouched = await buildAudited();
});

const editLines = (dataDir: string, edit: (lines: string[]) => string[]) => {
  const text = edit(linesIn(dataDir))
    .map((line) => `${line}\n`)
    .join('');
  if (text === readFileSync(checkpointsIn(dataDir), 'utf8')) throw new Error('It edited nothing');
  writeFileSync(checkpointsIn(dataDir), text);
};
const blocOf = (line: string) => (JSON.parse((JSON.parse(line) as { statement: string }).statement) as { bloc: string }).bloc;
const tamperAllCheckpoints = (place: Workplace) =>
  connected(place.ownerUrl, (owner) => tamper(owner, 'checkpoint', 'delete from checkpoint'));

/** Signs a line anew with a key of one's own, as somebody would who has not the installation's. */
function forged(line: string): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return signedBy(line, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), (statement) => ({
    ...statement,
    key: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  }));
}
function signedBy(line: string, pem: string, change: (statement: Record<string, unknown>) => object): string {
  const read = JSON.parse(line) as { statement: string };
  const statement = canonicalJson(change(JSON.parse(read.statement) as Record<string, unknown>));
  const key = createPrivateKey(pem);
  return canonicalJson({ ...read, statement, signature: sign(null, Buffer.from(statement), key).toString('base64') });
}

describe('attack 48: a checkpoint that was tampered with', () => {
  const file = (edit: (lines: string[], dataDir: string) => string[]) =>
    untouched.after((_, dataDir) => Promise.resolve(editLines(dataDir, (lines) => edit(lines, dataDir))));
  const other = (line: string) => line.replace(/[0-9a-f]{64}"\]\]/, `${'c'.repeat(64)}"]]`);

  it.each<[string, string, (lines: string[], dataDir: string) => string[]]>([
    ['whose statement was edited', 'line-signature', ([first, ...rest]) => [first!.replace('\\"records\\":', '\\"records\\":1'), ...rest]],
    ['whose heads were edited', 'line-root', ([first, ...rest]) => [other(first!), ...rest]],
    ['that somebody signed with a key of their own', 'line-key', (lines) => [...lines.slice(0, -1), forged(lines.at(-1)!)]],
    ['that is no checkpoint any more', 'line-unreadable', (lines) => [...lines.slice(0, -1), lines.at(-1)!.slice(0, 100)]],
    ['that was taken out of the file', 'line-order', ([, ...rest]) => rest],
    ['that was taken from the end of the file', 'not-in-file', (lines) => lines.slice(0, -1)],
    [
      'that differs from the database although the key signed it',
      'line-other',
      (lines, dataDir) => [
        ...lines.slice(0, -1),
        signedBy(lines.at(-1)!, readFileSync(join(dataDir, 'keys/checkpoint.pem'), 'utf8'), (said) => ({
          ...said,
          at: '2020-01-01T00:00:00.000Z',
        })),
      ],
    ],
  ])('%s is named', async (_, why, edit) => {
    await expectFound(await file(edit), why);
  });

  it('in the database is named when its row is gone, or is another', async () => {
    const gone = await untouched.after((owner) => tamper(owner, 'checkpoint', 'delete from checkpoint where n = 2'));
    expect(await expectFound(gone, 'not-in-table', 'Mốc 2 của khối')).not.toContain('line-');
    await expectFound(
      await untouched.after((owner) => tamper(owner, 'checkpoint', `update checkpoint set line = line || ' ' where n = 3`)),
      'line-other',
    );
  });

  it('in the file does not hide what it had: the database’s own lines bear the same signatures', async () => {
    const place = await untouched.after(async (owner, dataDir) => {
      const bloc = (await owner.query<{ bloc_id: string }>('select bloc_id from place where slug = $1', [AUDITED])).rows[0]!.bloc_id;
      editLines(dataDir, (lines) => lines.filter((line) => blocOf(line) !== bloc));
      await cutTail(owner, 'registration', untouched.ids.u3!);
    });
    await expectFound(place, 'not-in-file');
    await expectFound(place, 'cut');
  });

  it('of the installation is missed by those of the blocs, which name it, when all of them are gone from file and table', async () => {
    const place = await untouched.after(async (owner, dataDir) => {
      editLines(dataDir, (lines) => lines.filter((line) => blocOf(line) !== null));
      await tamper(owner, 'checkpoint', 'delete from checkpoint where bloc_id is null');
    });
    await expectFound(place, 'installation-line');
  });

  it('that was made after a copy of the file was taken is no fault of the copy', async () => {
    const copy = join(mkdtempSync(join(tmpdir(), 'thidua-kept-')), 'moc.jsonl');
    writeFileSync(copy, `${linesIn(untouched.dataDir)[0]}\n`);
    const { code, said } = await audit(untouched, '--checkpoints', copy);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('có thêm 8 mốc sau tệp này') as string });
    expect(await audit(untouched, '--checkpoints', '/nowhere/moc.jsonl')).toMatchObject({ code: 1 });
  });

  it('file that is gone is said to be; the file that was kept elsewhere serves as well', async () => {
    const kept = join(mkdtempSync(join(tmpdir(), 'thidua-kept-')), 'moc.jsonl');
    const place = await untouched.after((owner, dataDir) => {
      cpSync(checkpointsIn(dataDir), kept);
      rmSync(checkpointsIn(dataDir));
      return cutTail(owner, 'registration', untouched.ids.u3!);
    });
    await expectFound(place, 'file-missing');
    await tamperAllCheckpoints(place);
    expect(await audit(place)).toMatchObject({ code: 0 }); // with file and table gone, only what was kept elsewhere knows
    const { code, said } = await audit(place, '--checkpoints', kept);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('(cut)') as string });
    expect(said).toContain('(not-in-table)');
    expect(existsSync(checkpointsIn(place.dataDir))).toBe(false); // to look is not to mend
  });
});
