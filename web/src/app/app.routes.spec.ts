import { PAGE_ADDRESSES } from '@thidua/workflows/address';
import { administrationRoutes } from './administration/administration.routes.js';
import { routes } from './app.routes.js';

describe('the pages of the program', () => {
  it('lie where no province and no bloc may be made, so that none is hidden by a page', () => {
    const first = [...routes, ...administrationRoutes].flatMap(({ path }) => path?.split('/')[0] ?? []);
    const fixed = first.filter((part) => part !== '' && part !== '**' && !part.startsWith(':'));
    expect(new Set(fixed)).toEqual(PAGE_ADDRESSES);
  });
});
