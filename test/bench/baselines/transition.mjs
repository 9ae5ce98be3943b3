import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * The bare two-round-trip transaction: the statements that the door sends, prepared and pipelined as the door sends them, row security on,
 * with the same letters, journal entry and key; nobody is authorised, no machine is asked, no body is made, nothing is hashed.
 * @param {{ appUrl: string, bloc: object, recording: object }} settings
 * @returns {{ operation: (worker: number) => Promise<void>, close: () => Promise<void> }}
 */
export function bareTransition({ appUrl, bloc, recording }) {
  const pool = new pg.Pool({ connectionString: appUrl, max: 20, pipeline: true });
  const readers = { submit: templateOf(recording.submit.reads), recall: templateOf(recording.recall.reads) };
  const writers = { submit: templateOf(recording.submit.writes), recall: templateOf(recording.recall.writes) };
  const at = recording.submit.reads.findIndex(({ name }) => name?.startsWith('door-record-'));
  const records = bloc.registrations.map(({ id, token }) => ({ id, token: Buffer.from(token, 'hex'), submitted: false }));
  return {
    operation: async (worker) => {
      const own = records[worker];
      const what = own.submitted ? 'recall' : 'submit';
      const client = await pool.connect();
      try {
        const slots = { id: own.id, token: own.token, key: randomUUID() };
        const answers = await together(client, readers[what], slots);
        const { version, entries, head } = answers[at].rows[0].record;
        const n = entries + 1;
        Object.assign(slots, { version, head, n, newHead: n.toString(16).padStart(64, '0') });
        const [written] = await together(client, writers[what], slots);
        if (written.rowCount !== 1) throw new Error('The bare transaction wrote nothing');
        own.submitted = !own.submitted;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/** Sends the statements of a batch as one piece, as the door does. */
function together(client, statements, slots) {
  client.connection.stream.cork();
  const sent = statements.map((statement) => client.query(statement(slots)));
  client.connection.stream.uncork();
  return Promise.all(sent);
}

/** Statements with places for what differs, as functions of what stands there. */
function templateOf(statements) {
  return statements.map(({ name, text, values }) => {
    const makers = values.map(maker);
    return (slots) => ({ name, text, values: makers.map((make) => make(slots)) });
  });
}

function maker(value) {
  if (Array.isArray(value)) {
    const inner = value.map(maker);
    return (slots) => inner.map((make) => make(slots));
  }
  const slot = typeof value === 'string' ? /^\{\{(\w+)\}\}$/.exec(value)?.[1] : undefined;
  return slot ? (slots) => slots[slot] : () => value;
}
