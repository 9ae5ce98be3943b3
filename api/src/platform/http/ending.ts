import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';
import type { Log } from './log.js';

/** Container engines kill ten seconds after they have told a program to end: what is then still under way is cut before. */
export const SERVED_AT_MOST_MS = 8_000;

/**
 * A program that is told to end closes every line on which nothing was asked, serves what was, and cuts what is not served in time. Node by
 * itself closes only the lines that had been answered before. It waits for ever for a browser's spare line, for half a head, or for a body
 * that never comes, and more than a minute for the next question of somebody whom it has just answered.
 */
export function endInOrder(fastify: FastifyInstance, log: Log, servedAtMost = SERVED_AT_MOST_MS): void {
  /** The open lines, and how many questions of each have no answer yet. */
  const lines = new Map<Socket, number>();
  let ending = false;
  const asked = (line: Socket, more: number): void => {
    const questions = (lines.get(line) ?? 0) + more;
    if (line.destroyed) return;
    lines.set(line, questions);
    if (ending && questions === 0) line.destroySoon();
  };
  fastify.server.on('connection', (line: Socket) => {
    lines.set(line, 0);
    line.once('close', () => lines.delete(line));
  });
  fastify.server.on('request', (question, answer) => {
    asked(question.socket, 1);
    answer.once('close', () => asked(question.socket, -1));
  });
  fastify.addHook('preClose', (done) => {
    ending = true;
    for (const [line, questions] of lines) if (questions === 0) line.destroy();
    const late = setTimeout(() => {
      log.warn({ lines: lines.size }, 'lines were cut that were not served in time');
      for (const line of lines.keys()) line.destroy();
    }, servedAtMost);
    fastify.server.once('close', () => clearTimeout(late));
    done();
  });
}
