import { databaseSecrets, keepSecrets, logFile } from './data-folder.mjs';
import { startPostgres } from './postgres.mjs';

const NAME = 'thidua';

/**
 * The database of a data folder: the given one, or the embedded PostgreSQL, started.
 * @returns {Promise<{ url: string, ownerUrl: string, server: { ended: Promise<string>, stop: () => Promise<void> } | null, log: string }>}
 */
export async function openDatabase({ folder, given }) {
  const log = logFile(folder, 'postgres');
  if (given) return { ...given, server: null, log };
  const secrets = databaseSecrets(folder);
  const server = await startPostgres({ folder, log, password: secrets.ownerPassword, port: secrets.port });
  if (server.port !== secrets.port) keepSecrets(folder, { ...secrets, port: server.port });
  const urls = embeddedUrls({ ...secrets, port: server.port });
  await makeDatabase(urls.serverUrl);
  return { ...urls, server, log };
}

/** The addresses of the embedded database. The logins are made by `thidua migrate`, from the address; the bare name is a role's. */
export function embeddedUrls({ port, ownerPassword, loginPassword }) {
  const at = (user, password, database) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    url: at('thidua_login', loginPassword, NAME),
    ownerUrl: at('postgres', ownerPassword, NAME),
    serverUrl: at('postgres', ownerPassword, 'postgres'),
  };
}

/** Throws away what the embedded database holds. */
export async function emptyDatabase({ serverUrl }) {
  await onServer(serverUrl, (client) => client.query(`drop database if exists ${NAME} with (force)`));
  await makeDatabase(serverUrl);
}

function makeDatabase(serverUrl) {
  return onServer(serverUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`create database ${NAME}`);
  });
}

async function onServer(serverUrl, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
