import '@fastify/cookie';
import type { Language } from '@thidua/workflows/wording';
import { Problem } from '@thidua/workflows/problem';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Caller } from '../door/caller.js';
import { sha256 } from '../journal/canonical.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The reader's language: English only when it is asked for first. */
export function languageOf(request: FastifyRequest): Language {
  const header = request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(header) ? 'en' : 'vi';
}

/** The secret of the session that a request belongs to. */
export const secretOf = (request: FastifyRequest): string | undefined => request.cookies[request.server.cookieNames.session];

/** The hash under which a session's secret is stored. */
export const tokenHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

function headerUuid(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && UUID.test(value) ? value.toLowerCase() : null;
}

const bodyText = (body: unknown): string => (body instanceof Uint8Array ? sha256(body) : JSON.stringify(body ?? null));

/** Who asks. @throws Problem 'unknown-capacity' when `Acting-As` is no id of a post */
export function callerOf(request: FastifyRequest): Caller {
  const secret = secretOf(request);
  const actingAs = headerUuid(request, 'acting-as');
  if (request.headers['acting-as'] && !actingAs) throw new Problem('unknown-capacity');
  return {
    token: secret ? tokenHash(secret) : null,
    actingAs,
    key: headerUuid(request, 'idempotency-key'),
    // A repeat sends the same text again; what no record can hold (1e309) is left to the shape, which names its place.
    requestHash: sha256(`${request.method} ${request.url}\n${bodyText(request.body)}`),
    language: languageOf(request),
  };
}
