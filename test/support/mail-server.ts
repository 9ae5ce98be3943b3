import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the mail server of the tests took, in order. */
export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly email: Email;
}

/** A mail server on a port of its own whose answers the test decides. */
export interface MailServer {
  readonly url: string;
  readonly taken: Taken[];
  close(): Promise<void>;
}

const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

/** What an SMTP code says when the test wants the server to refuse. */
const WORDS: Readonly<Record<number, string>> = {
  451: 'try again later',
  535: 'who are you',
  550: 'no such mailbox',
  552: 'too large',
  554: 'no service for you',
};

/**
 * Starts a mail server.
 * @param answers codes for a recipient and for a whole message; 250 takes it; a promise lets the sender wait
 */
export async function startMailServer(
  answers: {
    readonly recipient?: (address: string) => number;
    readonly message?: (taken: Taken) => number | Promise<number>;
    readonly port?: number;
  } = {},
): Promise<MailServer> {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, callback) => {
      const code = answers.recipient?.(address) ?? 250;
      callback(code === 250 ? undefined : refusal(code, WORDS[code]!));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then(async (email) => {
          const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
          const message = { from, to: session.envelope.rcptTo.map(({ address }) => address), email };
          taken.push(message);
          const code = (await answers.message?.(message)) ?? 250;
          callback(code === 250 ? null : refusal(code, WORDS[code]!));
        });
      });
    },
  });
  server.on('error', () => undefined); // a worker that is killed breaks off its connection
  await new Promise<void>((resolve) => server.listen(answers.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, taken, close: () => new Promise((resolve) => server.close(resolve)) };
}
