import { transition, type AnyStateMachine, type EventObject } from 'xstate';
import { isProblemCode, Problem, type ProblemCode, type Unmet } from './problem.js';
import type { Filling } from './wording.js';

/** A letter that a transition asks for; the door puts it into the outbox. */
export interface LetterWanted {
  readonly name: string;
}

/** What a transition decides: the next state and the letters to send. */
export interface Decision {
  readonly state: string;
  readonly letters: readonly LetterWanted[];
}

interface CandidateTransition {
  readonly guard?: unknown;
  readonly target?: readonly { readonly key: string }[] | undefined;
}

/** The names of the guards of a candidate, also those inside `and([...])`. */
function guardNames(guard: unknown): string[] {
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'function' && 'guards' in guard) return (guard.guards as unknown[]).flatMap(guardNames);
  if (guard && typeof guard === 'object' && 'type' in guard) return [String(guard.type)];
  return [];
}

function candidates(machine: AnyStateMachine, state: string, type: string): readonly CandidateTransition[] {
  return machine.root.states[state]?.transitions.get(type) ?? [];
}

/** The needs that do not hold for this event, by name; guards that are no problem codes only choose between targets. */
export function unmetNeeds(machine: AnyStateMachine, state: string, facts: object, event: EventObject): Unmet[] {
  const names = new Set(candidates(machine, state, event.type).flatMap((candidate) => guardNames(candidate.guard)));
  const guards = machine.implementations.guards as Record<
    string,
    (args: { context: object; event: EventObject }, params: unknown) => boolean
  >;
  return [...names]
    .filter((name): name is ProblemCode => isProblemCode(name) && !guards[name]!({ context: facts, event }, undefined))
    .map((code) => ({ code, filling: plainFacts(facts) }));
}

/** Where an event would lead if all its needs held; null when this state does not know it or stays as it is. */
export function intendedTarget(machine: AnyStateMachine, state: string, facts: object, event: EventObject): string | null {
  const guards = machine.implementations.guards as Record<
    string,
    (args: { context: object; event: EventObject }, params: unknown) => boolean
  >;
  const choice = candidates(machine, state, event.type).find(({ guard }) =>
    guardNames(guard).every((name) => isProblemCode(name) || guards[name]!({ context: facts, event }, undefined)),
  );
  return choice?.target?.[0]?.key ?? null;
}

const isSaid = (value: unknown): boolean => typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;

/** The facts that can stand in a sentence. */
const plainFacts = (facts: object): Filling =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value === 'string' || typeof value === 'number' || isSaid(value)));

/** The types of the events that this state knows, whether or not their guards hold. */
export const eventsIn = (machine: AnyStateMachine, state: string): string[] => [...(machine.root.states[state]?.transitions.keys() ?? [])];

/**
 * Decides one event, purely. Facts are gathered afresh by the caller; nothing is stored here.
 * @throws Problem 'not-in-this-state', or the name of the first guard that does not hold, with all of them in `needs`.
 */
export function advance(machine: AnyStateMachine, state: string, facts: object, event: EventObject): Decision {
  if (!machine.root.states[state]) throw new Error(`The machine ${machine.id} has no state ${state}`);
  const now = machine.resolveState({ value: state, context: facts });
  if (!now.can(event)) {
    const needs = unmetNeeds(machine, state, facts, event);
    const [first] = needs;
    if (!first) throw new Problem('not-in-this-state', { event: event.type, kind: machine.id, state });
    throw new Problem(first.code, first.filling, needs);
  }
  const [next, actions] = transition(machine, now, event);
  const letters = (actions as readonly { type: string; params?: unknown }[])
    .filter(({ type }) => type === 'letter')
    .map(({ params }) => params as LetterWanted);
  return { state: String(next.value), letters };
}
