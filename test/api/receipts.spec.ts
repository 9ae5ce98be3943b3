import type { DeliveryView, DispatchView, ReceiptView } from '@thidua/workflows/dispatch/dispatch.schema';
import { AppModule } from '@thidua/api/app.module';
import { linkToken } from '@thidua/api/platform/mail/letter-link';
import { readConfig } from '@thidua/api/platform/config/config';
import { openLog } from '@thidua/api/platform/http/log';
import { createServer } from '@thidua/api/platform/http/server';
import { createHash, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { Answer, Browser } from '../support/client.js';
import { wordsInJournals } from '../support/journal-words.js';
import { deliveriesOf, dispatchPath, makeIssuedBloc, prepare, send, type Paper } from '../support/papers.js';
import { done } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
let papers: Paper[];
let dispatch: DispatchView;
let secret: Buffer;
let letters: DeliveryView[];
let stranger: Browser;
beforeAll(async () => {
  world = await startWorld();
  ({ bloc, papers } = await makeIssuedBloc(world, 'khoi-nhan'));
  dispatch = await send(bloc, await prepare(bloc));
  await bloc.setClock('2020-12-16T02:00:00Z');
  secret = (await world.owner.query<{ secret: Buffer }>('select secret from installation_secret')).rows[0]!.secret;
  letters = await deliveriesOf(bloc, dispatch);
  stranger = world.stranger();
});
afterAll(() => world.close());

const idOf = (name: string): string => letters.find(({ address }) => address === `${name}@khoi-nhan.example`)!.receiptId;
/** The address of the receipt as the letter to `u3`, `ban`, … gives it. */
const link = (name: string): string => `/api/receipts/${linkToken(secret, idOf(name))}`;
const NAME = { name: 'Nguyễn Thị Lan' };
const INCOMING = { ...NAME, incomingNumber: '318', incomingDate: '2020-12-16' };
const entriesOf = async (id: string) =>
  (await world.owner.query<{ n: number }>('select count(*)::int as n from journal where record_id = $1', [id])).rows[0]!.n;

const expectRefused = (answer: Answer, status: number, code: string, detail: string): void => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ status, type: `/problems/${code}`, detail, next: expect.stringMatching(/\S/) as string });
};

describe('the link of a letter', () => {
  it('shows without any sign-in who sends what to whom', async () => {
    const { status, body } = await stranger.get<ReceiptView>(link('u3'));
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        state: 'waiting',
        blocName: 'Khối thi đua thử',
        year: 2020,
        kind: 'unit',
        recipientName: 'Hội U3 tỉnh Bắc Giang',
        registersIncoming: false,
        sample: true,
        papers: dispatch.papers.filter(({ councilOnly }) => !councilOnly),
        actions: [{ type: 'confirm', needs: [] }],
      },
    });
  });

  it('lets the papers be read, bit by bit as they were sent, and no other', async () => {
    for (const paper of papers) {
      const address = `${world.url}${link('u3')}/papers/${paper.id}/pdf`;
      const answer = await fetch(address);
      if (paper.type === 'BB') {
        // What each peer gave is for the council: a unit that guesses the address is told that there is nothing.
        expect(answer.status).toBe(404);
        continue;
      }
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(
        createHash('sha256')
          .update(Buffer.from(await answer.arrayBuffer()))
          .digest('hex'),
      ).toBe(paper.sha256);
    }
    const { headers } = await fetch(`${world.url}${link('u3')}/papers/${papers[0]!.id}/pdf`);
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="Bao-cao-04-BC-KTDT.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%2004-BC-KT%C4%90T.pdf`,
    );
    expect((await stranger.get(`${link('u3')}/papers/${randomUUID()}/pdf`)).body).toMatchObject({ code: 'not-found' });
  });

  it('attack 17: confirms nothing by being opened, however often a mail scanner does', async () => {
    for (const method of ['GET', 'HEAD', 'GET']) await fetch(world.url + link('u3'), { method });
    await fetch(`${world.url}/vi${link('u3').slice('/api'.length)}`);
    expect((await stranger.get<ReceiptView>(link('u3'))).body).toMatchObject({ state: 'waiting', version: 1 });
    expect(await entriesOf(idOf('u3'))).toBe(0);
  });

  it('confirms by a press; those who sent it see by whom, and are told by letter', async () => {
    const confirmed = await stranger.post<ReceiptView>(link('u3'), NAME);
    expect(confirmed).toMatchObject({ status: 201, body: { state: 'confirmed', confirmedBy: NAME.name, actions: [] } });
    expect((await deliveriesOf(bloc, dispatch)).find(({ receiptId }) => receiptId === idOf('u3'))).toMatchObject({
      confirmedBy: NAME.name,
      confirmedAt: expect.stringContaining('2020-12-16T02:0') as string,
    });
    const { rows } = await world.owner.query(
      `select address, facts ->> 'recipient' as who from delivery where letter = 'receipt-confirmed' order by 1`,
    );
    expect(rows).toEqual(['records', 'secretary'].map((name) => ({ address: `${name}@khoi-nhan.example`, who: 'Hội U3 tỉnh Bắc Giang' })));
    const history = await (
      await bloc.person('records')
    ).get<{ items: { sentence: string }[] }>(`${bloc.path}/receipts/${idOf('u3')}/history`);
    expect(history.body.items.map(({ sentence }) => sentence)).toEqual(['Nguyễn Thị Lan: Xác nhận đã nhận']);
  });

  it('pressed again with the same words answers what stands; with other words it changes nothing', async () => {
    expect(await stranger.post(link('u3'), NAME)).toMatchObject({ status: 201, body: { state: 'confirmed', confirmedBy: NAME.name } });
    const other = await stranger.post(link('u3'), { name: 'Trần Văn Hòa' });
    expectRefused(other, 409, 'not-in-this-state', String(other.body.detail));
    expect(other.body.detail).toContain('Đã nhận');
    expect(await entriesOf(idOf('u3'))).toBe(1);
    const both = await Promise.all([stranger.post(link('u4'), NAME), stranger.post(link('u4'), NAME)]);
    expect(both.map(({ status, body }) => [status, body.confirmedBy])).toEqual(both.map(() => [201, NAME.name]));
    expect(await entriesOf(idOf('u4'))).toBe(1);
  });

  it('refuses a press on another version than the one that stands, a foreign page, and unknown fields', async () => {
    expect((await stranger.post(link('u6'), { ...NAME, version: 9 })).body).toMatchObject({ status: 409, code: 'stale' });
    const foreign = await fetch(world.url + link('u6'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(NAME),
    });
    expect(await foreign.json()).toMatchObject({ code: 'foreign-page' });
    expect((await stranger.post(link('u6'), { ...NAME, state: 'confirmed' })).body).toMatchObject({ code: 'wrong-shape' });
    expect((await stranger.post(link('u6'), { name: ' ' })).body).toMatchObject({ code: 'wrong-shape' });
    expect(await entriesOf(idOf('u6'))).toBe(0);
  });
});

