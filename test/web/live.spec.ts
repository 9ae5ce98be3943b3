import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import type { Server } from 'node:http';
import type { Page } from 'playwright-core';
import { comesTo, focused, named, press, sees, seesNoMore, wordsOf, write } from '../support/acting.js';
import { openOffice, PHONE, type Office } from '../support/office.js';
import { cardOf, done, makeCompiledBloc, nameOf, points, submitSelf, submitSheet } from '../support/scores.js';
import { makeOpenBloc, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeOpenBloc(office.world);
});
afterAll(() => office.close());

const DRAFT = {
  aim: { kind: 'title', code: 'flag' },
  targets: [{ name: 'Hội viên mới', unit: 'người', planned: '26', previous: '24', evidence: 'Danh sách' }],
  note: '',
};

/** Somebody does something with the registration of a unit, elsewhere. */
async function elsewhere(person: string, unit: string, event: object): Promise<void> {
  const browser = await bloc.person(person);
  const list = done(await browser.get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`));
  const { id, version } = list.items.find(({ unitShortName }) => unitShortName === nameOf(unit))!;
  done(await browser.event(`${bloc.path}/registrations/${id}`, { version, ...event } as { type: string; version: number }));
}
const idOf = async (unit: string): Promise<string> => {
  const list = done(await (await bloc.person(`${unit}.head`)).get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`));
  return list.items.find(({ unitShortName }) => unitShortName === nameOf(unit))!.id;
};
/** The unit's head writes its registration, elsewhere. */
async function writeElsewhere(unit: string, note = ''): Promise<void> {
  const path = `${bloc.path}/registrations/${await idOf(unit)}`;
  const head = await bloc.person(`${unit}.head`);
  const { version } = done(await head.get<{ version: number }>(path));
  done(await head.put(path, { version, ...DRAFT, note }));
}
async function submit(unit: string): Promise<void> {
  await writeElsewhere(unit);
  await elsewhere(`${unit}.head`, unit, { type: 'submit' });
}

/** Marks the page, so that one that was loaded anew is known. */
const mark = (page: Page) => page.evaluate(() => void ((window as unknown as { marked: boolean }).marked = true));
const isMarked = (page: Page) => page.evaluate(() => (window as unknown as { marked?: boolean }).marked === true);
/** What a screen reader was told last without being asked. */
const toldTo = (page: Page) => page.locator('.cdk-live-announcer-element').innerText();

