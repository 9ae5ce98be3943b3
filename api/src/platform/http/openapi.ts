import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

/** The API's description, made from the same shapes that check requests and answers. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Thi Đua')
    .setDescription(
      'Mỗi thay đổi hồ sơ là một sự kiện gửi tới …/events kèm phiên bản đã xem và khóa Idempotency-Key. Mọi từ chối là application/problem+json.',
    )
    .setVersion('0.1.0')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth((app.getHttpAdapter().getInstance() as unknown as FastifyInstance).cookieNames.session)
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path) as { responses?: Record<string, unknown> }[]) {
      if (operation.responses)
        operation.responses.default = {
          description: 'Từ chối, có lý do và việc cần làm',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        };
    }
  }
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM } };
  return document;
}

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
const text: Schema = { type: 'string' };
const PROBLEM: Schema = {
  type: 'object',
  required: ['type', 'code', 'title', 'status', 'detail', 'next', 'needs'],
  properties: {
    type: text,
    code: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    next: text,
    needs: {
      type: 'array',
      items: { type: 'object', required: ['code', 'detail', 'next'], properties: { code: text, detail: text, next: text, pointer: text } },
    },
    proof: { enum: ['code', 'password'] },
    versions: { type: 'object', properties: { yours: { type: 'integer' }, current: { type: 'integer' } } },
    latest: { type: 'object', required: ['by', 'at'], properties: { by: text, at: { type: 'string', format: 'date-time' } } },
  },
};

/** Serves the description at `/api/openapi.json` and a page that shows it at `/api/docs`. */
export function serveDescription(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/openapi.json', customSiteTitle: 'Thi Đua API' });
}
