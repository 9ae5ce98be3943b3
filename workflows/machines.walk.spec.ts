import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { adjacencyMapToArray, getAdjacencyMap } from 'xstate/graph';
import type { AnyMachineSnapshot, EventObject } from 'xstate';
import { advance, eventsIn } from './advance.js';
import { FACTS, MODEL, PAYLOADS } from './machines.model.js';
import { machines } from './machines.js';
import { Problem } from './problem.js';
import type { Row } from './way.model.js';

/** How many random paths each machine is walked; all of them together are 10,000. */
const PATHS = Math.ceil(10_000 / Object.keys(MODEL).length);
const LONGEST = 8;
const NONSENSE = ['', 'fly', 'toString', '__proto__', 'xstate.init', 'xstate.stop', '*', 'done.state'];
const VOCABULARY = [...new Set(Object.values(MODEL).flatMap((rows) => rows.map(({ event }) => event))), ...NONSENSE];

interface Outcome {
  readonly to: string | null;
  readonly refused: readonly string[];
}

/** What the model says: the state after the event, or every need that does not hold. */
function modelled(rows: readonly Row[], state: string, event: EventObject, facts: object): Outcome {
  const own = rows.filter((row) => row.from === state && row.event === event.type);
  if (own.length === 0) return { to: null, refused: ['not-in-this-state'] };
  const lacking = Object.entries(own[0]!.needs).filter(([, holds]) => !holds(facts as never, event as never));
  if (lacking.length > 0) return { to: null, refused: lacking.map(([need]) => need).sort() };
  return { to: own.find(({ when }) => when?.(facts as never, event as never) ?? true)!.to, refused: [] };
}

/** What the machine decides. */
function decided(kind: string, state: string, event: EventObject, facts: object): Outcome {
  try {
    return { to: advance(machines[kind]!, state, facts, event).state, refused: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { to: null, refused: error.needs.length > 0 ? error.needs.map(({ code }) => code).sort() : [error.code] };
  }
}

const eventsOf = (kind: string) => {
  const known = [...new Set(MODEL[kind]!.map(({ event }) => event))];
  const payload = PAYLOADS[kind] ?? fc.constant({});
  const type = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fc.constantFrom(...VOCABULARY) });
  return fc
    .tuple(type, payload)
    .map(([name, carried]): EventObject => ({ ...((carried as Record<string, object>)[name] ?? {}), type: name }));
};

describe.each(Object.keys(machines))('the machine of a %s, against a model that was written without it', (kind) => {
  const rows = MODEL[kind]!;
  const initial = String(machines[kind]!.config.initial);

  it('knows the events that the model knows, in the same states, and no other', () => {
    const known = Object.keys(machines[kind]!.states).flatMap((state) =>
      eventsIn(machines[kind]!, state).map((event) => `${state} ${event}`),
    );
    expect([...known].sort()).toEqual([...new Set(rows.map(({ from, event }) => `${from} ${event}`))].sort());
  });

  it(`goes ${PATHS} random paths as the model goes them, and names every need that does not hold`, () => {
    const step = fc.record({ event: eventsOf(kind), facts: fc.record(FACTS[kind]!, { noNullPrototype: true }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: LONGEST, size: 'max' }), (steps) => {
        let state = initial;
        for (const { event, facts } of steps) {
          const outcome = decided(kind, state, event, facts);
          const owed = modelled(rows, state, event, facts);
          if (!isDeepStrictEqual(outcome, owed)) throw new Error(`${state} ${JSON.stringify({ event, facts, outcome, owed })}`);
          state = outcome.to ?? state;
        }
      }),
      { numRuns: PATHS, seed: 2020 },
    );
  });

  it('comes by its graph to every state, by every transition of the model', () => {
    const samples = fc.sample(
      fc.tuple(fc.record(FACTS[kind]!, { noNullPrototype: true }), fc.array(eventsOf(kind), { minLength: 30, maxLength: 30, size: 'max' })),
      { numRuns: 150, seed: 2020 },
    );
    const walked = new Set<string>();
    for (const [facts, events] of samples)
      for (const { state, event, nextState } of adjacencyMapToArray(
        getAdjacencyMap(machines[kind]!, {
          input: facts as never,
          events: events.filter(({ type }) => !type.startsWith('xstate.')) as never,
          serializeState: (one) => String((one as AnyMachineSnapshot).value),
        }),
      ) as { state: AnyMachineSnapshot; event: EventObject; nextState: AnyMachineSnapshot }[])
        if (rows.some((row) => row.from === state.value && row.event === event.type))
          walked.add(`${String(state.value)} ${event.type} ${String(nextState.value)}`);
    expect(rows.map(({ from, event, to }) => `${from} ${event} ${to}`).filter((row) => !walked.has(row))).toEqual([]);
    expect(new Set([initial, ...rows.map(({ to }) => to)])).toEqual(new Set(Object.keys(machines[kind]!.states)));
  });
});
