import { computed, DestroyRef, effect, inject, linkedSignal, signal, untracked, type Signal, type WritableSignal } from '@angular/core';
import type { Action } from '@thidua/workflows/record';
import type { z } from 'zod';
import { inBloc } from '../platform/addresses.js';
import { Autosave } from '../platform/autosave.js';
import { faultsOfNeeds, NO_FAULTS, type Faults } from '../platform/faults.js';
import { liveRecord, type FreshRef } from '../platform/fresh.js';
import { keptDraft, type KeptDraft } from '../platform/kept-draft.js';
import { problemOf, Refusal } from '../platform/problem.js';
import type { RecordApi } from '../platform/record-api.js';
import { Session } from '../platform/session.js';
import type { Pressed } from './event-choice.js';
import type { Choices } from './stale-region.js';

/** A record of which people write a draft. */
export interface Drafted {
  readonly id: string;
  readonly version: number;
  readonly actions: readonly Action[];
}

/** What a draft is to the server: the body that is saved, or what is wrong with it. */
export type Whole = { readonly body: object } | { readonly faults: Faults };

/** What a desk must know of its kind of record. A draft is what stands in the form, half written or whole. */
export interface Drafting<View extends Drafted, Draft> {
  readonly api: RecordApi<View>;
  /** A draft on this device may be half written: its fields are texts, and no more is asked. */
  readonly unfinished: z.ZodType<Draft>;
  draftOf(view: View): Draft;
  whole(draft: Draft): Whole;
  /** The draft that a person's choices make of two. */
  merged(yours: Draft, theirs: Draft, choices: Choices): Draft;
}

/** One record on the table: as it stands, the draft that is being written on it, its saving, its events. One for each page. */
export class DraftDesk<View extends Drafted, Draft> {
  private readonly session = inject(Session);
  readonly bloc = signal('');
  readonly id = signal('');
  readonly record: FreshRef<View | undefined>;
  readonly view: Signal<View | undefined>;
  readonly writes = computed(() => this.view()?.actions.some(({ type }) => type === 'edit') ?? false);
  /** What stands in the form; it begins with the record and then belongs to the person. */
  readonly draft: WritableSignal<Draft | null>;
  /** The newest version, while it contradicts what the person wrote. */
  readonly newer = signal<View | null>(null);
  readonly faults = signal<Faults>(NO_FAULTS);
  readonly busy = signal(false);
  readonly problem = signal<unknown>(null);
  readonly autosave: Autosave;

  constructor(private readonly drafting: Drafting<View, Draft>) {
    this.record = liveRecord(drafting.api.one(this.bloc, this.id), () => this.draft.set(drafting.draftOf(this.view()!)));
    this.view = computed(() => this.record.value());
    // A signal of its own: what is typed while a save is on its way must not give way to what was saved.
    const opened = computed(() => this.view()?.id);
    this.draft = linkedSignal<string | undefined, Draft | null>({
      source: opened,
      computation: () => untracked(() => (this.view() ? drafting.draftOf(this.view()!) : null)),
    });
    this.autosave = new Autosave({
      ready: () => this.draft() !== null && 'body' in drafting.whole(this.draft()!),
      save: () => this.save(),
      keep: () => this.kept()?.keep({ version: this.view()!.version, draft: this.draft()! }),
      forget: () => this.kept()?.forget(),
    });
    inject(DestroyRef).onDestroy(() => this.autosave.stop());
    // Once for each record that is opened for writing: after a save the text on this device is what was typed meanwhile, not a find.
    const written = computed(() => (this.writes() ? opened() : undefined));
    effect(() => {
      if (written()) untracked(() => this.resume());
    });
    effect(() => {
      if (this.autosave.state().kind === 'stale') untracked(() => void this.meetNewer());
    });
  }

  open(bloc: string, id: string): void {
    this.bloc.set(bloc);
    this.id.set(id);
  }

  /** The person changed the form. A field that was faulty is looked at again. */
  write(draft: Draft): void {
    this.draft.set(draft);
    if (this.faults().size > 0) this.faults.set(this.check());
    this.autosave.touch();
  }

