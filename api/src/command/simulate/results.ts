import { randomUUID } from 'node:crypto';
import type { Ranked } from '@thidua/workflows/ranking/ranking';
import type pg from 'pg';
import { canonicalJson, chain, NO_ENTRY, sha256 } from '../../platform/journal/canonical.js';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { PlannedYear } from './calendar.js';
import { personSql, postSql } from './chained.js';
import type { Sql } from './canonical-sql.js';
import { decisionsOf, rankingOf, type Finished } from './meetings.js';
import { RULES } from './rules.data.js';
import type { Stage } from './scheme.js';

interface Actor {
  readonly person: string;
  readonly post: string;
  readonly role: string;
  readonly unit: string | null;
}

/** A closed year of a bloc, with its units in the order of the report. */
interface ClosedYear {
  readonly bloc_id: string;
  readonly province_id: string;
  readonly cycle_id: string;
  readonly anchor: Date;
  readonly year: number;
  readonly ranking_id: string;
  readonly round_ids: readonly string[];
  readonly secretary: Actor;
  readonly head: Actor;
  readonly units: readonly Omit<Finished, 'previousRank'>[];
}

const actor = (held: string, scope: Sql, role: string, unit: Sql): Sql =>
  `jsonb_build_object('person', ${personSql(held, scope)}, 'post', ${postSql(personSql(held, scope))}, 'role', '${role}', 'unit', ${unit})`;

const CLOSED = `
  select c.bloc_id, c.province_id, c.cycle_id, c.anchor, c.year, pg_temp.made_id('ranking ' || c.cycle_id) as ranking_id,
         array[${RULES.titles.map(({ code }) => `pg_temp.made_id('round ${code} ' || c.cycle_id)`).join(', ')}]::text[] as round_ids,
         ${actor('bloc-secretary', 'c.cycle_id', 'bloc-secretary', 'null')} as secretary, ${actor('unit-head', 'c.head_unit_id', 'bloc-head', 'c.head_unit_id')} as head,
         (select jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'scores', s.official_scores, 'aim', r.aim, 'leads', m.leads,
                    'blocRole', case m.u when 1 then 'head' when 2 then 'deputy' end) order by m.u)
            from sim_member m join scorecard s on s.id = m.card_id join registration r on r.cycle_id = m.cycle_id and r.unit_id = m.unit_id
           where m.cycle_id = c.cycle_id) as units
    from sim_cycle c where not c.newest order by c.bloc_id, c.year`;

const HOUR_MS = 3_600_000;
const moment = ({ anchor }: ClosedYear, days: number, hours: number): Date => new Date(anchor.getTime() + (days * 24 + hours) * HOUR_MS);

/** One entry to be made. */
interface Entered {
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly more: Readonly<Record<string, unknown>>;
}

/** The journal of a record, chained as the door chains it: the record's head, and the rows. */
function journalOf(year: ClosedYear, kind: string, id: string, entries: readonly Entered[]) {
  let head = NO_ENTRY;
  const rows = entries.map(({ more, actor: who, at, ...entry }, before) => {
    const n = before + 1;
    const body = canonicalJson({ ...more, ...entry, kind, id, n, version: n + 1, at, business: at, actor: { kind: 'person', ...who } });
    const previous = head;
    head = chain(previous, body);
    return {
      bloc_id: year.bloc_id,
      province_id: year.province_id,
      record_kind: kind,
      record_id: id,
      n,
      prev: previous,
      hash: head,
      body,
      at,
    };
  });
  return {
    record: {
      id,
      bloc_id: year.bloc_id,
      province_id: year.province_id,
      cycle_id: year.cycle_id,
      version: rows.length + 1,
      entries: rows.length,
      head,
    },
    rows,
  };
}

