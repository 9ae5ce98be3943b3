import { sees, wordsOf } from '../support/acting.js';
import { signInTo } from '../support/demonstration.js';
import { expectWellMade, picture } from '../support/looking.js';
import { openOffice, type Office } from '../support/office.js';
import { startDemonstration } from '../support/sample-year.js';

let office: Office;
beforeAll(async () => {
  // A day in the year's busiest week: groups have agreed most scores, and the bloc verifies them.
  office = await openOffice({}, () => startDemonstration('2020-11-27'));
});
afterAll(() => office.close());

describe('the demonstration', () => {
  it('lets a newcomer sign in as the bloc’s head and see what waits, plainly marked as a sample', async () => {
    const page = await signInTo(await office.stranger(), 'dang.huu.ky@khkt');
    await sees(page, 'BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ');
    expect(await wordsOf(page)).toMatch(/Thẩm định: /);
    await expectWellMade(page);
    await picture(page, 'demonstration', false); // README shows it: docs/pictures/work-1440.png
  });
});
