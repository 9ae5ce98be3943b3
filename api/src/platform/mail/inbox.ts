import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { oneLine } from './address.js';
import type { StoredMail } from './stored-mail.js';
import PostalMime from 'postal-mime';

/** A running development mail server. */
export interface Inbox {
  readonly url: string;
  close(): Promise<void>;
}

const LARGEST = 50 * 1024 * 1024;

/** Starts a real mail server on a free loopback port that keeps what it takes on disk and delivers nothing anywhere. Development only. */
export async function openInbox(stored: StoredMail): Promise<Inbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST,
    logger: false,
    closeTimeout: 500,
    onRcptTo: ({ address }, _session, callback) => {
      void stored.refused().then(
        (refused) => callback(refused.includes(address.toLowerCase()) ? answer(550, 'No such mailbox here') : undefined),
        (error: Error) => callback(error),
      );
    },
    onData: (stream, session, callback) => {
      void take(stored, stream, session).then(
        () => callback(),
        (error: Error) => callback(error),
      );
    },
  });
  server.on('error', () => undefined); // a client that breaks off is no concern of the program
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** One stored message for each recipient that was taken. */
async function take(stored: StoredMail, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw answer(552, 'Message too large');
  const raw = Buffer.concat(chunks);
  const { subject } = await PostalMime.parse(raw);
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
  for (const { address } of session.envelope.rcptTo) {
    const line = { id: randomUUID(), at: new Date().toISOString(), from, to: address.toLowerCase() };
    await stored.keep({ ...line, subject: oneLine(subject ?? ''), size: raw.length }, raw);
  }
}
