import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { secretOf } from './caller-of.js';
import { pagePolicy } from './headers.js';

const BROWSER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..', 'web', 'dist', 'browser');
const LANGUAGES = ['vi', 'en'] as const;
/** Stands in the built page where the nonce of an answer belongs: the styles of components bear it. */
const NONCE = 'nonce-of-this-answer';
/** Stands in the built page where the code of its build belongs. */
const BUILD = 'build-of-this-page';
/** Stands in the built page where it is said whether the browser brought a session's secret: a stranger's page need not ask who it is. */
const VISITOR = 'visitor-of-this-page';
const HASHED = /-[\w-]{8}\.[a-z0-9]+$/; // main-5PDZJXYA.js, chunk-B5B4R61a.js

/**
 * The code of the build that is served: every answer of the API bears it, and a page that was opened before an upgrade sees another than
 * its own. @returns 12 hexadecimal digits over the pages, which name every file by its hash; null where no web is served
 */
export async function buildOf(folder = BROWSER): Promise<string | null> {
  if (!existsSync(folder)) return null;
  const pages = await Promise.all(LANGUAGES.map((language) => readFile(join(folder, language, 'index.html'))));
  return createHash('sha256').update(Buffer.concat(pages)).digest('hex').slice(0, 12);
}

/** Serves the web's files, one build for each language. A page's address gets the index; a missing file is 404, never the index. */
export async function serveWeb(app: NestFastifyApplication, build: string | null, folder = BROWSER): Promise<void> {
  if (build === null) return; // an API of its own, as in the tests
  await app.register(
    fastifyStatic as never,
    {
      root: folder,
      wildcard: false,
      index: false,
      globIgnore: ['**/index.html'], // a page is made for each answer: it bears a nonce
      setHeaders: (reply: FastifyReply, path: string) => {
        void reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    } as never,
  );
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.get('/', (request: FastifyRequest, reply: FastifyReply) =>
    reply.redirect(/^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? '/en/' : '/vi/'),
  );
  for (const language of LANGUAGES) {
    const page = async (request: FastifyRequest, reply: FastifyReply) => {
      if (/\.[a-z0-9]{2,5}$/i.test(request.url.split('?')[0]!)) return reply.status(404).type('text/plain').send('Not found');
      const nonce = randomBytes(18).toString('base64');
      const text = await readFile(join(folder, language, 'index.html'), 'utf8');
      return reply
        .header('cache-control', 'no-cache')
        .header('content-security-policy', pagePolicy(nonce))
        .type('text/html; charset=utf-8')
        .send(
          text
            .replaceAll(NONCE, nonce)
            .replace(BUILD, build)
            .replace(VISITOR, secretOf(request) ? 'known' : 'stranger'),
        );
    };
    fastify.get(`/${language}`, (_: FastifyRequest, reply: FastifyReply) => reply.redirect(`/${language}/`));
    fastify.get(`/${language}/`, page);
    fastify.get(`/${language}/*`, page);
  }
}
