import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import type { Page } from 'playwright-core';
import { focused, isSaved, press, sees, seesNoMore, tabTo, write } from '../support/acting.js';
import { everyLook } from '../support/looking.js';
import { openOffice, PHONE, type Look, type Office } from '../support/office.js';
import { done, nameOf } from '../support/scores.js';
import { makeOpenBloc, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeOpenBloc(office.world);
}, 120_000);
afterAll(() => office.close());

const MEANING = 'Một việc đơn vị cam kết làm trong năm, đo được bằng một con số có đơn vị tính.';

/** The officer of a unit at its registration, one target begun. */
async function atTarget(unit: string, look: Look = {}): Promise<Page> {
  const list = done(await (await bloc.person(`${unit}.officer`)).get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`));
  const page = await office.window(bloc, `${unit}.officer`, look);
  await office.open(page, bloc, `registrations/${list.items.find(({ unitShortName }) => unitShortName === nameOf(unit))!.id}`);
  await press(page, 'Thêm chỉ tiêu');
  return page;
}

/** What is read with the field: the sentences that describe it. */
const describedWith = (page: Page): Promise<string> =>
  page.locator('#target-1-name').evaluate((field) => {
    const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)!.innerText).join(' ');
  });

describe('a word of the field beside its field', () => {
  it('is explained in a sentence when somebody asks by keyboard; the sentence is read with the field as long as it is open', async () => {
    const page = await atTarget('u3');
    await page.locator('#target-1-name').focus();
    expect(await describedWith(page)).toBe('');
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toContain('Giải thích: Chỉ tiêu');
    expect(await page.getByRole('button', { name: 'Giải thích: Chỉ tiêu', expanded: false }).count()).toBe(1);
    await page.keyboard.press('Enter');
    await sees(page, MEANING);
    expect(await page.getByRole('button', { name: 'Giải thích: Chỉ tiêu', expanded: true }).count()).toBe(1);
    expect([await focused(page), await describedWith(page)]).toEqual([expect.stringContaining('Giải thích: Chỉ tiêu'), MEANING]);
    await everyLook(page, 'terms', (english) => press(english, 'Explanation: Title'));
    await page.context().close();
  });

  it('is hidden again at the next press, and takes nothing from what is being written', async () => {
    const page = await atTarget('u4', { width: PHONE });
    await write(page, 'Tên chỉ tiêu', 'Hội viên mới kết nạp');
    await write(page, 'Năm 2020', '26');
    await write(page, 'Đơn vị tính', 'hội viên');
    for (const shown of [sees, seesNoMore]) {
      await press(page, 'Giải thích: Chỉ tiêu');
      await shown(page, MEANING);
    }
    expect([await page.getByLabel('Tên chỉ tiêu').inputValue(), await describedWith(page)]).toEqual(['Hội viên mới kết nạp', '']);
    await page.getByLabel('Đơn vị tính').blur();
    await isSaved(page);
    await page.context().close();
  });

  it('stands once above a choice that has no label of its own', async () => {
    const page = await atTarget('u5');
    await tabTo(page, 'Giải thích: Danh hiệu');
    await page.keyboard.press('Space');
    await sees(page, /^Cờ thi đua hoặc Bằng khen mà đơn vị phấn đấu trong năm/);
    await page.context().close();
  });
});