describe('the council’s standing body', () => {
  it('needs-incoming-number', async () => {
    expect((await stranger.get(link('ban'))).body).toMatchObject({ registersIncoming: true });
    const words = 'Cơ quan thường trực của Hội đồng cần ghi số đến và ngày đến.';
    expectRefused(await stranger.post(link('ban'), NAME), 422, 'needs-incoming-number', words);
    expectRefused(await stranger.post(link('ban'), { ...NAME, incomingNumber: '318' }), 422, 'needs-incoming-number', words);
  });

  it.each(['2020-12-14', '2020-12-17'])('needs-incoming-day: not %s', async (incomingDate) => {
    const refused = await stranger.post(link('ban'), { ...INCOMING, incomingDate });
    expectRefused(refused, 422, 'needs-incoming-day', 'Ngày đến phải từ 15/12/2020 đến 16/12/2020.');
  });

  it('confirms with its number and date, and those who sent it are told both', async () => {
    expect(await stranger.post(link('ban'), INCOMING)).toMatchObject({
      status: 201,
      body: { incomingNumber: '318', incomingDate: '2020-12-16' },
    });
    const board = (await deliveriesOf(bloc, dispatch)).find(({ kind }) => kind === 'board');
    expect(board).toMatchObject({ incomingNumber: '318', incomingDate: '2020-12-16' });
    const { rows } = await world.owner.query(
      `select facts ->> 'number' as number, facts ->> 'day' as day from delivery where record_id = $1`,
      [idOf('ban')],
    );
    expect(rows[0]).toEqual({ number: '318', day: '16/12/2020' });
  });
});

describe('a link that this installation did not make', () => {
  it('opens nothing, whatever is wrong with it, in the same words', async () => {
    const right = link('u5');
    const turned = right.slice(0, -2) + (right.at(-2) === 'A' ? 'B' : 'A') + right.at(-1)!;
    const wrong = [
      turned,
      `/api/receipts/${linkToken(secret, randomUUID())}`,
      `/api/receipts/${linkToken(Buffer.alloc(32), idOf('u5'))}`,
      '/api/receipts/x',
    ];
    const answers = await Promise.all(wrong.map((address) => stranger.get(address)));
    expectRefused(answers[0]!, 404, 'unknown-link', 'Liên kết không đúng hoặc không còn dùng được.');
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await stranger.post(turned, NAME)).body).toMatchObject({ code: 'unknown-link' });
    expect((await stranger.get(`${turned}/papers/${papers[0]!.id}/pdf`)).body).toMatchObject({ code: 'unknown-link' });
  });

  it('is slowed down when guessed at again and again; right ones are not', async () => {
    const answers: number[] = [];
    for (let guess = 0; guess < 31; guess += 1)
      answers.push((await stranger.get(`/api/receipts/${linkToken(secret, randomUUID())}`)).status);
    expect(answers.at(0)).toBe(404);
    expect(answers.at(-1)).toBe(429);
    expect((await stranger.get(link('u5'))).status).toBe(200);
    await world.owner.query('delete from sign_in_attempt');
  });

  it('and one that it made stand in no log, wherever they are asked for', async () => {
    let written = '';
    const log = openLog({ logLevel: 'trace' }, new Writable({ write: (line, _, next) => ((written += String(line)), next()) }));
    const app = await createServer(AppModule.for('development'), readConfig(process.env), log);
    await app.listen(0, '127.0.0.1');
    const token = link('u7').split('/').at(-1)!;
    for (const address of [
      `/api/receipts/${token}`,
      `/api/receipts/${token}/x`,
      `/vi/receipt/${token}`,
      `/receipt/${token}?${token}`,
      `/api/receipts/${token.slice(1)}A`,
    ])
      for (const method of ['GET', 'OPTIONS', 'POST']) await fetch((await app.getUrl()) + address, { method });
    await app.close();
    expect(written).toContain('/api/receipts/:token');
    expect(written).not.toContain(token.slice(1, -1));
  });
});

