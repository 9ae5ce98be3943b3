import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { serveRounds } from './rounds.mjs';

const INSERT = {
  name: 'insert',
  text: 'insert into idempotency (bloc_id, province_id, person_id, key, request_hash, record_id, n) values ($1, $2, $3, $4, $5, $3, 1)',
};

/** One row, inserted under row security: begin, scope, insert and commit, prepared, in one round trip. */
await serveRounds(async ({ appUrl, place: { blocId, provinceId } }) => {
  const pool = new pg.Pool({ connectionString: appUrl, max: 20, pipeline: true });
  const scope = { name: 'scope', text: `select set_config('app.bloc', $1, true), set_config('app.province', $2, true)` };
  return {
    operation: async () => {
      const client = await pool.connect();
      try {
        client.connection.stream.cork();
        const sent = [
          client.query('begin'),
          client.query({ ...scope, values: [blocId, provinceId] }),
          client.query({ ...INSERT, values: [blocId, provinceId, blocId, randomUUID(), 'a'.repeat(64)] }),
          client.query('commit'),
        ];
        client.connection.stream.uncork();
        await Promise.all(sent);
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
});
