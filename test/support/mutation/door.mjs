import { importSwitches, listed, refusalsOf } from './sources.mjs';

const DOOR = 'api/src/platform/door/door.ts';
const DECISION = 'api/src/platform/door/decision.ts';
const BATCH = 'api/src/platform/door/batch.ts';
const STATEMENT = 'api/src/platform/door/statement.ts';
const ACTIONS = 'api/src/platform/door/actions.ts';

/** The door's checks that are no `if (…) throw …`: whether it may, version, head, key, lock, and what the journal says. */
const CHECKS = [
  {
    file: DECISION,
    find: 'if (record && may(rights, action, procedure.kind, record)) return record;',
    put: (id) => `if (record && (off(${id}) || may(rights, action, procedure.kind, record))) return record;`,
    what: 'everybody may',
  },
  {
    file: DECISION,
    find: 'refuseStale(record, version);',
    put: (id) => `if (!off(${id})) refuseStale(record, version);`,
    what: 'an edit of a version that is not the latest is not refused before it is written',
  },
  {
    file: DECISION,
    find: 'refuseStale(record, event.version);',
    put: (id) => `if (!off(${id})) refuseStale(record, event.version);`,
    what: 'an event for another version than the latest passes',
  },
  {
    file: DECISION,
    find: 'refuseBroken(procedure, reading); // nothing more is written over it',
    put: (id) => `if (!off(${id})) refuseBroken(procedure, reading);`,
    what: 'a draft that does not match its journal is written over',
  },
  {
    file: DECISION,
    find: 'refuseBroken(procedure, reading);\n  const facts',
    put: (id) => `if (!off(${id})) refuseBroken(procedure, reading);\n  const facts`,
    what: 'a record that does not match its journal passes',
  },
  {
    file: DECISION,
    find: 'record.head === NO_ENTRY && ',
    put: (id) => `(off(${id}) || record.head === NO_ENTRY) && `,
    what: 'a record without an entry may have any head',
  },
  {
    file: DECISION,
    find: 'record.state === String(machine.config.initial)',
    put: (id) => `(off(${id}) || record.state === String(machine.config.initial))`,
    what: 'a record without an entry may have any state',
  },
  {
    file: DECISION,
    find: 'lastEntry?.hash === record.head',
    put: (id) => `lastEntry && (off(${id}) || lastEntry.hash === record.head)`,
    what: 'the head need not be the hash of the last entry',
  },
  {
    file: DECISION,
    find: '(JSON.parse(lastEntry.body) as { to?: string }).to === record.state',
    put: (id) => `(off(${id}) || (JSON.parse(lastEntry.body) as { to?: string }).to === record.state)`,
    what: 'the state need not be that of the last entry',
  },
  {
    file: DOOR,
    find: 'if (!used) return null;',
    put: (id) => `if (off(${id}) || !used) return null;`,
    what: 'a key that was used before counts for nothing',
  },
  {
    file: DOOR,
    find: "(refused.code === 'stale' || error instanceof pg.DatabaseError) && reading",
    put: (id) => `!off(${id}) && (refused.code === 'stale' || error instanceof pg.DatabaseError) && reading`,
    what: 'the second of two simultaneous sends does not find what the first did',
  },
  {
    file: BATCH,
    find: 'plan.guardRows ? client',
    put: (id) => `plan.guardRows && !off(${id}) ? client`,
    what: 'the guard rows are not locked before anything is counted',
  },
  {
    file: BATCH,
    find: '(key) => key.person_id === actor.personId) ?? null;\n  return {',
    put: (id) => `(key) => off(${id}) || key.person_id === actor.personId) ?? null;\n  return {`,
    what: 'a key of another person counts',
  },
  {
    file: BATCH,
    find: 'return (found.rows as UsedKey[]).find((key) => key.person_id === actor.personId) ?? null;',
    put: (id) => `return (found.rows as UsedKey[]).find((key) => off(${id}) || key.person_id === actor.personId) ?? null;`,
    what: 'a key of another person counts in a race',
  },
  {
    file: STATEMENT,
    find: 'and version = $3',
    put: (id) => `and \${off(${id}) ? '$3::int is not null' : 'version = $3'}`,
    what: 'the write does not ask whether the version still holds',
  },
  {
    file: STATEMENT,
    find: 'and head = $4',
    put: (id) => `and \${off(${id}) ? '$4::text is not null' : 'head = $4'}`,
    what: 'the write does not ask whether the head still holds',
  },
  {
    file: STATEMENT,
    find: 'if (!key) return;',
    put: (id) => `if (off(${id}) || !key) return;`,
    what: 'no key is kept',
  },
  {
    file: ACTIONS,
    find: "may(rights, 'edit', procedure.kind, record) ?",
    put: (id) => `(off(${id}) || may(rights, 'edit', procedure.kind, record)) ?`,
    what: 'editing is offered to every reader of a draft',
  },
  {
    file: ACTIONS,
    find: 'procedure.editable?.includes(record.state) &&',
    put: (id) => `(off(${id}) || procedure.editable?.includes(record.state)) &&`,
    what: 'editing is offered when the draft is sent off',
  },
  {
    file: ACTIONS,
    find: 'if (!may(rights, type, procedure.kind, record)) {',
    put: (id) => `if (!off(${id}) && !may(rights, type, procedure.kind, record)) {`,
    what: 'every event is offered to every reader',
  },
];

/** The files of the door. */
export const doorFiles = (files) => files.filter((file) => /^api\/src\/platform\/door\/.*\.ts$/.test(file));

/** Takes away each refusal of the door and each check of the list. */
export function takeChecks(source, mutant) {
  refusalsOf(source, mutant, 'Problem');
  listed(source, CHECKS, mutant);
  importSwitches(source, '@thidua/workflows/taken-away');
}
