import { Injectable } from '@angular/core';
import { problemOf } from './problem.js';

/** The keys of presses that have not been answered: the same press sent again carries the same key. */
@Injectable({ providedIn: 'root' })
export class Presses {
  private readonly open = new Map<string, string>();

  /** The key of this press. */
  keyOf(address: string, body: unknown): string {
    const press = `${address} ${JSON.stringify(body)}`;
    const key = this.open.get(press) ?? randomUuid();
    this.open.set(press, key);
    return key;
  }

  /** Sends, and forgets the key once any answer has come; a cut line keeps it. */
  async answered<T>(address: string, body: unknown, send: () => Promise<T>): Promise<T> {
    const press = `${address} ${JSON.stringify(body)}`;
    try {
      const answer = await send();
      this.open.delete(press);
      return answer;
    } catch (error) {
      if (problemOf(error).status !== 0) this.open.delete(press);
      throw error;
    }
  }
}

/** A UUID version 4. Written out, because browsers hide `crypto.randomUUID` from pages without TLS, such as a server in the office. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
