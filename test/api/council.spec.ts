import { loginUrl } from '@thidua/api/platform/database/database';
import type { ProvinceBloc, ProvinceReceipt } from '@thidua/workflows/council/council.schema';
import type { Page } from '@thidua/workflows/page';
import type { Browser } from '../support/client.js';
import { BLOC, BLOCS, makeManyBlocs, PEOPLE, PROVINCE, YEARS } from '../support/many-blocs.js';
import { connected } from '../support/rows.js';
import { done } from '../support/scores.js';
import { startWorld, type World } from '../support/world.js';

const BLOCS_OF = `/api/provinces/${PROVINCE}/blocs`;
const RECEIPTS_OF = `/api/provinces/${PROVINCE}/receipts`;
let world: World;
beforeAll(async () => {
  world = await startWorld();
  await makeManyBlocs(world);
}, 180_000);
afterAll(() => world.close());

/** A list to its end. */
async function all<T>(browser: Browser, address: string): Promise<T[]> {
  const rows: T[] = [];
  for (let after: string | null = ''; after !== null;) {
    const mark: string = after ? `${address.includes('?') ? '&' : '?'}after=${encodeURIComponent(after)}` : '';
    const page: Page<T> = done(await browser.get<Page<T>>(address + mark));
    rows.push(...page.items);
    after = page.next;
  }
  return rows;
}
const as = (post: string) => world.signIn(PEOPLE[post]!);

describe.each(['council-secretary', 'council-member'])('the %s', (post) => {
  it('sees every bloc of the province once, by name, with its newest year and what waits to be confirmed', async () => {
    const blocs = await all<ProvinceBloc>(await as(post), `${BLOCS_OF}?limit=7`);
    expect(blocs).toHaveLength(BLOCS);
    expect(new Set(blocs.map(({ id }) => id)).size).toBe(BLOCS);
    expect(blocs.map(({ name }) => name)).toEqual([...blocs.map(({ name }) => name)].sort(new Intl.Collator('vi').compare));
    for (const bloc of blocs)
      expect(bloc).toMatchObject({ slug: expect.stringMatching(/^khoi-1-/), year: 2020, state: 'compiled', receipts: 2, waiting: 2 });
  });

  it('sees which step each open year has come to by its calendar, and none once the last day has passed', async () => {
    const stepsOn = async (now: string, language: 'vi' | 'en' = 'vi') => {
      await world.owner.query('update business_clock set shift = $1::timestamptz - clock_timestamp()', [now]);
      const blocs = await all<ProvinceBloc>((await as(post)).speaking(language), BLOCS_OF);
      return [...new Set(blocs.map(({ step }) => JSON.stringify(step)))].map((step) => JSON.parse(step) as ProvinceBloc['step']);
    };
    const [first, ...others] = await stepsOn('2020-01-10T02:00:00Z');
    expect({ first, others }).toEqual({
      first: { name: expect.any(String), due: expect.any(String), daysLeft: expect.any(Number) },
      others: [],
    });
    expect(Date.parse(first!.due)).toBe(Date.parse('2020-01-10') + first!.daysLeft * 86_400_000);
    const [english] = await stepsOn('2020-01-10T02:00:00Z', 'en');
    expect(english).toEqual({ ...first, name: 'Registration and targets' });
    expect(await stepsOn('2026-01-10T02:00:00Z')).toEqual([null]);
  });

  it('sees what all blocs sent to council and standing body, newest first, and what of it waits', async () => {
    const receipts = await all<ProvinceReceipt>(await as(post), RECEIPTS_OF);
    expect(receipts).toHaveLength(BLOCS * YEARS.length * 2);
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(receipts.length);
    expect(receipts.map(({ sentAt }) => sentAt)).toEqual([...receipts.map(({ sentAt }) => sentAt)].sort().reverse());
    expect(new Set(receipts.map(({ blocSlug }) => blocSlug.split('-')[1]))).toEqual(new Set(['1']));
    const waiting = await all<ProvinceReceipt>(await as(post), `${RECEIPTS_OF}?state=waiting`);
    expect(waiting).toHaveLength(BLOCS * 2);
    expect(new Set(waiting.map(({ state, year }) => `${state} ${year}`))).toEqual(new Set(['waiting 2020']));
  });

  it('sees nothing of another province, neither by its address nor by a mark of its own list', async () => {
    const browser = await as(post);
    const [own] = [done(await browser.get<Page<ProvinceBloc>>(`${BLOCS_OF}?limit=1`))];
    const unknown = await browser.get('/api/provinces/tinh-9/blocs');
    expect(unknown.body).toMatchObject({ status: 404, code: 'not-found' });
    for (const page of ['blocs', 'receipts', `blocs?after=${own.next}`])
      expect((await browser.get(`/api/provinces/tinh-2/${page}`)).text).toBe(unknown.text);
    expect((await browser.get(`${BLOCS_OF}?after=made-up`)).body).toMatchObject({ code: 'unknown-mark' });
  });
});

