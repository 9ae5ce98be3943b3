import { Problem } from '@thidua/workflows/problem';
import type { FastifyInstance } from 'fastify';

/**
 * So many requests of the API may be under way at once in one program. Some twenty of them are served by the database at a time, the others
 * wait for a connection; with a few milliseconds each, the last of 200 still waits well under a second.
 */
export const MOST_UNDER_WAY = 200;
/** So many are let in however slow it goes: as many as the database serves at a time. */
export const LEAST_UNDER_WAY = 20;
/** Whoever has waited longer than this was not served in time, and would have been told so better. */
export const IN_TIME_MS = 3_000;
/** What a late answer takes from the number that is let in, as a share; and what one in time gives back. */
const SHRINK = 0.95;
const GROW = 1;

/** Whoever looks after the program is never turned away. */
const ALWAYS = '/api/health';

/**
 * Lets in as many as can be served in time. How many that are depends on what they ask for and on what else the machine does: each answer
 * that was late lets fewer in, each one in time a few more again.
 */
export class Crowd {
  private most = MOST_UNDER_WAY;
  private readonly underWay = new Map<object, number>();

  /** @param now milliseconds that only go on */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** @returns false for whoever is one too many */
  enter(who: object): boolean {
    if (this.underWay.size >= this.most) return false;
    this.underWay.set(who, this.now());
    return true;
  }

  /** @param answered false for whoever went before the answer was there: that tells nothing */
  leave(who: object, answered: boolean): void {
    const since = this.underWay.get(who);
    if (since === undefined) return;
    this.underWay.delete(who);
    if (!answered) return;
    const late = this.now() - since > IN_TIME_MS;
    this.most = late ? Math.max(LEAST_UNDER_WAY, this.most * SHRINK) : Math.min(MOST_UNDER_WAY, this.most + GROW);
  }
}

/**
 * Turns away at once, with 503 and when to try again, whoever comes while as many as can be served in time are under way. Under way is what
 * has come whole and has no answer yet: a slow sender or reader holds nobody up. Files of the web are always served.
 */
export function limitCrowd(fastify: FastifyInstance): void {
  const crowd = new Crowd();
  fastify.addHook('preValidation', (request, reply, done) => {
    const address = request.routeOptions.url ?? '';
    if (!address.startsWith('/api/') || address === ALWAYS) return done();
    if (!crowd.enter(request)) return done(new Problem('busy'));
    // Whoever goes before the answer is there gives the place back as well.
    reply.raw.once('close', () => crowd.leave(request, false));
    return done();
  });
  fastify.addHook('onSend', (request, _reply, payload, done) => {
    crowd.leave(request, true);
    done(null, payload);
  });
}
