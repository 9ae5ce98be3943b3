import { createServer } from 'node:net';
import { Failure } from './failures.mjs';

/** Tries a port. @returns the port that was opened (for 0 a free one); @throws the system's error */
export function tryPort(port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const opened = server.address().port;
      server.close(() => resolve(opened));
    });
  });
}

/** A free port: the one wished for when it is free, else any. */
export const freePort = (wished = 0) => tryPort(wished).catch(() => tryPort(0));

/** The port on which the program will answer. @throws Failure port-taken, port-forbidden */
export async function demandPort(wished, host) {
  const port = Number(wished);
  try {
    return await tryPort(port, host);
  } catch (error) {
    if (error.code === 'EADDRINUSE') throw new Failure('port-taken', { port, other: port < 65_500 ? port + 1 : 8080 });
    throw new Failure('port-forbidden', { port: wished, host });
  }
}
