import { Injectable, type StreamableFile } from '@nestjs/common';
import type { MailLetter, MailLine, MailQuery, MailRefusals, RefusedAddresses } from '@thidua/workflows/development/mail.schema';
import { Problem } from '@thidua/workflows/problem';
import { decodeWords } from 'postal-mime';
import { saved } from '../platform/http/download.js';
import { StoredMail, type StoredLetter } from '../platform/mail/stored-mail.js';

/** Reads the development mailbox. */
@Injectable()
export class MailService {
  constructor(private readonly stored: StoredMail) {}

  /** Newest first. `next` is the last letter shown. */
  async list({ to, after, limit }: MailQuery): Promise<{ items: MailLine[]; next: string | null }> {
    const lines = await this.stored.list(to);
    const from = after ? lines.findIndex(({ id }) => id === after) + 1 : 0;
    const items = lines.slice(from, from + limit);
    return { items, next: lines.length > from + limit ? items.at(-1)!.id : null };
  }

  /** @throws Problem 'not-found' */
  async one(id: string): Promise<MailLetter> {
    const { line, email } = await this.read(id);
    return {
      ...line,
      headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value: decodeWords(value) })),
      text: email.text ?? '',
      html: email.html ?? '',
      attachments: email.attachments.map(({ filename, mimeType, content }, n) => ({
        n,
        filename: filename ?? `${n}`,
        type: mimeType,
        size: bytesOf(content).length,
      })),
    };
  }

  /** A letter's own page, for a frame; its links open in a window of their own. @throws Problem 'not-found' */
  async html(id: string): Promise<string> {
    return `<!doctype html><base target="_blank">${(await this.read(id)).email.html ?? ''}`;
  }

  /** A file that went with a letter; always saved, never shown by the browser. @throws Problem 'not-found' */
  async attachment(id: string, n: number): Promise<StreamableFile> {
    const attachment = (await this.read(id)).email.attachments[n];
    if (!attachment) throw new Problem('not-found');
    return saved(bytesOf(attachment.content), 'application/octet-stream', attachment.filename ?? `${n}`);
  }

  /** The letter as it came over the wire. @throws Problem 'not-found' */
  async raw(id: string): Promise<StreamableFile> {
    const found = await this.stored.find(id);
    if (!found) throw new Problem('not-found');
    return saved(found.raw, 'message/rfc822', `${id}.eml`);
  }

  async refuse(addresses: RefusedAddresses): Promise<MailRefusals> {
    await this.stored.refuse(addresses);
    return { refused: await this.stored.refused() };
  }

  private async read(id: string): Promise<StoredLetter> {
    const found = await this.stored.read(id);
    if (!found) throw new Problem('not-found');
    return found;
  }
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Uint8Array);
