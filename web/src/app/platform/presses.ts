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

  /** Sends, and forgets the key once an answer tells what became of it; where nobody knows whether it was written, the key stays. */
  async answered<T>(address: string, body: unknown, send: () => Promise<T>): Promise<T> {
    const press = `${address} ${JSON.stringify(body)}`;
    try {
      const answer = await send();
      this.open.delete(press);
      return answer;
    } catch (error) {
      if (isKnown(error)) this.open.delete(press);
      throw error;
    }
  }
}

/** Whether an answer tells what became of a press: a cut line tells nothing, nor a database or a program that went away meanwhile. */
function isKnown(error: unknown): boolean {
  const { status, code } = problemOf(error);
  return ![0, 502, 504].includes(status) && code !== 'database-away';
}

/** A UUID version 4. Written out, because browsers hide `crypto.randomUUID` from pages without TLS, such as a server in the office. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
