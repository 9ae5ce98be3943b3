import { backUp } from '@thidua/api/command/backup/backup';
import { KEPT } from '@thidua/api/command/backup/data-files';
import { restore } from '@thidua/api/command/backup/restore';
import { readConfig, type Config } from '@thidua/api/platform/config/config';
import { inOneMigration, migrationNames } from '@thidua/api/platform/setup/migrate';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thidua } from '../support/command.js';
import { ROOT } from '../support/launcher.js';
import { issuePaper } from '../support/papers.js';
import { allRows, connected, plainlyOwnedDatabase, shapeOf } from '../support/rows.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { bareDatabase, freshDatabase, serveDatabase, startWorld, type Addresses, type World } from '../support/world.js';

/** Text that a careless copy would break. */
const HARD = 'Dòng một\nDòng hai\t«\\.»\\N, ế và ệ "dấu nháy"';
const FILES: Readonly<Record<string, string>> = {
  'keys/signer.pem': 'một khóa thử',
  'mail/index.jsonl': '{"id":"1"}\n',
  'files/ab/cd': HARD.repeat(50_000),
  'files/ab/nothing': '',
  'demo-accounts.json': '[]',
};

let world: World;
let bloc: SmallBloc;
let folder: string;
let taken: string;

interface Registration {
  readonly id: string;
  readonly version: number;
}

const emptyFolder = () => mkdtemp(join(tmpdir(), 'thidua-restored-'));
const configOf = ({ ownerUrl, appUrl }: Addresses, dataDir: string): Config =>
  readConfig({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir, THIDUA_MODE: 'development' });
const restoredAt = async (database: Addresses, file = taken, choices = { asItIs: false }) => {
  const dataDir = await emptyFolder();
  return { dataDir, ...(await restore(file, configOf(database, dataDir), database.ownerUrl, choices)) };
};

async function submitRegistration(unit: string, note: string): Promise<void> {
  const officer = await bloc.person(`${unit}.officer`);
  const { body } = await officer.get<{ items: (Registration & { unitShortName: string })[] }>(`${bloc.path}/registrations`);
  const mine = body.items.find(({ unitShortName }) => unitShortName === `Hội ${unit.toUpperCase()}`)!;
  const at = `${bloc.path}/registrations/${mine.id}`;
  const saved = await officer.put<Registration>(at, {
    version: mine.version,
    aim: { kind: 'title', code: 'flag' },
    targets: [{ name: 'Phát triển hội viên', unit: 'người', planned: '120', previous: '100', evidence: 'Danh sách' }],
    note,
  });
  const sent = await (await bloc.person(`${unit}.head`)).event(at, { type: 'submit', version: saved.body.version });
  expect(sent.body).toMatchObject({ state: 'submitted' });
}

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await bloc.setClock('2020-03-02T02:00:00Z');
  const head = await bloc.person('u1.head');
  expect((await head.event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 })).body).toMatchObject({ state: 'open' });
  await submitRegistration('u3', HARD);
  await bloc.setClock('2020-12-15T07:40:00Z');
  for (const type of ['BC', 'BB', 'TTr'] as const) await issuePaper(world, bloc, type, 1);
  await bloc.setClock('2020-03-02T02:00:00Z');
  for (const [path, text] of Object.entries({ ...FILES, 'logs/api.log': 'nhật ký', 'pg/PG_VERSION': '18', 'database.json': '{}' })) {
    await mkdir(join(world.dataDir, path, '..'), { recursive: true });
    await writeFile(join(world.dataDir, path), text);
  }
  folder = await emptyFolder();
  taken = join(folder, 'taken.tar');
  await backUp(taken, configOf(world, world.dataDir), world.ownerUrl);
});
afterAll(() => world.close());

