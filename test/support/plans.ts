import { loginUrl } from '@thidua/api/platform/database/database';
import pg from 'pg';
import { connected } from './rows.js';
import type { World } from './world.js';

/** A statement as the program sent it: under which login, within which bloc and province, with which values. */
export interface Sent {
  readonly login: string;
  readonly scope: readonly unknown[];
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What reading it costs: rows that came, shared buffers, and tables that were walked from end to end. */
export interface Cost {
  readonly text: string;
  readonly rows: number;
  readonly buffers: number;
  readonly walked: readonly string[];
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
interface Submitted {
  readonly text?: string;
  readonly values?: readonly unknown[];
}

const told = ([first, second]: readonly unknown[]): { text: string; values: readonly unknown[] } => {
  const config = typeof first === 'string' ? { text: first } : (first as Submitted);
  return { text: config.text ?? '', values: config.values ?? (Array.isArray(second) ? (second as unknown[]) : []) };
};

/** Listens to every statement that the program sends while the work runs. */
export async function sentDuring(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const scopes = new WeakMap<pg.Client, readonly unknown[]>();
  const client = pg.Client.prototype as unknown as { query: Query };
  const query = client.query;
  client.query = function (...args) {
    const { text, values } = told(args);
    if (/^select set_config\('app\.bloc'/.test(text)) scopes.set(this, values);
    else if (/^\s*(select|with)\b/i.test(text)) sent.push({ login: this.user ?? '', scope: scopes.get(this) ?? ['', ''], text, values });
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return sent;
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** Above so many buffers a statement is read once more, lest the catalogue was what it read. */
const CATALOGUE = 100;

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** A value as the driver writes it. */
const written = (value: unknown): string => {
  if (Array.isArray(value)) return `{${value.map((item) => (item === null ? 'null' : JSON.stringify(String(item)))).join()}}`;
  if (value instanceof Date) return value.toISOString();
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value);
};

/** A value within a statement. */
const literal = (value: unknown): string => (value === null || value === undefined ? 'null' : pg.escapeLiteral(written(value)));

/** How the database read a statement, once, by the plan that a connection of the program keeps for it: made without looking at the values. */
async function planOf(client: pg.Client, { text, values }: Sent): Promise<Plan> {
  const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
  await client.query(`prepare looked_at as ${text}`);
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, buffers, format json) execute looked_at${given}`,
    );
    return rows[0]!['QUERY PLAN'][0].Plan;
  } finally {
    await client.query('deallocate looked_at');
  }
}

const buffersOf = (plan: Plan): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];

/** The cheaper of two readings: a connection reads the catalogue at first and after each analysis of a table, which is no cost of the list. */
async function warmPlanOf(client: pg.Client, sent: Sent): Promise<Plan> {
  const plans = [await planOf(client, sent), await planOf(client, sent)];
  return buffersOf(plans[0]!) < buffersOf(plans[1]!) ? plans[0]! : plans[1]!;
}

/** Runs the statements once more under the same login and settings, and reads how the database did it. */
export async function costsOf(world: World, sent: readonly Sent[], large: ReadonlySet<string>): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const login of new Set(sent.map((one) => one.login))) {
    const url = login.endsWith('_province') ? loginUrl(world.appUrl, 'province') : world.appUrl;
    await connected(url, async (client) => {
      await client.query('set plan_cache_mode = force_generic_plan');
      for (const one of sent.filter((statement) => statement.login === login)) {
        await client.query('begin read only');
        await client.query(`select set_config('app.bloc', $1, true), set_config('app.province', $2, true)`, [...one.scope]);
        let plan = await warmPlanOf(client, one);
        if (buffersOf(plan) > CATALOGUE) plan = await warmPlanOf(client, one);
        await client.query('rollback');
        const walked = nodes(plan).flatMap((node) => (node['Node Type'] === 'Seq Scan' ? [node['Relation Name']!] : []));
        costs.push({
          text: one.text.replace(/\s+/g, ' ').trim(),
          rows: plan['Actual Rows'],
          buffers: buffersOf(plan),
          walked: walked.filter((table) => large.has(table)),
        });
      }
    });
  }
  return costs;
}
