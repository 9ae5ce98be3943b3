import { abilityFor, may } from '../ability.js';
import { MODEL } from '../machines.model.js';
import { machines } from '../machines.js';
import { probing, ROLES } from './probe.js';
import { standings } from './standing.model.js';

const KEEPERS = 'administrator council-secretary';
const SECRETARY_OR_UNIT = 'unit-head bloc-secretary';
const SECRETARY_OR_LEADER = 'bloc-secretary group-leader';
const LEADERS = 'bloc-head deputy-head';
const UNIT_PEOPLE = 'unit-head unit-deputy unit-officer';

/** Who may send which event, written by hand from the house's documents; `role@state`: in that state alone. What only the program sends is nobody's. */
const WHO: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  province: { revise: KEEPERS },
  bloc: { revise: KEEPERS, 'address-checkpoints': 'bloc-secretary council-secretary' },
  unit: Object.fromEntries(
    ['rename', 'readdress', 'merge', 'split', 'divide', 'transfer', 'depart', 'dissolve', 'restore'].map((event) => [event, KEEPERS]),
  ),
  person: {
    ...Object.fromEntries(['rename', 'readdress', 'give-post', 'end-post', 'invite', 'leave', 'rejoin'].map((event) => [event, KEEPERS])),
    erase: 'administrator',
  },
  substitution: { end: 'unit-head' },
  cycle: { open: 'bloc-head', compile: 'bloc-head bloc-secretary', close: 'bloc-head', reopen: 'bloc-head' },
  registration: {
    ...{ submit: 'unit-head', recall: 'unit-head', withdraw: 'unit-head' },
    ...{ accept: SECRETARY_OR_UNIT, return: SECRETARY_OR_UNIT, recuse: SECRETARY_OR_UNIT },
    remind: SECRETARY_OR_LEADER,
  },
  scorecard: {
    ...{ submit: 'unit-head', review: SECRETARY_OR_UNIT, exclude: LEADERS },
    ...{ verify: `${SECRETARY_OR_UNIT} council-secretary`, return: `${SECRETARY_OR_UNIT} council-secretary` },
    recuse: `${SECRETARY_OR_UNIT} council-secretary@reviewed`,
    remind: SECRETARY_OR_LEADER,
  },
  sheet: { submit: 'unit-head', recuse: 'unit-head', reopen: 'unit-head' },
  ranking: { publish: 'bloc-secretary' },
  round: {
    ...{ open: 'bloc-secretary', recuse: 'bloc-secretary bloc-head', readmit: 'bloc-secretary bloc-head' },
    ...{ consent: 'bloc-head', count: 'bloc-head', settle: 'bloc-head' },
  },
  section: {
    ...{ submit: 'unit-head', recall: 'unit-head', remind: 'bloc-secretary' },
    ...{ accept: 'bloc-secretary', return: 'bloc-secretary', reopen: 'bloc-secretary' },
  },
  report: { freeze: 'bloc-head', reopen: 'bloc-head' },
  document: {
    ...{ compile: 'bloc-secretary', propose: 'bloc-secretary', pass: 'records-officer', return: 'records-officer bloc-head' },
    ...{ prepare: 'bloc-head', sign: 'bloc-head', issue: 'records-officer' },
    recuse: 'bloc-secretary@draft bloc-secretary@returned records-officer@proposed',
  },
  dispatch: { send: 'records-officer', resend: 'records-officer' },
  receipt: { confirm: `${UNIT_PEOPLE} council-secretary` },
};

const EVENTS = [...new Set(Object.values(MODEL).flatMap((rows) => rows.map(({ event }) => event)))];

describe.each(Object.keys(WHO))('an event of a %s', (kind) => {
  it('passes in no state by nobody whom the table does not name there, however the record stands to them', () => {
    const states = Object.keys(machines[kind]!.states);
    const name = machines[kind]!.id;
    const wrong: string[] = [];
    for (const role of ROLES) {
      const rights = abilityFor(probing(role), name);
      for (const state of states)
        for (const event of EVENTS) {
          const known = MODEL[kind]!.some((row) => row.from === state && row.event === event);
          const passes = known && standings(kind).some((standing) => may(rights, event, name, { ...standing, state }));
          const named = (WHO[kind]![event] ?? '').split(' ');
          const owed = known && (named.includes(role) || named.includes(`${role}@${state}`));
          if (passes !== owed) wrong.push(`${role} ${event} in ${state}: ${passes ? 'passes' : 'is refused'}`);
        }
    }
    expect(wrong).toEqual([]);
  });
});

it('every kind of record with a machine has its table', () => expect(Object.keys(WHO).sort()).toEqual(Object.keys(machines).sort()));