describe('what was backed up', () => {
  it('is restored by an owner who is no superuser, equal row by row, behind the same walls', async () => {
    const database = await plainlyOwnedDatabase();
    const { manifest } = await restoredAt(database);
    expect(await shapeOf(database.ownerUrl)).toEqual(await shapeOf(world.ownerUrl));
    const { migration: _, ...rows } = await allRows(database.ownerUrl);
    const { migration: __, ...was } = await allRows(world.ownerUrl);
    expect(rows).toEqual(was);
    expect(rows.registration!.join()).toContain('Dòng hai');
    expect(Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]))).toEqual(
      Object.fromEntries(Object.entries(was).map(([name, lines]) => [name, lines.length])),
    );
  });

  it('has the files that matter, and neither logs nor the database’s own folder', async () => {
    const { dataDir } = await restoredAt(await bareDatabase());
    const found = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(found.map((entry) => join(entry.parentPath, entry.name).slice(dataDir.length + 1)).sort()).toEqual(
      [...Object.keys(FILES), 'keys/authority.pem'].sort(), // the last is the program's own
    );
    for (const [path, text] of Object.entries(FILES)) expect(await readFile(join(dataDir, path), 'utf8')).toBe(text);
  });

  it('is taken by an owner who is no superuser too, byte for byte the same', async () => {
    const database = await plainlyOwnedDatabase();
    const { dataDir, manifest } = await restoredAt(database);
    const again = await backUp(join(folder, 'again.tar'), configOf(database, dataDir), database.ownerUrl);
    expect(again.tables).toEqual(manifest.tables);
    expect(again.files).toEqual(manifest.files);
  });

  it('is one moment, although people go on working', async () => {
    const file = join(folder, 'busy.tar');
    const [{ journal }] = await Promise.all([
      backUp(file, configOf(world, world.dataDir), world.ownerUrl),
      ...['u2', 'u4', 'u6', 'u7'].map((unit) => submitRegistration(unit, 'Trong lúc sao lưu')),
    ]);
    const database = await bareDatabase();
    await restoredAt(database, file);
    const { journal: blocs, province_journal: provinces } = await allRows(database.ownerUrl);
    expect(blocs!.length + provinces!.length).toBe(journal.entries);
  });

  it('serves the same people, who go on where they were', async () => {
    const database = await plainlyOwnedDatabase();
    const { dataDir } = await restoredAt(database);
    const second = await serveDatabase(database, dataDir);
    try {
      const leader = await second.signIn(`u2.head@${bloc.bloc}.example`);
      const { body } = await leader.get<{ items: (Registration & { note: string; state: string })[] }>(`${bloc.path}/registrations`);
      const submitted = body.items.find(({ state }) => state === 'submitted')!;
      const at = `${bloc.path}/registrations/${submitted.id}`;
      expect((await leader.event(at, { type: 'accept', version: submitted.version })).body).toMatchObject({ state: 'accepted' });
      const history = await leader.get<{ items: { sentence: string }[] }>(`${at}/history`);
      expect(history.body.items.map(({ sentence }) => sentence)).toEqual([
        'Hội U3 (Người u3.head): Gửi bản đăng ký',
        'Hội U2 (Người u2.head): Chấp nhận',
      ]);
    } finally {
      await second.close();
    }
  });

  it('comes from an older version and is brought to today while it is restored', async () => {
    const names = await migrationNames();
    const old = await bareDatabase();
    await inOneMigration(old.ownerUrl, async (client, migrate) => {
      await migrate(names.slice(0, 5));
      await client.query(`insert into account (id, person_id, email) values (gen_random_uuid(), gen_random_uuid(), 'cu@thidua.example')`);
    });
    const file = join(folder, 'old.tar');
    const manifest = await backUp(file, configOf(old, world.dataDir), old.ownerUrl);
    expect(manifest.migrations).toEqual(names.slice(0, 5));
    const database = await plainlyOwnedDatabase();
    const { upgraded } = await restoredAt(database, file);
    expect(upgraded).toEqual(names.slice(5));
    expect(await shapeOf(database.ownerUrl)).toEqual(await shapeOf(world.ownerUrl));
    expect((await allRows(database.ownerUrl)).account!.join()).toContain('cu@thidua.example');
  });

  it('is printed by the command with what it holds', async () => {
    const database = await bareDatabase();
    const place = { ...database, dataDir: await emptyFolder() };
    const file = join(folder, 'printed.tar');
    const backed = await thidua({ ...world, environment: {} }, ['backup', file]);
    expect(backed).toEqual({ code: 0, said: expect.stringMatching(/✔ Đã sao lưu và đọc lại[^✗]* bảng [^✗]* dòng/) as string });
    const back = await thidua(place, ['restore', file]);
    expect(back).toEqual({ code: 0, said: expect.stringContaining('✔ Đã khôi phục và đọc lại') as string });
    expect(existsSync(join(place.dataDir, 'files/ab/cd'))).toBe(true);
  });
});

