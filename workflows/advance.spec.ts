import { and, setup } from 'xstate';
import { advance, eventsIn, intendedTarget, unmetNeeds } from './advance.js';
import { Problem } from './problem.js';

interface Content {
  readonly aim: boolean;
  readonly targets: number;
  readonly late: boolean;
}

/** A record in small: what the machines of the house consist of, and an action that is no letter. */
const machine = setup({
  types: { context: {} as Content, input: {} as Content, events: {} as { type: string } },
  guards: {
    'needs-aim': ({ context }) => context.aim,
    'needs-targets': ({ context }) => context.targets > 0,
    'needs-time': ({ context }) => !context.late,
    manyTargets: ({ context }) => context.targets > 5,
  },
  actions: { letter: (_, _letter: { name: string }) => undefined, note: () => undefined },
}).createMachine({
  id: 'Registration',
  context: ({ input }) => input,
  initial: 'draft',
  states: {
    draft: {
      on: {
        submit: [
          { guard: and(['needs-aim', and(['needs-targets', 'manyTargets'])]), target: 'accepted' },
          {
            guard: and(['needs-aim', 'needs-targets']),
            target: 'submitted',
            actions: [{ type: 'note' }, { type: 'letter', params: { name: 'registration-submitted' } }],
          },
        ],
        withdraw: { guard: { type: 'needs-time' }, target: 'withdrawn' },
        note: { actions: { type: 'note' } },
        recall: 'withdrawn',
      },
    },
    submitted: {},
    accepted: {},
    withdrawn: {},
  },
});

const ready = { aim: true, targets: 3, late: false };
const refusal = (state: string, facts: object, type: string): Problem => {
  try {
    advance(machine, state, facts, { type });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${type} was not refused`);
};

describe('an event', () => {
  it('leads on where its needs hold, and asks for its letters alone', () =>
    expect(advance(machine, 'draft', ready, { type: 'submit' })).toEqual({
      state: 'submitted',
      letters: [{ name: 'registration-submitted' }],
    }));

  it('leads elsewhere where what is no need chooses, without a letter', () =>
    expect(advance(machine, 'draft', { ...ready, targets: 6 }, { type: 'submit' })).toEqual({ state: 'accepted', letters: [] }));

  it('may leave the record where it is', () =>
    expect(advance(machine, 'draft', ready, { type: 'note' })).toEqual({ state: 'draft', letters: [] }));

  it('is refused in the name of the first need that does not hold, and names them all', () => {
    const { code, needs } = refusal('draft', { ...ready, aim: false, targets: 0 }, 'submit');
    expect(code).toBe('needs-aim');
    expect(needs.map((need) => need.code)).toEqual(['needs-aim', 'needs-targets']);
  });

  it('is refused with the facts that a sentence can hold', () => {
    const units = { vi: 'Hội Luật gia', en: 'Lawyers’ Association' };
    const unsaid = { members: ['hoi-luat-gia'], aim: false, open: true, none: null, half: { vi: 'một nửa' }, other: { en: 'half' } };
    const { filling } = refusal('draft', { ...unsaid, targets: 0, year: '2020', units }, 'submit');
    expect(filling).toEqual({ targets: 0, year: '2020', units });
  });

  it('is refused where the state does not know it: which event, of what, in which state', () => {
    const { code, filling, needs } = refusal('accepted', ready, 'submit');
    expect([code, filling, needs]).toEqual(['not-in-this-state', { event: 'submit', kind: 'Registration', state: 'accepted' }, []]);
  });

  it('of a state that the machine does not have is a fault, not a refusal', () =>
    expect(() => advance(machine, 'lost', ready, { type: 'submit' })).toThrow('The machine Registration has no state lost'));
});

describe('before an event is sent, one can know', () => {
  it.each<[string, string, object, string, string[]]>([
    ['that nothing is missing', 'draft', ready, 'submit', []],
    ['what is missing, each need once', 'draft', { ...ready, aim: false, targets: 0 }, 'submit', ['needs-aim', 'needs-targets']],
    ['what is missing where the guard stands as an object', 'draft', { ...ready, late: true }, 'withdraw', ['needs-time']],
    ['that an event without needs lacks none', 'draft', { ...ready, aim: false }, 'recall', []],
    ['that an event which the state does not know lacks nothing', 'accepted', ready, 'submit', []],
    ['that a state which the machine does not have needs nothing', 'lost', ready, 'submit', []],
  ])('%s', (_, state, facts, type, codes) => expect(unmetNeeds(machine, state, facts, { type }).map(({ code }) => code)).toEqual(codes));

  it.each<[string, string, object, string, string | null]>([
    ['where it leads', 'draft', ready, 'submit', 'submitted'],
    ['where it would lead if its needs held', 'draft', { ...ready, aim: false, targets: 0 }, 'submit', 'submitted'],
    ['where what is no need would choose', 'draft', { ...ready, targets: 6, aim: false }, 'submit', 'accepted'],
    ['where one without needs leads', 'draft', ready, 'recall', 'withdrawn'],
    ['that it leads nowhere', 'draft', ready, 'note', null],
    ['that the state does not know it', 'accepted', ready, 'submit', null],
  ])('%s', (_, state, facts, type, target) => expect(intendedTarget(machine, state, facts, { type })).toBe(target));

  it('which events a state knows, whether or not their needs hold', () => {
    expect(eventsIn(machine, 'draft')).toEqual(['submit', 'withdraw', 'note', 'recall']);
    expect(eventsIn(machine, 'accepted')).toEqual([]);
    expect(eventsIn(machine, 'lost')).toEqual([]);
  });
});
