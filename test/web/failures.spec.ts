import type { Page } from 'playwright-core';
import { sees } from '../support/acting.js';
import { expectWellMade } from '../support/looking.js';
import { isThere, openOffice, PHONE, type Office } from '../support/office.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';

/* What cannot be read says so, on every page, with what to do next: no page waits for ever. */
let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeSmallBloc(office.world);
  await bloc.setClock('2020-03-13T02:00:00Z');
});
afterAll(() => office.close());

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const BROKEN = JSON.stringify({
  code: 'unexpected',
  status: 500,
  detail: 'Có lỗi ngoài dự kiến.',
  next: 'Thử lại sau ít phút.',
  needs: [],
});
const REFUSED = { status: 500, contentType: 'application/problem+json', body: BROKEN };

/** Opens a page of the bloc while everything below its address is refused. */
async function withBrokenServer(page: Page, address: string): Promise<void> {
  await page.route(`**${bloc.path}/**`, (route) => route.fulfill(REFUSED));
  await office.open(page, bloc, address);
}

describe('when reading fails', () => {
  it.each(['/work', '', 'registrations', 'scorecards', 'scorecards/peer', 'ranking', 'rounds', 'sections', 'report', 'documents', 'register', 'dispatches', 'search?q=hoi'])(
    '/%s says why and offers to try again, and then goes on',
    async (address) => {
      const page = await office.window(bloc, 'secretary', { width: PHONE });
      await withBrokenServer(page, address);
      await sees(page, 'Có lỗi ngoài dự kiến.');
      await expectWellMade(page);
      await page.unrouteAll({ behavior: 'wait' });
      await page.getByRole('button', { name: 'Thử lại' }).first().click();
      await isThere(page);
      await page.context().close();
    },
  ); // prettier-ignore
});

describe('what is not there', () => {
  it.each(['registrations', 'scorecards', 'rounds', 'sections', 'documents', 'dispatches', 'receipts'].map((kind) => `${kind}/${UNKNOWN}`))(
    '%s is told to be not there',
    async (address) => {
      const page = await office.window(bloc, 'secretary');
      await office.open(page, bloc, address);
      await sees(page, /Không tìm thấy/);
      await page.context().close();
    },
  ); // prettier-ignore
});
