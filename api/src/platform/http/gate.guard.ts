import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '@thidua/workflows/problem';
import type { FastifyRequest } from 'fastify';
import { secretOf, tokenHash } from './caller-of.js';
import { Places } from './places.js';
import { PUBLIC_KEY } from './request.js';
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
    const secret = secretOf(request);
    if (!open && !secret) throw new Problem('sign-in-needed');
    if (!open && secret) await this.sessions.touch(tokenHash(secret));
    const { bloc, province } = request.params as { bloc?: string; province?: string };
    if (bloc) request.place = await this.places.bloc(bloc);
    else if (province) request.place = await this.places.province(province);
    return true;
  }

  private marked(context: ExecutionContext, key: string): boolean {
    return this.reflector.getAllAndOverride<boolean | undefined>(key, [context.getHandler(), context.getClass()]) ?? false;
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
