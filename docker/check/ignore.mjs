import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rules of a .dockerignore, in order: the last that fits a path or a folder above it decides. */
export function readIgnore(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ lets: line.startsWith('!'), fits: expressionOf(line.replace(/^!/, '').replace(/^\/|\/$/g, '')) }));
}

function expressionOf(pattern) {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const source = escaped.replace(/\*\*\/|\*\*|\*|\?/g, (wild) => ({ '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' })[wild]);
  return new RegExp(`^${source}$`);
}

/** Whether a path goes into the build context. */
export function goesIn(rules, path) {
  const steps = path.split('/');
  const above = steps.map((_, at) => steps.slice(0, at + 1).join('/'));
  return rules.reduce((goes, { lets, fits }) => (above.some((place) => fits.test(place)) ? lets : goes), true);
}

/** The files below a folder that go into the build context, without walking through packages. */
export function contextFiles(root, rules, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return ['node_modules', '.git'].includes(entry.name) ? [] : contextFiles(root, rules, path);
    return goesIn(rules, path) ? [path] : [];
  });
}
