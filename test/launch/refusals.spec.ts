import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, failures, sentences } from '../../api/launch/failures.mjs';
import { nodeWillDo } from '../../api/launch/enter.mjs';
import { hold } from '../../api/launch/lock.mjs';
import { together } from '../../api/launch/jest-runs.mjs';
import { demandHealth } from '../../api/launch/serve.mjs';
import { chosen } from '../../api/launch/test-all.mjs';
import { launchToEnd, removeTemporaryFolders, ROOT, standIn, temporaryFolder, type Start } from '../support/launcher.js';

const isRoot = process.getuid?.() === 0;
const canMount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0;
const asNode = (version: string) => [
  process.execPath,
  '--import',
  `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"${version}"})`,
];
/** Starts in a mount table of its own, where `mounting` has been done. */
const after = (mounting: string) => ['unshare', '-m', 'sh', '-c', `${mounting} && exec "$0" "$@"`, process.execPath];

let blocked: Server;
let taken: string;
/** A data folder whose database one of these tests makes, and the next ones use. */
let made: string;
const empty = () => join(temporaryFolder(), 'data');

beforeAll(async () => {
  made = empty();
  blocked = createServer((_, answer) => answer.writeHead(404).end('{}'));
  await new Promise<void>((resolve) => blocked.listen(0, '127.0.0.1', resolve));
  taken = String((blocked.address() as AddressInfo).port);
});
afterAll(() => {
  blocked.close();
  removeTemporaryFolders();
});

async function expectRefusal(name: keyof typeof failures, start: Start): Promise<string> {
  const { code, said } = await launchToEnd(start);
  const beginning = failures[name].en.split('{')[0]!;
  expect({ code, said }).toEqual({ code: failures[name].code, said: expect.stringContaining(beginning) as string });
  expect(said).toContain(failures[name].vi.split('{')[0]!);
  expect(said).not.toMatch(/\{\w+\}/);
  return said;
}

