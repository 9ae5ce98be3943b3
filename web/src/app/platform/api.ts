import { HttpClient, HttpContext, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, resource, type ResourceRef } from '@angular/core';
import { Page } from '@thidua/workflows/page';
import { firstValueFrom } from 'rxjs';
import type { z } from 'zod';
import { calm } from './calm.js';
import { Capacity } from './capacity.js';
import { freshening, type Freshening, type FreshRef } from './fresh.js';
import { UNATTENDED } from './interceptors.js';
import { Presses } from './presses.js';

/** The API as pages use it: shapes are checked, capacity is followed, every press of a button has its own key. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly capacity = inject(Capacity);
  private readonly presses = inject(Presses);

  /**
   * What stands at an address, read anew when the address or the reader's capacity changes. Call it where `inject` may be called.
   * @param address undefined: nothing to read yet
   */
  read<T>(address: () => string | undefined, shape: z.ZodType<T>): FreshRef<T | undefined> {
    const url = computed(address); // read anew when it is another, not when what it is made of was written again
    const read = httpResource<T>(
      () => {
        this.capacity.chosen();
        const at = url();
        return at ? { url: at } : undefined;
      },
      { parse: (answer) => shape.parse(answer) },
    );
    return freshening(calm<T, typeof read>(read), url, (at) => this.once(at, shape, byItself())) as FreshRef<T | undefined>;
  }

  /** A list to its end, page by page, read anew like `read`. @param address with its query, without `after` */
  readAll<T>(address: () => string | undefined, item: z.ZodType<T>): ResourceRef<readonly T[] | undefined> & Freshening {
    const url = computed(address);
    const read = resource({
      params: () => {
        const as = this.capacity.chosen(); // the same list is another one in another capacity
        const at = url();
        return at ? { at, as } : undefined;
      },
      loader: ({ params }) => this.whole(params.at, item),
    });
    return freshening(calm<readonly T[], typeof read>(read), url, (at) => this.whole(at, item, byItself()));
  }

  /** A list to its end, once. @param address with its query, without `after` @throws Refusal */
  allOnce<T>(address: string, item: z.ZodType<T>): Promise<readonly T[]> {
    return this.whole(address, item);
  }

  /** Reads once. @throws Refusal */
  async once<T>(address: string, shape: z.ZodType<T>, context = new HttpContext()): Promise<T> {
    return shape.parse(await firstValueFrom(this.http.get(address, { context })));
  }

  /** A file, read once. @throws Refusal */
  file(address: string): Promise<Blob> {
    return firstValueFrom(this.http.get(address, { responseType: 'blob' }));
  }

  /**
   * Replaces a draft or a setting. It bears a key too: a save that was written but not answered, sent again, is told that it was saved,
   * not that somebody else did. @throws Refusal 'stale' when someone else changed it
   */
  async put<T>(address: string, body: unknown, shape: z.ZodType<T>): Promise<T> {
    return this.press('PUT', address, body, shape);
  }

  /** Makes something. @throws Refusal */
  async post<T>(address: string, body: unknown, shape: z.ZodType<T>): Promise<T> {
    return this.press('POST', address, body, shape);
  }

  /**
   * Sends an event to a record. A press that got no answer keeps its key, so that pressing again cannot do it twice.
   * @param record the record's address, without `/events`
   * @param event its type, the version that the person saw, and what it needs
   * @throws Refusal 'stale' | 'forbidden' | the name of each guard that does not hold
   */
  async send<T>(record: string, event: { readonly type: string; readonly version: number }, shape: z.ZodType<T>): Promise<T> {
    return this.press('POST', `${record}/events`, event, shape);
  }

  private async whole<T>(address: string, item: z.ZodType<T>, context?: HttpContext): Promise<readonly T[]> {
    const items: T[] = [];
    for (let after: string | null = ''; after !== null;) {
      const read: Page<T> = await this.once(after ? `${address}&after=${encodeURIComponent(after)}` : address, Page(item), context);
      items.push(...read.items);
      after = read.next;
    }
    return items;
  }

  private press<T>(method: 'POST' | 'PUT', address: string, body: unknown, shape: z.ZodType<T>): Promise<T> {
    const headers = { 'Idempotency-Key': this.presses.keyOf(address, body) };
    const sent = this.http.request(method, address, { body, headers });
    return this.presses.answered(address, body, async () => shape.parse(await firstValueFrom(sent)));
  }
}

/** Of a request that nobody at the page has asked for. */
const byItself = (): HttpContext => new HttpContext().set(UNATTENDED, true);
