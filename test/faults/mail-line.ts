import { once } from 'node:events';
import net from 'node:net';

/** Where a letter is cut: in the middle of its text; or when the server took it, before its sender is told. */
export type Cut = 'in DATA' | 'after DATA';

/**
 * How the line behaves to who calls now: it leads to the mail server; takes the call and never greets; greets and never answers; answers
 * without end, a line at a time; has no time now.
 */
export type Manner = 'through' | 'mute' | 'deaf' | 'rambling' | 'busy';

const RAMBLE_MS = 20;

/** A TCP line between the worker and its mail server, which may be cut within a letter, or go on in a manner of its own. */
export class MailLine {
  private manner: Manner = 'through';
  private readonly server = net.createServer((caller) => this.answer(caller));
  private readonly open = new Set<net.Socket>();
  private readonly silent = new Set<net.Socket>();
  private readonly led = new Set<{ inText: boolean; readonly hangUp: () => void }>();
  private cutting: { readonly at: Cut; readonly done: () => void } | null = null;

  private constructor(private readonly behind: number) {}

  /** @param behind the port of the mail server */
  static async lay(behind: number): Promise<MailLine> {
    const line = new MailLine(behind);
    line.server.listen(0, '127.0.0.1');
    await once(line.server, 'listening');
    return line;
  }

  get port(): number {
    return (this.server.address() as net.AddressInfo).port;
  }

  /** How many callers wait for words that do not come. */
  get held(): number {
    return this.silent.size;
  }

  /** Cuts the next letter that comes over the line. @returns when that was done */
  cut(at: Cut): Promise<void> {
    return new Promise((done) => (this.cutting = { at, done }));
  }

  /** Whoever calls from now on is met in this manner. Calls that are open end: with the letter that is on its way, or at once. */
  behave(manner: Manner): void {
    this.manner = manner;
    for (const socket of this.silent) socket.destroy();
    for (const call of this.led) if (!call.inText) call.hangUp();
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private answer(caller: net.Socket): void {
    this.open.add(caller);
    caller.on('close', () => this.open.delete(caller));
    caller.on('error', () => undefined); // the worker may hang up as it likes
    if (this.manner === 'through') return this.lead(caller);
    if (this.manner === 'busy') return void caller.end('421 busy, call later\r\n');
    this.silent.add(caller);
    caller.on('close', () => this.silent.delete(caller)).resume();
    if (this.manner === 'mute') return;
    caller.write('220 line ESMTP\r\n');
    if (this.manner === 'deaf') return;
    const rambling = setInterval(() => caller.write('250-and so on\r\n'), RAMBLE_MS);
    caller.on('close', () => clearInterval(rambling));
  }

  /** Leads a call to the mail server, and watches for the text of a letter. */
  private lead(caller: net.Socket): void {
    const server = net.connect(this.behind, '127.0.0.1');
    const hangUp = () => {
      caller.destroy();
      server.destroy();
    };
    const call = { inText: false, hangUp };
    this.led.add(call);
    const cut = (at: Cut): boolean => {
      if (!call.inText || this.cutting?.at !== at) return false;
      this.cutting.done();
      this.cutting = null;
      return true;
    };
    caller.on('data', (piece: Buffer) => {
      if (!cut('in DATA')) return void server.write(piece);
      server.write(piece.subarray(0, piece.length / 2), hangUp);
    });
    server.on('data', (piece: Buffer) => {
      if (cut('after DATA')) return hangUp();
      call.inText = /^354 /m.test(piece.toString('latin1')); // answers to several commands may come at once
      caller.write(piece);
      if (!call.inText && this.manner !== 'through') caller.end();
    });
    server.on('error', hangUp);
    caller.on('close', () => this.led.delete(call));
    for (const [one, other] of [[caller, server] as const, [server, caller] as const]) one.on('close', () => other.destroy());
  }
}
