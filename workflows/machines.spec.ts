import { readFileSync } from 'node:fs';
import { initialTransition, type AnyStateMachine } from 'xstate';
import { eventsIn } from './advance.js';
import { MACHINE_VERSION, machines } from './machines.js';
import { isProblemCode } from './problem.js';
import { eventName, kindName, stateName } from './words.js';

type Golden = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>>;

/** Every transition of a machine: state → event → the states it may lead to. */
function transitions(machine: AnyStateMachine): Golden[string] {
  const table: Record<string, Record<string, string[]>> = {};
  for (const state of Object.keys(machine.states)) {
    const events = eventsIn(machine, state).map((type): [string, string[]] => {
      const found = machine.root.states[state]!.transitions.get(type)!;
      return [type, found.map((transition) => transition.target?.[0]?.key ?? state)];
    });
    table[state] = Object.fromEntries(events);
  }
  return table;
}

const golden = JSON.parse(readFileSync(new URL('./machines.golden.json', import.meta.url), 'utf8')) as {
  version: number;
  machines: Golden;
  /** The tables of earlier versions, under which years that still run were set up. */
  earlier: Readonly<Record<string, Golden>>;
};
/** The transitions of every earlier version, one by one. */
const shipped = Object.entries(golden.earlier).flatMap(([version, table]) =>
  Object.entries(table).flatMap(([name, states]) =>
    Object.entries(states).flatMap(([state, events]) =>
      Object.entries(events).map(([type, targets]) => [version, name, state, type, targets] as const),
    ),
  ),
);

describe('attack 20: the machines that years were opened with', () => {
  it.each(Object.keys(machines))(
    '%s is as it was shipped: a change needs a new version, and the old one stays until its last year closes',
    (name) => {
      expect(golden.version).toBe(MACHINE_VERSION);
      expect(transitions(machines[name]!)).toEqual(golden.machines[name]);
    },
  );

  it('are all in the golden table, and no earlier version is missing', () => {
    expect(Object.keys(golden.machines).sort()).toEqual(Object.keys(machines).sort());
    expect(Object.keys(golden.earlier).map(Number)).toEqual(Array.from({ length: MACHINE_VERSION - 1 }, (_, at) => at + 1));
  });

  it.each(shipped)('carry a year of version %s: %s, in %s, %s leads where it led', (_version, name, state, type, targets) => {
    expect(transitions(machines[name]!)[state]?.[type]).toEqual(targets);
  });

  it.each(Object.entries(machines))('%s begins with the facts that it is given, and asks for nothing', (_, machine) => {
    const facts = { cycleOpen: true, targets: 3 };
    const [first, actions] = initialTransition(machine, facts);
    expect([String(first.value), first.context, actions]).toEqual([machine.config.initial, machine.config.context ? facts : {}, []]);
  });

  it.each(Object.entries(machines))('%s is flat, without timers, calls or kept context', (_, machine) => {
    for (const state of Object.values(machine.states)) {
      expect(Object.keys(state.states)).toEqual([]);
      expect(state.config.invoke ?? state.config.after ?? state.config.entry ?? state.config.exit).toBeUndefined();
    }
  });
});

describe('every word of a machine', () => {
  it.each(Object.values(machines).map((machine) => [machine.id, machine] as const))(
    'of %s is said in Vietnamese and English',
    (kind, machine) => {
      for (const language of ['vi', 'en'] as const) {
        expect(kindName(kind, language)).not.toBe(kind);
        for (const state of Object.keys(machine.states)) {
          expect({ state, said: stateName(kind, state, language) }).not.toEqual({ state, said: state });
          for (const type of eventsIn(machine, state))
            expect({ type, said: eventName(kind, type, language) }).not.toEqual({ type, said: type });
        }
      }
    },
  );

  it.each(Object.values(machines).map((machine) => [machine.id, machine] as const))(
    'that is a need of %s is the name of a refusal',
    (_, machine) => {
      const guards = Object.keys((machine.implementations as { guards: object }).guards);
      for (const guard of guards.filter((name) => name.startsWith('needs-')))
        expect({ guard, known: isProblemCode(guard) }).toEqual({ guard, known: true });
    },
  );
});
