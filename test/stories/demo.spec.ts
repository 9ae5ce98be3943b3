import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../support/client.js';
import { thidua } from '../support/command.js';
import { startProgram } from '../support/program.js';
import { freshDatabase } from '../support/world.js';

interface Account {
  readonly email: string;
  readonly password: string;
  readonly can: string;
}

const DAY = '2020-03-12';

describe('the sample bloc of 2020', () => {
  it(`is loaded up to the end of a day, and people go on from there`, async () => {
    const database = await freshDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'thidua-demo-'));
    const loaded = await thidua({ ...database, dataDir, environment: { THIDUA_DEMO_UNTIL: DAY } }, ['demo']);
    expect(loaded).toMatchObject({ code: 0, said: expect.stringContaining('Đã nạp khối thi đua mẫu năm 2020.') as string });
    const again = await thidua({ ...database, dataDir }, ['demo']);
    expect(again.said).toContain('không nạp mẫu');

    const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as Account[];
    const program = await startProgram(database, dataDir, { THIDUA_MODE: 'development' });
    try {
      const secretary = accounts.find(({ can }) => can === 'Thư ký Khối')!;
      const browser = await Browser.signIn(program.url, secretary.email, secretary.password);
      const me = await browser.get<{ today: string; blocs: { slug: string }[] }>('/api/session');
      expect(me.body.today).toBe(DAY);
      const list = await browser.get<{ items: { state: string }[] }>(`/api/blocs/${me.body.blocs[0]!.slug}/registrations`);
      // By that day every association has submitted, and no leader has judged.
      expect(list.body.items.map(({ state }) => state)).toEqual(Array.from({ length: 18 }, () => 'submitted'));
    } finally {
      await program.stop();
    }
  }, 240_000);

  it('is not loaded up to a day that is none', async () => {
    const database = await freshDatabase();
    const refused = await thidua({ ...database, dataDir: tmpdir() }, ['demo', '12/03/2020']);
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('THIDUA_DEMO_UNTIL') as string });
  }, 120_000);
});