describe('whoever has no part in the council', () => {
  it('as administrator sees which blocs there are, of every province, and nothing of their years', async () => {
    const admin = await as('administrator');
    for (const province of [1, 2, 3]) {
      const blocs = await all<ProvinceBloc>(admin, `/api/provinces/tinh-${province}/blocs`);
      expect(blocs).toHaveLength(BLOCS);
      for (const bloc of blocs) expect(bloc).toMatchObject({ year: null, state: null, step: null, receipts: null, waiting: null });
    }
    expect(await all(admin, RECEIPTS_OF)).toEqual([]);
  });

  it('sees the own bloc at most', async () => {
    expect((await all<ProvinceBloc>(await as('bloc-secretary'), BLOCS_OF)).map(({ slug }) => slug)).toEqual([BLOC]);
    for (const post of ['unit-officer', 'unit-head', 'observer']) expect(await all(await as(post), BLOCS_OF)).toEqual([]);
    expect((await world.stranger().get(BLOCS_OF)).status).toBe(401);
  });

  it('sees of the council’s receipts none, of the own bloc’s those that its posts show', async () => {
    for (const post of ['unit-officer', 'unit-head', 'observer']) expect(await all(await as(post), RECEIPTS_OF)).toEqual([]);
    const secretary = await all<ProvinceReceipt>(await as('bloc-secretary'), RECEIPTS_OF);
    expect(new Set(secretary.map(({ blocSlug, year }) => `${blocSlug} ${year}`))).toEqual(new Set([`${BLOC} 2020`]));
  });
});

describe('the login of province readers', () => {
  it('sees one province at a time, whatever a query forgets, and writes nothing', async () => {
    await connected(loginUrl(world.appUrl, 'province'), async (client) => {
      const count = async (province: string | null, table: string) => {
        await client.query('begin');
        if (province !== null) await client.query(`select set_config('app.province', $1, true)`, [province]);
        const { rows } = await client.query<{ n: number; provinces: number }>(
          `select count(*)::int as n, count(distinct province_id)::int as provinces from ${table}`,
        );
        await client.query('rollback');
        return rows[0]!;
      };
      const { rows } = await world.owner.query<{ id: string }>('select id from province order by slug');
      for (const table of ['bloc', 'cycle', 'receipt', 'dispatch', 'unit', 'person']) {
        for (const { id } of rows) expect({ table, ...(await count(id, table)) }).toMatchObject({ table, provinces: 1 });
        expect([await count('', table), await count(null, table)]).toEqual([
          { n: 0, provinces: 0 },
          { n: 0, provinces: 0 },
        ]);
      }
      await expect(client.query(`update bloc set name = 'x'`)).rejects.toThrow('permission denied');
      await expect(client.query('insert into session (token_hash) values ($1)', [Buffer.from('x')])).rejects.toThrow('permission denied');
    });
  });
});
