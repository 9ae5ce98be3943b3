import type { DispatchView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { createHash, randomUUID } from 'node:crypto';
import {
  allAnswered,
  deliveriesOf,
  dispatchPath,
  issuePaper,
  mailboxOf,
  makeIssuedBloc,
  makeSignedBloc,
  prepare,
  send,
  type Paper,
} from '../support/papers.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { connected } from '../support/rows.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let worker: RunningWorker;
beforeAll(async () => {
  world = await startWorld();
  worker = await startWorkerOf(world);
});
afterAll(async () => {
  await worker.stop();
  await world.close();
});

const ADDRESSES = ['hoi-dong', 'ban', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'];
const addressesOf = ({ bloc }: SmallBloc) => ADDRESSES.map((name) => `${name}@${bloc}.example`);

const NAMES: Readonly<Record<string, string>> = { BC: 'Báo cáo', BB: 'Biên bản', TTr: 'Tờ trình' };

/** A change that waits for what stands around its record. */
const WAITING = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'select around.%'`;

describe('a dispatch', () => {
  let bloc: SmallBloc;
  let papers: Paper[];
  let dispatch: DispatchView;
  beforeAll(async () => {
    ({ bloc, papers } = await makeSignedBloc(world, 'khoi-gui'));
    dispatch = await prepare(bloc);
  }, 180_000);

  it('shows before anything is sent which papers go to whom: each recipient once, head and deputy as the units that they are', () => {
    expect(dispatch).toMatchObject({ state: 'draft', year: 2020, due: '2020-12-15', sentAt: null });
    expect(dispatch.papers.map(({ documentId }) => documentId)).toEqual(papers.map(({ id }) => id));
    expect(dispatch.papers[0]).toMatchObject({ typeName: 'Báo cáo', number: '01/BC-KTĐT', day: '2020-12-11', replaces: null });
    expect(dispatch.recipients.map(({ address }) => address)).toEqual(addressesOf(bloc));
    expect(dispatch.lines.map(({ to }) => to)).toEqual(['council', 'board', 'head', 'deputy', 'members', 'archive']);
    expect(dispatch.actions).toEqual([{ type: 'send', needs: [] }]);
  });

  it('is prepared once', async () => {
    const again = await (await bloc.person('records')).post(`${bloc.path}/dispatches`, { year: 2020 });
    expect(again.body).toMatchObject({ status: 409, code: 'already-exists' });
  });

  it('is sent by the records officer alone', async () => {
    for (const name of ['secretary', 'u1.head']) {
      const person = await bloc.person(name);
      expect((await person.get<DispatchView>(dispatchPath(bloc, dispatch))).body.actions).toEqual([]);
      const refused = await person.event(dispatchPath(bloc, dispatch), { type: 'send', version: dispatch.version });
      expect(refused.body).toMatchObject({ status: 403, code: 'forbidden' });
    }
    for (const name of ['u3.head', 'council']) expect((await (await bloc.person(name)).get(dispatchPath(bloc, dispatch))).status).toBe(404);
  });

  it('goes as one letter to each recipient: with the signed papers that are for it, as text and HTML with the same words, and one link', async () => {
    const sent = await send(bloc, dispatch);
    expect(sent).toMatchObject({ state: 'sent', sentAt: expect.stringContaining('2020-12-11T02:') as string, papers: dispatch.papers });
    const letters = await allAnswered(bloc, dispatch);
    expect(letters.map(({ address, state, attempts }) => ({ address, state, attempts }))).toEqual(
      addressesOf(bloc).map((address) => ({ address, state: 'accepted', attempts: 1 })),
    );
    const mailbox = mailboxOf(world);
    const lines = (await mailbox.list()).filter(({ to }) => addressesOf(bloc).includes(to));
    expect(lines.map(({ to }) => to).sort()).toEqual(addressesOf(bloc).sort());
    const seen = new Set<string>();
    for (const line of lines) {
      const { email } = (await mailbox.read(line.id))!;
      expect(email.subject).toBe('[BẢN MẪU] Khối thi đua thử: báo cáo tổng kết và hồ sơ đề nghị khen thưởng năm 2020');
      expect(email.to!.map(({ address }) => address)).toEqual([line.to]);
      // The minutes print what each peer gave: they are for the council and its standing body alone.
      const own = papers.filter(({ type }) => type !== 'BB' || /^(hoi-dong|ban)@/.test(line.to));
      expect(email.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual(
        own.map(({ type }) => [`${NAMES[type]} 01-${type}-KTĐT.pdf`, 'application/pdf']),
      );
      const hashes = email.attachments.map(({ content }) =>
        createHash('sha256')
          .update(new Uint8Array(content as ArrayBuffer))
          .digest('hex'),
      );
      expect(hashes).toEqual(own.map(({ sha256 }) => sha256));
      expect(wordsOfHtml(email.html!)).toEqual(wordsOfText(email.text!));
      expect(email.text).toContain(`- Báo cáo số 01/BC-KTĐT ngày 11/12/2020: ${dispatch.papers[0]!.title}\n- `);
      expect(email.text!.includes('- Biên bản số 01/BB-KTĐT ngày 11/12/2020: ')).toBe(own.length === 3);
      const links = [...email.text!.matchAll(/https?:\/\/\S+/g)].map(([link]) => link);
      expect(links).toHaveLength(1);
      expect(email.html!.match(/https?:\/\/[^"<]+/g)).toEqual(links);
      seen.add(links[0]!);
    }
    expect(seen.size).toBe(lines.length);
  });

  it('tells its history in words', async () => {
    const history = await (await bloc.person('u1.head')).get<{ items: { sentence: string }[] }>(`${dispatchPath(bloc, dispatch)}/history`);
    expect(history.body.items.map(({ sentence }) => sentence)).toEqual(['Người records: Lập lượt gửi', 'Người records: Gửi văn bản']);
  });

  it('that was sent is not sent again, and with nothing new none is prepared', async () => {
    const records = await bloc.person('records');
    const { version } = (await records.get<DispatchView>(dispatchPath(bloc, dispatch))).body;
    expect((await records.event(dispatchPath(bloc, dispatch), { type: 'send', version })).body).toMatchObject({
      status: 409,
      code: 'not-in-this-state',
    });
    expect((await records.post(`${bloc.path}/dispatches`, { year: 2020 })).body).toMatchObject({
      status: 409,
      code: 'needs-new-papers',
      detail: 'Mọi văn bản đã phát hành của năm đều đã gửi.',
    });
    expect((await records.get(`${bloc.path}/dispatches?year=2020`)).body).toMatchObject({
      unissuedPapers: '',
      actions: [{ type: 'create', needs: [{ code: 'needs-new-papers' }] }],
    });
    expect((await mailboxOf(world).list()).filter(({ to }) => addressesOf(bloc).includes(to))).toHaveLength(9);
  });

  it('of a paper that replaces a sent one takes that one alone, and says what it replaces', async () => {
    await issuePaper(world, bloc, 'BC', 5, papers[0]!.id);
    const second = await prepare(bloc);
    expect(second.papers).toMatchObject([{ number: '05/BC-KTĐT', replaces: '01/BC-KTĐT' }]);
    await send(bloc, second);
    await allAnswered(bloc, second);
    const [line] = await mailboxOf(world).list('ban@khoi-gui.example');
    const { email } = (await mailboxOf(world).read(line!.id))!;
    expect(email.attachments.map(({ filename }) => filename)).toEqual(['Báo cáo 05-BC-KTĐT.pdf']);
    expect(email.text).toContain('(thay thế Báo cáo số 01/BC-KTĐT)');
  });
});

describe('two presses at once', () => {
  it.each([
    ['with one key, send once and answer the same', true],
    ['with two keys, let one win', false],
  ])('%s', async (_, sameKey) => {
    const { bloc } = await makeIssuedBloc(world, sameKey ? 'khoi-mot-khoa' : 'khoi-hai-khoa');
    const dispatch = await prepare(bloc);
    const records = await bloc.person('records');
    const keys = [randomUUID(), randomUUID()];
    const event = { type: 'send', version: dispatch.version };
    const answers = await Promise.all([0, 1].map((n) => records.event(dispatchPath(bloc, dispatch), event, sameKey ? keys[0] : keys[n])));
    expect(answers.map(({ status }) => status).sort()).toEqual(sameKey ? [201, 201] : [201, 409]);
    expect(await deliveriesOf(bloc, dispatch)).toHaveLength(9);
  });
});

describe('a press that comes while the same is being sent', () => {
  it('and has read the dispatch before, but the year after, is told that it was changed', async () => {
    const { bloc } = await makeIssuedBloc(world, 'khoi-giua-chung');
    const dispatch = await prepare(bloc);
    const records = await bloc.person('records');
    const answer = await connected(world.ownerUrl, async (db) => {
      await db.query('begin; lock table receipt in access exclusive mode'); // the year cannot be read, the dispatch can
      const pressed = records.event(dispatchPath(bloc, dispatch), { type: 'send', version: dispatch.version });
      await eventually(async () => (await world.owner.query(WAITING)).rowCount === 1);
      await db.query(`update dispatch set state = 'sent', version = version + 1 where id = $1`, [dispatch.id]);
      await db.query('commit');
      return pressed;
    });
    expect(answer.body).toMatchObject({ status: 409, code: 'stale' });
  });
});

describe('what is not ready is refused by its name, in Vietnamese, with what to do next', () => {
  const refusedWith = async (bloc: SmallBloc, dispatch: DispatchView, code: string, detail: string) => {
    const records = await bloc.person('records');
    const answer = await records.event(dispatchPath(bloc, dispatch), { type: 'send', version: dispatch.version });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 409, type: `/problems/${code}`, detail, next: expect.stringMatching(/\S/) as string });
    const shown = await records.get<DispatchView>(dispatchPath(bloc, dispatch));
    expect(shown.body).toMatchObject({ state: 'draft', actions: [{ type: 'send', needs: [{ code, detail }] }] });
    expect(await deliveriesOf(bloc, dispatch)).toEqual([]);
  };

  it('needs-all-issued', async () => {
    const { bloc, papers } = await makeIssuedBloc(world, 'khoi-thieu');
    await world.owner.query(`update document set state = 'signed' where id = $1`, [papers[2]!.id]);
    await refusedWith(bloc, await prepare(bloc), 'needs-all-issued', 'Chưa phát hành: Tờ trình.');
    const list = await (await bloc.person('u1.head')).get(`${bloc.path}/dispatches?year=2020`);
    expect(list.body).toMatchObject({ unissuedPapers: 'Tờ trình', actions: [] });
  });

  it('needs-all-issued, while a replacement is under way', async () => {
    const { bloc, papers } = await makeIssuedBloc(world, 'khoi-dang-sua');
    const { id } = await issuePaper(world, bloc, 'BB', 6, papers[1]!.id);
    await world.owner.query(`update document set state = 'proposed' where id = $1`, [id]);
    await refusedWith(bloc, await prepare(bloc), 'needs-all-issued', 'Chưa phát hành: Biên bản.');
  });

  it('needs-addresses', async () => {
    const { bloc } = await makeIssuedBloc(world, 'khoi-khong-dia-chi');
    await world.owner.query(
      `update unit set email = null where code in ('u4', 'u6') and province_id = (select province_id from place where slug = $1)`,
      [bloc.bloc],
    );
    await refusedWith(
      bloc,
      await prepare(bloc),
      'needs-addresses',
      'Chưa có địa chỉ thư của: Hội U4 tỉnh Bắc Giang, Hội U6 tỉnh Bắc Giang.',
    );
  });

  it('and without any paper nothing can be prepared', async () => {
    const { bloc } = await makeIssuedBloc(world, 'khoi-trong');
    await world.owner.query('delete from document_file where bloc_id = (select bloc_id from place where slug = $1)', [bloc.bloc]);
    await world.owner.query('delete from document where cycle_id = $1', [bloc.cycleId]);
    const records = await bloc.person('records');
    expect((await records.post(`${bloc.path}/dispatches`, { year: 2020 })).body).toMatchObject({
      code: 'needs-all-issued',
      detail: 'Chưa phát hành: Báo cáo, Biên bản, Tờ trình.',
    });
    expect((await records.post(`${bloc.path}/dispatches`, { year: 2019 })).body).toMatchObject({ status: 422, code: 'unknown-reference' });
    expect((await (await bloc.person('secretary')).post(`${bloc.path}/dispatches`, { year: 2020 })).body).toMatchObject({
      code: 'forbidden',
    });
  });
});

const squeezed = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const wordsOfText = (text: string): string[] => squeezed(text.replace(/:\n(https?:\/\/\S+)/, '').replace(/^--$/m, ''));
const wordsOfHtml = (html: string): string[] =>
  squeezed(
    html
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"'),
  );
