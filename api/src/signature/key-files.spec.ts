import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority, makeSigner, type Credential } from '../platform/pdf/certificate.js';
import { credentialFrom, KeyFiles, signerFile } from './key-files.js';

const folder = mkdtempSync(join(tmpdir(), 'thidua-keys-'));
const keys = (name: string) => join(folder, name);
let authority: Credential;
let signer: Credential;
beforeAll(async () => {
  authority = await makeAuthority(new Date());
  signer = await makeSigner(authority, { name: 'Nguyễn Văn Mẫu', organisation: 'Liên hiệp hội' }, new Date());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the keys of an installation', () => {
  it('are made once, also when several processes start at once, and only their owner reads them', async () => {
    const asked = await Promise.all(
      [authority, signer].map((made) => new KeyFiles(keys('once')).once('authority', () => Promise.resolve(made))),
    );
    expect(asked[0]!.key).toBe(asked[1]!.key);
    expect(readdirSync(keys('once'))).toEqual(['authority.pem']);
    expect(statSync(keys('once/authority.pem')).mode & 0o077).toBe(0);
  });

  it('are made anew when the one that is there does not serve any more', async () => {
    const files = new KeyFiles(keys('serving'));
    const first = await files.serving('signer', () => true, () => Promise.resolve(authority)); // prettier-ignore
    const kept = await files.serving('signer', () => true, () => Promise.resolve(signer)); // prettier-ignore
    const anew = await files.serving('signer', () => false, () => Promise.resolve(signer)); // prettier-ignore
    expect([kept.key === first.key, anew.key === first.key]).toEqual([true, false]);
  });

  it.each([
    ['nothing in it', '', 'no certificate'],
    ['only its certificate', 'certificate', 'no private key'],
  ])('a file with %s is refused by its path, and not replaced', async (_, content, why) => {
    const name = content || 'empty';
    const files = new KeyFiles(keys('broken'));
    await files.once('sound', () => Promise.resolve(authority));
    writeFileSync(keys(`broken/${name}.pem`), content === 'certificate' ? authority.certificate : '');
    await expect(files.once(name, () => Promise.resolve(authority))).rejects.toThrow(new RegExp(`${name}\\.pem cannot be used: .*${why}`));
  });

  it('hold a certificate with its issuers, nearest first', () => {
    const { certificate, chain, key } = signer;
    const read = credentialFrom([certificate, ...chain].join('\n'), key);
    expect(read.certificate.trim()).toBe(certificate.trim());
    expect(read.chain.map((pem) => pem.trim())).toEqual(chain.map((pem) => pem.trim()));
  });

  it('are one for each person, unit and name of the unit', () => {
    const names = [signerFile('p', 'u', 'Hội A'), signerFile('p', 'u', 'Hội B'), signerFile('p', 'v', 'Hội A')];
    expect(new Set(names).size).toBe(3);
    expect(signerFile('p', 'u', 'Hội A')).toBe(names[0]);
  });
});
