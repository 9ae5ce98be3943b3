import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import type { Page } from 'playwright-core';
import { comesTo, focused, named, press, sees, seesNoMore } from '../support/acting.js';
import { openOffice, PHONE, type Office } from '../support/office.js';
import { done, nameOf } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
  await bloc.setClock('2020-03-13T02:00:00Z');
  done(await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
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
async function submit(unit: string): Promise<void> {
  const path = `${bloc.path}/registrations/${await idOf(unit)}`;
  const head = await bloc.person(`${unit}.head`);
  const { version } = done(await head.get<{ version: number }>(path));
  done(await head.put(path, { version, ...DRAFT }));
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
    await sees(record, 'Đang chờ Hội U2 xem xét');
    await elsewhere('u2.head', 'u3', { type: 'return', reason: 'Nêu rõ minh chứng của chỉ tiêu 1.' });
    await sees(record, 'Nêu rõ minh chứng của chỉ tiêu 1.');
    await comesTo(() => record.getByLabel('Tên chỉ tiêu').inputValue(), 'Hội viên mới', record);
    await sees(list, 'Trả lại để bổ sung');
  });

  it('changes nothing under whoever writes: the text stays, and another version is met when it is sent', async () => {
    const page = await office.window(bloc, 'u3.officer');
    await office.open(page, bloc, `registrations/${await idOf('u3')}`);
    const field = page.getByLabel('Tên chỉ tiêu');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await elsewhere('u3.head', 'u3', { type: 'submit' });
    await elsewhere('u2.head', 'u3', { type: 'return', reason: 'Nêu rõ minh chứng của chỉ tiêu 1, lần hai.' });
    const other = await office.window(bloc, 'u1.head');
    await office.open(other, bloc, 'registrations');
    await submit('u4');
    await field.focus();
    expect(await field.inputValue()).toBe('Hội viên mới');
    expect(asked.filter((request) => request.startsWith('GET'))).toEqual([]);
  });

  it('hears again once the line was lost, and reads what it missed', async () => {
    const page = await office.window(bloc, 'u5.head');
    await office.open(page, bloc, '/work');
    await page.context().setOffline(true);
    await submit('u6');
    await page.context().setOffline(false);
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
});
