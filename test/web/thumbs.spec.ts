import { lowLinks, picture } from '../support/looking.js';
import { openOffice, PHONE, TABLET, type Office } from '../support/office.js';
import { makeDecidedBloc } from '../support/report.js';
import type { SmallBloc } from '../support/small-bloc.js';

let office: Office;
let bloc: SmallBloc;
beforeAll(async () => {
  office = await openOffice();
  bloc = await makeDecidedBloc(office.world, 'khoi-ngon-tay');
});
afterAll(() => office.close());

describe('links that are pressed by thumbs', () => {
  it.each([
    ['u1.head', '/work'],
    ['secretary', 'registrations'],
    ['secretary', 'scorecards'],
    ['secretary', 'ranking'],
    ['secretary', 'rounds'],
    ['secretary', 'progress'],
    ['secretary', 'sections'],
    ['secretary', 'documents'],
    ['council', 'council'],
    ['council', '/administration'],
    ['council', '/administration/tinh-khoi-ngon-tay/people'],
  ])('are high enough for %s at %s', async (person, address) => {
    const page = await office.window(bloc, person, { width: PHONE });
    await office.open(page, bloc, address);
    const found = await lowLinks(page);
    await page.setViewportSize({ width: TABLET, height: 900 });
    found.push(...(await lowLinks(page)));
    await picture(page, `thumbs-${address.replaceAll('/', '-')}`);
    expect(found).toEqual([]);
    await page.context().close();
  });
});