describe('a signed document that was changed behind the program', () => {
  it('is found when it is restored, and restored only by who asks for it', async () => {
    const tampered = await bareDatabase();
    const { dataDir } = await restoredAt(tampered);
    await connected(tampered.ownerUrl, (owner) => owner.query(`update document_file set bytes = 'khác'`));
    const file = join(folder, 'tampered.tar');
    await backUp(file, configOf(tampered, dataDir), tampered.ownerUrl);
    await expect(restoredAt(await bareDatabase(), file)).rejects.toMatchObject({ code: 'document-changed' });
    await restoredAt(await bareDatabase(), file, { asItIs: true });
  });
});

describe('the data folder', () => {
  it('holds nothing of the program’s own that a backup does not know of', () => {
    const program = join(ROOT, 'api/src');
    const sources = readdirSync(program, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const named = sources.flatMap((path) =>
      [...readFileSync(join(program, path), 'utf8').matchAll(/inDataDir\(\w+(?:\.\w+)*, '([^']+)'/g)].map((match) => match[1]!),
    );
    expect(new Set(named).size).toBeGreaterThan(2);
    for (const name of named) expect(KEPT).toContain(name);
  });
});

describe('a database larger than the memory', () => {
  const weighed = [
    process.execPath,
    '--import',
    'data:text/javascript,process.on("exit",()=>process.stdout.write("peak "+process.resourceUsage().maxRSS))',
  ];
  const peakIn = (said: string) => Number(/peak (\d+)/.exec(said)![1]) / 1024;

  it('passes through a little of it, there and back', async () => {
    const large = await freshDatabase();
    await connected(large.ownerUrl, (client) =>
      client.query(`insert into journal (bloc_id, province_id, record_kind, record_id, n, prev, hash, body)
        select gen_random_uuid(), gen_random_uuid(), 'Cycle', gen_random_uuid(), 1, none, encode(sha256(convert_to(none || E'\\n' || body, 'UTF8')), 'hex'), body
          from (select repeat('0', 64) as none, repeat(md5(i::text), 3000) as body from generate_series(1, 2400) i) entries`),
    );
    const [file, dataDir] = [join(folder, 'large.tar'), await emptyFolder()];
    const small = await thidua({ ...world, by: weighed }, ['backup', join(folder, 'small.tar')]);
    const backed = await thidua({ ...large, dataDir, by: weighed }, ['backup', file]);
    expect((await stat(file)).size).toBeGreaterThan(225_000_000);
    const back = await thidua({ ...(await bareDatabase()), dataDir, by: weighed }, ['restore', file]);
    for (const { code, said } of [backed, back]) {
      expect(code).toBe(0);
      // What the collector has not yet taken back counts too; a file held whole would cost more than 225 MB.
      expect(peakIn(said) - peakIn(small.said)).toBeLessThan(150);
    }
    await rm(file);
  }, 180_000);
});

describe('a wall that would hide rows', () => {
  it('stops the backup, which would otherwise lack them without a word', async () => {
    const database = await plainlyOwnedDatabase();
    const { dataDir } = await restoredAt(database);
    await connected(database.ownerUrl, (owner) => owner.query('drop policy owner_all on registration'));
    const file = join(folder, 'hidden.tar');
    await expect(backUp(file, configOf(database, dataDir), database.ownerUrl)).rejects.toMatchObject({ code: 'rows-hidden' });
    expect(existsSync(file)).toBe(false);
  });
});
