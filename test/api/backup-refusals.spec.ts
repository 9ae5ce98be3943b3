import { ArchiveReader } from '@thidua/api/command/backup/archive-reader';
import { ArchiveWriter } from '@thidua/api/command/backup/archive-writer';
import { backUp } from '@thidua/api/command/backup/backup';
import type { backupWords } from '@thidua/api/command/backup/backup.words';
import { MANIFEST, MANIFEST_SUM } from '@thidua/api/command/backup/manifest';
import { restore } from '@thidua/api/command/backup/restore';
import { createAdministrator } from '@thidua/api/command/administrator';
import { readConfig, type Config } from '@thidua/api/platform/config/config';
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thidua } from '../support/command.js';
import { connected } from '../support/rows.js';
import { bareDatabase, freshDatabase, PASSWORD, type Addresses } from '../support/world.js';

const canMount = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;
const RULE = { asItIs: false };

let source: Addresses;
let dataDir: string;
let folder: string;
let taken: string;
let bytes: Buffer;

const newFolder = () => mkdtemp(join(tmpdir(), 'thidua-refused-'));
const configOf = ({ ownerUrl, appUrl }: Addresses, dir: string, more: NodeJS.ProcessEnv = {}): Config =>
  readConfig({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dir, THIDUA_MODE: 'development', ...more });
const take = (file: string, from = source, dir = dataDir) => backUp(file, configOf(from, dir), from.ownerUrl);

