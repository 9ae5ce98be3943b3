import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Page } from 'playwright-core';
import { press, sees, seesNoMore, wordsOf, write } from '../support/acting.js';
import { everyLook } from '../support/looking.js';
import { isThere, openOffice, optionsOf, PHONE, signIn, type Office } from '../support/office.js';
import { done } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';

let office: Office;
let bloc: SmallBloc;
let worker: RunningWorker;
let elsewhere: Server;
const asked: string[] = [];

beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
  worker = await startWorkerOf(office.world, { PUBLIC_URL: office.world.url });
  elsewhere = createServer((request, answer) => {
    asked.push(request.url!);
    answer.end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await worker.stop();
  elsewhere.close();
  await office.close();
});

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly html?: string;
  readonly attachments?: { filename: string; content: string }[];
}
async function send(letter: Letter): Promise<void> {
  const transport = createTransport(worker.smtpUrl);
  await transport.sendMail({
    from: 'Thi Đua <thidua@thidua.example>',
    text: 'Kính gửi ông/bà.',
    html: '<p>Kính gửi ông/bà.</p>',
    ...letter,
  });
  transport.close();
}

/** A registration that `u3` submits: its reviewer gets a letter. */
async function submitRegistration(): Promise<void> {
  await bloc.setClock('2020-03-02T02:00:00Z');
  done(await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
  const head = await bloc.person('u3.head');
  const list = done(await head.get<{ items: { id: string; version: number; unitShortName: string }[] }>(`${bloc.path}/registrations`));
  const own = list.items.find(({ unitShortName }) => unitShortName === 'Hội U3')!;
  const path = `${bloc.path}/registrations/${own.id}`;
  const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '10', previous: '', evidence: 'Danh sách' }];
  const saved = done(
    await head.put<{ version: number }>(path, { version: own.version, aim: { kind: 'title', code: 'flag' }, targets, note: '' }),
  );
  done(await head.event(path, { type: 'submit', version: saved.version }));
  await eventually(async () => (await office.world.stranger().get<{ items: unknown[] }>('/api/dev/mail')).body.items.length > 0);
}

const openMailbox = async (page: Page, query = ''): Promise<void> => {
  await page.goto(`/vi/mailbox${query}`);
  await isThere(page);
};

describe('the sample mailbox', () => {
  it('is empty before anybody wrote, and says when letters come', async () => {
    const page = await office.window(bloc, 'council', { width: PHONE });
    await openMailbox(page);
    await sees(page, 'Chưa có thư nào.');
  });

  it('shows a letter that an event sent, and its link leads into the program in a window of its own', async () => {
    await submitRegistration();
    const page = await office.window(bloc, 'u2.head', { width: PHONE });
    await office.open(page, bloc, '/work');
    await press(page, 'Hộp thư mẫu');
    await press(page, '[BẢN MẪU] [Khối thử 2020] Hội U3 đã gửi bản đăng ký thi đua');
    await sees(page, 'Nội dung thư');
    expect(await wordsOf(page)).toMatch(/Tới\s+"?Người u2\.head"? <u2\.head@khoi-nho\.example>/);
    expect(await wordsOf(page)).toMatch(/Message-ID\s+<[0-9a-f-]{36}@thidua\.example>/);
    const frame = page.frameLocator('iframe');
    await frame.getByText('Kính gửi: Người u2.head').waitFor();
    const [opened] = await Promise.all([page.context().waitForEvent('page'), frame.getByRole('link').click()]);
    await opened.waitForLoadState();
    expect(new URL(opened.url()).pathname).toMatch(/^\/vi\/khoi-nho\/2020\/registrations\/[0-9a-f-]{36}$/);
    await opened.close();
    await page.getByText('Mọi dòng đầu thư').click();
    await sees(page, /Auto-Submitted: auto-generated/);
  });

  it('gives every attachment and the whole letter to save, under their names', async () => {
    await send({ to: 'hoi-dong@nhan.example', subject: 'Báo cáo', attachments: [{ filename: 'Báo cáo 2020.pdf', content: '%PDF-1.7' }] });
    const page = await office.window(bloc, 'council');
    await openMailbox(page, '?to=hoi-dong@nhan.example');
    await press(page, 'Báo cáo');
    const saved = async (words: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, words)]);
      return download.suggestedFilename();
    };
    expect(await saved('Báo cáo 2020.pdf (8 B)')).toBe('Báo cáo 2020.pdf');
    expect(await saved('Tải cả thư (.eml)')).toMatch(/^[0-9a-f-]{36}\.eml$/);
  });

  it('shows the letters of one address or of everybody, and new ones when asked', async () => {
    const page = await office.window(bloc, 'council', { width: PHONE });
    await openMailbox(page);
    await write(page, 'Thư gửi tới địa chỉ', 'van-thu@nhan.example');
    await press(page, 'Lọc thư');
    await sees(page, 'Chưa có thư nào tới địa chỉ này.');
    await send({ to: 'van-thu@nhan.example', subject: 'Thư đến sau' });
    await press(page, 'Xem thư mới');
    await sees(page, 'Thư đến sau');
    await seesNoMore(page, 'Hội U3 đã gửi');
    await press(page, 'Xem thư của mọi người');
    await sees(page, 'Hội U3 đã gửi');
  });

  it('runs nothing and loads nothing that a letter brings', async () => {
    const away = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    await send({
      to: 'la@nhan.example',
      subject: 'Thư lạ',
      html: `<link rel="stylesheet" href="${away}/style"><meta http-equiv="refresh" content="0;url=${away}/refresh">
        <p onmouseover="x()">Xin chào</p><img src="${away}/pixel" onerror="parent.document.title='bị đổi'">
        <script>parent.document.title='bị đổi';fetch('${away}/script')</script><iframe src="${away}/frame"></iframe>
        <form action="${away}/form"><button>Gửi</button></form><style>p{background:url(${away}/background)}</style>`,
    });
    // Not a window of the office: the browser names in its console each thing that it does not load.
    const context = await office.browser.newContext({ baseURL: office.world.url, ...optionsOf({}) });
    const page = await signIn(await context.newPage(), 'council@khoi-nho.example');
    await openMailbox(page, '?to=la@nhan.example');
    await press(page, 'Thư lạ');
    const frame = page.frameLocator('iframe').first();
    await frame.getByText('Xin chào').hover();
    await frame.getByRole('button', { name: 'Gửi' }).click();
    await page.reload();
    await frame.getByText('Xin chào').waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    expect(await page.title()).toContain('Thư lạ');
    await context.close();
  });

  it('is readable in every look', async () => {
    const page = await office.window(bloc, 'council');
    await send({ to: 'van-thu@nhan.example', subject: 'Thư để xem' });
    await openMailbox(page);
    await everyLook(page, 'mailbox');
  }, 120_000);

  it('has letters that are readable in every look', async () => {
    const page = await office.window(bloc, 'council');
    await send({ to: 'xem@nhan.example', subject: 'Báo cáo', attachments: [{ filename: 'Báo cáo 2020.pdf', content: '%PDF-1.7' }] });
    await openMailbox(page, '?to=xem@nhan.example');
    await press(page, 'Báo cáo');
    await sees(page, 'Nội dung thư');
    await everyLook(page, 'letter');
  }, 120_000);
});
