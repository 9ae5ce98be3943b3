import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A guard that can be taken away: where it stands, and what holds no longer without it. */
/** @typedef {{ id: number, part: string, file: string, line: number, what: string }} Mutant */

/** A source with its syntax tree; `replace` gathers what is written in place of what, `text` is the source with all of it. */
export class Source {
  #replacements = [];

  constructor(root, file) {
    this.file = file;
    this.original = readFileSync(join(root, file), 'utf8');
    this.tree = ts.createSourceFile(file, this.original, ts.ScriptTarget.Latest, true);
  }

  replace(start, end, text) {
    this.#replacements.push({ start, end, text });
  }

  lineOf(position) {
    return this.tree.getLineAndCharacterOfPosition(position).line + 1;
  }

  /** @throws Error when two replacements overlap: then one guard would hide another */
  get text() {
    const sorted = this.#replacements.toSorted((a, b) => a.start - b.start);
    let [text, at] = ['', 0];
    for (const { start, end, text: put } of sorted) {
      if (start < at) throw new Error(`Two guards overlap in ${this.file}:${this.lineOf(start)}`);
      text += this.original.slice(at, start) + put;
      at = end;
    }
    return text + this.original.slice(at);
  }
}

/** Every node of a tree that a test accepts. */
export function nodesOf(tree, accepts) {
  const found = [];
  const visit = (node) => {
    if (accepts(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const SWITCHES = ['off', 'without', 'lacking', 'refuse'];

/** Imports the switches that the replacements use, after the imports that are there. */
export function importSwitches(source, from) {
  const used = SWITCHES.filter((name) => source.text.includes(`${name}(`) && !source.original.includes(`${name}(`));
  const last = source.tree.statements.findLast(ts.isImportDeclaration);
  const at = last ? last.end : 0;
  if (used.length > 0) source.replace(at, at, `\nimport { ${used.join(', ')} } from '${from}';\n`);
}

/** The refusals of a source, `if (…) throw new Problem(…)` or another class: without its guard the refusal is never thrown. */
export function refusalsOf(source, mutant, thrown) {
  const inIf = (node) =>
    ts.isThrowStatement(node) &&
    node.expression.getText().startsWith(`new ${thrown}(`) &&
    (ts.isIfStatement(node.parent) || ts.isIfStatement(node.parent.parent));
  for (const node of nodesOf(source.tree, inIf)) {
    const guard = ts.isIfStatement(node.parent) ? node.parent : node.parent.parent;
    const what = `not refused when ${guard.expression.getText()}`.replace(/\s+/g, ' ');
    const id = mutant(source, node.getStart(), what);
    source.replace(node.getStart(), node.end, `refuse(${id}, ${node.expression.getText()});`);
  }
}

/** Puts what stands in the list, each `find` exactly once in its source. @throws Error where the code has moved on */
export function listed(source, list, mutant) {
  for (const { find, put, what } of list.filter(({ file }) => file === source.file)) {
    const start = source.original.indexOf(find);
    if (start < 0 || source.original.indexOf(find, start + 1) >= 0) throw new Error(`Not exactly once in ${source.file}: ${find}`);
    source.replace(start, start + find.length, put(mutant(source, start, what)));
  }
}
