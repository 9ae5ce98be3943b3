import { posix } from 'node:path';
import { importsOf, literalsOf, type Tree } from './tree.js';

/** A rule names every place that breaks it, as a sentence; an empty list is a tree in order. */
export type Rule = (tree: Tree, order: readonly string[]) => string[];

const MAY_READ: Readonly<Record<string, readonly string[]>> = {
  workflows: [],
  migrations: [],
  api: ['workflows', 'migrations'],
  web: ['workflows'],
};

const layerOf = (path: string): string => path.split('/')[0]!;
const featureOf = (path: string): string | null => /^api\/src\/([^/]+)\//.exec(path)?.[1] ?? null;

const eachImport = (tree: Tree): [string, string][] =>
  [...tree].flatMap(([path, source]) => importsOf(path, source).map((target): [string, string] => [path, target]));

/** workflows reads nothing of ours, api and web read workflows, neither reads the other. */
export const layersReadDown: Rule = (tree) =>
  eachImport(tree)
    .filter(([path, target]) => layerOf(path) !== layerOf(target) && !MAY_READ[layerOf(path)]?.includes(layerOf(target)))
    .map(([path, target]) => `${path} reads ${target}`);

/** A feature imports platform and the features before it in app.module.ts; platform imports no feature. */
export const featuresReadDown: Rule = (tree, order) =>
  eachImport(tree).flatMap(([path, target]) => {
    const [from, to] = [featureOf(path), featureOf(target)];
    if (from === null || to === null || from === to || to === 'platform') return [];
    if (from === 'platform') return [`${path} is platform and knows the feature ${to}`];
    // Folders that no list names (commands) stand above all features.
    const height = (feature: string) => (order.includes(feature) ? order.indexOf(feature) : order.length);
    return height(to) < height(from) ? [] : [`${path} looks up to ${target}`];
  });

/** No import leads back to its own file. */
export const noCircle: Rule = (tree) => {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const target of importsOf(path, tree.get(path) ?? '')) if (tree.has(target)) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of tree.keys()) walk(path, []);
  return circles;
};

/** Imports name the file: there is no index file, and none that only hands on what is ours. */
export const noBarrel: Rule = (tree) =>
  [...tree].flatMap(([path, source]) => {
    const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').trim();
    const handsOnOnly =
      code !== '' &&
      code.split(';').every((statement) => /^\s*(export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s.*)?$/s.test(statement));
    return posix.basename(path) === 'index.ts' || (handsOnOnly && importsOf(path, source).length > 0) ? [`${path} is a barrel`] : [];
  });

/** Where a post may be named: who may do what, and who gets which letter; besides, where posts are defined and worded, and where a year is played by their bearers. */
const NAMES_POSTS = [
  /\.permissions\.ts$/,
  /\.letters\.ts$/,
  /\.words\.ts$/,
  /^workflows\/(actor|words)\.ts$/,
  /^workflows\/year\//,
  /^api\/src\/command\//,
  /^migrations\//,
];

/** A post's name stands in no code but permissions and letters: all other code asks what one may do. */
export const postsOnlyInPermissions =
  (posts: readonly string[]): Rule =>
  (tree) =>
    [...tree]
      .filter(([path]) => !NAMES_POSTS.some((allowed) => allowed.test(path)))
      .flatMap(([path, source]) =>
        literalsOf(source).flatMap(({ text, line }) => (posts.includes(text) ? [`${path}:${line} names the post ${text}`] : [])),
      );
