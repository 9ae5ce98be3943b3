import type { AnyStateMachine } from 'xstate';
import { abilityFor, may, refusalOf } from '../../ability.js';
import { advance, intendedTarget } from '../../advance.js';
import { Problem, type Unmet } from '../../problem.js';
import { eventName, kindName } from '../../words.js';
import { bodyOf } from '../bodies.js';
import { actorOf, HERE } from '../cast.js';
import { fault, type Fault } from '../fault.js';
import { refused } from '../refusal.js';
import { holds, personFor, playOrder, type ActKind, type TimedAct } from '../timeline.js';
import type { YearFile, YearPerson } from '../year-file.schema.js';
import { cyclePart, registrationPart } from './beginning.js';
import { rankingPart, roundPart } from './meeting.js';
import type { Part, Told } from './part.js';
import { scorecardPart, sheetPart, unseal } from './scoring.js';
import { Stage, type Row } from './stage.js';
import { cannotAct, nobodyActs } from './who.js';

const PARTS: Readonly<Partial<Record<ActKind, Part>>> = {
  Cycle: cyclePart,
  Registration: registrationPart,
  Scorecard: scorecardPart,
  Sheet: sheetPart,
  Ranking: rankingPart,
  Round: roundPart,
};

/** Kinds that a person makes. */
const CREATED: readonly ActKind[] = ['Province', 'Cycle'];

/**
 * Plays a file through in the head, by the machines and permissions of the program itself, and names every act that it would refuse.
 * An act that is refused counts as done, so that one fault does not bring forth others.
 */
export function rehearse(file: YearFile): Fault[] {
  const stage = new Stage(file);
  return playOrder(file).flatMap((act) => {
    const now = new Date(act.on);
    unseal(stage, now);
    return rehearseAct(stage, act, now);
  });
}

function rehearseAct(stage: Stage, act: TimedAct, now: Date): Fault[] {
  if (act.capacity === null) return [];
  const person = personFor(stage.file, act);
  if (!person) return [nobodyActs(act)];
  const part = PARTS[act.kind];
  if (act.type === 'create' && CREATED.includes(act.kind)) return mayCreate(stage, act, person);
  if (!part) return holds(person, act.capacity, act.on) ? [] : cannotAct(act, person);
  const row = part.row(stage, act.record);
  if (!row) return [tooEarly(act)];
  const denied = mayDo(stage.file, act, person, row);
  return [...denied, ...doIt(stage, part, row, act, now, person)];
}

/** What is not there yet: registrations before the year opens, cards before the list is compiled. */
const tooEarly = (act: TimedAct): Fault =>
  fault(
    act.pointer,
    `“${eventName(act.kind, act.type, 'vi')}” đặt quá sớm: lúc đó chưa có ${kindName(act.kind, 'vi')} này.`,
    `“${eventName(act.kind, act.type, 'en')}” comes too early: there is no such ${kindName(act.kind, 'en')} at that time.`,
  );

function mayCreate(stage: Stage, act: TimedAct, person: YearPerson): Fault[] {
  const rights = abilityFor(actorOf(stage.file, person, act.on));
  return may(rights, 'create', act.kind, { ...HERE, id: act.record, state: 'draft' }) ? [] : cannotAct(act, person);
}

function mayDo(file: YearFile, act: TimedAct, person: YearPerson, row: Row): Fault[] {
  const rights = abilityFor(actorOf(file, person, act.on));
  if (may(rights, act.type, act.kind, row)) return [];
  const code = refusalOf(rights, act.type, act.kind, row);
  return code === 'forbidden' ? cannotAct(act, person) : [refused(act.pointer, { code })];
}

function doIt(stage: Stage, part: Part, row: Row, act: TimedAct, now: Date, person: YearPerson): Fault[] {
  const told: Told = { ...bodyOf(stage.file, act, (unit) => unit), type: act.type };
  const wrong = part.wrong?.(stage, told) ?? [];
  const unmet = act.type === 'edit' ? write(part, row, told, act) : happen(stage, part, row, told, { now, person });
  return [...wrong, ...unmet].map((one) => refused(act.pointer, one));
}

function write(part: Part, row: Row, told: Told, act: TimedAct): Unmet[] {
  if (!part.editable.includes(row.state))
    return [{ code: 'not-in-this-state', filling: { event: 'edit', kind: act.kind, state: row.state } }];
  part.write?.(row, told);
  return [];
}

function happen(stage: Stage, part: Part, row: Row, told: Told, { now, person }: { now: Date; person: YearPerson }): Unmet[] {
  const facts = part.facts(stage, row, now);
  const { to, unmet } = decide(part.machine, row.state, facts, told);
  if (to === null) return unmet;
  row.state = to;
  part.done?.(stage, row, told, { now, personId: person.id, facts });
  return unmet;
}

/** Where an event leads, and what it lacks. What only lacks something is taken as done; what no state knows leads nowhere. */
function decide(machine: AnyStateMachine, state: string, facts: object, told: Told): { to: string | null; unmet: Unmet[] } {
  try {
    return { to: advance(machine, state, facts, told).state, unmet: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const to = intendedTarget(machine, state, facts, told);
    return { to, unmet: error.needs.length > 0 ? [...error.needs] : [{ code: error.code, filling: error.filling }] };
  }
}
