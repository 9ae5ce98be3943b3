import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { mailboxOf } from '../support/papers.js';
import { done } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

const DRAFT = {
  aim: { kind: 'title', code: 'flag' },
  targets: [{ name: 'Hội viên mới', unit: 'người', planned: '120', previous: '', evidence: 'Danh sách' }],
  note: '',
};

let world: World;
let worker: RunningWorker;
let bloc: SmallBloc;
let record: string;
/** The links of the letter that asks the leading unit’s head to decide. */
let links: string[];
beforeAll(async () => {
  world = await startWorld();
  worker = await startWorkerOf(world);
  bloc = await makeSmallBloc(world, 'khoi-thu-tin');
  await bloc.setClock('2020-03-02T02:00:00Z');
  done(await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
  const head = await bloc.person('u3.head');
  const list = done(await head.get<{ items: { id: string; version: number; unitShortName: string }[] }>(`${bloc.path}/registrations`));
  const own = list.items.find(({ unitShortName }) => unitShortName === 'Hội U3')!;
  record = `${bloc.path}/registrations/${own.id}`;
  const saved = done(await head.put<{ version: number }>(record, { version: own.version, ...DRAFT }));
  done(await head.event(record, { type: 'submit', version: saved.version }));
  const mailbox = mailboxOf(world);
  const [line] = await eventually(async () => {
    const found = await mailbox.list(`u2.head@${bloc.bloc}.example`);
    return found.length > 0 && found;
  });
  const { email } = (await mailbox.read(line!.id))!;
  links = [...`${email.text} ${email.html ?? ''}`.matchAll(/https?:\/\/[^\s"<>)]+/g)].map(([link]) => link);
});
afterAll(async () => {
  await worker.stop();
  await world.close();
});

const entries = async (): Promise<number> =>
  (await world.owner.query<{ n: number }>('select count(*)::int as n from journal where record_id = $1', [record.split('/').at(-1)]))
    .rows[0]!.n;

describe('attack 19: the link of a letter that asks for a decision, forwarded to a colleague', () => {
  it('leads to a page and carries no secret: it opens nothing by itself', () => {
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(new URL(link).search + new URL(link).hash).toBe('');
    expect(links.join(' ')).not.toMatch(/[\w-]{40,}/);
  });

  it('asks whoever opens it to sign in as themselves', async () => {
    expect((await world.stranger().get(record)).body).toMatchObject({ status: 401, code: 'sign-in-needed' });
  });

  it.each(['u4.head', 'u6.head', 'u2.officer', 'records'])('and refuses them, as themselves, to read or to decide: %s', async (person) => {
    const colleague = await bloc.person(person);
    const told = [await colleague.get(record), await colleague.event(record, { type: 'accept', version: 2 })];
    for (const { body } of told) expect(body).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('attack 17: a mail scanner opens every link of the letter', () => {
  it('by GET, by HEAD, and by GET with a reader’s own cookies: nothing is decided', async () => {
    const before = await entries();
    const leader = await bloc.person('u2.head');
    for (const link of links) {
      const { pathname } = new URL(link);
      for (const method of ['GET', 'HEAD']) await fetch(world.url + pathname, { method });
      await leader.get(pathname);
    }
    expect(await entries()).toBe(before);
    expect((await leader.get(record)).body).toMatchObject({ state: 'submitted' });
  });
});
