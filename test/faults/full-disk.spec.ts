import { jest } from '@jest/globals';
import { KeyFiles } from '@thidua/api/signature/key-files';
import { makeAuthority } from '@thidua/api/platform/pdf/certificate';
import type { MailLine } from '@thidua/workflows/development/mail.schema';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointsIn, linesIn } from '../support/checkpoints.js';
import { Browser } from '../support/client.js';
import { thidua } from '../support/command.js';
import { connected } from '../support/rows.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';
import { faultsOf } from './checker.js';
import { LETTERS, Load, REGISTERING, registrationDraft } from './load.js';
import { OwnServer } from './own-server.js';
import { openScene, type Scene } from './scene.js';
import { SmallDisk } from './small-disk.js';

jest.setTimeout(120_000);

const REFUSAL = {
  status: 507,
  code: 'storage-full',
  detail: 'The server has no room left to write. Nothing was written.',
  next: 'Tell the administrator to free some space; what you typed is still there, try again later.',
};
/** So many answers come before a blow and after it. */
const BETWEEN = 20;
/** So many units register, and so many score. */
const AT_WORK = 2;
/** PostgreSQL's own tables, the world of the tests and the journal of what it does find room in so many megabytes. */
const DATABASE_MB = 700;

const describeFull = SmallDisk.possible ? describe : describe.skip;

describeFull('the disk of the database, full under people at work (as root, where it may mount),', () => {
  let disk: SmallDisk;
  let server: OwnServer;
  let scene: Scene;

  beforeAll(async () => {
    disk = new SmallDisk(DATABASE_MB);
    server = await OwnServer.start(disk.folder);
    scene = await openScene();
    scene.world.owner.on('error', () => undefined); // it is cut off with all others
  });
  afterAll(async () => {
    await scene.close();
    await server.close();
    disk.close();
  });

  /** The so-manyth share of the units begins to work. */
  const begin = ({ stage, apis, ledger }: Scene, share: number) => {
    const own = <T>(all: readonly T[]) => all.slice(share * AT_WORK, (share + 1) * AT_WORK);
    const atWork = { registrations: own(stage.registrations), sheets: own(stage.sheets) };
    return Load.begin(atWork, apis[0]!.url, ledger, 1_000);
  };
  const accepts = () => connected(scene.world.ownerUrl, () => Promise.resolve(true)).catch(() => false);
  const statuses = () => new Set(scene.ledger.all('answered').flatMap(({ status }) => (status >= 400 ? [status] : [])));
  const expectNoFault = async () => {
    await scene.settled();
    await connected(scene.world.ownerUrl, async (db) => expect(await faultsOf(scene.ledger, db, LETTERS)).toEqual([]));
  };

  /** Somebody who has nothing to do with the others saves until there is no room. @returns the refusal */
  async function savedUntilRefused(): Promise<object> {
    const { unit, record } = scene.stage.registrations.at(-1)!;
    const officer = await Browser.signIn(scene.apis[0]!.url, `${unit}.officer@${REGISTERING}.example`, PASSWORD);
    officer.speaking('en');
    disk.fill();
    for (let { version } = record, n = 1; ; n += 1) {
      const answer = await officer.put(record.path, { ...registrationDraft(`Bản ${n} ${'đầy '.repeat(200)}`), version });
      if (answer.status >= 300) return answer.body;
      version = answer.body['version'] as number;
    }
  }

  it('refuses with 507 what finds no room, in words, keeps what was acknowledged, and takes everything again once there is room', async () => {
    const load = await begin(scene, 0);
    await scene.ledger.next('answered', BETWEEN);
    expect(await Promise.race([savedUntilRefused(), load.refusal])).toMatchObject(REFUSAL);
    scene.ledger.note({ what: 'struck', program: 'database', how: 'no room for rows', since: 0 });
    disk.free();
    await scene.ledger.next('answered', BETWEEN);
    await load.stop();
    expect([...statuses()].filter((status) => status !== 507)).toEqual([]);
    await expectNoFault();
  });

  it('without room for its own log goes down with 503, and comes back with all that was acknowledged', async () => {
    const before = scene.ledger.all('answered').length;
    const load = await begin(scene, 1);
    await scene.ledger.next('answered', BETWEEN);
    const since = performance.now();
    disk.fill();
    const down = await connected(scene.world.ownerUrl, async (db) => {
      db.on('error', () => undefined);
      for (;;) await db.query('select pg_switch_wal()').then(() => db.query('select txid_current()'));
    }).catch((error: Error) => error.message);
    expect(down).toMatch(/terminated|No space left/);
    disk.free();
    // It comes back by itself, unless it was still full when it tried to.
    const ended = await Promise.race([server.ended.then(() => true), eventually(accepts, 60).then(() => false)]);
    if (ended) await server.startAgain();
    scene.ledger.note({ what: 'struck', program: 'database', how: 'no room for its log', since });
    await scene.ledger.next('answered', BETWEEN);
    await load.stop();
    const failed = scene.ledger.all('answered').slice(before);
    expect(failed.filter(({ status }) => status >= 400 && status !== 503 && status !== 507)).toEqual([]);
    await expectNoFault();
    expect(await thidua(scene.world, ['audit', 'verify'])).toMatchObject({ code: 0 });
  });
});

