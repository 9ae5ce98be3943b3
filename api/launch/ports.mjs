import { randomInt } from 'node:crypto';
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

/**
 * What “any port” is chosen from. Systems give outgoing lines and port 0 what lies above (Linux from 32768, others from 49152): such a
 * port, free when it is looked at, is soon somebody else's line, and the program that is to answer there cannot start.
 */
const [FROM, BELOW] = [20_000, 32_000];
const TRIES = 50;

async function anyPort(host) {
  for (let n = 0; n < TRIES; n += 1) {
    try {
      return await tryPort(randomInt(FROM, BELOW), host);
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  return tryPort(0, host);
}

/** A free port: the one wished for when it is free, else any. */
export const freePort = (wished = 0) => (wished === 0 ? anyPort() : tryPort(wished).catch(() => anyPort()));

/** The port on which the program will answer; for 0 any free one. @throws Failure port-taken, port-forbidden */
export async function demandPort(wished, host) {
  const port = Number(wished);
  try {
    return await (port === 0 ? anyPort(host) : tryPort(port, host));
  } catch (error) {
    if (error.code === 'EADDRINUSE') throw new Failure('port-taken', { port, other: port < 65_500 ? port + 1 : 8080 });
    throw new Failure('port-forbidden', { port: wished, host });
  }
}