  /** Saves, and checks the shape: the faults are shown when it is not whole. @returns whether everything is on the server */
  async settleDraft(): Promise<boolean> {
    if (!this.writes()) return true;
    this.faults.set(this.check());
    return this.faults().size === 0 && (await this.autosave.flush());
  }

  /** The person chose between their text and the newest. */
  choose(choices: Choices): void {
    const newer = this.newer();
    if (!newer) return;
    const theirs = this.drafting.draftOf(newer);
    const draft = this.drafting.merged(this.draft()!, theirs, choices);
    this.record.set(newer);
    this.draft.set(draft);
    this.newer.set(null);
    this.autosave.settle(JSON.stringify(draft) !== JSON.stringify(theirs));
  }

  /** Sends an event with the version that is seen. @returns whether it was accepted */
  async send(pressed: Pressed): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      if (!(await this.settleDraft())) return false;
      const view = await this.drafting.api.send(this.bloc(), this.id(), { ...pressed, version: this.view()!.version });
      this.record.set(view);
      this.draft.set(this.drafting.draftOf(view));
      return true;
    } catch (error) {
      this.problem.set(problemOf(error).code === 'stale' ? await this.takeNewest(error) : error);
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  /** Everything typed is on the server, and somebody has changed it since: the page shows that and says so. @returns what to tell */
  private async takeNewest(stale: unknown): Promise<unknown> {
    try {
      const newest = await this.drafting.api.newest(this.bloc(), this.id());
      this.record.set(newest);
      this.draft.set(this.drafting.draftOf(newest));
    } catch (error) {
      return error;
    }
    const detail = $localize`:@@desk.newest:Có người vừa sửa bản này; trang đang hiện bản mới nhất.`;
    return new Refusal({
      ...problemOf(stale),
      detail,
      next: $localize`:@@desk.newestNext:Đọc lại, rồi bấm lần nữa nếu ông/bà vẫn đồng ý.`,
    });
  }

  /** @throws Refusal; what it says of single fields stands at those fields */
  private async save(): Promise<void> {
    const whole = this.drafting.whole(this.draft()!);
    if ('faults' in whole) return;
    try {
      this.record.set(await this.drafting.api.save(this.bloc(), this.id(), { ...whole.body, version: this.view()!.version }));
    } catch (error) {
      const { code, needs } = problemOf(error);
      // It was sent off or taken away meanwhile: the page shows where it stands; the text stays on this device.
      if (code === 'not-in-this-state' || code === 'forbidden') this.record.reload();
      const said = faultsOfNeeds(needs);
      if (said.size > 0) this.faults.set(said);
      throw error;
    }
  }

  private check(): Faults {
    const whole = this.drafting.whole(this.draft()!);
    return 'faults' in whole ? whole.faults : NO_FAULTS;
  }

  private kept(): KeptDraft<Draft> | null {
    const me = this.session.me();
    return me ? keptDraft(me.personId, inBloc(this.bloc(), this.drafting.api.path, this.id()), this.drafting.unfinished) : null;
  }

  /** Takes up what was typed on this device and never reached the server. */
  private resume(): void {
    const kept = this.kept()?.read();
    const view = this.view();
    if (!kept || !view) return;
    if (JSON.stringify(kept.draft) === JSON.stringify(this.drafting.draftOf(view))) {
      this.kept()?.forget(); // it had reached the server; only the answer was lost
      return;
    }
    this.draft.set(kept.draft);
    if (kept.version === view.version) this.autosave.touch();
    else this.newer.set(view);
  }

  /** Whether somebody changed what is written, or it can no longer be written. */
  private differs(newest: View): boolean {
    const held = this.view();
    const same = held && JSON.stringify(this.drafting.draftOf(held)) === JSON.stringify(this.drafting.draftOf(newest));
    return !same || !newest.actions.some(({ type }) => type === 'edit');
  }

  /** The version moved and nobody wrote (the unit was reminded): what is typed here is saved on it. */
  private goOnAt(newest: View): void {
    this.record.set(newest);
    this.autosave.settle(true);
  }

  private async meetNewer(): Promise<void> {
    try {
      const newest = await this.drafting.api.newest(this.bloc(), this.id());
      if (!this.differs(newest)) this.goOnAt(newest);
      else this.newer.set(newest);
    } catch (error) {
      this.problem.set(error);
    }
  }
}
