import ts from 'typescript';
import { importSwitches, nodesOf } from './sources.mjs';

/** The files of all machines. */
export const machineFiles = (files) => files.filter((file) => /^workflows\/.*\.machine\.ts$/.test(file));

/** Takes away each guard at each transition that asks for it (a list that several transitions share counts once). */
export function takeGuards(source, mutant) {
  const [guards] = nodesOf(source.tree, (node) => ts.isPropertyAssignment(node) && node.name.text === 'guards');
  if (!guards) return; // a machine without a need
  const names = new Set(guards.initializer.properties.map(({ name }) => name.text));
  for (const literal of nodesOf(source.tree, (node) => isUse(node, names))) {
    const id = mutant(source, literal.getStart(), `${placeOf(literal)} without ${literal.text}`);
    const text = `(off(${id}) ? ('taken-away' as const) : ('${literal.text}' as const))`;
    source.replace(literal.getStart(), literal.end, text);
  }
  const at = guards.initializer.getStart() + 1;
  source.replace(at, at, ` 'taken-away': () => true,`);
  importSwitches(source, '../taken-away.js');
}

const isUse = (node, names) =>
  ts.isStringLiteral(node) &&
  names.has(node.text) &&
  (ts.isArrayLiteralExpression(node.parent) || (ts.isPropertyAssignment(node.parent) && node.parent.name.text === 'guard'));

/** Where a guard is asked for: `draft, submit`, or the name of a shared list. */
function placeOf(literal) {
  const path = [];
  for (let node = literal.parent; node; node = node.parent) {
    if (ts.isVariableDeclaration(node) && path.length === 0) return node.name.text;
    if (ts.isPropertyAssignment(node) && !['guard', 'on', 'states'].includes(node.name.text)) path.unshift(node.name.text);
  }
  return path.join(', ');
}
