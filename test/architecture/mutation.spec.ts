import { machines } from '@thidua/workflows/machines';
import { grants, prohibitions } from '@thidua/workflows/law/probe';
import { permissions } from '@thidua/workflows/permissions';
import { fileURLToPath } from 'node:url';
import { PARTS, planOf } from '../support/mutation/parts.mjs';
import { readTree } from './tree.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const plan = planOf(ROOT, [...readTree().keys()], Object.keys(PARTS));
const taken = plan.mutants.map(({ what }) => what);

describe('`npm run mutation` takes away', () => {
  it.each(Object.entries(machines).flatMap(([name, machine]) => Object.keys(machine.implementations.guards).map((guard) => [name, guard])))(
    'of the machine of %s: %s',
    (_, guard) => expect(taken.some((what) => what.endsWith(` without ${guard}`))).toBe(true),
  );

  it.each(grants(permissions).flatMap(({ holder, kind, conditions }) => Object.keys(conditions).map((column) => [holder, kind, column])))(
    'from what is granted to %s on %s: %s',
    (holder, kind, column) =>
      expect(taken.some((what) => what.startsWith(`${holder}: `) && what.endsWith(` ${kind}, whatever its ${column}`))).toBe(true),
  );

  it.each(prohibitions(permissions).flatMap(({ kind, actions }) => actions.map((action) => [action, kind])))(
    'the prohibition to %s a %s',
    (action, kind) => expect(taken.some((what) => what.startsWith(`nobody is prohibited to ${action} a ${kind}: `))).toBe(true),
  );

  it('the checks of the door: right, version, head, journal, key and lock', () => {
    const checks = ['everybody may', 'version still holds', 'head still holds', 'match its journal', 'no key is kept', 'not locked'];
    expect(checks.filter((check) => !taken.some((what) => what.includes(check)))).toEqual([]);
  });
});
