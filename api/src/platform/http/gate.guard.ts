import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '@thidua/workflows/problem';
import type { FastifyRequest } from 'fastify';
import type { Place } from '../door/caller.js';
import { secretOf, tokenHash } from './caller-of.js';
import { Places } from './places.js';
import { PUBLIC_KEY, UNATTENDED_KEY } from './request.js';
import { SessionUse } from './session-use.js';

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Stands before every route: no session, no entrance; an unsafe request must come from our own page; events carry a key.
 * Who the session belongs to is read by the door and the reader, in the transaction that uses it.
 */
@Injectable()
export class GateGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly places: Places,
    private readonly sessions: SessionUse,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const open = this.marked(context, PUBLIC_KEY);
    if (UNSAFE.has(request.method)) refuseForeign(request);
    refuseDeep(request.body);
    const secret = secretOf(request);
    if (!open && !secret) throw new Problem('sign-in-needed');
    if (!open && secret && !this.isUnattended(context)) await this.sessions.touch(tokenHash(secret));
    const place = await this.placeOf(request);
    // Whoever is not signed in is told so in any case, and does not learn which blocs there are.
    if (place === 'nowhere')
      throw new Problem(!open && !(await this.sessions.isAwake(tokenHash(secret!))) ? 'sign-in-needed' : 'not-found');
    if (place) request.place = place;
    return true;
  }

  /** Where the address lies; null when it names neither bloc nor province. */
  private async placeOf(request: FastifyRequest): Promise<Place | 'nowhere' | null> {
    const { bloc, province } = request.params as { bloc?: string; province?: string };
    if (bloc) return (await this.places.findBloc(bloc)) ?? 'nowhere';
    return province ? ((await this.places.findProvince(province)) ?? 'nowhere') : null;
  }

  /** Whether a page asks of its own accord, with nobody at it perhaps: that is no use of a session. */
  private isUnattended(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return request.headers['x-thidua'] === 'unattended' || this.marked(context, UNATTENDED_KEY);
  }

  private marked(context: ExecutionContext, key: string): boolean {
    return this.reflector.getAllAndOverride<boolean | undefined>(key, [context.getHandler(), context.getClass()]) ?? false;
  }
}

/** No shape of ours comes near this; what is nested deeper would exhaust the stack of whoever walks it. */
const DEEPEST = 32;

/** @throws Problem 'wrong-shape' for a body that is nested too deep to be walked */
function refuseDeep(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new Problem('wrong-shape', { count: 1 });
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? Object.values(value) : [],
    );
  }
}

/** A foreign page can send a form, but neither this header nor, across origins, JSON (CSRF). */
function refuseForeign(request: FastifyRequest): void {
  if (request.headers['x-thidua'] !== '1') throw new Problem('foreign-page');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('foreign-page');
  if (request.method === 'POST' && request.url.split('?')[0]!.endsWith('/events') && !request.headers['idempotency-key'])
    throw new Problem('needs-key');
}
