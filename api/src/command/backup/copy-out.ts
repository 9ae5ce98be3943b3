import type pg from 'pg';
import { Readable } from 'node:stream';

/** Rows are gathered to pieces of this size before they are handed on. */
const PIECE = 64 * 1024;

/** What pg hands to whoever it asks to run a query of its own. */
interface Wire {
  readonly stream: { pause(): unknown; resume(): unknown };
  query(text: string): void;
}

/**
 * Reads what `COPY … TO STDOUT` sends, one line a row, without ever holding more than a few pieces: when nobody reads, the server waits.
 * Hand it to `query()` of a connection of its own; after an error that connection is good for nothing more than its end.
 */
class CopyOut extends Readable {
  private gathered: Buffer[] = [];
  private size = 0;
  private wire: Wire | null = null;

  constructor(private readonly text: string) {
    super({ highWaterMark: 4 * PIECE });
  }

  submit(wire: Wire): void {
    this.wire = wire;
    wire.query(this.text);
  }

  /** The bytes lie in pg's own buffer, which it uses again: they are copied. */
  handleCopyData(message: { chunk: Buffer }): void {
    this.gathered.push(Buffer.from(message.chunk));
    this.size += message.chunk.length;
    if (this.size >= PIECE) this.handOn();
  }

  handleCommandComplete(): void {
    if (this.size > 0) this.handOn();
  }

  handleReadyForQuery(): void {
    this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }

  override _read(): void {
    this.wire?.stream.resume();
  }

  private handOn(): void {
    const piece = Buffer.concat(this.gathered, this.size);
    this.gathered = [];
    this.size = 0;
    if (!this.push(piece)) this.wire?.stream.pause();
  }
}

/** The rows of a query in the text form of COPY. */
export function copyOut(client: pg.ClientBase, query: string): Readable {
  const rows = new CopyOut(`copy (${query}) to stdout`);
  client.query(rows as unknown as pg.Submittable);
  return rows;
}
