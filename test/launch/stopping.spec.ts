import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launch, removeTemporaryFolders, standIn, temporaryFolder, type Launched, type Start } from '../support/launcher.js';
import { aliveOf, canSeeProcesses, ended, familyOf, type Process } from '../support/processes.js';

const isRoot = process.getuid?.() === 0;
/** nobody: a user who owns nothing here. */
const PLAIN = 65_534;
const SERVES = 'Ctrl-C để dừng';

const started: Launched[] = [];
afterEach(() => {
  for (const { process: child } of started.splice(0))
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL');
});
afterAll(removeTemporaryFolders);

const start = (how: Start): Launched => {
  const launched = launch({ ...how, env: { PORT: '0', ...how.env } });
  started.push(launched);
  return launched;
};

/** Starts and waits until it serves. @returns it, with every process of it */
async function serving(how: Start): Promise<{ launched: Launched; family: Process[] }> {
  const launched = start(how);
  await launched.says(SERVES);
  return { launched, family: familyOf(launched.process.pid!) };
}

const newFolder = () => join(temporaryFolder(), 'data');
const whole = (family: readonly Process[]): void => {
  for (const part of ['main.js', 'worker.js', 'postgres', 'thidua-guard'])
    expect(family.filter(({ command }) => command.includes(part))).not.toEqual([]);
};

(canSeeProcesses ? describe : describe.skip)('npm start, where processes can be looked at,', () => {
  let root: string;
  let prepared: string;
  let first: string;
  beforeAll(async () => {
    [root, prepared] = [standIn(), newFolder()];
    const { launched } = await serving({ root, env: { DATA_DIR: prepared } });
    first = launched.said();
    process.kill(-launched.process.pid!, 'SIGINT');
    await launched.ended;
  });
  /** A data folder in which the program has been started and stopped before. */
  const folderOf = (): string => {
    const folder = newFolder();
    execFileSync('cp', ['-a', prepared, folder]);
    return folder;
  };

  it('ends with the address, the accounts that matter, their password, where the others are, and what to try first', () => {
    for (const words of [
      /✔ Thi Đua: http:\/\/localhost:\d+/,
      'BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ',
      'officer@unit.example  việc officer',
      'a long password',
      `Cả 4 tài khoản · All accounts: ${prepared}/demo-accounts.json`,
      'Thử trước tiên · Try first',
      'đăng nhập officer@unit.example: soạn bản đăng ký',
    ])
      expect(first).toMatch(words);
    expect(first).not.toContain('other@unit.example');
  });

  it('says where the first administrator is made, and in which log the code stands, as long as there is none', async () => {
    expect(first).not.toContain('Chưa có quản trị');
    const main = `import { createServer } from 'node:http';
      createServer((request, answer) => {
        answer.statusCode = ['/api/health', '/api/first-administrator'].includes(request.url) ? 200 : 404;
        answer.end('stand-in');
      }).listen(Number(process.env.PORT), process.env.HOST);`;
    const folder = folderOf();
    const { launched } = await serving({ root: standIn({ 'api/dist/main.js': main }), env: { DATA_DIR: folder } });
    expect(launched.said()).toMatch(/Chưa có quản trị[^]*http:\/\/localhost:\d+\/vi\/first-administrator/);
    expect(launched.said()).toContain(join(folder, 'logs', 'api.log'));
  });

  it.each([
    ['Ctrl-C', 'SIGINT'],
    ['SIGTERM', 'SIGTERM'],
    ['a closed terminal', 'SIGHUP'],
  ] as const)('stops everything in order on %s, and starts again', async (_, signal) => {
    const folder = folderOf();
    const { launched, family } = await serving({ root, env: { DATA_DIR: folder } });
    whole(family);
    process.kill(-launched.process.pid!, signal);
    expect(await launched.ended).toBe(0);
    expect(aliveOf(family)).toEqual([]);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    expect(existsSync(join(folder, 'pg', 'postmaster.pid'))).toBe(false);
    const again = await serving({ root, env: { DATA_DIR: folder } });
    expect(again.launched.said()).not.toMatch(/Nạp dữ liệu mẫu|Dựng chương trình|Cài các gói/);
  });

  it('through npm stops everything on Ctrl-C', async () => {
    const { launched, family } = await serving({ root, npm: true, env: { DATA_DIR: folderOf() } });
    whole(family);
    process.kill(-launched.process.pid!, 'SIGINT');
    await launched.ended;
    expect(await ended(family)).toEqual([]);
  });

  it('stops what it has started so far on Ctrl-C while it is still starting', async () => {
    const folder = newFolder();
    const slow = standIn({ 'api/dist/cli.js': 'setTimeout(() => undefined, 60_000)' });
    const launched = start({ root: slow, env: { DATA_DIR: folder } });
    await launched.says('Nâng cấp cơ sở dữ liệu');
    const family = familyOf(launched.process.pid!);
    process.kill(-launched.process.pid!, 'SIGINT');
    expect(await launched.ended).toBe(0);
    expect(await ended(family)).toEqual([]);
    await serving({ root, env: { DATA_DIR: folder } });
  });

  it('killed with -9 leaves nothing that runs, and nothing that stops the next start', async () => {
    const folder = folderOf();
    const { launched, family } = await serving({ root, env: { DATA_DIR: folder } });
    process.kill(launched.process.pid!, 'SIGKILL');
    const next = await serving({ root, env: { DATA_DIR: folder } });
    whole(next.family);
    expect(await ended(family)).toEqual([]);
  });

  it('whose npm was killed with -9 stops as well', async () => {
    const { launched, family } = await serving({ root, npm: true, env: { DATA_DIR: folderOf() } });
    process.kill(launched.process.pid!, 'SIGKILL');
    expect(await ended(family)).toEqual([]);
  });

  it('killed as by a power cut, every process at once, starts again', async () => {
    const folder = folderOf();
    const { family } = await serving({ root, env: { DATA_DIR: folder } });
    for (const { pid } of family) process.kill(pid, 'SIGKILL');
    expect(await ended(family)).toEqual([]);
    whole((await serving({ root, env: { DATA_DIR: folder } })).family);
  });

  it('killed while the demonstration is being loaded begins it anew, on an empty database', async () => {
    const folder = newFolder();
    // A program that leaves a table behind, hangs the first time and refuses a database that is not empty.
    const program = (end: string) => `import pg from 'pg';
      const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
      await owner.connect();
      if (process.argv[2] === 'demo') { await owner.query('create table half (n int)'); process.stdout.write('half'); ${end} }
      await owner.end();`;
    const first = start({
      root: standIn({ 'api/dist/cli.js': program('await new Promise(() => setTimeout(() => undefined, 60_000));') }),
      env: { DATA_DIR: folder },
    });
    await first.says('Nạp dữ liệu mẫu');
    const log = join(folder, 'logs', 'demo.log');
    while (!existsSync(log) || statSync(log).size === 0) await new Promise(setImmediate);
    const family = familyOf(first.process.pid!);
    process.kill(first.process.pid!, 'SIGKILL');
    await ended(family);
    await serving({ root: standIn({ 'api/dist/cli.js': program('') }), env: { DATA_DIR: folder } });
    expect(existsSync(join(folder, 'demo-loading'))).toBe(false);
  });

  it('keeps its data folder to its own user', async () => {
    const folder = folderOf();
    await serving({ root, env: { DATA_DIR: folder } });
    const closed = (path: string) => (statSync(join(folder, path)).mode & 0o077).toString(8);
    for (const path of ['database.json', 'logs', 'logs/api.log', 'pg', 'lock', 'demo-accounts.json'])
      expect({ path, mode: closed(path) }).toEqual({ path, mode: '0' });
  });
});

