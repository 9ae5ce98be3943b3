import { computed, inject, Injectable, signal } from '@angular/core';
import type { DeliveryView, DispatchEvent } from '@thidua/workflows/dispatch/dispatch.schema';
import { follow, lastOf } from '../platform/follow.js';
import { liveRecord } from '../platform/fresh.js';
import { problemOf } from '../platform/problem.js';
import { gravestFirst, standing } from './deliveries.js';
import { DispatchApi } from './dispatch.api.js';

/** Letters are on their way; then only confirmations are waited for. */
const SOON_MS = 2_000;
const LATER_MS = 15_000;

/** One dispatch on the table: as it stands, how its letters stand while they go, its events. One for each page. */
@Injectable()
export class DispatchDesk {
  private readonly api = inject(DispatchApi);
  private readonly where = signal<() => Place>(() => ({ bloc: '', id: '' }));
  private readonly bloc = computed(() => this.where()().bloc);
  private readonly id = computed(() => this.where()().id);
  readonly record = liveRecord(this.api.one(this.bloc, this.id));
  readonly view = lastOf(this.record);
  readonly sent = computed(() => this.view()?.state === 'sent');
  readonly deliveries = this.api.deliveries(this.bloc, () => (this.sent() ? this.id() : undefined));
  private readonly read = lastOf(this.deliveries);
  readonly letters = computed<readonly DeliveryView[]>(() => gravestFirst(this.read()?.items ?? []));
  readonly standing = computed(() => standing(this.letters()));
  /** Whether this reader may send a letter again. */
  readonly resends = computed(() => this.view()?.actions.some(({ type }) => type === 'resend') ?? false);
  readonly busy = signal(false);
  readonly problem = signal<unknown>(null);

  constructor() {
    follow(this.deliveries, () => this.pause());
  }

  /** @param where which dispatch; asked again whenever what it reads changes */
  open(where: () => Place): void {
    this.where.set(where);
  }

  /** Sends an event with the version that is seen. @returns whether it was accepted */
  async send(event: Told): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.record.set(await this.api.send(this.bloc(), this.id(), { ...event, version: this.view()!.version }));
      this.deliveries.reload();
      return true;
    } catch (error) {
      this.problem.set(error);
      if (problemOf(error).code === 'stale') this.record.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private pause(): number | null {
    const { queued, waiting, lost } = this.standing();
    if (!this.sent()) return null;
    return queued > 0 || this.letters().length === 0 ? SOON_MS : waiting + lost > 0 ? LATER_MS : null;
  }
}

interface Place {
  readonly bloc: string;
  readonly id: string;
}

/** An event without the version, which the desk knows. */
export type Told = DispatchEvent extends infer One ? (One extends DispatchEvent ? Omit<One, 'version'> : never) : never;
