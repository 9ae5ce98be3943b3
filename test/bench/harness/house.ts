import { createAdministrator } from '@thidua/api/command/administrator';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { makeManyBlocs, PROVINCE } from '../../support/many-blocs.js';
import { freshDatabase, PASSWORD } from '../../support/world.js';

/** A unit's registration and the session of the unit's head, who may submit and recall it. */
export interface Registered {
  readonly id: string;
  /** SHA-256 of the session's secret, in hexadecimal digits. */
  readonly token: string;
  /** What the cookie of the session holds. */
  readonly secret: string;
}

/** A bloc in which registrations are open. */
export interface BlocOfBench {
  readonly blocId: string;
  readonly provinceId: string;
  readonly cycleId: string;
  readonly slug: string;
  /** One for each of the 18 units. */
  readonly registrations: readonly Registered[];
}

/** A made-up installation of 120 blocs, four years and 2,160 units a year, as the guards of the lists use it. */
export interface House {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly owner: pg.Client;
  /** Opens registrations in the n-th bloc of the first province and signs the heads of its units in. */
  bloc(n: number): Promise<BlocOfBench>;
  /** What PostgreSQL does by itself each minute in an installation that is used: it counts anew what its tables hold, and plans by it. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** The day on which a bench plays: registrations are open, and their last day is not over. */
const DAY = '2020-03-02T02:00:00Z';

const OPEN = `
  with opened as (update cycle set state = 'open' where bloc_id = $1 and year = 2020 returning id, head_unit_id)
  update registration r set state = 'draft', version = 1000, aim = '{"kind":"title","code":"flag"}', entered_by = null,
         reviewer_unit_id = case when g.leader_unit_id = r.unit_id then o.head_unit_id else g.leader_unit_id end,
         targets = (select jsonb_agg(jsonb_build_object('name', 'Chỉ tiêu số ' || i, 'unit', 'người', 'planned', '120', 'previous', '110', 'evidence', 'Danh sách')) from generate_series(1, 8) i)
    from opened o, bloc_group g where r.cycle_id = o.id and g.id = r.group_id
  returning r.id, r.unit_id as "unitId", r.province_id as "provinceId", r.cycle_id as "cycleId"`;

const SIGN_IN = `
  insert into session (token_hash, account_id, expires_at)
  select $1, a.id, now() + interval '1 day' from post p join account a on a.person_id = p.person_id where p.unit_id = $2 and p.role = 'unit-head'`;

/** Makes the installation in a database of its own on the server of TEST_PG. Nobody stands in for anybody: that is the usual case. */
export async function makeHouse(): Promise<House> {
  const { ownerUrl, appUrl } = await freshDatabase();
  await createAdministrator(ownerUrl, 'quan-tri@thidua.example', 'Quản trị', PASSWORD);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await makeManyBlocs({ owner });
  await owner.query('delete from substitution');
  await owner.query('update business_clock set shift = $1::timestamptz - clock_timestamp()', [DAY]);
  await owner.query('vacuum analyze');
  const settle = async (): Promise<void> => void (await owner.query('vacuum analyze'));
  return { ownerUrl, appUrl, owner, bloc: (n) => openBloc(owner, n), settle, close: () => owner.end() };
}

async function openBloc(owner: pg.Client, n: number): Promise<BlocOfBench> {
  const slug = `khoi-${PROVINCE.split('-')[1]}-${n}`;
  const place = await owner.query<{ bloc_id: string }>('select bloc_id from place where slug = $1', [slug]);
  const blocId = place.rows[0]!.bloc_id;
  const { rows } = await owner.query<{ id: string; unitId: string; provinceId: string; cycleId: string }>(OPEN, [blocId]);
  const registrations: Registered[] = [];
  for (const { id, unitId } of rows) {
    const secret = `${slug}.${unitId}`;
    const token = createHash('sha256').update(secret).digest();
    await owner.query(SIGN_IN, [token, unitId]);
    registrations.push({ id, token: token.toString('hex'), secret });
  }
  const { provinceId, cycleId } = rows[0]!;
  return { blocId, provinceId, cycleId, slug, registrations };
}
