import { thidua } from '../support/command.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const run = (...args: string[]) => thidua({ ownerUrl: world.ownerUrl, appUrl: world.appUrl, dataDir: world.dataDir }, args);

describe('an administrator', () => {
  it('whose term the owner of the database ends is out at once, and the journal keeps it', async () => {
    const admin = await world.admin();
    const { email, personId } = (await admin.get<{ email: string; personId: string }>('/api/session')).body;
    expect(await run('admin-end', 'khong-co@thidua.example')).toMatchObject({ code: 1 });
    const ended = await run('admin-end', email.toUpperCase());
    expect(ended).toMatchObject({ code: 0, said: expect.stringContaining('còn 0 quản trị') as string });
    expect((await admin.get('/api/session')).status).toBe(401);
    const { rows } = await world.owner.query<{ event: string; from: string; to: string; whole: boolean }>(
      `select j.body::jsonb ->> 'event' as event, j.body::jsonb ->> 'from' as "from", j.body::jsonb ->> 'to' as "to",
              j.hash = p.head and j.n = p.entries and p.state = 'left' and j.hash = encode(sha256(convert_to(j.prev || E'\\n' || j.body, 'UTF8')), 'hex') as whole
         from province_journal j join person p on p.id = j.record_id where p.id = $1 order by j.n desc limit 1`,
      [personId],
    );
    expect(rows).toEqual([{ event: 'leave', from: 'active', to: 'left', whole: true }]);
    expect(await run('admin-end', email)).toMatchObject({ code: 1 });
  });
});
