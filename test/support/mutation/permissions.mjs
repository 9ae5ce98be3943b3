import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { importSwitches, listed, nodesOf, refusalsOf } from './sources.mjs';

const RULES = /^workflows\/.*\.permissions\.ts$/;
const AROUND = ['workflows/ability.ts', 'workflows/permission.ts', 'workflows/actor.ts', 'api/src/platform/rights/visible.ts'];

/** What holds for all permissions and is no condition of one. */
const GENERAL = [
  {
    file: 'workflows/actor.ts',
    find: 'new Set(actor.posts.flatMap(({ unitId',
    put: (id) => `new Set((off(${id}) ? postsInUse(actor) : actor.posts).flatMap(({ unitId`,
    what: 'a prohibition follows only the post in use',
  },
  {
    file: 'workflows/actor.ts',
    find: 'actor.actingAs ? actor.posts.filter',
    put: (id) => `actor.actingAs && !off(${id}) ? actor.posts.filter`,
    what: 'who acts in one capacity has the rights of all',
  },
  {
    file: 'workflows/actor.ts',
    find: 'standsFor?.bound.persons ?? []',
    put: (id) => `(off(${id}) ? null : standsFor?.bound.persons) ?? []`,
    what: 'a prohibition follows only the own person, not whom one stands in for',
  },
  {
    file: 'workflows/actor.ts',
    find: 'standsFor?.bound.units ?? []',
    put: (id) => `(off(${id}) ? null : standsFor?.bound.units) ?? []`,
    what: 'a substitute judges what the other could not',
  },
  {
    file: 'workflows/ability.ts',
    find: 'post.standsFor ? within(',
    put: (id) => `post.standsFor && !off(${id}) ? within(`,
    what: 'who stands in has all rights of the post, whatever the areas',
  },
  {
    file: 'workflows/ability.ts',
    find: "if (actor.kind === 'person') for (const feature",
    put: (id) => `if (!off(${id}) && actor.kind === 'person') for (const feature`,
    what: 'nothing is prohibited',
  },
  {
    file: 'workflows/ability.ts',
    find: "if (actor.kind === 'system')",
    put: (id) => `if (off(${id}) || actor.kind === 'system')`,
    what: 'a person may what the program may',
  },
  {
    file: 'workflows/ability.ts',
    find: "if (actor.kind === 'recipient')",
    put: (id) => `if (off(${id}) || actor.kind === 'recipient')`,
    what: 'a person may what the bearer of a link may',
  },
  {
    file: 'api/src/platform/rights/visible.ts',
    find: '`(${held}) is not true`',
    put: (id) => `(off(${id}) ? 'true' : \`(\${held}) is not true\`)`,
    what: 'a list knows no prohibition',
  },
  {
    file: 'api/src/platform/rights/visible.ts',
    find: "return condition ?? 'false';",
    put: (id) => `return condition ?? (off(${id}) ? 'true' : 'false');`,
    what: 'who has no right sees the whole list',
  },
  {
    file: 'api/src/platform/rights/visible.ts',
    find: 'if (value === null) return `${column} is null`;',
    put: (id) => `if (value === null) return off(${id}) ? 'true' : \`\${column} is null\`;`,
    what: 'a list does not ask whether a column is empty',
  },
];

/** Every condition of every grant, every act of every prohibition, and the refusals of what applies them. */
export const permissionFiles = (files) => [...files.filter((file) => RULES.test(file)), ...AROUND];

/** Takes away what stands in one file of permissions. */
export function takePermissions(source, mutant, root) {
  if (AROUND.includes(source.file)) {
    refusalsOf(source, mutant, 'Error');
    listed(source, GENERAL, mutant);
    const api = source.file.startsWith('api/');
    importSwitches(source, api ? '@thidua/workflows/taken-away' : './taken-away.js');
    return;
  }
  for (const call of callsOf(source, 'can')) takeConditions(source, call, mutant, root);
  for (const call of callsOf(source, 'cannot')) takeActions(source, call, mutant);
  importSwitches(source, '../taken-away.js');
}

const callsOf = (source, name) => nodesOf(source.tree, (node) => ts.isCallExpression(node) && node.expression.getText() === name);

function takeConditions(source, call, mutant, root) {
  const [actions, kind, conditions] = call.arguments;
  const columns = columnsOf(conditions, [source.tree, permissionTree(root)]);
  const whose = `${holderOf(call)}: ${wordsOf(actions)} ${kind.text}`;
  const text = columns.reduce((held, column) => {
    const id = mutant(source, call.getStart(), `${whose}, whatever its ${column}`);
    return `without(${id}, ${held}, '${column}')`;
  }, conditions.getText());
  source.replace(conditions.getStart(), conditions.end, text);
}

function takeActions(source, call, mutant) {
  const [actions, kind] = call.arguments;
  const text = actions.elements.reduce((held, { text: action }) => {
    const id = mutant(source, call.getStart(), `nobody is prohibited to ${action} a ${kind.text}: ${call.arguments[2].getText()}`);
    return `lacking(${id}, ${held}, '${action}')`;
  }, actions.getText());
  source.replace(actions.getStart(), actions.end, text);
}

/** The post whose grant a call belongs to: the property that holds it. */
function holderOf(call) {
  let node = call;
  while (!ts.isPropertyAssignment(node)) node = node.parent;
  return node.name.text;
}

const wordsOf = (actions) => (ts.isArrayLiteralExpression(actions) ? actions.elements.map(({ text }) => text).join(', ') : actions.text);

const permissionTree = (root) => {
  const file = 'workflows/permission.ts';
  return ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
};

/** The columns of a condition, through spreads, constants and functions of the same file. @throws Error where they cannot be told */
function columnsOf(node, trees) {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return columnsOf(node.expression, trees);
  if (ts.isArrowFunction(node)) return columnsOf(node.body, trees);
  if (ts.isCallExpression(node)) return columnsOf(declared(node.expression.text, trees), trees);
  if (ts.isIdentifier(node)) return columnsOf(declared(node.text, trees), trees);
  if (!ts.isObjectLiteralExpression(node)) throw new Error(`The columns of a condition cannot be told: ${node.getText()}`);
  return node.properties.flatMap((property) =>
    ts.isSpreadAssignment(property) ? columnsOf(property.expression, trees) : [property.name.text],
  );
}

function declared(name, trees) {
  for (const tree of trees) {
    const [found] = nodesOf(tree, (node) => ts.isVariableDeclaration(node) && node.name.text === name);
    if (found) return found.initializer;
  }
  throw new Error(`No declaration of ${name}`);
}
