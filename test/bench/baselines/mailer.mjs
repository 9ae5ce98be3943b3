import { createTransport } from 'nodemailer';
import { serveRounds } from './rounds.mjs';

/** Nodemailer's pool alone: one letter again and again, over as many connections as the product uses. */
await serveRounds(async ({ url, letter, connections }) => {
  const transport = createTransport({ url, pool: true, maxConnections: connections, maxMessages: 1000 });
  return { operation: () => transport.sendMail(letter), close: async () => transport.close() };
});
