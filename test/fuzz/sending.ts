import { Agent, request } from 'node:http';

/** One request as it goes over the wire. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
}

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** By it the log is searched. */
  readonly id: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** An answer that has no end: its first words are taken for the whole. */
const ENDLESS = 'text/event-stream';

/** Sends a request as it is, also where a browser would not. @throws Error when the line is cut without an answer */
export function send(url: string, { method, path, headers, body }: Sent): Promise<Answered> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request({ agent, hostname, port, method, path, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      const type = (answer.headers['content-type'] ?? '').split(';')[0]!;
      const over = () =>
        resolve({
          status: answer.statusCode!,
          type,
          text: Buffer.concat(chunks).toString(),
          id: String(answer.headers['x-request-id'] ?? ''),
        });
      answer.on('end', over);
      if (type === ENDLESS)
        answer.once('data', () => {
          over();
          answer.destroy();
        });
    });
    asked.on('error', reject);
    asked.end(body ?? undefined);
  });
}