describeFull('the disk of the data folder, full (as root, where it may mount),', () => {
  let disk: SmallDisk;
  let world: World;
  let dataDir: string;
  beforeAll(async () => {
    disk = new SmallDisk(2);
    dataDir = join(disk.folder, 'data');
    mkdirSync(dataDir);
    world = { ...(await startWorld({ DATA_DIR: dataDir })), dataDir };
  });
  afterEach(() => disk.free());
  afterAll(async () => {
    await world.close();
    disk.close();
  });
  const tree = () => readdirSync(dataDir, { recursive: true }).map(String).sort();

  it('refuses over HTTP with 507, leaves no half file, and takes it once there is room', async () => {
    const put = () => world.stranger().speaking('en').put('/api/dev/mail/refused', ['vang@nhan.example']);
    await put();
    const before = tree();
    disk.fill();
    const refused = await put();
    expect({ ...refused.body, after: refused.headers.get('retry-after') }).toMatchObject({ ...REFUSAL, after: '5' });
    expect(tree()).toEqual(before);
    disk.free();
    expect(await put()).toMatchObject({ status: 200 });
  });

  it('leaves no half key; the key is made once there is room', async () => {
    const keys = new KeyFiles(join(dataDir, 'keys'));
    const authority = await makeAuthority(new Date());
    mkdirSync(join(dataDir, 'keys'), { recursive: true });
    const before = tree();
    disk.fill();
    await expect(keys.once('tests-own', () => Promise.resolve(authority))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(tree()).toEqual(before);
    disk.free();
    expect(await keys.once('tests-own', () => Promise.resolve(authority))).toMatchObject({ certificate: expect.any(String) as string });
  });

  it('keeps no half checkpoint: the command says so, and writes every one once there is room', async () => {
    const checkpoint = () => thidua(world, ['audit', 'checkpoint']);
    expect(await checkpoint()).toMatchObject({ code: 0 });
    rmSync(checkpointsIn(dataDir)); // or a few lines would find room in its last page
    disk.fill();
    const { code, said } = await checkpoint();
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/đã đầy[\s\S]*is full/) as string });
    disk.free();
    expect(await checkpoint()).toMatchObject({ code: 0 });
    const { rows } = await world.owner.query<{ line: string }>('select line from checkpoint order by n');
    expect(rows).toHaveLength(3);
    expect(linesIn(dataDir)).toEqual(rows.map(({ line }) => line));
    expect(await thidua(world, ['audit', 'verify'])).toMatchObject({ code: 0 });
  });

  it('lets letters to the mailbox of the development mode wait; each is there once when there is room', async () => {
    const worker = await startWorkerOf(world, { DATA_DIR: dataDir });
    try {
      disk.fill();
      await world.owner.query(
        `insert into delivery (id, record_kind, record_id, n, letter, facts, recipient_name, address)
         select gen_random_uuid(), 'Registration', gen_random_uuid(), 1, 'registration-submitted',
                '{"year": "2020", "bloc": "Khối", "unit": "Hội", "aim": "Cờ"}', 'Người nhận', 'day@nhan.example' from generate_series(1, 3)`,
      );
      await eventually(async () => (await world.owner.query('select from delivery where attempts > 0')).rowCount === 3);
      disk.free();
      await eventually(async () => (await world.owner.query(`select from delivery where state = 'queued'`)).rowCount === 0);
      const box = await world.stranger().get<{ items: MailLine[] }>('/api/dev/mail?to=day@nhan.example');
      expect(box.body.items).toHaveLength(3);
    } finally {
      await worker.stop();
    }
  });
});
