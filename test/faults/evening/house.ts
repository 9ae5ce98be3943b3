import { createAdministrator } from '@thidua/api/command/administrator';
import { simulate } from '@thidua/api/command/simulate/simulation';
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { freshDatabase, PASSWORD, type Addresses } from '../../support/world.js';
import { SHARE, type Role } from './mix.js';
import type { Draft, Person } from './told.js';

const UNITS_OF_A_PROVINCE = 150;

/** Units with at least two drafts, and the accounts of head and officer. A unit scores itself, or the others of its group. */
const UNITS = `
  with draft as (
    select s.rater_unit_id as unit_id, s.bloc_id, s.id, s.version, 'Sheet' as kind, c.state = 'peer' as submits
      from sheet s join scorecard c on c.id = s.scorecard_id where s.state = 'draft'
    union all
    select unit_id, bloc_id, id, version, 'Scorecard', true from scorecard where state = 'self')
  select p.slug as bloc, v.slug as province,
         json_agg(json_build_object('kind', d.kind, 'id', d.id, 'version', d.version, 'submits', d.submits) order by d.id) as drafts,
         account_of('unit-head', d.unit_id) as head, account_of('unit-officer', d.unit_id) as officer
    from draft d join place p on p.kind = 'bloc' and p.bloc_id = d.bloc_id join place v on v.kind = 'province' and v.province_id = p.province_id
   group by 1, 2, d.unit_id having count(*) >= 2 order by md5($1 || d.unit_id::text) limit $2`;

const ACCOUNT_OF = `
  create function pg_temp.account_of(wanted text, unit uuid) returns uuid language sql as
    'select a.id from post p join account a on a.person_id = p.person_id where p.role = wanted and p.unit_id = unit limit 1'`;

/** Secretaries of blocs, and people of councils. */
const OTHERS = `
  select a.id as account, coalesce(b.slug, '') as bloc, v.slug as province
    from post p join account a on a.person_id = p.person_id join place v on v.kind = 'province' and v.province_id = p.province_id
    left join place b on b.kind = 'bloc' and b.bloc_id = p.bloc_id
   where p.role = any($1) order by md5($2 || a.id::text) limit $3`;

interface UnitRow {
  readonly bloc: string;
  readonly province: string;
  readonly drafts: readonly Draft[];
  readonly head: string;
  readonly officer: string;
}
interface OtherRow {
  readonly account: string;
  readonly bloc: string;
  readonly province: string;
}
type Someone = Omit<Person, 'secret'> & { readonly account: string };

/** A simulated installation in the middle of scoring, on a database of its own on the server of TEST_PG. */
export async function makeHouse(units: number, seed: number, say: (line: string) => void): Promise<Addresses> {
  const addresses = await freshDatabase();
  await createAdministrator(addresses.ownerUrl, 'quan-tri@thidua.example', 'Quản trị', PASSWORD);
  const provinces = Math.max(1, Math.min(63, Math.round(units / UNITS_OF_A_PROVINCE)));
  const wanted = { units, years: 1, provinces, seed: String(seed), light: false, password: PASSWORD, on: null };
  await simulate(addresses.ownerUrl, wanted, ({ name, rows }) => say(`  ${name.en}: ${rows} rows`));
  const owner = new pg.Client({ connectionString: addresses.ownerUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
  return addresses;
}

/** Signs so many people in, each where they have work. They come in an order in which any first part of them is mixed as the whole. */
export async function signIn(ownerUrl: string, count: number, seed: number): Promise<Person[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(ACCOUNT_OF);
    const want = (role: Role): number => Math.ceil((count * SHARE[role]) / 100);
    const units = await owner.query<UnitRow>(UNITS.replaceAll('account_of(', 'pg_temp.account_of('), [String(seed), want('head')]);
    const others = async (role: Role, posts: readonly string[]): Promise<Someone[]> => {
      const { rows } = await owner.query<OtherRow>(OTHERS, [posts, String(seed), want(role)]);
      return rows.map((row) => ({ ...row, role, drafts: [] }));
    };
    const someone = [
      ...units.rows.flatMap(ofUnit),
      ...(await others('secretary', ['bloc-secretary'])),
      ...(await others('council', ['council-secretary', 'council-member'])),
    ];
    if (someone.length < count) throw new Error(`Only ${someone.length} people have something to do: take more units`);
    return await Promise.all(mixed(someone, count).map(async (one) => ({ ...one, secret: await sessionOf(owner, one.account) })));
  } finally {
    await owner.end();
  }
}

/** Head and officer of a unit; no two write one draft. */
function ofUnit({ bloc, province, drafts, head, officer }: UnitRow): Someone[] {
  const half = Math.ceil(drafts.length / 2);
  return [
    { role: 'head', account: head, bloc, province, drafts: drafts.slice(0, half) },
    { role: 'officer', account: officer, bloc, province, drafts: drafts.slice(half) },
  ];
}

/** Everybody in an order in which each role comes up evenly. */
function mixed(all: readonly Someone[], count: number): Someone[] {
  const byRole = [...Map.groupBy(all, ({ role }) => role).values()];
  return byRole
    .flatMap((own) => own.map((one, n) => ({ one, place: (n + 0.5) / own.length })))
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ one }) => one);
}

async function sessionOf(owner: pg.Client, account: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await owner.query(`insert into session (token_hash, account_id, expires_at) values ($1, $2, clock_timestamp() + interval '1 day')`, [
    createHash('sha256').update(secret).digest(),
    account,
  ]);
  return secret;
}
