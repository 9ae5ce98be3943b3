import { createHash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Header } from 'tar';
import { Refusal } from './refusal.js';

export const BLOCK = 512;
const AT_ONCE = 256 * 1024;
const NEWLINE = 10;

/** What was written under a path. */
export interface Part {
  readonly bytes: number;
  readonly sha256: string;
  /** Line ends: in the text form of COPY the number of rows. */
  readonly lines: number;
}

/** Brings a renamed file's new name to the disk; Windows does that by itself and knows no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Counts what passes by. */
export class Tally {
  private readonly digest = createHash('sha256');
  private bytes = 0;
  private lines = 0;

  add(piece: Buffer): void {
    this.digest.update(piece);
    this.bytes += piece.length;
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) this.lines += 1;
  }

  part(): Part {
    return { bytes: this.bytes, sha256: this.digest.digest('hex'), lines: this.lines };
  }
}

/**
 * Writes a tar file of parts whose size is known only when they have been read: the head of a part is written after it, in its place.
 * The file bears a name of its own until it is whole and has been verified.
 */
export class ArchiveWriter {
  private at = 0;
  private waiting: Buffer[] = [];
  private size = 0;

  private constructor(
    readonly file: string,
    readonly partial: string,
    private readonly handle: FileHandle,
    private readonly time: Date,
  ) {}

  /** @throws Refusal 'file-exists' */
  static async create(file: string, time: Date): Promise<ArchiveWriter> {
    if (existsSync(file)) throw new Refusal('file-exists', { file });
    const partial = `${file}.${process.pid}.partial`;
    return new ArchiveWriter(file, partial, await open(partial, 'wx', 0o600), time);
  }

  /** Writes a part. @throws Refusal 'file-odd' when its path does not fit into a tar file */
  async add(path: string, pieces: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Part> {
    const head = this.at;
    await this.write(Buffer.alloc(BLOCK));
    const tally = new Tally();
    for await (const piece of pieces) {
      tally.add(piece);
      await this.write(piece);
    }
    const part = tally.part();
    await this.write(Buffer.alloc((BLOCK - (part.bytes % BLOCK)) % BLOCK));
    await this.flush();
    const header = this.header(path, part.bytes);
    await this.handle.write(header, 0, BLOCK, head);
    return part;
  }

  /** Ends the file and brings it to the disk. */
  async finish(): Promise<void> {
    await this.write(Buffer.alloc(2 * BLOCK));
    await this.flush();
    await this.handle.sync();
    await this.handle.close();
  }

  /** Gives the finished file its name. */
  async publish(): Promise<void> {
    await rename(this.partial, this.file);
    await syncFolder(dirname(this.file));
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined); // closed already, or the disk's refusal once more
    await rm(this.partial, { force: true });
  }

  private header(path: string, size: number): Buffer {
    const block = Buffer.alloc(BLOCK);
    new Header({ path, size, mode: 0o600, mtime: this.time, type: 'File' }).encode(block);
    const read = new Header(block);
    if (read.path !== path || read.size !== size) throw new Refusal('file-odd', { path });
    return block;
  }

  private async write(piece: Buffer): Promise<void> {
    this.waiting.push(piece);
    this.size += piece.length;
    this.at += piece.length;
    if (this.size >= AT_ONCE) await this.flush();
  }

  private async flush(): Promise<void> {
    const pieces = this.waiting;
    let from = this.at - this.size;
    this.waiting = [];
    this.size = 0;
    for (const piece of pieces.length > 1 ? [Buffer.concat(pieces)] : pieces) {
      for (let done = 0; done < piece.length;) {
        const { bytesWritten } = await this.handle.write(piece, done, piece.length - done, from);
        done += bytesWritten;
        from += bytesWritten;
      }
    }
  }
}
