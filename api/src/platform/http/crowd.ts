import { Problem } from '@thidua/workflows/problem';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * So many requests of the API may be under way at once in one program. Some twenty of them are served by the database at a time, the others
 * wait for a connection; with a few milliseconds each, the last of 200 still waits well under a second. Beyond that everybody would wait
 * until nobody is served in time.
 */
export const MOST_UNDER_WAY = 200;

/** Whoever looks after the program is never turned away. */
const ALWAYS = '/api/health';

/**
 * Turns away at once, with 503 and when to try again, whoever comes while as many as can be served in time are under way. Under way is what
 * has come whole and has no answer yet: a slow sender or reader holds nobody up. Files of the web are always served.
 */
export function limitCrowd(fastify: FastifyInstance): void {
  const underWay = new Set<FastifyRequest>();
  fastify.addHook('preValidation', (request, reply, done) => {
    const address = request.routeOptions.url ?? '';
    if (!address.startsWith('/api/') || address === ALWAYS) return done();
    if (underWay.size >= MOST_UNDER_WAY) return done(new Problem('busy'));
    underWay.add(request);
    // Whoever goes before the answer is there gives the place back as well.
    reply.raw.once('close', () => underWay.delete(request));
    return done();
  });
  fastify.addHook('onSend', (request, _reply, payload, done) => {
    underWay.delete(request);
    done(null, payload);
  });
}