describe('a page that is open', () => {
  it('shows in My work what others have done meanwhile, and leaves the reader where they are', async () => {
    const page = await office.window(bloc, 'u2.head', { width: PHONE });
    await office.open(page, bloc, '/work');
    await mark(page);
    const own = page.getByRole('link', { name: /Hội U2/ }).last();
    await own.focus();
    const [name, scrolled] = [await focused(page), await page.evaluate(() => scrollY)];
    await submit('u3');
    await sees(page, 'Chấp nhận: Hội U3');
    expect([await focused(page), await isMarked(page)]).toEqual([name, true]);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThanOrEqual(scrolled);
    await comesTo(() => toldTo(page), 'Danh sách vừa được cập nhật.', page);
  });

  it('leads whoever stood on what is gone to the heading of the page', async () => {
    const page = await office.window(bloc, 'u2.head');
    await office.open(page, bloc, '/work');
    await named(page, 'Chấp nhận: Hội U3').focus();
    await elsewhere('u3.head', 'u3', { type: 'recall' });
    await seesNoMore(page, 'Chấp nhận: Hội U3');
    await comesTo(() => page.evaluate(() => document.activeElement?.tagName), 'H1', page);
  });

  it('shows the list of registrations, and a record with which its reader can do nothing, as they come to stand', async () => {
    await submit('u3');
    const [list, record] = [await office.window(bloc, 'u1.head'), await office.window(bloc, 'u3.officer')];
    await office.open(list, bloc, 'registrations');
    await office.open(record, bloc, `registrations/${await idOf('u3')}`);
    await sees(record, 'Đơn vị đã trình');
    await elsewhere('u2.head', 'u3', { type: 'return', reason: 'Nêu rõ minh chứng của chỉ tiêu 1.' });
    await sees(record, 'Nêu rõ minh chứng của chỉ tiêu 1.');
    await comesTo(() => record.getByLabel('Tên chỉ tiêu').inputValue(), 'Hội viên mới', record);
    await sees(list, 'Trả lại để bổ sung');
  });

  it('changes nothing under whoever writes: the text stays, and the other version is met when it is sent', async () => {
    const [page, list] = [await office.window(bloc, 'u3.officer'), await office.window(bloc, 'u1.head')];
    await office.open(list, bloc, 'registrations');
    await office.open(page, bloc, `registrations/${await idOf('u3')}`);
    await elsewhere('u3.head', 'u3', { type: 'submit' });
    await sees(list, 'Đơn vị đã trình');
    await elsewhere('u2.head', 'u3', { type: 'return', reason: 'Nêu rõ minh chứng của chỉ tiêu 1, lần hai.' });
    await sees(list, 'Trả lại để bổ sung'); // the page has heard of the first by then
    expect(await page.getByLabel('Tên chỉ tiêu').inputValue()).toBe('Hội viên mới');
    await writeElsewhere('u3', 'Đã bàn trong Ban Chấp hành.');
    await write(page, 'Tên chỉ tiêu', 'Hội viên mới kết nạp');
    await sees(page, 'Có người vừa sửa bản này');
    expect(await page.getByLabel('Tên chỉ tiêu').inputValue()).toBe('Hội viên mới kết nạp');
  });

  it('takes up what is typed on a record that went there and back meanwhile with its text unchanged, and shows why', async () => {
    await submit('u7');
    await elsewhere('u5.head', 'u7', { type: 'return', reason: 'Nêu rõ minh chứng của chỉ tiêu 1.' });
    const page = await office.window(bloc, 'u7.officer');
    await office.open(page, bloc, `registrations/${await idOf('u7')}`);
    await elsewhere('u7.head', 'u7', { type: 'submit' });
    await elsewhere('u5.head', 'u7', { type: 'return', reason: 'Còn thiếu minh chứng của chỉ tiêu 1.' });
    await write(page, 'Tên chỉ tiêu', 'Hội viên mới kết nạp');
    await sees(page, 'Còn thiếu minh chứng của chỉ tiêu 1.');
    await comesTo(
      async () =>
        done(await (await bloc.person('u7.head')).get<RegistrationView>(`${bloc.path}/registrations/${await idOf('u7')}`)).targets[0]!.name,
      'Hội viên mới kết nạp',
      page,
    );
  });

  it('hears again once the line was lost, and reads what it missed', async () => {
    const page = await office.window(bloc, 'u5.head');
    await office.open(page, bloc, '/work');
    (office.world.app.getHttpServer() as Server).closeAllConnections();
    await submit('u6');
    await sees(page, 'Chấp nhận: Hội U6');
    await elsewhere('u6.head', 'u6', { type: 'recall' });
    await seesNoMore(page, 'Chấp nhận: Hội U6');
  });

  it('works as before where the line is refused', async () => {
    const page = await office.window(bloc, 'u2.officer');
    await page.route('**/changes', (route) => route.fulfill({ status: 503, body: '' }));
    await office.open(page, bloc, '/work');
    await press(page, 'Soạn: Hội U2');
    await sees(page, 'Danh hiệu đăng ký');
  });

  it('shows a score card as it comes to stand: how many have sent, and nothing of what is sealed', async () => {
    const scored = await makeCompiledBloc(office.world, 'khoi-song');
    await scored.setClock('2020-11-13T02:00:00Z');
    for (const unit of ['u1', 'u2', 'u3', 'u4']) await submitSelf(scored, unit, points(3_700, 1_900, 3_700, 100, 0));
    const page = await office.window(scored, 'u3.officer');
    await office.open(page, scored, `scorecards/${(await cardOf(scored, 'u3.officer', 'u3')).id}`);
    await sees(page, /0 trên 3 đơn vị đã gửi/);
    await submitSheet(scored, 'u4', 'u3', points(3_113, 1_313, 3_513, 13, 0));
    await sees(page, /1 trên 3 đơn vị đã gửi/);
    expect(await wordsOf(page)).not.toMatch(/31,13|13,13|35,13/);
  });
});