describe('npm start says by exit code and sentence why it does not start', () => {
  it('has a code of its own for each reason, none of which Node uses', () => {
    const codes = Object.values(failures).map((failure) => failure.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(Math.min(...codes)).toBeGreaterThanOrEqual(20);
  });

  it('runs no test in silence: a word that fits no part is refused, and the parts are named', () => {
    const titles = ['Lint', 'test/api', 'test/web'];
    expect([...chosen(titles, ['api', 'Lint'])]).toEqual(['Lint', 'test/api']);
    expect([...chosen(titles, [])]).toEqual(titles);
    expect(() => chosen(titles, ['api', 'lanch'])).toThrow('no-such-part');
    const said = sentences(new Failure('no-such-part', { words: 'lanch', parts: titles.join(' | ') }));
    expect(said).toContain('lanch');
    expect(said).toContain('Lint | test/api | test/web');
  });

  it('runs every part that was asked for, once: those that share a machine well together, where they follow each other', () => {
    const run = (title: string, shares: boolean) => ({ title, cwd: 'test', args: ['--maxWorkers=2', title], shares });
    const runs = together([run('api', true), run('web', true), run('faults', false), run('year', true)]);
    expect(runs.map(({ title, args }) => [title, args])).toEqual([
      ['api, web', ['--maxWorkers=2', 'api', 'web']],
      ['faults', ['--maxWorkers=2', 'faults']],
      ['year', ['--maxWorkers=2', 'year']],
    ]);
  });

  it.each([
    ['12.22.0', false],
    ['18.20.8', false],
    ['20.0.0', true],
    ['24.21.0', true],
  ])('knows whether Node %s will do: %s', (version, willDo) => {
    expect(nodeWillDo(version)).toBe(willDo);
  });

  it('Node is too old', async () => {
    await expectRefusal('node-too-old', { by: asNode('18.20.8') });
  });

  it('npm offers no Node 24 for this machine', async () => {
    const root = standIn();
    execFileSync('rm', [join(root, 'node_modules/.bin')]);
    await expectRefusal('node-24-missing', { root, by: asNode('22.1.0'), env: { DATA_DIR: empty() } });
  });

  it('the first installation finds no network', async () => {
    await expectRefusal('no-network', {
      root: notInstalled(),
      env: { npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: empty() },
    });
  });

  it('the registry is there but lacks a package', async () => {
    const said = await expectRefusal('install-failed', {
      root: notInstalled(),
      env: { npm_config_registry: `http://127.0.0.1:${taken}/`, npm_config_cache: empty() },
    });
    expect(said).toContain('E404');
  });

  it('the program does not build', async () => {
    const project = '{ "name": "api", "targets": { "build": { "command": "exit 3" } } }';
    await expectRefusal('build-failed', { root: standIn({ 'api/project.json': project }, false), env: { DATA_DIR: empty(), PORT: '0' } });
  });

  it('the port is taken', async () => {
    const said = await expectRefusal('port-taken', { env: { DATA_DIR: empty(), PORT: taken } });
    expect(said).toContain(`PORT=${Number(taken) + 1} npm start`);
  });

  it.each(['lots', '70000'])('the port is no port: %s', async (port) => {
    await expectRefusal('port-forbidden', { env: { DATA_DIR: empty(), PORT: port } });
  });

  it('the data folder is held by a running instance, also when the port is taken too', async () => {
    const folder = temporaryFolder();
    const letGo = hold(folder);
    const said = await expectRefusal('folder-held', { env: { DATA_DIR: folder, PORT: taken } });
    expect(said).toContain(String(process.pid));
    letGo();
    await expectRefusal('port-taken', { env: { DATA_DIR: folder, PORT: taken } });
  });

  it('a lock left by a killed instance holds nothing', async () => {
    const folder = temporaryFolder();
    const lock = JSON.stringify(join(ROOT, 'api/launch/lock.mjs'));
    spawnSync(process.execPath, [
      '-e',
      `import(${lock}).then(({ hold }) => { hold(${JSON.stringify(folder)}); process.kill(process.pid, 'SIGKILL'); })`,
    ]);
    await expectRefusal('port-taken', { env: { DATA_DIR: folder, PORT: taken } });
  });

  it('the data folder cannot be written', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'not a folder');
    await expectRefusal('folder-unusable', { env: { DATA_DIR: join(file, 'data'), PORT: '0' } });
  });

  it('the data was written by another PostgreSQL', async () => {
    const folder = empty();
    mkdirSync(join(folder, 'pg'), { recursive: true });
    writeFileSync(join(folder, 'pg', 'PG_VERSION'), '15\n');
    const said = await expectRefusal('folder-of-other-version', { root: standIn(), env: { DATA_DIR: folder, PORT: '0' } });
    expect(said).toContain('PostgreSQL 15');
  });

  it('the database is damaged', async () => {
    const folder = empty();
    mkdirSync(join(folder, 'pg'), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'pg', 'PG_VERSION'), '18\n');
    const said = await expectRefusal('database-failed', { root: standIn(), env: { DATA_DIR: folder, PORT: '0' } });
    expect(said).toContain('could not access the server configuration file');
  });

  it.each(['DATABASE_URL', 'DATABASE_OWNER_URL'])('only %s is given', async (name) => {
    const said = await expectRefusal('database-half-given', { env: { [name]: 'postgres://a@127.0.0.1/b' } });
    expect(said).toContain(name);
  });

  it('the file of a secret cannot be read, which must not become a start without it', async () => {
    const said = await expectRefusal('configuration-refused', { env: { DATABASE_URL_FILE: '/nowhere/database-url' } });
    expect(said).toContain('DATABASE_URL_FILE (ENOENT)');
  });

  it.each([
    ['migration-failed', `throw new Error('no such table')`],
    ['demo-failed', `if (process.argv[2] === 'demo') throw new Error('no such table')`],
    ['configuration-refused', `throw new Error('Sample secrets in production: DATABASE_URL')`],
  ] as const)('a step of the set-up fails: %s', async (name, program) => {
    const said = await expectRefusal(name, { root: standIn({ 'api/dist/cli.js': program }), env: { DATA_DIR: made, PORT: '0' } });
    expect(said).toMatch(/no such table|DATABASE_URL/);
  });

  it('a process ends by itself', async () => {
    const root = standIn({ 'api/dist/worker.js': `process.stderr.write('out of ideas\\n'); process.exit(9);` });
    const said = await expectRefusal('process-ended', { root, env: { DATA_DIR: made, PORT: '0' } });
    expect(said).toContain('out of ideas');
    expect(said).toContain('worker.log');
  });

  it('after a while a part is still not ready; the part is named with its reason', async () => {
    const { host, port, close } = await notReady();
    const api = { log: join(temporaryFolder(), 'api.log') };
    const refused = (await demandHealth({ host }, port, [api], 1).catch((error: unknown) => error)) as Failure;
    close();
    expect(refused.failure).toBe(failures['not-ready']);
    expect(sentences(refused)).toContain('Thư: Máy chủ thư không nhận. Mail: The mail server does not take us.');
  });

  it('a demonstration was half loaded into a database that is not the program’s own', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'demo-loading'), '');
    const given = { DATABASE_URL: 'postgres://a@127.0.0.1/b', DATABASE_OWNER_URL: 'postgres://o@127.0.0.1/b', THIDUA_MODE: 'development' };
    const said = await expectRefusal('demo-half-loaded', { root: standIn(), env: { ...given, DATA_DIR: folder, PORT: '0' } });
    expect(said).toContain(join(folder, 'demo-loading'));
  });

  it('is told in the handbook, code by code', () => {
    const handbook = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
    const told = [...handbook.matchAll(/^\| (\d\d) \|/gm)].map(([, code]) => Number(code));
    expect(told).toEqual(Object.values(failures).map(({ code }) => code));
  });

  it('is tried here, every one of them', () => {
    const tried = readFileSync(import.meta.filename, 'utf8');
    for (const name of Object.keys(failures)) expect(tried).toContain(`'${name}'`);
  });
});

