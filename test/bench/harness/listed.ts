import { loginUrl } from '@thidua/api/platform/database/database';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { costsOf, sentDuring, type Sent } from '../../support/plans.js';
import { serveDatabase, type Addresses } from '../../support/world.js';
import { within, type Variant } from './variant.js';

/** A list as the API reads it for somebody: the statement of its page, and the most buffers that any of its statements touches. */
export interface Listed {
  readonly statement: Sent;
  readonly buffers: number;
}

/** Lets people read lists through the API of an installation, and keeps the statement of each that reads the table. @throws Error where there is none */
export async function listsOf(
  addresses: Addresses,
  table: string,
  asked: readonly { readonly email: string; readonly path: string }[],
): Promise<Listed[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'thidua-bench-'));
  const world = await serveDatabase(addresses, dataDir);
  const lists: Listed[] = [];
  try {
    for (const { email, path } of asked) {
      const reader = await world.signIn(email);
      const sent = await sentDuring(async () => {
        const { status, body } = await reader.get<{ items: unknown[] }>(path);
        if (status !== 200 || body.items.length === 0) throw new Error(`${path} shows ${email} nothing (${status})`);
      });
      const statement = sent.find(({ text }) => new RegExp(`from ${table}\\b`).test(text));
      if (!statement) throw new Error(`${path} does not read ${table}`);
      const costs = await costsOf(world, sent, new Set());
      lists.push({ statement, buffers: Math.max(...costs.map(({ buffers }) => buffers)) });
    }
  } finally {
    await world.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  return lists;
}

/** A statement again and again on a connection of its own: under its login within its scope, or as the owner, whom no row security holds. */
export async function asked(
  name: string,
  { ownerUrl, appUrl }: Addresses,
  { login, scope, text, values }: Sent,
  as: 'reader' | 'owner',
): Promise<Variant> {
  const reader = login.endsWith('_province') ? loginUrl(appUrl, 'province') : appUrl;
  const client = new pg.Client({ connectionString: as === 'owner' ? ownerUrl : reader });
  await client.connect();
  await client.query('begin transaction isolation level repeatable read, read only');
  await client.query(`select set_config('app.bloc', $1, true), set_config('app.province', $2, true)`, [...scope]);
  return within(
    name,
    () => client.query(text, [...values]),
    () => client.end(),
  );
}
