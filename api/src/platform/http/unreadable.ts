import type { ProblemCode } from '@thidua/workflows/problem';
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { Config } from '../config/config.js';
import { languageOf } from './caller-of.js';
import { headersFor } from './headers.js';
import { problemBody } from './problem.filter.js';

const TYPE = 'application/problem+json; charset=utf-8';

/** Answers an address that no router can read (`/api/%`): it is refused like every page that is not there, in the same form. */
export const refuseAddress =
  (config: Config) =>
  (_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const body = problemBody('not-found', {}, [], languageOf(request));
    void reply
      .headers({ ...headersFor(request.url, config), 'cache-control': 'no-store', 'content-type': TYPE, 'x-request-id': request.id })
      .status(body.status)
      .send(JSON.stringify(body));
  };

/** What became of a request that never came as far as a route, by Node's name for it. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** Answers what is no HTTP, too long a head, or too slow, in the form of every refusal, and ends the connection. */
export function refuseConnection(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return; // nobody is there to be told
  const body = problemBody(CODES[error.code] ?? 'unreadable', {}, [], 'vi');
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${body.status} ${STATUS_CODES[body.status]}`,
    `content-type: ${TYPE}`,
    `content-length: ${Buffer.byteLength(text)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${text}`);
  socket.destroySoon();
}
