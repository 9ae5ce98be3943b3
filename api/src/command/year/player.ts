import { eventName, kindName } from '@thidua/workflows/words';
import { vietnamDay } from '@thidua/workflows/working-days';
import { bodyOf } from '@thidua/workflows/year/bodies';
import { personFor, playOrder, type TimedAct } from '@thidua/workflows/year/timeline';
import type { YearFile, YearPerson } from '@thidua/workflows/year/year-file.schema';
import { inParallel } from './in-parallel.js';
import { People } from './people.js';
import { Program } from './program.js';
import { confirmReceipt } from './receipts.js';
import { Records, type ListedKind } from './records.js';
import type { PersonSession } from './session.js';
import { setUp } from './set-up.js';
import { Stopped } from './stopped.js';
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
  /** Acts after this instant are left for others to do. */
  readonly until?: Date;
}

interface Shown {
  readonly version: number;
  readonly state: string;
  readonly sealed?: boolean;
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

  /** The acts to be played, in their order. */
  acts(): TimedAct[] {
    const { file, until: end } = this.settings;
    return playOrder(file).filter(({ on }) => !end || Date.parse(on) <= end.getTime());
  }

  /** @throws Stopped naming the act that was refused */
  async play(): Promise<void> {
    const acts = this.acts();
    for (const [at, act] of acts.entries()) {
      this.settings.progress({ done: at, of: acts.length, act });
      await this.perform(act);
    }
  }

  /** Plays one act. Province, units, people, bloc and year are one: the first. @throws Stopped when it is refused */
  async perform(act: TimedAct): Promise<void> {
    if (act.kind === 'Province') await this.begin();
    else if (!(act.kind === 'Cycle' && act.type === 'create')) await this.act(act);
  }

  private async begin(): Promise<void> {
    const { file, password } = this.settings;
    const byWhom = (pointer: string) => {
      const act = playOrder(file).find((one) => one.pointer === pointer)!;
      return this.people.session(this.personFor(act), whereOf(act));
    };
    const council = () => byWhom('/cycle/acts/0');
    const { cycleId } = await setUp({
      file,
      password,
      administrator: await byWhom('/setUp'),
      council,
      setClock: (on) => this.setClock(on),
    });
    this.records.remember('Cycle', 'Cycle', cycleId);
    await this.records.learnUnits(await council(), '/cycle');
    await this.openSessions();
  }

  /** Everybody who acts signs in, as people do on a morning: it takes time by design, and no order matters. */
  private async openSessions(): Promise<void> {
    const first = new Map<string, TimedAct>();
    for (const act of this.acts()) {
      const person = act.capacity === null ? undefined : personFor(this.settings.file, act);
      if (person && !first.has(person.id)) first.set(person.id, act);
    }
    await inParallel([...first.values()], (act) => {
      const person = this.personFor(act);
      return this.people.session(person, whereOf(act, person));
    });
  }

  private async setClock(on: string): Promise<void> {
    if (on !== this.on) await this.program.setClock(on);
    this.on = on;
  }

  private personFor(act: TimedAct): YearPerson {
    const person = personFor(this.settings.file, act);
    if (!person) throw Stopped.unseen(whereOf(act), `${act.capacity?.role} ${act.capacity?.unit ?? ''}`.trim());
    return person;
  }

  private async act(act: TimedAct): Promise<void> {
    await this.setClock(act.on);
    if (act.kind === 'Receipt') return confirmReceipt(this.program, this.settings.file, act, whereOf(act));
    const person = this.personFor(act);
    const where = whereOf(act, person);
    const session = await this.people.session(person, where);
    if (act.type === 'create') return this.create(act, session, where);
    const path = await this.records.path(act.kind as ListedKind, act.record, session, where);
    if (act.type === 'edit') return this.edit(act, session, path, where);
    return this.send(act, session, path, where);
  }

  private async edit(act: TimedAct, session: PersonSession, path: string, where: string): Promise<void> {
    const { version } = await session.get<Shown>(path, where);
    await session.put(path, { ...this.told(act), version }, where);
  }

  private async create(act: TimedAct, session: PersonSession, where: string): Promise<void> {
    const { file } = this.settings;
    const kind = act.kind as 'Document' | 'Dispatch';
    const body = kind === 'Document' ? { ...this.told(act), type: act.record } : { lines: file.dispatch.lines };
    const { id } = await session.post<{ id: string }>(this.records.home(kind), { ...body, year: file.cycle.year }, where);
    this.records.remember(kind, act.record, id);
  }

  private async send(act: TimedAct, session: PersonSession, path: string, where: string): Promise<void> {
    const shown = await this.whenReady(act, session, path, where);
    const seen = act.kind === 'Document' && act.type === 'sign' ? await this.view(session, path, where, shown) : {};
    if (act.kind === 'Dispatch' && act.type === 'send') await this.program.refuse(this.settings.file.dispatch.refused);
    await session.post(`${path}/events`, { ...this.told(act), ...seen, type: act.type, version: shown.version }, where);
    if (act.kind === 'Document' && act.type === 'sign') await this.waitFor(session, path, where, (now) => now.state === 'signed');
    if (act.kind === 'Dispatch' && act.type === 'send') await this.waitForLetters(session, path, where);
  }

  /** What the act says, units by id. */
  private told(act: TimedAct): Record<string, unknown> {
    return bodyOf(this.settings.file, act, (unit) => this.records.unitId(unit));
  }

  /** The record as the person finds it. The seal of a score card opens by itself at its deadline: whoever reviews waits for that. */
  private async whenReady(act: TimedAct, session: PersonSession, path: string, where: string): Promise<Shown> {
    const shown = await session.get<Shown>(path, where);
    const sealed = act.kind === 'Scorecard' && act.type === 'review' && shown.sealed === true;
    if (!sealed || vietnamDay(new Date(act.on)) <= this.settings.file.cycle.rules.deadlines.peerScore) return shown;
    await this.waitFor(session, path, where, (now) => now.sealed === false);
    return session.get<Shown>(path, where);
  }

  /** The head looks at the pages that will be signed, and signs what was shown. */
  private async view(session: PersonSession, path: string, where: string, shown: Shown): Promise<{ sha256: string | null }> {
    await session.bytes(`${path}/pdf`, where);
    return { sha256: shown.sha256 ?? null };
  }

  private waitFor(session: PersonSession, path: string, where: string, holds: (now: Shown) => boolean): Promise<void> {
    return until(where, async () => holds(await session.get<Shown>(path, where)));
  }

  private waitForLetters(session: PersonSession, path: string, where: string): Promise<void> {
    return until(where, async () => {
      const deliveries = await session.all<{ state: string }>(`${path}/deliveries?limit=100`, where);
      return deliveries.every((delivery) => delivery.state !== 'queued');
    });
  }
}

/** Where the year stands, as a person finds it in the file: the act's place, day, name, record and person. */
export function whereOf(act: TimedAct, person?: YearPerson): string {
  const day = vietnamDay(new Date(act.on)).split('-').reverse().join('/');
  const what = `${eventName(act.kind, act.type, 'vi')} · ${kindName(act.kind, 'vi')} ${act.record}`;
  return [`${act.pointer}: ${day}, ${what}`, person ? `${person.name} (${person.id})` : ''].filter(Boolean).join(', ');
}