/** What stands in a database: an empty one has nothing. */
const standing = ({ ownerUrl }: Addresses) =>
  connected(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace`,
    );
    return rows.map(({ name }) => name);
  });

/** Restores where nothing was, and expects that nothing is there afterwards but the refusal. */
async function expectRefused(file: string, code: keyof typeof backupWords, mode: NodeJS.ProcessEnv = {}): Promise<void> {
  const [database, dir] = [await bareDatabase(), await newFolder()];
  const refused = restore(file, configOf(database, dir, mode), database.ownerUrl, RULE);
  await expect(refused).rejects.toMatchObject({ code });
  expect(await standing(database)).toEqual([]);
  expect(await readdir(dir)).toEqual([]);
}

/** A copy of the backup with its list changed and, as a forger would do, its sum made to fit. */
async function relisted(change: (manifest: Record<string, unknown> & { migrations: string[] }) => void): Promise<string> {
  const archive = await ArchiveReader.open(taken);
  const manifest = JSON.parse(await archive.text(MANIFEST)) as Parameters<typeof change>[0];
  change(manifest);
  const written = await ArchiveWriter.create(join(folder, `${randomUUID()}.tar`), new Date());
  for (const path of archive.paths.filter((path) => ![MANIFEST, MANIFEST_SUM].includes(path))) await written.add(path, archive.read(path));
  const { sha256 } = await written.add(MANIFEST, [Buffer.from(JSON.stringify(manifest))]);
  await written.add(MANIFEST_SUM, [Buffer.from(sha256)]);
  await written.finish();
  await written.publish();
  return written.file;
}

async function saved(name: string, content: Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

beforeAll(async () => {
  source = await freshDatabase();
  await createAdministrator(source.ownerUrl, 'quan-tri@thidua.example', 'Quản trị', PASSWORD);
  [dataDir, folder] = [await newFolder(), await newFolder()];
  await mkdir(join(dataDir, 'files'));
  await writeFile(join(dataDir, 'files', 'evidence'), 'minh chứng '.repeat(20_000));
  taken = join(folder, 'taken.tar');
  await take(taken);
  bytes = await readFile(taken);
});

describe('a backup file', () => {
  const flipped = (at: number) => Buffer.concat([bytes.subarray(0, at), Buffer.from([bytes[at]! ^ 1]), bytes.subarray(at + 1)]);
  it.each<[string, () => Buffer]>([
    ['is empty', () => Buffer.alloc(0)],
    ['is something else', () => Buffer.from('Kính gửi Hội đồng\n'.repeat(100))],
    ['is cut in the middle', () => bytes.subarray(0, bytes.length / 2)],
    ['lacks its last block', () => bytes.subarray(0, -512)],
    ['has bytes behind its end', () => Buffer.concat([bytes, Buffer.alloc(512)])],
    ['has one bit of a row changed', () => flipped(bytes.indexOf('quan-tri@thidua.example'))],
    ['has one bit of a file changed', () => flipped(bytes.indexOf('minh chứng'))],
    ['has one bit of its list changed', () => flipped(bytes.indexOf('"takenAt"') + 14)],
    ['has one bit of a head changed', () => flipped(bytes.indexOf('tables/account.copy') + 3)],
  ])('that %s is refused, and nothing is touched', async (name, damage) => {
    await expectRefused(await saved(`${name}.tar`, damage()), 'backup-damaged');
  });

  it.each<[string, Parameters<typeof relisted>[0]]>([
    [
      'lists a part that it does not hold',
      (manifest) => (manifest.files as unknown[]).push({ path: 'files/x', bytes: 0, sha256: '0'.repeat(64) }),
    ],
    ['holds a part that it does not list', (manifest) => (manifest.files as unknown[]).pop()],
    ['names a file outside the data folder', (manifest) => Object.assign((manifest.files as object[])[0]!, { path: '../../etc/passwd' })],
    ['has a field that nobody knows', (manifest) => Object.assign(manifest, { hook: 'rm -rf /' })],
  ])('that %s is refused, although its sum fits', async (_, change) => {
    await expectRefused(await relisted(change), 'backup-damaged');
  });

  it('of a newer form, or with migrations of a newer version, is told from a damaged one', async () => {
    await expectRefused(await relisted((manifest) => Object.assign(manifest, { format: 2 })), 'backup-newer');
    await expectRefused(await relisted((manifest) => manifest.migrations.push('AddTomorrow1995300000000')), 'backup-newer');
  });

  it('whose tables are not those of its migrations is refused', async () => {
    const fewer = await relisted((manifest) => void (manifest.migrations = manifest.migrations.slice(0, 4)));
    await expectRefused(fewer, 'tables-differ');
  });

  it('of the development mode does not become production', async () => {
    await expectRefused(taken, 'backup-of-trial', {
      THIDUA_MODE: 'production',
      PUBLIC_URL: 'https://thidua.example',
      SMTP_URL: 'smtp://127.0.0.1',
      MAIL_FROM: 'a@thidua.example',
      SIGNING_KEY_FILE: '/k',
      SIGNING_CERT_FILE: '/c',
    });
  });

  it('that does not exist, or is never written over, is named', async () => {
    await expectRefused(join(folder, 'nowhere.tar'), 'file-unusable');
    await expect(take(taken)).rejects.toMatchObject({ code: 'file-exists' });
    await expect(take(join(folder, 'no', 'such', 'folder.tar'))).rejects.toMatchObject({ code: 'file-unusable' });
    expect(
      createHash('sha256')
        .update(await readFile(taken))
        .digest(),
    ).toEqual(createHash('sha256').update(bytes).digest());
  });
});

describe('a restore', () => {
  it('goes into an empty database only', async () => {
    const used = await freshDatabase();
    const before = await standing(used);
    const dir = await newFolder();
    await expect(restore(taken, configOf(used, dir), used.ownerUrl, RULE)).rejects.toMatchObject({ code: 'database-not-empty' });
    expect(await standing(used)).toEqual(before);
    expect(await readdir(dir)).toEqual([]);
  });

  it('leaves a file alone that is not the backup’s own, and goes on past one that is', async () => {
    const [database, dir] = [await bareDatabase(), await newFolder()];
    await mkdir(join(dir, 'files'));
    await writeFile(join(dir, 'files', 'evidence'), 'của người khác');
    await expect(restore(taken, configOf(database, dir), database.ownerUrl, RULE)).rejects.toMatchObject({ code: 'folder-not-empty' });
    expect(await readFile(join(dir, 'files', 'evidence'), 'utf8')).toBe('của người khác');
    await writeFile(join(dir, 'files', 'evidence'), await readFile(join(dataDir, 'files', 'evidence')));
    await restore(taken, configOf(database, dir), database.ownerUrl, RULE);
    expect(await readdir(dir)).toEqual(['files']);
  });

  it('whose database server has no room left takes everything back', async () => {
    const [database, dir] = [await bareDatabase(), await newFolder()];
    await connected(database.ownerUrl, (client) =>
      client.query(`create schema fault;
        create function fault.full() returns event_trigger language plpgsql as $$ begin raise 'no room' using errcode = 'disk_full'; end $$;
        create event trigger full_on_copying on ddl_command_end when tag in ('ALTER TABLE') execute function fault.full()`),
    );
    await expect(restore(taken, configOf(database, dir), database.ownerUrl, RULE)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await standing(database)).toEqual([]);
    expect(await readdir(dir)).toEqual([]);
  });
});

describe('a journal that does not hold', () => {
  let broken: string;

  it('is backed up all the same, and said aloud', async () => {
    const database = await freshDatabase();
    await connected(database.ownerUrl, (client) =>
      client.query(`insert into journal (bloc_id, province_id, record_kind, record_id, n, prev, hash, body)
        values (gen_random_uuid(), gen_random_uuid(), 'Cycle', gen_random_uuid(), 1, repeat('0', 64), repeat('f', 64), '{}')`),
    );
    broken = join(folder, 'broken.tar');
    const { code, said } = await thidua({ ...database, dataDir: await newFolder() }, ['backup', broken]);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/nhật ký bị đứt.*Cycle .*, 1 \(hash\)/) as string });
  });

  it('is restored only by who asks for it', async () => {
    await expectRefused(broken, 'journal-broken');
    const [database, dir] = [await bareDatabase(), await newFolder()];
    await restore(broken, configOf(database, dir), database.ownerUrl, { asItIs: true });
    expect(await standing(database)).toContain('journal');
  });
});

describe('a backup', () => {
  it('of a database that was never made, or is newer than the program, is refused', async () => {
    await expect(take(join(folder, 'bare.tar'), await bareDatabase())).rejects.toMatchObject({ code: 'database-bare' });
    const newer = await freshDatabase();
    await connected(newer.ownerUrl, (client) => client.query(`insert into migration (timestamp, name) values (1, 'AddTomorrow1')`));
    await expect(take(join(folder, 'newer.tar'), newer)).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('never leaves out what it cannot keep', async () => {
    const dir = await newFolder();
    await mkdir(join(dir, 'keys'));
    await symlink('/etc/hostname', join(dir, 'keys', 'elsewhere'));
    const file = join(folder, 'odd.tar');
    await expect(take(file, source, dir)).rejects.toMatchObject({ code: 'file-odd' });
    expect((await readdir(folder)).filter((name) => name.startsWith('odd.tar'))).toEqual([]);
  });
});

(canMount ? describe : describe.skip)('a full disk (as root, with a mount table of its own)', () => {
  const smallDisk = (place: string) => [
    'unshare',
    '-m',
    'sh',
    '-c',
    `mount -t tmpfs -o size=64k tmpfs ${place} && "$0" "$@"; code=$?; echo "left: [$(ls -A ${place})]"; exit $code`,
    process.execPath,
  ];

  it('stops a backup, and leaves no half file', async () => {
    const place = await newFolder();
    const { code, said } = await thidua({ ...source, dataDir, by: smallDisk(place) }, ['backup', join(place, 'full.tar')]);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('đã đầy') as string });
    expect(said).toContain('left: []');
  });

  it('stops a restore, and leaves neither rows nor files', async () => {
    const [database, place] = [await bareDatabase(), await newFolder()];
    const { code, said } = await thidua({ ...database, dataDir: place, by: smallDisk(place) }, ['restore', taken]);
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('đã đầy') as string });
    expect(said).toContain('left: []');
    expect(await standing(database)).toEqual([]);
  });
});

describe('what the command says', () => {
  it('is Vietnamese and English, without a gap, and what to do next', async () => {
    const database = await freshDatabase();
    const { code, said } = await thidua({ ...database, dataDir: await newFolder() }, ['restore', taken]);
    expect(code).toBe(1);
    expect(said).toMatch(/^✗ Cơ sở dữ liệu không trống.*\n {2}The database is not empty.*\n→ Khôi phục vào .* · Restore into .*\n$/);
    expect(said).not.toMatch(/[{}]/);
    expect(existsSync(taken)).toBe(true);
  });

  it('is its usage when the file is missing', async () => {
    expect(await thidua({ ...source, dataDir }, ['backup'])).toEqual({
      code: 2,
      said: expect.stringContaining('thidua backup FILE') as string,
    });
    expect((await thidua({ ...source, dataDir }, ['restore', taken, '--force'])).code).toBe(2);
  });
});
