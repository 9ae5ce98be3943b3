import { createServer } from 'node:http';
import pg from 'pg';

/**
 * node:http alone: for each request the statements that the API sends for the same page, one after the other on one connection of a pool,
 * and their rows as JSON. Nobody is authorised, no view is made, no header is set but the type.
 */
const { appUrl, statements } = JSON.parse(process.env.BENCH_SETTINGS ?? '{}');
const pool = new pg.Pool({ connectionString: appUrl, max: 20 });
const sent = statements.map(({ text, values }) => ({
  text,
  values: values.map((value) => (value?.hex ? Buffer.from(value.hex, 'hex') : value)),
}));

const server = createServer((_, response) => {
  void page().then((body) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(body);
  });
});

async function page() {
  const client = await pool.connect();
  const answers = [];
  for (const statement of sent) answers.push((await client.query(statement)).rows);
  client.release();
  return JSON.stringify(answers);
}

server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
process.on('message', () => server.close(() => void pool.end().then(() => process.exit(0))));