describe('who is signed in', () => {
  const listOf = async (person: string, of = bloc) =>
    done(await (await of.person(person)).get<{ items: ReceiptView[] }>(`${bloc.path}/receipts?year=2020`)).items;
  const names = async (person: string) => (await listOf(person)).map(({ recipientName }) => recipientName);

  it('sees the receipts that are theirs', async () => {
    expect(await names('u7.head')).toEqual(['Hội U7 tỉnh Bắc Giang']);
    expect(await names('council')).toEqual(['Hội đồng TĐKT tỉnh', 'Ban TĐKT tỉnh']);
    expect(await names('records')).toHaveLength(9);
    expect(await names('u1.head')).toHaveLength(9);
  });

  it('of another province sees nothing, also as council', async () => {
    const { bloc: other } = await makeIssuedBloc(world, 'khoi-tinh-khac');
    await bloc.setClock('2020-12-16T03:00:00Z');
    const council = await other.person('council');
    for (const address of [
      dispatchPath(bloc, dispatch),
      `${dispatchPath(bloc, dispatch)}/deliveries`,
      `${bloc.path}/receipts/${idOf('ban')}`,
    ])
      expect((await council.get(address)).status).toBe(404);
    for (const list of ['receipts', 'dispatches']) expect((await council.get(`${bloc.path}/${list}?year=2020`)).status).toBe(404);
  });

  it('as council sees the dispatch once it is sent, and how its own two letters stand', async () => {
    expect((await (await bloc.person('council')).get(dispatchPath(bloc, dispatch))).body).toMatchObject({ state: 'sent', actions: [] });
    expect((await deliveriesOf(bloc, dispatch, 'council')).map(({ kind }) => kind)).toEqual(['council', 'board']);
  });

  it('confirms for the unit or the council, once for each press', async () => {
    const officer = await bloc.person('u7.officer');
    const [own] = await listOf('u7.officer');
    const path = `${bloc.path}/receipts/${own!.id}`;
    const key = randomUUID();
    const event = { type: 'confirm', version: own!.version, ...NAME };
    for (let press = 0; press < 2; press += 1) expect((await officer.event(path, event, key)).body).toMatchObject({ state: 'confirmed' });
    expect(await entriesOf(own!.id)).toBe(1);
    const [council] = await listOf('council');
    const told = { type: 'confirm', version: council!.version, ...INCOMING };
    expect((await (await bloc.person('council')).event(`${bloc.path}/receipts/${council!.id}`, told)).body).toMatchObject({
      state: 'confirmed',
    });
    expect((await officer.get(`${path}/papers/${papers[0]!.id}/pdf`)).status).toBe(200);
  });

  it('confirms for nobody else', async () => {
    const path = `${bloc.path}/receipts/${idOf('u2')}`;
    const event = { type: 'confirm', version: 1, ...NAME };
    expect((await (await bloc.person('records')).event(path, event)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await (await bloc.person('u3.head')).event(path, event)).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await (await bloc.person('council')).event(path, event)).body).toMatchObject({ status: 404, code: 'not-found' });
    expect(await entriesOf(idOf('u2'))).toBe(0);
  });
});

describe('the journal of a year up to its receipts', () => {
  const bodies = 'select record_id, body from journal union all select record_id, body from province_journal';

  it('names the people of the program by their ids, never by name or address', async () => {
    const { rows } = await world.owner.query<{ word: string; body: string }>(
      `select w.word, j.body from (${bodies}) j join (select name as word from person union all select email from account) w on position(w.word in j.body) > 0`,
    );
    expect(rows).toEqual([]);
    const { rows: counted } = await world.owner.query<{ n: number }>(`select count(*)::int as n from (${bodies}) j`);
    expect(counted[0]!.n).toBeGreaterThan(50);
  });

  it('keeps no words about people', async () => {
    expect(await wordsInJournals(world)).toEqual([]);
  });

  it('keeps the name that was typed of nobody but the bearer of a link, who has no id', async () => {
    const { rows } = await world.owner.query<{ by: string }>(
      `select distinct body::jsonb #>> '{actor,kind}' as by from (${bodies}) j where position($1 in body) > 0`,
      [NAME.name],
    );
    expect(rows).toEqual([{ by: 'recipient' }]);
  });
});
