import { fill, type Filling } from '@thidua/workflows/wording';
import pg from 'pg';
import { hashPassword } from '../../account/password.js';
import { demandAllRows } from '../backup/tables.js';
import { calendarOf, type PlannedYear } from './calendar.js';
import { PASSWORD_HASH, PEOPLE, PLACES } from './house.js';
import { PAPERS_STAGE } from './papers.js';
import { planOf, type Wanted } from './plan.js';
import { schemeSql, type Stage } from './scheme.js';
import { reports } from './reports.js';
import { results } from './results.js';
import { SCORES } from './scores.js';
import { holdingWords, simulateWords } from './simulate.words.js';
import { registrations, years } from './years.js';

/** What is to be simulated. */
export interface Simulation extends Wanted {
  readonly years: number;
  /** The one password of every account. */
  readonly password: string;
  /** The business day on which the newest year is in the middle of scoring, YYYY-MM-DD; null: the database's own. */
  readonly on: string | null;
  /** Only units, people, years and registrations, for the volume of lists; the newest year then takes registrations. */
  readonly light: boolean;
}

/** Nothing was simulated. Its message is what a person reads: Vietnamese, English, what to do next. */
export class NotSimulated extends Error {
  constructor(
    readonly code: keyof typeof simulateWords,
    filling: Filling = {},
  ) {
    const { detail, next } = simulateWords[code];
    const [vi, en] = (['vi', 'en'] as const).map((language) => [fill(detail, language, filling), fill(next, language, filling)] as const);
    super(`✗ ${vi![0]}\n  ${en![0]}\n→ ${vi![1]} · ${en![1]}`);
    this.name = 'NotSimulated';
  }
}

/** One stage that is done. */
export interface StageDone {
  readonly name: Stage['name'];
  readonly number: number;
  readonly of: number;
  /** Rows of the program's tables that it wrote. */
  readonly rows: number;
}

const HOLDS = `
  select case when exists (select 1 from place) or exists (select 1 from province) then 'places'
              when exists (select 1 from person where province_id is not null) then 'people'
              when exists (select 1 from journal) then 'journal' end as holds`;

/** @throws NotSimulated unless the database is the program's and holds its administrators at most */
async function demandEmpty(owner: pg.Client): Promise<void> {
  const { rows: made } = await owner.query<{ made: boolean }>(`select to_regclass('place') is not null as made`);
  if (!made[0]!.made) throw new NotSimulated('not-migrated');
  // Nobody makes a province, a bloc or a person meanwhile; whoever reads goes on.
  await owner.query('lock table place, province, person, account in share row exclusive mode');
  await demandAllRows(owner);
  const { rows } = await owner.query<{ holds: keyof typeof holdingWords | null }>(HOLDS);
  if (rows[0]!.holds) throw new NotSimulated('database-in-use', { what: holdingWords[rows[0]!.holds] });
}

/** A bulk of work, not a request: no time limit; sorts and joins fit into memory; the long expressions are not compiled, which takes longer than it saves. */
const SETTINGS = `
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local timezone = 'UTC'; set local work_mem = '128MB';
  set local jit = off`;

/** The stages, in the order of the year. */
function stagesOf({ light }: Simulation, planned: readonly PlannedYear[]): Stage[] {
  const until = light ? 'open' : 'compiled';
  const begin = [PLACES, PEOPLE, years(until), registrations(until)];
  return light ? begin : [...begin, SCORES, results(planned), reports(planned), PAPERS_STAGE];
}

/**
 * Fills an empty installation in one transaction: all of it or nothing. Every row is written by the owner's login, with row security and the
 * triggers of the journal in force; entries are chained as the door chains them.
 * @throws NotSimulated; Problem 'weak-password'
 */
export async function simulate(ownerUrl: string, wanted: Simulation, tell: (done: StageDone) => void): Promise<void> {
  const passwordHash = await hashPassword(wanted.password);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    await demandEmpty(owner);
    await owner.query(SETTINGS);
    await owner.query('select set_config($1, $2, true)', [PASSWORD_HASH, passwordHash]);
    const { rows } = await owner.query<{ today: string }>('select business_day()::text as today');
    const planned = calendarOf(wanted.on ?? rows[0]!.today, wanted.years);
    for (const sql of schemeSql(planOf(wanted), planned, wanted.seed)) await owner.query(sql);
    const stages = stagesOf(wanted, planned);
    for (const [at, stage] of stages.entries())
      tell({ name: stage.name, number: at + 1, of: stages.length, rows: await run(owner, stage) });
    await owner.query('commit');
    await owner.query('analyze');
  } finally {
    await owner.end();
  }
}

async function run(owner: pg.Client, { statements, after }: Stage): Promise<number> {
  let written = 0;
  for (const sql of statements) {
    const { rowCount } = await owner.query(sql);
    if (sql.trim().startsWith('insert into')) written += rowCount ?? 0;
  }
  return written + ((await after?.(owner)) ?? 0);
}