(canSeeProcesses && isRoot ? describe : describe.skip)('npm start by root, on a machine of its own,', () => {
  it('runs PostgreSQL as nobody, also when data and program lie below a folder that is closed to all others', async () => {
    const root = standIn();
    chmodSync(join(root, '..'), 0o700);
    const { launched, family } = await serving({ root, env: { DATA_DIR: join(root, 'data') } });
    const server = family.find(({ command }) => command.includes('postgres -D'))!;
    expect(statSync(`/proc/${server.pid}`).uid).toBe(65_534);
    process.kill(-launched.process.pid!, 'SIGINT');
    expect(await launched.ended).toBe(0);
  });

  it('may be followed by a plain user with a folder of their own, all of whose processes are theirs', async () => {
    const root = standIn();
    const home = temporaryFolder();
    for (const folder of [root, home]) chmodSync(join(folder, '..'), 0o755);
    for (const folder of [root, home]) execFileSync('chown', ['-R', '-h', `${PLAIN}:${PLAIN}`, folder]);
    const { launched, family } = await serving({ root, uid: PLAIN, env: { DATA_DIR: join(home, 'data'), HOME: home } });
    whole(family);
    for (const { pid, command } of family) expect({ command, uid: statSync(`/proc/${pid}`).uid }).toEqual({ command, uid: PLAIN });
    process.kill(-launched.process.pid!, 'SIGINT');
    expect(await launched.ended).toBe(0);
    expect(aliveOf(family)).toEqual([]);
  });
});
