import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../config/config.js';
import { socketsCutAfter } from './cut-socket.js';
import { isPlainAddress, oneLine, senderOf } from './address.js';
import type { Rendered } from './rendering.js';

/** A file that goes with a letter. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** One letter to one recipient. */
export interface Message extends Rendered {
  /** The delivery that the Message-ID is made from: a letter sent twice can be told by it. */
  readonly deliveryId: string;
  /** When the letter was written, in the database's time; where nothing is said, now. */
  readonly date?: Date;
  readonly recipient: { readonly name: string; readonly address: string };
  readonly attachments: readonly Attachment[];
}

/** What the mail server said: taken; refused for good; or try again. */
export interface Sent {
  readonly outcome: 'accepted' | 'refused' | 'later';
  readonly answer: string;
}

/** So many letters are with the mail server at a time; those beyond wait for a connection. */
export const CONNECTIONS = 10;
/** A letter that takes longer than this is given up: its row stays locked meanwhile, and the database ends a transaction that idles for two minutes. */
const PATIENCE_MS = 100_000;

/** Whoever asks how the mail server is waits so long; one that has not answered whole by then does not answer. */
const PROBE_MS = 20_000;

/** Sends letters through one pool of connections, each to one recipient, so that nobody sees another's address. */
export class Mailer {
  private readonly sender: { readonly name: string; readonly address: string };
  private readonly domain: string;
  private readonly transport: Transporter;
  /** For questions: a connection of its own for each. */
  private readonly probe: Transporter;

  constructor(
    smtpUrl: string,
    config: Pick<Config, 'mailFrom'>,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    this.sender = senderOf(config.mailFrom);
    this.domain = this.sender.address.split('@')[1]!;
    this.transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: CONNECTIONS,
      maxMessages: 1000,
      // A connection that breaks after the message was sent may have delivered it: one further try, later, not five at once.
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.probe = createTransport({ url: smtpUrl, getSocket: socketsCutAfter(Math.min(patienceMs, PROBE_MS)) });
  }

  /** The Message-ID of a delivery, the same at every try. */
  messageId(deliveryId: string): string {
    return `<${deliveryId}@${this.domain}>`;
  }

  /** Sends one letter. Never throws for what the mail server says. */
  async send(message: Message): Promise<Sent> {
    const { name, address } = message.recipient;
    if (!isPlainAddress(address)) return { outcome: 'refused', answer: 'not a plain e-mail address' };
    try {
      const info = (await this.transport.sendMail({
        messageId: this.messageId(message.deliveryId),
        date: message.date,
        from: this.sender,
        to: { name: oneLine(name), address },
        envelope: { from: this.sender.address, to: [address] },
        subject: message.subject,
        text: message.text,
        html: message.html,
        attachments: message.attachments.map((attachment) => ({ ...attachment })),
        headers: { 'Auto-Submitted': 'auto-generated' },
        // A server that answers on and on, a little at a time, runs into none of the other limits.
        signal: AbortSignal.timeout(this.patienceMs),
        disableFileAccess: true,
        disableUrlAccess: true,
      })) as { response?: string };
      return { outcome: 'accepted', answer: oneLine(info.response ?? '250') };
    } catch (error) {
      return judged(error);
    }
  }

  /** Whether the mail server answers and takes our name. @returns its words when it does not, else null */
  async refusal(): Promise<string | null> {
    try {
      await this.probe.verify();
      return null;
    } catch (error) {
      return judged(error).answer;
    }
  }

  close(): void {
    this.transport.close();
    this.probe.close();
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** 5xx to the recipient or the message is final; a failed sign-in, a refused sender, 4xx and the network are not the recipient's fault. */
function judged(error: unknown): Sent {
  const { code, command, responseCode = 0, message } = error as SmtpError;
  const final = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA') && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return { outcome: final ? 'refused' : 'later', answer: oneLine(message).slice(0, 500) };
}
