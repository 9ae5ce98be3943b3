import type pg from 'pg';
import { Writable } from 'node:stream';

type Done = (error?: Error | null) => void;

/** What pg hands to whoever it asks to run a query of its own. */
interface Wire {
  readonly stream: { readonly writableNeedDrain: boolean; once(event: 'drain', listener: () => void): unknown };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
}

/** Sends rows to `COPY … FROM STDIN`, as fast as the server takes them. A refused row destroys the stream with the server's error. */
class CopyIn extends Writable {
  private wire: Wire | null = null;
  private open = false;
  private over = false;
  private waiting: (() => void) | null = null;
  private finished: Done | null = null;

  constructor(private readonly text: string) {
    super();
  }

  submit(wire: Wire): void {
    this.wire = wire;
    wire.query(this.text);
  }

  handleCopyInResponse(): void {
    this.open = true;
    if (this.destroyed) this.wire!.sendCopyFail('interrupted');
    else this.waiting?.();
  }

  handleCommandComplete(): void {
    this.over = true;
  }

  handleReadyForQuery(): void {
    this.finished?.();
  }

  handleError(error: Error): void {
    this.over = true;
    this.destroy(error);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.whenOpen(() => {
      this.wire!.sendCopyFromChunk(chunk);
      if (this.wire!.stream.writableNeedDrain) this.wire!.stream.once('drain', () => done());
      else done();
    });
  }

  override _final(done: Done): void {
    this.whenOpen(() => {
      this.finished = done;
      this.wire!.endCopyFrom();
    });
  }

  override _destroy(error: Error | null, done: Done): void {
    if (this.open && !this.over && !this.writableFinished) this.wire!.sendCopyFail('interrupted');
    done(error);
  }

  private whenOpen(send: () => void): void {
    if (this.open) send();
    else this.waiting = send;
  }
}

/** Where rows in the text form of COPY are sent to, e.g. `copyIn(client, 'unit (id, code)')`. */
export function copyIn(client: pg.ClientBase, target: string): Writable {
  const rows = new CopyIn(`copy ${target} from stdin`);
  client.query(rows as unknown as pg.Submittable);
  return rows;
}
