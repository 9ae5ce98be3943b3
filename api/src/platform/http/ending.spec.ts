import fastifyOf, { type FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { endInOrder } from './ending.js';
import type { Log } from './log.js';

/** A program that tells how many lines it cut, and answers when the test says so. */
async function begin(servedAtMost: number) {
  const cut: number[] = [];
  const log = { warn: ({ lines }: { lines: number }) => void cut.push(lines) } as unknown as Log;
  const fastify: FastifyInstance = fastifyOf({ return503OnClosing: false });
  endInOrder(fastify, log, servedAtMost);
  const ending = new Promise<void>((resolve) => {
    fastify.addHook('preClose', (done) => (resolve(), done()));
  });
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  fastify.get('/at-once', () => 'done');
  fastify.get('/slow', () => answered.then(() => 'done'));
  fastify.post('/body', () => 'done');
  await fastify.listen({ port: 0, host: '127.0.0.1' });
  /** Opens a line, sends something, waits until the program knows of it. */
  const line = async (sent: string): Promise<{ socket: Socket; heard: () => string }> => {
    const known = once(fastify.server, 'connection').then(([socket]: Socket[]) => socket!);
    const socket = connect((fastify.server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
    const there = await known;
    let heard = '';
    socket.on('data', (piece: Buffer) => (heard += piece.toString()));
    if (sent === '') return { socket, heard: () => heard };
    const read = once(there, 'data');
    socket.write(sent);
    await read;
    return { socket, heard: () => heard };
  };
  return { fastify, line, answer, cut, ending };
}

const HEAD = (method: string, path: string, length = 0) => `${method} ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n`;
/** Longer than any test may take. */
const NEVER = 600_000;

describe('a program that is told to end', () => {
  it.each([
    ['on which nothing was sent yet', ''],
    ['on which half a head was sent', HEAD('GET', '/at-once')],
  ])('closes a line %s', async (_, sent) => {
    const { fastify, line } = await begin(NEVER);
    const { socket } = await line(sent);
    await Promise.all([fastify.close(), once(socket, 'close')]);
  });

  it('closes a line that was answered, and stays kept for the next question', async () => {
    const { fastify, line } = await begin(NEVER);
    const { socket, heard } = await line(`${HEAD('GET', '/at-once')}\r\n`);
    while (!heard().endsWith('done')) await once(socket, 'data');
    await Promise.all([fastify.close(), once(socket, 'close')]);
  });

  it('first serves whoever has asked', async () => {
    const { fastify, line, answer, cut, ending } = await begin(NEVER);
    const { socket, heard } = await line(`${HEAD('GET', '/slow')}\r\n`);
    const closed = once(socket, 'close');
    const ended = fastify.close();
    await ending;
    answer();
    await Promise.all([ended, closed]);
    expect(heard()).toMatch(/^HTTP\/1\.1 200 [^]*done$/);
    expect(cut).toEqual([]);
  });

  it('cuts a body that does not come in time', async () => {
    const { fastify, line, cut } = await begin(1);
    const { socket, heard } = await line(`${HEAD('POST', '/body', 100)}content-type: text/plain\r\n\r\nhalf`);
    await Promise.all([fastify.close(), once(socket, 'close')]);
    expect({ heard: heard(), cut }).toEqual({ heard: '', cut: [1] });
  });
});
