import { computed, inject, Injectable, signal } from '@angular/core';
import type { Confirmation, ReceiptView } from '@thidua/workflows/dispatch/dispatch.schema';
import { liveRecord } from '../platform/fresh.js';
import { problemOf } from '../platform/problem.js';
import { ReceiptApi } from './receipt.api.js';

/** One receipt on the table: as it stands, and its confirmation. One for each page. */
@Injectable()
export class ReceiptDesk {
  private readonly api = inject(ReceiptApi);
  private readonly where = signal<() => string>(() => '');
  readonly address = computed(() => this.where()());
  readonly record = liveRecord(this.api.one(this.address));
  readonly view = computed(() => (this.record.hasValue() ? this.record.value() : undefined));
  readonly busy = signal(false);
  readonly problem = signal<unknown>(null);
  /** Whether it was confirmed on this page just now. */
  readonly done = signal(false);

  /** @param address the receipt's address; asked again whenever what it reads changes */
  open(address: () => string): void {
    this.where.set(address);
  }

  /** @param press what confirms: an event of somebody who is signed in, or the bearer of the link */
  async confirm(press: 'event' | 'link', told: Confirmation): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.record.set(await this.press(press, told, this.view()!));
      this.done.set(true);
    } catch (error) {
      this.problem.set(error);
      if (['stale', 'not-in-this-state'].includes(problemOf(error).code)) this.record.reload();
    } finally {
      this.busy.set(false);
    }
  }

  private press(press: 'event' | 'link', told: Confirmation, { version }: ReceiptView): Promise<ReceiptView> {
    return press === 'event'
      ? this.api.send(this.address(), { ...told, type: 'confirm', version })
      : this.api.confirmByLink(this.address(), { ...told, version });
  }
}
