import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '@thidua/api/app.module';
import { createAdministrator } from '@thidua/api/command/administrator';
import { readConfig } from '@thidua/api/platform/config/config';
import { createServer } from '@thidua/api/platform/http/server';
import { ensureLogins, migrate } from '@thidua/api/platform/setup/migrate';
import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Browser } from './client.js';

/** A password that every made-up person of the tests has. */
export const PASSWORD = 'một câu dài dễ nhớ';

/** A running API on a fresh database, with its administrator. */
export interface World {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** The owner's connection, past the second wall: to look at what was written. */
  readonly owner: pg.Client;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly dataDir: string;
  admin(): Promise<Browser>;
  signIn(email: string): Promise<Browser>;
  stranger(): Browser;
  close(): Promise<void>;
}

/** The server's address under another database name and login. */
function address(server: string, database: string, login?: { user: string; password: string }): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (login) Object.assign(url, { username: login.user, password: login.password });
  return url.href;
}

/** A database of the test server: its owner's address, and the program's. */
export interface Addresses {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The database that every fresh one is a copy of, once on a test server. */
const MIGRATED = 'migrated';

/** Does something as the owner of the whole test server. */
async function onServer<T>(work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = process.env.TEST_PG;
  if (!server) throw new Error('TEST_PG is not set: run the tests by jest with the global set-up');
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const addressesOf = (name: string): Addresses => ({
  ownerUrl: address(process.env.TEST_PG!, name),
  appUrl: address(process.env.TEST_PG!, name, { user: 'thidua_test', password: 'thidua-test' }),
});

async function databaseLike(template: string): Promise<Addresses> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer((server) => server.query(`create database ${name} template ${template} encoding 'UTF8'`));
  return addressesOf(name);
}

/** Makes an empty database of its own on the test server. */
export const bareDatabase = (): Promise<Addresses> => databaseLike('template0');

/** Makes a copy of a database that nobody uses now. */
export const copyOf = ({ ownerUrl }: Addresses): Promise<Addresses> => databaseLike(new URL(ownerUrl).pathname.slice(1));

/** Makes a database of its own on the test server that stands at the newest migration. */
export async function freshDatabase(): Promise<Addresses> {
  await onServer(makeMigrated);
  return databaseLike(MIGRATED);
}

/** Migrates once, and whoever comes meanwhile waits. The database has its name when it is whole. */
async function makeMigrated(server: pg.Client): Promise<void> {
  await server.query('select pg_advisory_lock(1)'); // let go with the connection
  const { rowCount } = await server.query('select 1 from pg_database where datname = $1', [MIGRATED]);
  if (rowCount) return;
  const { ownerUrl, appUrl } = await bareDatabase();
  await migrate(ownerUrl);
  await ensureLogins(ownerUrl, appUrl);
  await server.query(`alter database ${new URL(ownerUrl).pathname.slice(1)} rename to ${MIGRATED}`);
}

/** Starts the API on a database of its own. */
export async function startWorld(environment: Readonly<Record<string, string>> = {}): Promise<World> {
  const addresses = await freshDatabase();
  await createAdministrator(addresses.ownerUrl, 'quan-tri@thidua.example', 'Quản trị', PASSWORD);
  return serveDatabase(addresses, await mkdtemp(join(tmpdir(), 'thidua-test-')), environment);
}

/** Starts the API on a database that is there. */
export async function serveDatabase(
  { ownerUrl, appUrl }: Addresses,
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<World> {
  Object.assign(process.env, {
    THIDUA_MODE: 'development',
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    LOG_LEVEL: 'error',
    ...environment,
  });
  const config = readConfig(process.env);
  const app = await createServer(AppModule.for(config.mode), config);
  await app.listen(0, '127.0.0.1');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const url = await app.getUrl();
  return {
    app,
    url,
    owner,
    ownerUrl,
    appUrl,
    dataDir,
    admin: () => Browser.signIn(url, 'quan-tri@thidua.example', PASSWORD),
    signIn: (email) => Browser.signIn(url, email, PASSWORD),
    stranger: () => new Browser(url),
    close: async () => {
      await app.close();
      await owner.end();
    },
  };
}
