import cookie from '@fastify/cookie';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FILE_MOST } from '@thidua/workflows/import/import.schema';
import type { Config } from '../config/config.js';
import { cookieNames } from './cookies.js';
import { limitCrowd } from './crowd.js';
import { endInOrder } from './ending.js';
import { headersFor } from './headers.js';
import { NestLog, openLog, type Log } from './log.js';
import { serveDescription } from './openapi.js';
import { refuseAddress, refuseConnection } from './unreadable.js';
import { buildOf, serveWeb } from './web.js';
import { answerWholeQuestions } from './whole.js';
import { WORKBOOK_TYPE } from './workbook-type.js';

/** A body may hold a whole draft of a long section, and no more. */
const BODY_LIMIT = 1_048_576;

/** A request must have come whole after so many milliseconds: long enough for a workbook over a slow line. */
const REQUEST_TIMEOUT = 120_000;

/** Makes the HTTP program of a module: Fastify, cookies, headers, request ids, logs, the web. It does not listen yet. */
export async function createServer(module: DynamicModule, config: Config, log: Log = openLog(config)): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    trustProxy: config.trustProxy ?? false,
    genReqId: () => randomUUID(),
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // A program that is told to end serves whoever comes on a line that is still open, then closes that line: nobody is turned away by it.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress(config) as never,
    clientErrorHandler: refuseConnection,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: new NestLog(log), abortOnError: false });
  takeWorkbooks(app);
  await app.register(cookie as never);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.decorate('cookieNames', cookieNames(config.publicUrl));
  const build = await buildOf();
  addHooks(fastify, { config, log, build });
  limitCrowd(fastify);
  answerWholeQuestions(fastify);
  endInOrder(fastify, log);
  serveDescription(app);
  await serveWeb(app, build);
  app.enableShutdownHooks();
  return app;
}

/** A workbook comes as the bytes that it is; a route that wants JSON refuses it by its shape. */
function takeWorkbooks(app: NestFastifyApplication): void {
  app.useBodyParser(WORKBOOK_TYPE, { bodyLimit: FILE_MOST }, (_request, body, done) => done(null, body));
}

/** An address that no route knows, for the log: a receipt's holds its secret, and what is that long is no id. */
const withoutSecrets = (url: string): string => url.split('?')[0]!.replace(/[^/]{40,}/g, '[cut]');

/** Headers on every answer, and one log line for each request: method, pattern of the address (it holds no secret), status, time. */
function addHooks(fastify: FastifyInstance, { config, log, build }: { config: Config; log: Log; build: string | null }): void {
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    void reply.headers(headersFor(request.url, config, build)).header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    const address = request.routeOptions.url ?? withoutSecrets(request.url);
    log.info({ request: request.id, method: request.method, address, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
    done();
  });
}
