import type { MailLine } from '@thidua/workflows/development/mail.schema';
import { Stopped } from './stopped.js';

/** What the player asks of the running program outside any person's session: its business clock and its mailbox (development only). */
export class Program {
  constructor(readonly url: string) {}

  /** Moves business time to an instant. @throws Stopped when the program does not run in the development mode */
  async setClock(on: string): Promise<void> {
    await this.put('/api/dev/clock', { now: on }, 'Giờ nghiệp vụ · business clock');
  }

  /** Lets the local mail server refuse these addresses, to see what a refusal looks like. */
  async refuse(addresses: readonly string[]): Promise<void> {
    if (addresses.length > 0) await this.put('/api/dev/mail/refused', addresses, '/dispatch/refused');
  }

  /** The letters that the local mail server took, newest first; with an address, those to it. */
  async letters(to?: string): Promise<MailLine[]> {
    const lines: MailLine[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query = new URLSearchParams({ limit: '200', ...(to ? { to } : {}), ...(after ? { after } : {}) });
      const page = JSON.parse(await this.text(`/api/dev/mail?${query.toString()}`)) as { items: MailLine[]; next: string | null };
      lines.push(...page.items);
      after = page.next;
    }
    return lines;
  }

  /** The words of a letter. */
  async words(id: string): Promise<string> {
    return (JSON.parse(await this.text(`/api/dev/mail/${id}`)) as { text: string }).text;
  }

  /** A letter as it came over the wire. */
  async raw(id: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.get(`/api/dev/mail/${id}/raw`)).arrayBuffer());
  }

  private async text(path: string): Promise<string> {
    return (await this.get(path)).text();
  }

  private async get(path: string): Promise<Response> {
    const answer = await fetch(this.url + path);
    if (!answer.ok) throw Stopped.by('Hộp thư thử · mailbox', answer.status, await answer.text());
    return answer;
  }

  private async put(path: string, body: unknown, where: string): Promise<void> {
    const answer = await fetch(this.url + path, {
      method: 'PUT',
      headers: { 'x-thidua': '1', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw Stopped.by(where, answer.status, await answer.text());
  }
}
