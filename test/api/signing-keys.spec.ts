import { makeAuthority, makeSigner } from '@thidua/api/platform/pdf/certificate';
import type { Config } from '@thidua/api/platform/config/config';
import { surveyKeys } from '@thidua/api/signature/key-survey';
import type { SigningKeyList } from '@thidua/workflows/signature/keys.schema';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thidua } from '../support/command.js';
import { keyFiles } from '../support/production.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const KEYS = '/api/administration/keys';
const DAY = 86_400_000;
let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  const authority = await makeAuthority(new Date());
  const folder = join(world.dataDir, 'keys', 'signers');
  await mkdir(folder, { recursive: true });
  const signer = await makeSigner(authority, { name: 'Nguyễn Thị Ký', organisation: 'Hội Nhà báo' }, new Date(Date.now() - 350 * DAY));
  const other = await makeSigner(authority, { name: 'Người Khác', organisation: 'Hội Khác' }, new Date());
  await writeFile(join(folder, 'a-ending.pem'), `${signer.certificate}\n${signer.key}\n`);
  await writeFile(join(folder, 'b-no-key.pem'), signer.certificate);
  await writeFile(join(folder, 'c-other-key.pem'), `${signer.certificate}\n${other.key}\n`);
  await writeFile(join(folder, 'd-damaged.pem'), `${signer.certificate.replace('\nMII', '\nAAA')}\n${signer.key}\n`);
});
afterAll(() => world.close());

describe('the signing keys', () => {
  it('are told to an administrator by their certificates, with whom they sign for, when they end, and which files cannot be used', async () => {
    const answer = await (await world.admin()).get<SigningKeyList>(KEYS);
    expect(answer.body.items).toMatchObject([
      { file: 'authority.pem', use: 'authority', state: 'valid', development: true },
      { ...{ file: 'signers/a-ending.pem', use: 'person', name: 'Nguyễn Thị Ký', organisation: 'Hội Nhà báo' }, state: 'ending' },
    ]);
    const [, ending] = answer.body.items;
    expect(ending!.subject).toContain('CN=Nguyễn Thị Ký, ');
    expect(ending!.issuer).toContain('tổ chức chứng thực phát triển');
    expect(ending!.serial).toMatch(/^[0-9A-F]{20,}$/);
    expect(answer.body.unusable.map(({ file, why }) => `${file} ${why}`)).toEqual([
      'signers/b-no-key.pem incomplete',
      'signers/c-other-key.pem not-together',
      'signers/d-damaged.pem damaged',
    ]);
    expect(answer.body.unusable[1]).toMatchObject({ detail: 'Khóa không thuộc chứng thư này.', next: 'Đặt đúng cặp khóa và chứng thư.' });
    expect(answer.text).not.toMatch(/PRIVATE|BEGIN/);
  });

  it('are told to nobody else', async () => {
    expect((await world.stranger().get(KEYS)).status).toBe(401);
    for (const name of ['council', 'secretary', 'u1.head']) expect((await (await bloc.person(name)).get(KEYS)).body.code).toBe('not-found');
  });

  it('are told by thidua keys, which fails where one ends soon or cannot be used', async () => {
    const { code, said } = await thidua(world, ['keys']);
    expect(code).toBe(1);
    expect(said).toContain('✗ signers/a-ending.pem: Sắp hết hạn / Ends soon');
    expect(said).toContain('Nguyễn Thị Ký, Hội Nhà báo: một người trong một đơn vị');
    expect(said).toContain('✗ signers/b-no-key.pem: Tệp thiếu chứng thư hoặc khóa');
    expect(said).not.toMatch(/PRIVATE|BEGIN/);
  });

  it('of production are the one pair that the configuration names', async () => {
    const { SIGNING_KEY_FILE: keyFile, SIGNING_CERT_FILE: certificateFile } = await keyFiles();
    const config: Pick<Config, 'signing' | 'dataDir'> = { signing: { keyFile, certificateFile }, dataDir: world.dataDir };
    expect(await surveyKeys(config, 'en')).toMatchObject({
      items: [{ file: 'certificate.pem', use: 'everybody', name: 'Người ký', state: 'ending', development: false }],
      unusable: [],
    });
    const later = new Date(Date.now() + 2 * DAY);
    expect((await surveyKeys(config, 'en', later)).items[0]!.state).toBe('ended');
    expect((await surveyKeys(config, 'en', new Date(Date.now() - 400 * DAY))).items[0]!.state).toBe('coming');
    const gone = { ...config, signing: { keyFile: join(await mkdtemp(join(tmpdir(), 'thidua-keys-')), 'none.pem'), certificateFile } };
    expect((await surveyKeys(gone, 'en')).unusable).toMatchObject([{ why: 'closed', detail: 'The program cannot open the file.' }]);
  });
});