/** What a closed year leaves, by table. */
function resultsOf(
  year: ClosedYear,
  before: ReadonlyMap<string, number>,
  rules: CycleRules,
): { ranking: Ranked[]; rows: Readonly<Record<string, object[]>> } {
  const units = year.units.map((unit): Finished => ({ ...unit, previousRank: before.get(unit.unitId) ?? null }));
  const ranking = rankingOf(units);
  const published = moment(year, 21, 9);
  const publish = { event: 'publish', from: 'open', to: 'published', actor: year.secretary, at: published };
  const told = journalOf(year, 'Ranking', year.ranking_id, [
    { ...publish, more: { rows: sha256(canonicalJson(ranking)), units: ranking.length } },
  ]);
  const rounds = decisionsOf(units, ranking, rules).map(({ title, seats, event, candidates }, at) => {
    const id = year.round_ids[at]!;
    const [opened, decided] = [moment(year, 25, 8 + at), moment(year, 25, 8.5 + at)];
    const { attendance, nominees } = event;
    const nominated = candidates.flatMap((candidate) => (candidate.nominated ? [candidate.unitId] : []));
    const made = journalOf(year, 'Round', id, [
      { event: 'open', from: 'draft', to: 'open', actor: year.secretary, at: opened, more: { candidates: candidates.length } },
      { event: 'consent', from: 'open', to: 'decided', actor: year.head, at: decided, more: { attendance, nominees, nominated, tied: [] } },
    ]);
    const record = {
      ...made.record,
      state: 'decided',
      title_code: title,
      position: at + 1,
      seats,
      candidates,
      attendance,
      opened_at: opened,
      decided_at: decided,
    };
    const { bloc_id, province_id, cycle_id } = made.record;
    return {
      record,
      entries: made.rows,
      nominees: nominated.map((unit_id) => ({ bloc_id, province_id, cycle_id, round_id: id, unit_id })),
    };
  });
  return {
    ranking,
    rows: {
      ranking: [{ ...told.record, state: 'published', rows: ranking, published_at: published }],
      round: rounds.map(({ record }) => record),
      nominee: rounds.flatMap(({ nominees }) => nominees),
      journal: [...told.rows, ...rounds.flatMap(({ entries }) => entries)],
    },
  };
}

const RECORD = 'id uuid, bloc_id uuid, province_id uuid, cycle_id uuid, version int, entries int, head text, state text';
/** The columns of each table in the order in which they are written. */
const COLUMNS: Readonly<Record<string, string>> = {
  ranking: `${RECORD}, rows jsonb, published_at timestamptz`,
  round: `${RECORD}, title_code text, position int, seats int, candidates jsonb, attendance jsonb, opened_at timestamptz, decided_at timestamptz`,
  nominee: 'bloc_id uuid, province_id uuid, cycle_id uuid, round_id uuid, unit_id uuid',
  journal: 'bloc_id uuid, province_id uuid, record_kind text, record_id uuid, n int, prev text, hash text, body text, at timestamptz',
};

const insertSql = (table: string, columns: string): Sql => {
  const names = columns.split(', ').map((column) => column.split(' ')[0]!);
  const [own, from] =
    table === 'nominee'
      ? [', id, exclusive', `, pg_temp.made_id('nominee ' || round_id || ' ' || unit_id), ${RULES.nomination.exclusive}`]
      : ['', ''];
  return `insert into ${table} (${names.join(', ')}${own}) select ${names.join(', ')}${from} from jsonb_to_recordset($1::jsonb) x(${columns})`;
};

/** So many years of blocs are held at once. */
const AT_ONCE = 200;

/**
 * Rankings and rounds of closed years: the law's own functions decide them from the verified cards, year after year of each bloc.
 * @returns how many rows were written
 */
async function decideYears(owner: pg.Client, years: readonly PlannedYear[]): Promise<number> {
  const rulesOf = new Map(years.map(({ year, rules }) => [year, rules]));
  const cursor = `simulate_${randomUUID().slice(0, 8)}`;
  await owner.query(`declare ${cursor} no scroll cursor for ${CLOSED}`);
  let [written, bloc, ranks] = [0, '', new Map<string, number>()];
  for (;;) {
    const { rows } = await owner.query<ClosedYear>(`fetch ${AT_ONCE} from ${cursor}`);
    if (rows.length === 0) break;
    const made = rows.map((year) => {
      if (year.bloc_id !== bloc) ranks = new Map();
      bloc = year.bloc_id;
      const { ranking, rows: results } = resultsOf(year, ranks, rulesOf.get(year.year)!);
      ranks = new Map(ranking.map(({ unitId, rank }) => [unitId, rank]));
      return results;
    });
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const { rowCount } = await owner.query(insertSql(table, columns), [JSON.stringify(made.flatMap((results) => results[table]!))]);
      written += rowCount ?? 0;
    }
  }
  await owner.query(`close ${cursor}`);
  return written;
}

/** The newest year has its ranking and its rounds before it. */
const TO_COME: readonly Sql[] = [
  `insert into ranking (id, bloc_id, province_id, cycle_id) select pg_temp.made_id('ranking ' || cycle_id), bloc_id, province_id, cycle_id from sim_cycle where newest`,
  ...RULES.titles.map(
    ({ code, seats }, at) => `insert into round (id, bloc_id, province_id, cycle_id, title_code, position, seats)
      select pg_temp.made_id('round ${code} ' || cycle_id), bloc_id, province_id, cycle_id, '${code}', ${at + 1}, ${seats} from sim_cycle where newest`,
  ),
];

/** Rankings and rounds: decided in closed years. */
export const results = (years: readonly PlannedYear[]): Stage => ({
  name: { vi: 'Xếp hạng và bình xét', en: 'rankings and rounds' },
  statements: TO_COME,
  after: (owner) => decideYears(owner, years),
});