(canMount ? describe : describe.skip)('npm start as root, with a mount table of its own, says why it does not start', () => {
  it('the disk is full before the start', async () => {
    const folder = temporaryFolder();
    await expectRefusal('disk-full', { by: after(`mount -t tmpfs -o size=16m tmpfs ${folder}`), env: { DATA_DIR: folder, PORT: '0' } });
  });

  it('the disk fills up while the database is made', async () => {
    const folder = temporaryFolder();
    const small = `mount -t tmpfs -o size=1g,nr_inodes=200 tmpfs ${folder}`;
    await expectRefusal('disk-full', { root: standIn(), by: after(small), env: { DATA_DIR: folder, PORT: '0' } });
  });

  it('PostgreSQL cannot enter a data folder below a closed folder', async () => {
    const folder = join(temporaryFolder(0o700), 'data');
    await expectRefusal('folder-closed', {
      root: standIn(),
      by: after('mount -t tmpfs tmpfs /proc'),
      env: { DATA_DIR: folder, PORT: '0' },
    });
  });
});

/** A program that answers that its mail is not ready. */
async function notReady(): Promise<{ host: string; port: number; close: () => void }> {
  const mail = { vi: 'Thư', en: 'Mail' };
  const reason = { vi: 'Máy chủ thư không nhận.', en: 'The mail server does not take us.' };
  const health = { ready: false, parts: [{ part: 'mail', name: mail, state: 'failing', reason }] };
  const server = createServer((_, answer) => answer.writeHead(503).end(JSON.stringify(health)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** A clone on which nothing was installed yet. */
function notInstalled(): string {
  const root = temporaryFolder();
  for (const path of ['api/launch', 'package.json', 'package-lock.json', '.npmrc'])
    cpSync(join(ROOT, path), join(root, path), { recursive: true });
  for (const project of ['api', 'web', 'workflows', 'migrations', 'test']) {
    mkdirSync(join(root, project), { recursive: true });
    cpSync(join(ROOT, project, 'package.json'), join(root, project, 'package.json'));
  }
  return root;
}
