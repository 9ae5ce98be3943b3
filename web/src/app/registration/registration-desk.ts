import { computed, effect, inject, Injectable, linkedSignal, signal, untracked, type OnDestroy } from '@angular/core';
import { Aim, RegistrationDraft, RegistrationEvent, type RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { z } from 'zod';
import { inBloc } from '../platform/addresses.js';
import { Autosave } from '../platform/autosave.js';
import { faultsOfShape, NO_FAULTS, type Faults } from '../platform/faults.js';
import { keptDraft, type KeptDraft } from '../platform/kept-draft.js';
import { problemOf } from '../platform/problem.js';
import { Session } from '../platform/session.js';
import type { Choices } from '../ui/stale-region.js';
import type { Pressed } from '../ui/event-choice.js';
import { RegistrationApi } from './registration.api.js';
import { draftOf, merged } from './registration-writing.js';

/** One registration on the table: as it stands, the draft that is being written on it, its saving, its events. One for each page. */
@Injectable()
export class RegistrationDesk implements OnDestroy {
  private readonly api = inject(RegistrationApi);
  private readonly session = inject(Session);
  readonly bloc = signal('');
  readonly id = signal('');
  readonly record = this.api.one(this.bloc, this.id);
  readonly view = computed(() => this.record.value());
  readonly writes = computed(() => this.view()?.actions.some(({ type }) => type === 'edit') ?? false);
  /** What stands in the form; it begins with the record and then belongs to the person. */
  readonly draft = linkedSignal<string | undefined, RegistrationDraft | null>({
    source: () => this.view()?.id,
    computation: () => untracked(() => (this.view() ? draftOf(this.view()!) : null)),
  });
  /** The newest version, while it contradicts what the person wrote. */
  readonly newer = signal<RegistrationView | null>(null);
  readonly faults = signal<Faults>(NO_FAULTS);
  readonly busy = signal(false);
  readonly problem = signal<unknown>(null);
  readonly autosave = new Autosave({
    ready: () => RegistrationDraft.safeParse(this.draft()).success,
    save: () => this.save(),
    keep: () => this.kept()?.keep({ version: this.view()!.version, draft: this.draft()! }),
    forget: () => this.kept()?.forget(),
  });

  constructor() {
    effect(() => {
      if (this.view()?.id && this.writes()) untracked(() => this.resume());
    });
    effect(() => {
      if (this.autosave.state().kind === 'stale') untracked(() => void this.meetNewer());
    });
  }

  ngOnDestroy(): void {
    this.autosave.stop();
  }

  open(bloc: string, id: string): void {
    this.bloc.set(bloc);
    this.id.set(id);
  }

  /** The person changed the form. A field that was faulty is looked at again. */
  write(draft: RegistrationDraft): void {
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
    const draft = merged(this.draft()!, draftOf(newer), choices);
    this.record.set(newer);
    this.draft.set(draft);
    this.newer.set(null);
    this.autosave.settle(JSON.stringify(draft) !== JSON.stringify(draftOf(newer)));
  }

  /** Sends an event with the version that is seen. @returns whether it was accepted */
  async send(pressed: Pressed): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      if (!(await this.settleDraft())) return false;
      const event = RegistrationEvent.parse({ ...pressed, version: this.view()!.version });
      const view = await this.api.send(this.bloc(), this.id(), event);
      this.record.set(view);
      this.draft.set(draftOf(view));
      return true;
    } catch (error) {
      this.problem.set(error);
      if (problemOf(error).code === 'stale') this.record.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private async save(): Promise<void> {
    this.record.set(await this.api.save(this.bloc(), this.id(), { ...this.draft()!, version: this.view()!.version }));
  }

  private check(): Faults {
    const parsed = RegistrationDraft.safeParse(this.draft());
    return parsed.success ? NO_FAULTS : faultsOfShape(parsed.error.issues);
  }

  private kept(): KeptDraft<RegistrationDraft> | null {
    const me = this.session.me();
    return me ? keptDraft(me.personId, inBloc(this.bloc(), 'registrations', this.id()), UNFINISHED) : null;
  }

  /** Takes up what was typed on this device and never reached the server. */
  private resume(): void {
    const kept = this.kept()?.read();
    const view = this.view();
    if (!kept || !view || JSON.stringify(kept.draft) === JSON.stringify(draftOf(view))) return;
    this.draft.set(kept.draft);
    if (kept.version === view.version) this.autosave.touch();
    else this.newer.set(view);
  }

  private async meetNewer(): Promise<void> {
    try {
      this.newer.set(await this.api.newest(this.bloc(), this.id()));
    } catch (error) {
      this.problem.set(error);
    }
  }
}

const Text = z.string().max(2000);
/** A draft on this device may be half written: its fields are texts, and no more is asked. */
const UNFINISHED = z.object({
  aim: Aim.nullable(),
  targets: z.array(z.object({ name: Text, unit: Text, planned: Text, previous: Text, evidence: Text })).max(60),
  note: Text,
});
