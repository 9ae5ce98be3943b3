import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Header } from 'tar';
import { BLOCK, Tally, type Part } from './archive-writer.js';
import { Refusal } from './refusal.js';

interface Place {
  readonly offset: number;
  readonly size: number;
}

/** A backup file that is read part by part. */
export class ArchiveReader {
  private constructor(
    readonly file: string,
    private readonly places: ReadonlyMap<string, Place>,
  ) {}

  /** Reads where the parts lie. @throws Refusal 'backup-damaged' */
  static async open(file: string): Promise<ArchiveReader> {
    const handle = await open(file, 'r');
    try {
      return new ArchiveReader(file, await placesIn(handle, file));
    } finally {
      await handle.close();
    }
  }

  /** The paths of all parts. */
  get paths(): string[] {
    return [...this.places.keys()];
  }

  /** The bytes of a part. @throws Refusal 'backup-damaged' when there is no such part */
  read(path: string): AsyncIterable<Buffer> {
    const place = this.places.get(path);
    if (!place) throw this.damaged(`thiếu ${path} · no ${path}`);
    if (place.size === 0) return emptiness();
    return createReadStream(this.file, { start: place.offset, end: place.offset + place.size - 1 });
  }

  /** A small part as text. */
  async text(path: string): Promise<string> {
    const pieces: Buffer[] = [];
    for await (const piece of this.read(path)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  }

  /** Reads a part through and counts it. */
  async count(path: string): Promise<Part> {
    const tally = new Tally();
    for await (const piece of this.read(path)) tally.add(piece);
    return tally.part();
  }

  damaged(why: string): Refusal {
    return new Refusal('backup-damaged', { file: this.file, why });
  }
}

async function* emptiness(): AsyncGenerator<Buffer> {
  // a part of no bytes
}

async function placesIn(handle: FileHandle, file: string): Promise<Map<string, Place>> {
  const damaged = (why: string) => new Refusal('backup-damaged', { file, why });
  const { size: length } = await handle.stat();
  const places = new Map<string, Place>();
  for (let at = 0; ;) {
    const header = await headerAt(handle, at);
    if (header?.nullBlock) {
      if (length !== at + 2 * BLOCK || !(await headerAt(handle, at + BLOCK))?.nullBlock) throw damaged(`byte ${at} / ${length}`);
      return places;
    }
    if (!header?.cksumValid || !header.path || header.size === undefined || header.type !== 'File' || places.has(header.path))
      throw damaged(`byte ${at}`);
    const { path, size } = header;
    places.set(path, { offset: at + BLOCK, size });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (at >= length) throw damaged(`byte ${at} / ${length}`);
  }
}

/** The head that stands here; null when what stands here cannot be one. Past its end a file reads as what no checksum fits. */
async function headerAt(handle: FileHandle, at: number): Promise<Header | null> {
  const block = Buffer.alloc(BLOCK, 0xff);
  await handle.read(block, 0, BLOCK, at);
  try {
    return new Header(block);
  } catch {
    return null; // numbers that are none
  }
}
