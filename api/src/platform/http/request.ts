import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { At, Caller, Place } from '../door/caller.js';
import { callerOf } from './caller-of.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the request's bloc or province lies, once the guard has looked it up. */
    place?: Place;
  }
}

const IS_PUBLIC = 'thidua:public';
/** A route that a stranger may use. Every other route needs a session. */
export const Public = () => SetMetadata(IS_PUBLIC, true);
export const PUBLIC_KEY = IS_PUBLIC;

const UNATTENDED = 'thidua:unattended';
/** A route that browsers ask by themselves: it does not keep a session awake. */
export const Unattended = () => SetMetadata(UNATTENDED, true);
export const UNATTENDED_KEY = UNATTENDED;

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** Who asks. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => callerOf(requestOf(context)));

/** The bloc or province of the address, and who asks. */
export const AtPlace = createParamDecorator((_: unknown, context: ExecutionContext): At => {
  const request = requestOf(context);
  if (!request.place) throw new Error(`The route ${request.url} names no place`);
  return { ...request.place, caller: callerOf(request) };
});
