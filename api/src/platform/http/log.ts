import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/config.js';

export type Log = Logger;

/** What is told of an error. A failed query also carries its values (a sum of a password, a person's words): those stay out. */
function briefly(error: unknown): unknown {
  if (error === null || typeof error !== 'object') return String(error);
  const { name, message, code, query, stack } = error as Record<string, unknown>;
  return { type: name, message, code, query, stack };
}

/** Structured logs on standard output. Secrets have no field here, and those that slip in are cut out. */
export function openLog(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Log {
  const settings = {
    level: config.logLevel,
    redact: {
      paths: ['password', '*.password', 'current', 'next', 'token', '*.token', 'headers.cookie', 'headers.authorization'],
      censor: '[cut]',
    },
    serializers: { err: briefly },
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  };
  return destination ? pino(settings, destination) : pino(settings);
}

/** Nest's own messages in the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Log) {}

  log(message: unknown, context?: string): void {
    this.to.debug({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    if (message && typeof message === 'object') this.to.error(message, 'unexpected');
    else this.to.error({ context: rest.at(-1), stack: rest.at(0) }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.to.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.to.debug({ context }, String(message));
  }
}
