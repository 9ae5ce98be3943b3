import { createAdministrator } from '@thidua/api/command/administrator';
import pg from 'pg';
import { BLOC, makeManyBlocs, PROVINCE } from '../../support/many-blocs.js';
import { freshDatabase, PASSWORD, type Addresses } from '../../support/world.js';

/** An installation whose receipts are as many as were asked for, six in ten of them in its first province. */
export interface ManyReceipts extends Addresses {
  readonly rows: number;
}

/** As many as the target asks for, and as many as try the bench. */
export const [MILLION, FEW] = [1_000_000, 16_000];

const made = new Map<number, Promise<ManyReceipts>>();

/** Makes it, once in a run for all benches that read it. One bloc of the first province keeps its own few rows: its people read lists. */
export function manyReceipts(rows: number): Promise<ManyReceipts> {
  const known = made.get(rows) ?? fill(rows);
  made.set(rows, known);
  return known;
}

/** Dispatches in turn to all years of the other blocs, five minutes apart, each with the receipts of council and standing body. */
const DISPATCHES = `
  with years as (
    select c.*, row_number() over (order by c.id) - 1 as k, count(*) over () as count from cycle c
      join place p on p.bloc_id = c.bloc_id join province v on v.id = c.province_id
     where p.slug <> $1 and (v.slug = $2) = $3)
  insert into dispatch (id, bloc_id, province_id, cycle_id, state, lines, papers, sent_at)
  select gen_random_uuid(), c.bloc_id, c.province_id, c.id, 'sent', '[]', '[{"number": "04/BC"}]', timestamptz '2010-01-01' + n * interval '5 minutes'
    from generate_series(1, $4::int) n join years c on c.k = n % c.count`;

const RECEIPTS = `
  insert into receipt (id, bloc_id, province_id, cycle_id, dispatch_id, kind, recipient_name, state, created_at)
  select gen_random_uuid(), d.bloc_id, d.province_id, d.cycle_id, d.id, k, 'Hội đồng Thi đua', 'confirmed', d.sent_at
    from dispatch d, unnest(array['council', 'board']) k where not exists (select from receipt r where r.dispatch_id = d.id)`;

async function fill(rows: number): Promise<ManyReceipts> {
  const addresses = await freshDatabase();
  await createAdministrator(addresses.ownerUrl, 'quan-tri@thidua.example', 'Quản trị', PASSWORD);
  const owner = new pg.Client({ connectionString: addresses.ownerUrl });
  await owner.connect();
  try {
    await makeManyBlocs({ owner });
    const before = await owner.query<{ count: number }>('select count(*)::int as count from receipt');
    const dispatches = Math.max(0, Math.ceil((rows - before.rows[0]!.count) / 2));
    // References are right as they are written: to look each of them up would take longer than to write them.
    await owner.query('set session_replication_role = replica');
    await owner.query(DISPATCHES, [BLOC, PROVINCE, true, Math.ceil(dispatches * 0.6)]);
    await owner.query(DISPATCHES, [BLOC, PROVINCE, false, Math.floor(dispatches * 0.4)]);
    await owner.query(RECEIPTS);
    await owner.query('set session_replication_role = origin');
    await owner.query('vacuum analyze');
    const after = await owner.query<{ count: number }>('select count(*)::int as count from receipt');
    return { ...addresses, rows: after.rows[0]!.count };
  } finally {
    await owner.end();
  }
}
