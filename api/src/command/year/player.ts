import { personFor, playOrder, type TimedAct } from '@thidua/workflows/year/timeline';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import { bodyOf } from './bodies.js';
import { confirmReceipt } from './receipts.js';
import { People } from './people.js';
import { Program } from './program.js';
import { Records } from './records.js';
import { PersonSession, Stopped } from './session.js';
import { setUp } from './set-up.js';
import { until } from './until.js';

/** How far a year has been played. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly act: TimedAct;
}

/** What the player needs: a running program in the development mode, an empty database but for the administrator, a file that was checked. */
export interface PlayerSettings {
  readonly url: string;
  readonly file: YearFile;
  readonly password: string;
  readonly progress: (progress: Progress) => void;
}

interface Shown {
  readonly version: number;
  readonly state: string;
  readonly sha256?: string | null;
}

/** Plays a whole year over HTTP: every write under the session of the person named, business time moving through the file's dates. */
export class Player {
  readonly people: People;
  readonly records: Records;
  readonly program: Program;
  private on = '';

  constructor(private readonly settings: PlayerSettings) {
    this.people = new People(settings.url, settings.file, settings.password);
    this.records = new Records(settings.file);
    this.program = new Program(settings.url);
  }

  /** @throws Stopped naming the act that was refused */
  async play(): Promise<void> {
    const { file } = this.settings;
    const acts = playOrder(file);
    for (const [at, act] of acts.entries()) {
      this.settings.progress({ done: at, of: acts.length, act });
      if (act.kind === 'Province') await this.begin();
      else if (!(act.kind === 'Cycle' && act.type === 'create')) await this.act(act);
    }
  }

  /** Province, units, people, bloc and year: the file's first acts are one. */
  private async begin(): Promise<void> {
    const { url, file, password } = this.settings;
    const administrator = file.people.find((person) => person.posts.some((post) => post.role === 'administrator'));
    if (!administrator) throw new Error('The file names no administrator');
    const { cycleId } = await setUp({
      file,
      password,
      administrator: await PersonSession.open(url, administrator.email, password),
      council: () => this.people.withRole('council-secretary'),
      setClock: (on) => this.setClock(on),
    });
    this.records.remember('Cycle', 'Cycle', cycleId);
    await this.records.learnUnits(await this.people.withRole('council-secretary'));
  }

  private async setClock(on: string): Promise<void> {
    if (on !== this.on) await this.program.setClock(on);
    this.on = on;
  }

  private async act(act: TimedAct): Promise<void> {
    await this.setClock(act.on);
    if (act.kind === 'Receipt') return confirmReceipt(this.settings.url, this.settings.file, act);
    const person = personFor(this.settings.file, act);
    if (!person) throw new Error(`${act.pointer}: nobody of the file may do this`);
    const session = await this.people.session(person);
    const where = `${act.pointer} (${act.kind} ${act.record}, ${act.type}, ${person.id})`;
    if (act.type === 'create') return this.create(act, session, where);
    const path = await this.records.path(act.kind, act.record, session, where);
    if (act.type === 'edit') return this.edit(act, session, path, where);
    return this.send(act, session, path, where);
  }

  private async edit(act: TimedAct, session: PersonSession, path: string, where: string): Promise<void> {
    const { version } = await session.get<Shown>(path, where);
    await session.put(path, { ...bodyOf(this.settings.file, act, this.records), version }, where);
  }

  private async create(act: TimedAct, session: PersonSession, where: string): Promise<void> {
    const { file } = this.settings;
    const body =
      act.kind === 'Document' ? { type: act.record, year: file.cycle.year } : { year: file.cycle.year, lines: file.dispatch.lines };
    const plural = act.kind === 'Document' ? 'documents' : 'dispatches';
    const { id } = await session.post<{ id: string }>(`${this.records.base}/${plural}`, body, where);
    this.records.remember(act.kind, act.record, id);
  }

  private async send(act: TimedAct, session: PersonSession, path: string, where: string): Promise<void> {
    const shown = await session.get<Shown>(path, where);
    const body = { ...bodyOf(this.settings.file, act, this.records), type: act.type, version: shown.version };
    const seen = act.kind === 'Document' && act.type === 'sign' ? await this.view(session, path, where, shown) : {};
    if (act.kind === 'Dispatch' && act.type === 'send') await this.program.refuse(this.settings.file.dispatch.refused);
    await session.post(`${path}/events`, { ...body, ...seen }, where);
    if (act.kind === 'Document' && act.type === 'sign') await this.waitFor(session, path, where, (now) => now.state === 'signed');
    if (act.kind === 'Dispatch' && act.type === 'send') await this.waitForLetters(session, path, where);
  }

  /** The head looks at the pages that will be signed, and signs what was shown. */
  private async view(session: PersonSession, path: string, where: string, shown: Shown): Promise<{ sha256: string }> {
    await session.bytes(`${path}/pdf`, where);
    if (!shown.sha256) throw new Stopped(where, 0, 'the document shows no hash to sign');
    return { sha256: shown.sha256 };
  }

  private waitFor(session: PersonSession, path: string, where: string, holds: (now: Shown) => boolean): Promise<void> {
    return until(where, async () => holds(await session.get<Shown>(path, where)));
  }

  private waitForLetters(session: PersonSession, path: string, where: string): Promise<void> {
    return until(where, async () => {
      const { items } = await session.get<{ items: { state: string }[] }>(`${path}/deliveries`, where);
      return items.every((delivery) => delivery.state !== 'queued');
    });
  }
}
