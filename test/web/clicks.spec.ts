import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import type { Page } from 'playwright-core';
import { focused, press, sees } from '../support/acting.js';
import { checkedDocument } from '../support/documents.js';
import { isThere, LAPTOP, openWorkingOffice, PHONE, type Look, type Office } from '../support/office.js';
import { makeFrozenBloc } from '../support/report.js';
import { done, makeCompiledBloc, points, sheetOf, submitSelf } from '../support/scores.js';
import { makeOpenBloc, type SmallBloc } from '../support/small-bloc.js';

let office: Office;
beforeAll(async () => {
  office = await openWorkingOffice();
});
afterAll(() => office.close());

/** A person in My work, whose presses are counted over all pages that follow: by mouse or finger, not what a script or a key does. */
async function counting(bloc: SmallBloc, person: string, look: Look): Promise<{ page: Page; presses: () => Promise<number> }> {
  const page = await office.window(bloc, person, look);
  let count = 0;
  await page.exposeFunction('pressed', () => void (count += 1));
  await page.addInitScript(() => {
    const told = (event: PointerEvent) => event.isTrusted && (window as unknown as { pressed: () => void }).pressed();
    addEventListener('pointerdown', told, { capture: true });
  });
  await office.open(page, bloc, '/work');
  return { page, presses: async () => (await isThere(page), count) };
}

describe.each([
  ['on a laptop', 'laptop', { width: LAPTOP }],
  ['on a phone', 'phone', { width: PHONE }],
] as const)('from My work alone, %s,', (_, name, look) => {
  it('a registration is returned with a reason in at most 6 presses', async () => {
    const bloc = await makeOpenBloc(office.world, { slug: `khoi-tra-${name}` });
    const head = await bloc.person('u3.head');
    const [draft] = done(await head.get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`)).items;
    const path = `${bloc.path}/registrations/${draft!.id}`;
    const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '26', previous: '24', evidence: 'Danh sách' }];
    const saved = done(
      await head.put<RegistrationView>(path, { version: draft!.version, aim: { kind: 'title', code: 'flag' }, targets, note: '' }),
    );
    done(await head.event(path, { type: 'submit', version: saved.version }));

    const { page, presses } = await counting(bloc, 'u2.head', look);
    await press(page, 'Chấp nhận: Hội U3');
    await sees(page, 'Hội viên mới');
    await press(page, 'Trả lại');
    expect(await focused(page)).toMatch(/^Lý do/);
    await page.keyboard.type('Nêu rõ minh chứng của chỉ tiêu 1.');
    await page.getByRole('button', { name: 'Trả lại' }).last().click();
    await sees(page, 'Trả lại để bổ sung');
    expect(await presses()).toBeLessThanOrEqual(6);
    expect((await head.get<RegistrationView>(path)).body.state).toBe('returned');
    await page.context().close();
  });

  it('a peer is scored in at most 4 presses, beside its scores', async () => {
    const bloc = await makeCompiledBloc(office.world, `khoi-cham-${name}`);
    await bloc.setClock('2020-11-13T02:42:00Z');
    for (const unit of ['u1', 'u2', 'u3', 'u4']) await submitSelf(bloc, unit, points(3_700, 1_900, 3_700, 100, 0));
    await bloc.setClock('2020-11-20T02:42:00Z');
    const { page, presses } = await counting(bloc, 'u4.head', look);
    await page
      .getByRole('link', { name: /^(Chấm|Gửi phiếu chấm): Hội U3/ })
      .first()
      .click();
    await sees(page, 'Hội U3');
    await isThere(page);
    const before = await presses();
    for (const [item, value] of [
      ['I.1', '37'],
      ['I.2', '18'],
      ['II.1', '36'],
      ['V.1', '1'],
      ['VI.1', '0'],
    ] as const)
      await page
        .getByLabel(new RegExp(`^Hội U3, ${item} |^${item} `))
        .filter({ visible: true })
        .first()
        .fill(value);
    expect(await presses()).toBe(before);
    await press(page, 'Gửi phiếu chấm');
    await sees(page, 'Xem lại trước khi gửi');
    await press(page, 'Gửi phiếu chấm');
    await sees(page, 'Đã gửi phiếu chấm Hội U3');
    expect(await presses()).toBeLessThanOrEqual(4);
    expect((await sheetOf(bloc, 'u4', 'u3')).state).toBe('submitted');
    await page.context().close();
  });

  it('the report is viewed and signed in at most 6 presses', async () => {
    const bloc = await makeFrozenBloc(office.world, `khoi-ky-${name}`);
    await checkedDocument(bloc, 'BC');
    const { page, presses } = await counting(bloc, 'u1.head', look);
    await press(page, 'Mở bản ký');
    await sees(page, 'Chờ Trưởng Khối');
    await isThere(page);
    await press(page, 'Mở bản ký');
    await sees(page, 'Ông/bà ký văn bản sau');
    await isThere(page);
    await press(page, 'Ký Báo cáo');
    await sees(page, 'Chữ ký hợp lệ; văn bản còn nguyên vẹn từ khi ký.');
    expect(await presses()).toBeLessThanOrEqual(6);
    await page.context().close();
  });
});
