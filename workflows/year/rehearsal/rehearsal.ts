import type { AnyStateMachine } from 'xstate';
import { abilityFor, may, refusalOf, type Rights } from '../../ability.js';
import { advance, intendedTarget } from '../../advance.js';
import { Problem, type Unmet } from '../../problem.js';
import type { DocumentType } from '../../register/numbering.js';
import { eventName, kindName } from '../../words.js';
import { vietnamDay } from '../../working-days.js';
import { bodyOf } from '../bodies.js';
import { actorOf, HERE } from '../cast.js';
import { fault, type Fault } from '../fault.js';
import { refused } from '../refusal.js';
import { personFor, playOrder, type ActKind, type TimedAct } from '../timeline.js';
import type { YearFile, YearPerson } from '../year-file.schema.js';
import { cyclePart, registrationPart } from './beginning.js';
import { rankingPart, roundPart } from './meeting.js';
import { dispatchPart, documentPart, expire, receiptPart, reportPart, sectionPart } from './papers.js';
import type { Part, Told } from './part.js';
import { scorecardPart, sheetPart, unseal } from './scoring.js';
import { Stage, type Row } from './stage.js';
import { cannotAct, nobodyActs } from './who.js';

const PARTS: Readonly<Record<Exclude<ActKind, 'Province'>, Part>> = {
  Cycle: cyclePart,
  Registration: registrationPart,
  Scorecard: scorecardPart,
  Sheet: sheetPart,
  Ranking: rankingPart,
  Round: roundPart,
  Section: sectionPart,
  Report: reportPart,
  Document: documentPart,
  Dispatch: dispatchPart,
  Receipt: receiptPart,
};

/**
 * Plays a file through in the head, by the machines and permissions of the program itself, and names every act that it would refuse.
 * An act that only lacks something counts as done, so that one fault does not bring forth others.
 */
export const rehearse = (file: YearFile): Fault[] => new Rehearsal(file).run();

class Rehearsal {
  private readonly stage: Stage;
  private readonly rights = new Map<string, Rights>();
  private sealsOpen = false;

  constructor(private readonly file: YearFile) {
    this.stage = new Stage(file);
  }

  run(): Fault[] {
    return playOrder(this.file).flatMap((act) => {
      this.passTime(new Date(act.on));
      return this.act(act);
    });
  }

  /** What the program does by itself when a day is over. */
  private passTime(now: Date): void {
    for (const document of this.stage.documents.values()) expire(document, now);
    if (this.sealsOpen || vietnamDay(now) <= this.stage.rules.deadlines.peerScore) return;
    for (const card of this.stage.cards.values()) unseal(this.stage, card, now);
    this.sealsOpen = true;
  }

  private act(act: TimedAct): Fault[] {
    const person = personFor(this.file, act);
    if (act.capacity !== null && !person) return [nobodyActs(act)];
    if (act.type === 'create') return this.create(act, person!);
    const part = PARTS[act.kind as Exclude<ActKind, 'Province'>];
    const row = part.row(this.stage, act.record);
    if (!row) return [tooEarly(act)];
    return [...(person ? this.denied(act, person, row) : []), ...this.does(part, row, act, person?.id ?? '')];
  }

  private create(act: TimedAct, person: YearPerson): Fault[] {
    if (act.kind === 'Document') this.stage.make(act.record as DocumentType);
    if (act.kind === 'Dispatch') this.stage.prepareDispatch();
    const made = { ...HERE, id: act.record, state: 'draft' };
    return may(this.rightsOf(person, act.on), 'create', act.kind, made) ? [] : [cannotAct(act, person)];
  }

  private denied(act: TimedAct, person: YearPerson, row: Row): Fault[] {
    const rights = this.rightsOf(person, act.on);
    if (may(rights, act.type, act.kind, row)) return [];
    const code = refusalOf(rights, act.type, act.kind, row);
    return [code === 'forbidden' ? cannotAct(act, person) : refused(act.by === null ? act.pointer : `${act.pointer}/by`, { code })];
  }

  private rightsOf(person: YearPerson, on: string): Rights {
    const key = `${vietnamDay(new Date(on))} ${person.id}`;
    const known = this.rights.get(key) ?? abilityFor(actorOf(this.file, person, on));
    this.rights.set(key, known);
    return known;
  }

  private does(part: Part, row: Row, act: TimedAct, personId: string): Fault[] {
    const told: Told = { ...bodyOf(this.file, act, (unit) => unit), type: act.type };
    const wrong = part.wrong?.(this.stage, told) ?? [];
    const unmet =
      act.type === 'edit' ? this.write(part, row, told, act, personId) : this.happen(part, row, told, new Date(act.on), personId);
    row.version += 1;
    return [...wrong, ...unmet].map((one) => refused(act.pointer, one));
  }

  private write(part: Part, row: Row, told: Told, act: TimedAct, personId: string): Unmet[] {
    if (!part.editable.includes(row.state)) {
      return [{ code: 'not-in-this-state', filling: { event: 'edit', kind: act.kind, state: row.state } }];
    }
    const need = part.editNeed?.(part.facts(this.stage, row, new Date(act.on), personId)) ?? null;
    part.write?.(row, told);
    return need ? [{ code: need, filling: {} }] : [];
  }

  private happen(part: Part, row: Row, told: Told, now: Date, personId: string): readonly Unmet[] {
    const facts = part.facts(this.stage, row, now, personId);
    const { to, unmet } = decide(part.machine, row.state, facts, told);
    if (to === null) return unmet;
    row.state = to;
    part.done?.(this.stage, row, told, { now, personId, facts });
    return unmet;
  }
}

/** What is not there yet: registrations before the year opens, cards before the list is compiled. */
const tooEarly = (act: TimedAct): Fault =>
  fault(
    act.pointer,
    `“${eventName(act.kind, act.type, 'vi')}” đặt quá sớm: lúc đó chưa có ${kindName(act.kind, 'vi')} này.`,
    `“${eventName(act.kind, act.type, 'en')}” comes too early: there is no such ${kindName(act.kind, 'en')} at that time.`,
  );

/** Where an event leads, and what it lacks. What only lacks something is taken as done; what a state does not know leads nowhere. */
function decide(machine: AnyStateMachine, state: string, facts: object, told: Told): { to: string | null; unmet: readonly Unmet[] } {
  try {
    return { to: advance(machine, state, facts, told).state, unmet: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const unmet = error.needs.length > 0 ? error.needs : [{ code: error.code, filling: error.filling }];
    return { to: intendedTarget(machine, state, facts, told), unmet };
  }
}
