import { Agent, get } from 'node:http';
import { serveRounds } from './rounds.mjs';

/** A client that asks for one page again and again, with connections that stay open. */
await serveRounds(async ({ url, path, headers }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    operation: () =>
      new Promise((resolve, reject) => {
        const request = get(`${url}${path}`, { agent, headers }, (response) => {
          response.resume();
          response.once('end', () =>
            response.statusCode === 200 ? resolve() : reject(new Error(`${path} answered ${response.statusCode}`)),
          );
        });
        request.once('error', reject);
      }),
    close: async () => agent.destroy(),
  };
});
