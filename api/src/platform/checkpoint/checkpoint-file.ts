import { createReadStream } from 'node:fs';
import { mkdir, open, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { inDataDir, type Config } from '../config/config.js';
import { sha256 } from '../journal/canonical.js';
import type { Statement } from './checkpoint.js';

/** The file outside the database that keeps every checkpoint of an installation. */
export const checkpointPath = (config: Config): string => inDataDir(config, 'checkpoints', 'checkpoints.jsonl');

/** The last checkpoint of a place in the file: its number, and the sum of its line, which the next one names. */
export interface End {
  readonly n: number;
  readonly sum: string;
}

/** Lines that are only ever appended, each on the disk before anybody is told of it. */
export class CheckpointFile {
  private read = { bytes: -1, ends: new Map<string | null, End>() };

  constructor(private readonly path: string) {}

  /**
   * The last checkpoint of every bloc, and under null that of the installation. A line that a crash cut short is taken away: it was never said to be kept, and its row still stands
   * in the database. Read again only when the file has another length than this process left it with.
   */
  async ends(): Promise<ReadonlyMap<string | null, End>> {
    const bytes = await this.length();
    if (bytes === this.read.bytes) return this.read.ends;
    await this.takeTornLine(bytes);
    const ends = new Map<string | null, End>();
    if ((await this.length()) > 0)
      for await (const line of createInterface({ input: createReadStream(this.path), crlfDelay: Infinity })) note(ends, line);
    this.read = { bytes: await this.length(), ends };
    return ends;
  }

  /** Appends lines, and waits until the disk has them. What was known of the file is then known of these too: it is not read again. */
  async append(lines: readonly string[]): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    const text = lines.map((line) => `${line}\n`).join('');
    const handle = await open(this.path, 'a', 0o600);
    try {
      const { size } = await handle.stat();
      await handle.appendFile(text);
      await handle.sync();
      if (size === this.read.bytes) this.knowAlso(lines, size + Buffer.byteLength(text));
    } finally {
      await handle.close();
    }
    if (process.platform === 'win32') return; // there a folder cannot be waited for
    const folder = await open(dirname(this.path), 'r');
    await folder.sync().finally(() => folder.close());
  }

  private knowAlso(lines: readonly string[], bytes: number): void {
    for (const line of lines) note(this.read.ends, line);
    this.read = { ...this.read, bytes };
  }

  private async length(): Promise<number> {
    try {
      return (await stat(this.path)).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
      throw error;
    }
  }

  private async takeTornLine(bytes: number): Promise<void> {
    if (bytes === 0) return;
    let whole = 0;
    let at = 0;
    for await (const piece of createReadStream(this.path) as AsyncIterable<Buffer>) {
      const last = piece.lastIndexOf(0x0a);
      if (last >= 0) whole = at + last + 1;
      at += piece.length;
    }
    if (whole < bytes) await truncate(this.path, whole);
  }
}

/** A line that cannot be read stays as it is: the verifier names it. */
function note(ends: Map<string | null, End>, line: string): void {
  try {
    const { bloc, n } = JSON.parse((JSON.parse(line) as { statement: string }).statement) as Statement;
    ends.set(bloc, { n, sum: sha256(line) });
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
}
