import { Changes } from '@thidua/api/platform/changes/changes';
import { Database } from '@thidua/api/platform/database/database';
import { Door } from '@thidua/api/platform/door/door';
import { registrationProcedure } from '@thidua/api/registration/registration.procedure';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { BlocOfBench, House, Registered } from './house.js';

/** A prepared statement, with names in the places of what differs from one transition to the next. */
export interface Template {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The two batches of one transition. */
export interface TransitionTemplate {
  readonly reads: readonly Template[];
  readonly writes: readonly Template[];
}

/** What a transition's statements are, as the door sends them: baselines send the very same ones. */
export interface Recording {
  readonly submit: TransitionTemplate;
  readonly recall: TransitionTemplate;
}

/** What stands in a template for what is another thing each time. */
export const SLOTS = ['id', 'token', 'key', 'version', 'n', 'head', 'newHead'] as const;
export type Slot = (typeof SLOTS)[number];
export const slot = (name: Slot): string => `{{${name}}}`;

type Asked = string | { readonly name?: string; readonly text: string; readonly values?: readonly unknown[] };
type Query = (this: unknown, asked: Asked, values?: unknown, ...more: unknown[]) => unknown;

/** Listens to all that is sent while the work runs, in its order. */
export async function sentDuring(work: () => Promise<unknown>): Promise<Template[]> {
  const sent: Template[] = [];
  const client = pg.Client.prototype as unknown as { query: Query };
  const query = client.query;
  client.query = function (asked, given, ...more) {
    const {
      name,
      text,
      values = [],
    } = typeof asked === 'string' ? { name: undefined, text: asked, values: Array.isArray(given) ? given : [] } : asked;
    sent.push({ ...(name ? { name } : {}), text, values });
    return query.call(this, asked, given, ...more);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return sent;
}

/** Lets the door submit and recall a registration, and keeps what it sent. Its version and number of entries differ: 1000 and 0. */
export async function recordTransitions(house: House, bloc: BlocOfBench, spare: Registered): Promise<Recording> {
  const database = await Database.open(house.appUrl, []);
  const door = new Door(database, new Changes(database));
  const pass = async (type: 'submit' | 'recall'): Promise<TransitionTemplate> => {
    const key = randomUUID();
    const before = await present(house, spare.id);
    const caller = { token: Buffer.from(spare.token, 'hex'), actingAs: null, key, requestHash: 'a'.repeat(64), language: 'vi' as const };
    const sent = await sentDuring(() => door.pass(registrationProcedure, { ...bloc, caller }, spare.id, { type, version: before.version }));
    const after = await present(house, spare.id);
    const slots = new Map<unknown, Slot>([
      [spare.id, 'id'],
      [spare.token, 'token'],
      [key, 'key'],
      [before.version, 'version'],
      [before.entries + 1, 'n'],
      [before.head, 'head'],
      [after.head, 'newHead'],
    ]);
    const templates = sent.map((statement) => ({ ...statement, values: named(statement.values, slots) as unknown[] }));
    return { reads: templates.slice(0, -2), writes: templates.slice(-2) };
  };
  try {
    return { submit: await pass('submit'), recall: await pass('recall') };
  } finally {
    await database.onApplicationShutdown();
  }
}

async function present(house: House, id: string): Promise<{ version: number; entries: number; head: string }> {
  const { rows } = await house.owner.query<{ version: number; entries: number; head: string }>(
    'select version, entries, head from registration where id = $1',
    [id],
  );
  return rows[0]!;
}

/** The values with names in the places of what differs. */
function named(value: unknown, slots: ReadonlyMap<unknown, Slot>): unknown {
  if (Array.isArray(value)) return value.map((one) => named(one, slots));
  const found = slots.get(value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value);
  return found ? slot(found) : value;
}
