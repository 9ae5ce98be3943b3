import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { comesTo, focused, press, sees, write } from '../support/acting.js';
import { isThere, openOffice, type Office } from '../support/office.js';
import { done } from '../support/scores.js';
import { makeOpenBloc, type SmallBloc } from '../support/small-bloc.js';

/* A page is taken up in the other language with what its reader has written on it. */
let office: Office;
let bloc: SmallBloc;
let path: string;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeOpenBloc(office.world);
  const head = await bloc.person('u3.head');
  const [own] = done(await head.get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`)).items;
  path = `registrations/${own!.id}`;
});
afterAll(() => office.close());

const api = () => `${bloc.path}/${path}`;

it('a draft that was not saved yet stands in the other language, and saves itself', async () => {
  const page = await office.window(bloc, 'u3.officer');
  await office.open(page, bloc, path);
  await page.getByLabel('Cờ thi đua của UBND tỉnh').check();
  await press(page, 'Thêm chỉ tiêu');
  await write(page, 'Tên chỉ tiêu', 'Hội viên mới');
  await press(page, 'English');
  await page.waitForURL('**/en/**');
  await isThere(page);
  await comesTo(() => page.locator('#target-1-name').inputValue(), 'Hội viên mới', page);
  await page.locator('#target-1-name').press('End');
  await page.keyboard.type(' kết nạp');
  await press(page, 'Tiếng Việt');
  await page.waitForURL('**/vi/**');
  await isThere(page);
  await comesTo(() => page.locator('#target-1-name').inputValue(), 'Hội viên mới kết nạp', page);
});

it('a reason that was not sent yet stands in its field when that is opened again, and nowhere else', async () => {
  const head = await bloc.person('u3.head');
  const version = async () => (await head.get<RegistrationView>(api())).body.version;
  const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '26', previous: '24', evidence: 'Danh sách' }];
  done(await head.put(api(), { version: await version(), aim: { kind: 'title', code: 'flag' }, targets, note: '' }));
  done(await head.event(api(), { type: 'submit', version: await version() }));
  const page = await office.window(bloc, 'u2.head');
  await office.open(page, bloc, path);
  await press(page, 'Trả lại');
  await comesTo(() => focused(page), 'Lý do', page);
  await page.keyboard.type('Nêu rõ minh chứng');
  await press(page, 'English');
  await page.waitForURL('**/en/**');
  await isThere(page);
  await press(page, 'Return');
  await comesTo(() => page.getByLabel('Reason').inputValue(), 'Nêu rõ minh chứng', page);
  await page.getByLabel('Reason').press('End');
  await page.keyboard.type(' của chỉ tiêu 1.');
  await page.getByRole('group').getByRole('button', { name: 'Return' }).click();
  await sees(page, /returned|Returned/);
  expect((await head.get<RegistrationView>(api())).body.state).toBe('returned');
  await page.reload();
  await isThere(page);
  expect(await page.locator('textarea, input').evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))).not.toContain(
    'Nêu rõ minh chứng',
  );
});
