import type { DispatchView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { randomUUID } from 'node:crypto';
import { allAnswered, deliveriesOf, dispatchPath, linksTo, mailboxOf, makeIssuedBloc, prepare, send } from '../support/papers.js';
import { done } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
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

describe('a letter that does not arrive', () => {
  let bloc: SmallBloc;
  let dispatch: DispatchView;
  beforeAll(async () => {
    ({ bloc } = await makeIssuedBloc(world, 'khoi-bi-tra'));
    await mailboxOf(world).refuse(['u3@khoi-bi-tra.example', 'secretary@khoi-bi-tra.example']);
    dispatch = await send(bloc, await prepare(bloc));
  });
  afterAll(() => mailboxOf(world).refuse([]));

  it('shows as refused in the server’s own words, all others as accepted', async () => {
    const letters = await allAnswered(bloc, dispatch);
    expect(letters.filter(({ state }) => state === 'accepted')).toHaveLength(8);
    expect(letters.filter(({ state }) => state === 'refused')).toMatchObject([
      { name: 'Hội U3 tỉnh Bắc Giang', address: 'u3@khoi-bi-tra.example', answer: expect.stringContaining('550') as string, nextAt: null },
    ]);
    const view = await (await bloc.person('records')).get<DispatchView>(dispatchPath(bloc, dispatch));
    expect(view.body.counts).toEqual({ queued: 0, accepted: 8, refused: 1, failed: 0, confirmed: 0 });
  });

  it('is told to records officer and secretary by letter, with the way to the page; a telling that is refused too is told to nobody', async () => {
    const told = await eventually(async () => {
      const { rows } = await world.owner.query<{ address: string; state: string }>(
        `select address, state from delivery where letter = 'dispatch-undelivered' order by address`,
      );
      return rows.length > 0 && rows.every(({ state }) => state !== 'queued') && rows;
    });
    expect(told).toEqual([
      { address: 'records@khoi-bi-tra.example', state: 'accepted' },
      { address: 'secretary@khoi-bi-tra.example', state: 'refused' },
    ]);
    const [line] = await mailboxOf(world).list('records@khoi-bi-tra.example');
    const { email } = (await mailboxOf(world).read(line!.id))!;
    expect(email.text).toContain('Thư gửi Hội U3 tỉnh Bắc Giang không tới nơi. Máy chủ thư trả lời:');
    expect(email.text).toContain(`/vi/khoi-bi-tra/2020/dispatches/${dispatch.id}`);
    expect(email.attachments).toEqual([]);
  });

  it('is sent again to a corrected address: the same receipt, papers and link, and no other letter', async () => {
    const records = await bloc.person('records');
    const before = await deliveriesOf(bloc, dispatch);
    const { receiptId } = before.find(({ state }) => state === 'refused')!;
    const { version } = (await records.get<DispatchView>(dispatchPath(bloc, dispatch))).body;
    const event = { type: 'resend', version, receiptId, address: 'Van-Thu@u3.example', reason: 'Hội đã đổi hộp thư.' };
    const sent = done(await records.event<DispatchView>(dispatchPath(bloc, dispatch), event));
    expect(sent.state).toBe('sent');
    const after = await allAnswered(bloc, dispatch);
    expect(after.map(({ state }) => state)).toEqual(after.map(() => 'accepted'));
    expect(after.find((letter) => letter.receiptId === receiptId)).toMatchObject({ address: 'van-thu@u3.example', attempts: 1 });
    const [link] = await linksTo(world, 'van-thu@u3.example');
    const opened = await world.stranger().get(`/api/receipts/${link}`);
    expect(opened.body).toMatchObject({ id: receiptId, recipientName: 'Hội U3 tỉnh Bắc Giang' });
    const history = await records.get<{ items: { reason: string | null; changes: object[] }[] }>(`${dispatchPath(bloc, dispatch)}/history`);
    expect(history.body.items.at(-1)).toMatchObject({
      reason: 'Hội đã đổi hộp thư.',
      changes: [{ what: 'Hội U3 tỉnh Bắc Giang', before: 'u3@khoi-bi-tra.example', after: 'van-thu@u3.example' }],
    });
  });

  it('needs-undelivered-letter: one that arrived is not sent again, nor one that is not of this dispatch', async () => {
    const records = await bloc.person('records');
    const { version } = (await records.get<DispatchView>(dispatchPath(bloc, dispatch))).body;
    const [first] = await deliveriesOf(bloc, dispatch);
    for (const receiptId of [first!.receiptId, randomUUID()]) {
      const event = { type: 'resend', version, receiptId, address: 'a@b.example', reason: 'Gửi thêm một lần.' };
      expect((await records.event(dispatchPath(bloc, dispatch), event)).body).toMatchObject({
        status: 409,
        code: 'needs-undelivered-letter',
        detail: 'Thư này không bị trả lại nên không gửi lại được.',
        next: expect.stringMatching(/\S/) as string,
      });
    }
  });
});

describe('a name with line breaks', () => {
  it('gets no header of its own into a letter', async () => {
    const { bloc } = await makeIssuedBloc(world, 'khoi-xuong-dong');
    const name = 'Hội U2\r\nBcc: ke-la@ngoai.example\r\n\r\nChào';
    await world.owner.query(
      `update unit_name set name = $2 where unit_id = (select id from unit where code = 'u2' and province_id = (select province_id from place where slug = $1))`,
      [bloc.bloc, name],
    );
    const dispatch = await send(bloc, await prepare(bloc, [{ to: 'members', text: 'Các đơn vị' }]));
    await allAnswered(bloc, dispatch);
    const mailbox = mailboxOf(world);
    const [line] = await mailbox.list('u2@khoi-xuong-dong.example');
    const { email } = (await mailbox.read(line!.id))!;
    expect(email.to).toMatchObject([{ address: 'u2@khoi-xuong-dong.example' }]);
    expect(email.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(email.text).toContain('Kính gửi: Hội U2 Bcc: ke-la@ngoai.example Chào\n');
    expect(await mailbox.list('ke-la@ngoai.example')).toEqual([]);
  });
});
