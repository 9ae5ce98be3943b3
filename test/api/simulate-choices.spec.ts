import { createAdministrator } from '@thidua/api/command/administrator';
import { auditDatabase } from '@thidua/api/command/audit/audit';
import { simulateCommand } from '@thidua/api/command/simulate/simulate-command';
import { simulate, type Simulation } from '@thidua/api/command/simulate/simulation';
import type { Config } from '@thidua/api/platform/config/config';
import { migrate } from '@thidua/api/platform/setup/migrate';
import { connected, plainlyOwnedDatabase } from '../support/rows.js';
import { bareDatabase, copyOf, freshDatabase, PASSWORD, type Addresses } from '../support/world.js';

const SMALL: Simulation = { units: 40, years: 2, provinces: 2, seed: 'a', password: PASSWORD, on: '2026-11-20', light: false };
const simulateSmall = ({ ownerUrl }: Addresses, change: Partial<Simulation> = {}) =>
  simulate(ownerUrl, { ...SMALL, ...change }, () => undefined);

let migrated: Addresses;
/** An installation in which nobody has done anything. */
const place = (): Promise<Addresses> => copyOf(migrated);
beforeAll(async () => {
  migrated = await freshDatabase();
});

/** All that lies in a database, but for when a row was made and the salted hash of the password. */
const contentsOf = ({ ownerUrl }: Addresses): Promise<Map<string, string>> =>
  connected(ownerUrl, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
        and table_name not in ('migration', 'installation_secret') order by 1`,
    );
    const sums = new Map<string, string>();
    for (const { name } of tables) {
      const { rows: summed } = await owner.query<{ sum: string }>(
        `select md5(coalesce(string_agg(t, '' order by t collate "C"), '')) as sum from (select (to_jsonb(x) - '{created_at,updated_at,password_hash,next_at}'::text[])::text as t from ${name} x) r`,
      );
      sums.set(name, summed[0]!.sum);
    }
    return sums;
  });

/** What the audit finds, by SQL and independently. */
async function auditedPlace({ ownerUrl }: Addresses) {
  const { sql, findings } = await auditDatabase(ownerUrl, { bloc: null, checkpoints: null, isCopy: false, keys: new Map() });
  return { broken: sql?.broken, findings: findings.told };
}
const nowhere = (): string => {
  throw new Error('The database was asked for');
};

describe('the seed', () => {
  it('decides: the same gives the same rows, another gives others', async () => {
    const [one, same, other] = [await place(), await place(), await place()];
    await simulateSmall(one);
    await simulateSmall(same);
    await simulateSmall(other, { seed: 'b' });
    const first = await contentsOf(one);
    expect(await contentsOf(same)).toEqual(first);
    expect((await contentsOf(other)).get('journal')).not.toBe(first.get('journal'));
  });
});

describe('the light form', () => {
  it('makes the volume of lists alone: people, years and registrations under way', async () => {
    const light = await place();
    await simulateSmall(light, { light: true });
    expect(await auditedPlace(light)).toEqual({ broken: null, findings: [] });
    const states = await connected(light.ownerUrl, (owner) =>
      owner.query(`select array_agg(distinct r.state order by r.state) as states, (select count(*)::int from scorecard) as cards
        from registration r join cycle c on c.id = r.cycle_id where c.state = 'open'`),
    );
    expect(states.rows).toEqual([{ states: ['accepted', 'draft', 'submitted'], cards: 0 }]);
  });
});

describe('an owner who is no superuser', () => {
  it('simulates as well, with row security in force', async () => {
    const plain = await plainlyOwnedDatabase();
    await migrate(plain.ownerUrl);
    await simulateSmall(plain);
    expect(await auditedPlace(plain)).toEqual({ broken: null, findings: [] });
  });
});

describe('nothing is simulated', () => {
  it('in a database that somebody uses; one that holds its administrator alone is taken', async () => {
    const used = await place();
    await simulateSmall(used, { units: 8, provinces: 1, light: true });
    await expect(simulateSmall(used)).rejects.toThrow(/đã có tỉnh hoặc khối.*\n.*\n→ .*cơ sở dữ liệu mới/);
    const begun = await place();
    await createAdministrator(begun.ownerUrl, 'quan-tri@thidua.example', 'Quản trị', PASSWORD);
    await simulateSmall(begun, { units: 8, provinces: 1 });
    expect(await auditedPlace(begun)).toEqual({ broken: null, findings: [] });
  });

  it.each<[string, Partial<Config>, string[], string]>([
    ['in production unless it is said', { mode: 'production' }, ['--units', '8', '--password', PASSWORD], '--into-empty'],
    ['without a password', {}, ['--units', '8'], 'THIDUA_PASSWORD'],
    ['for fewer units than a bloc of each province has', {}, ['--units', '20', '--provinces', '3', '--password', PASSWORD], '20 đơn vị'],
  ])('%s', async (_, config, args, words) => {
    const told = simulateCommand(
      args,
      () => ({ mode: 'development', ...config }) as Config,
      nowhere,
      () => 2,
    );
    await expect(told).rejects.toThrow(words);
  });

  it('with a password that others would guess, or in a database without the program’s tables', async () => {
    await expect(simulateSmall(migrated, { password: 'matkhau' })).rejects.toThrow('weak-password');
    await expect(simulateSmall(await bareDatabase())).rejects.toThrow('thidua migrate');
  });

  it.each([[['--units', '7']], [[]], [['--units', '8', '--moons', '1']], [['--units', '8', 'more']]])('by the words %j', async (args) => {
    expect(
      await simulateCommand(
        args,
        () => ({ mode: 'development' }) as Config,
        nowhere,
        () => 2,
      ),
    ).toBe(2);
  });
});
