import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import type { Block, DocumentMeta } from './blocks.js';
import type { Finding } from './check-report.js';
import { MissingGlyph } from './fonts.js';

/** A document as it came from the press: its file, and what an independent reader found in it. */
export interface Printed {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** The number in the upper margin of each page; null where there is none. */
  readonly pageNumbers: readonly (number | null)[];
  readonly signatureFields: number;
  readonly findings: readonly Finding[];
}

/** What goes to the press. */
export interface PrintOrder {
  readonly order: number;
  readonly blocks: readonly Block[];
  readonly meta: DocumentMeta;
}

/** What comes back: the document, the character that no font has, or what went wrong. */
export type PrintAnswer = { readonly order: number } & (
  | { readonly printed: Printed }
  | { readonly missing: { readonly character: string; readonly word: string; readonly where: string } }
  | { readonly error: string }
);

interface Waiting {
  readonly resolve: (printed: Printed) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Megabytes of the thread's heap. Without limits it keeps what it once took, 270 for a report of 40 pages; with these it takes 80, in the
 * same time, and 960 pages still have room. A document beyond that ends the thread alone, not the process.
 */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** Sets and checks documents in a thread of its own, so that a long report keeps nobody waiting; the thread starts with the first one. */
@Injectable()
export class Press implements OnApplicationShutdown {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private orders = 0;

  /** @throws MissingGlyph */
  print(blocks: readonly Block[], meta: DocumentMeta): Promise<Printed> {
    const order = ++this.orders;
    return new Promise((resolve, reject) => {
      this.waiting.set(order, { resolve, reject });
      this.running().postMessage({ order, blocks, meta } satisfies PrintOrder);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(new URL('./press-thread.js', import.meta.url), { resourceLimits: LIMITS });
    worker.unref(); // a process that has nothing else to do may end
    worker.on('message', (answer: PrintAnswer) => this.take(answer));
    worker.on('error', (error: unknown) => this.fail(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.fail(worker, new Error('the press stopped')));
    this.worker = worker;
    return worker;
  }

  private take(answer: PrintAnswer): void {
    const waiting = this.waiting.get(answer.order);
    this.waiting.delete(answer.order);
    if ('printed' in answer) waiting?.resolve(answer.printed);
    else if ('missing' in answer) waiting?.reject(new MissingGlyph(answer.missing.character, answer.missing.word, answer.missing.where));
    else waiting?.reject(new Error(answer.error));
  }

  /** A thread that died answers nobody any more; the next document starts another. */
  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
