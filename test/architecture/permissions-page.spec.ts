import { permissionsPage } from '@thidua/workflows/law/permissions-page';
import { readFileSync } from 'node:fs';

describe('the published page of who may do what', () => {
  it('docs/permissions.md is what the rules say today; written anew by `npm run permissions`', () => {
    expect(readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8')).toBe(permissionsPage());
  });
});
