import type { MailLine } from '@thidua/workflows/development/mail.schema';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** One stored message: its line of the list, its parts, its bytes. */
export interface StoredLetter {
  readonly line: MailLine;
  readonly email: Email;
  readonly raw: Buffer;
}

const ID = /^[0-9a-f-]{36}$/;

/** The development mailbox on disk: a file `.eml` for each message, an index of one line each, and the addresses to be refused. */
export class StoredMail {
  constructor(private readonly folder: string) {}

  /**
   * Keeps a message as it came, or nothing of it. The index line is written last: what is listed can be read. It begins on a line of its own,
   * since a full disk may have cut the one before.
   */
  async keep(line: MailLine, raw: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    try {
      await writeFile(this.file(line.id), raw, { mode: 0o600 });
      await appendFile(join(this.folder, 'index.jsonl'), `\n${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch (error) {
      await rm(this.file(line.id), { force: true });
      throw error;
    }
  }

  /** The messages, newest first; with an address, those to it. */
  async list(to?: string): Promise<MailLine[]> {
    const text = await readOr(join(this.folder, 'index.jsonl'), '');
    // What follows the last line break is a line that is just being written.
    const whole = text.split('\n').slice(0, -1);
    return whole
      .flatMap(lineOf)
      .filter((line) => !to || line.to === to.toLowerCase())
      .reverse();
  }

  /** One message, parsed, with its index line; null when there is none of this id. */
  async read(id: string): Promise<StoredLetter | null> {
    const found = await this.find(id);
    return found && { ...found, email: await PostalMime.parse(found.raw) };
  }

  /** One message as it came over the wire, with its index line; null when there is none of this id. */
  async find(id: string): Promise<Omit<StoredLetter, 'email'> | null> {
    if (!ID.test(id)) return null;
    const line = (await this.list()).find((one) => one.id === id);
    return line ? { line, raw: await readFile(this.file(id)) } : null;
  }

  /** The addresses that the server refuses, to see what a refusal looks like. */
  async refused(): Promise<string[]> {
    return JSON.parse(await readOr(join(this.folder, 'refused.json'), '[]')) as string[];
  }

  async refuse(addresses: readonly string[]): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, 'refused.json');
    try {
      await writeFile(`${file}.new`, JSON.stringify(addresses.map((address) => address.toLowerCase())), { mode: 0o600 });
      await rename(`${file}.new`, file);
    } finally {
      await rm(`${file}.new`, { force: true });
    }
  }

  private file(id: string): string {
    return join(this.folder, `${id}.eml`);
  }
}

/** A line of the index; none where it is empty or was cut: its message was never said to be kept. */
function lineOf(text: string): MailLine[] {
  try {
    return [JSON.parse(text) as MailLine];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

async function readOr(file: string, otherwise: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}
