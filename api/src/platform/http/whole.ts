import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';

/** As much as the proxy lets through (docker/nginx.conf): whoever sends more is not listened to any longer. */
export const HEARD_AT_MOST = 32 * 1_048_576;

/**
 * Answers when the question has come whole. Whoever is refused for the length of a body is still sending it: a line that is closed on him
 * breaks under his hands, the answer is lost with it, and a proxy says 502. What is left is read and thrown away, within the time that
 * every request has.
 */
export function answerWholeQuestions(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, _reply, payload, done) => {
    const question = request.raw;
    const told = Number(question.headers['content-length'] ?? 0);
    if (question.complete || question.destroyed || told > HEARD_AT_MOST) return done(null, payload);
    return hearOut(question, () => done(null, payload));
  });
}

function hearOut(question: IncomingMessage, done: () => void): void {
  let heard = 0;
  const count = (piece: Buffer): void => {
    heard += piece.length;
    if (heard > HEARD_AT_MOST) end();
  };
  const end = (): void => {
    question.off('data', count).off('end', end).off('close', end);
    done();
  };
  question.on('data', count).once('end', end).once('close', end).resume();
}
