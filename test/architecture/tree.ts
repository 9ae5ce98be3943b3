import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A source tree: path from the repository's root (with /) to text. Made-up trees test the rules themselves. */
export type Tree = ReadonlyMap<string, string>;

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
const LAYERS = ['workflows', 'api/src', 'web/src', 'migrations'];
const SKIPPED = /^(dist|node_modules|\.angular)$/;
const PACKAGES: Readonly<Record<string, string>> = {
  '@thidua/workflows/': 'workflows/',
  '@thidua/api/': 'api/src/',
  '@thidua/migrations/': 'migrations/',
};

/** The TypeScript files of the product, without tests. */
export function readTree(): Tree {
  const files = LAYERS.flatMap((layer) => filesBelow(join(ROOT, layer))).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
  return new Map(files.map((file) => [relative(ROOT, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !SKIPPED.test(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** The files of ours that a file imports, also as types; what comes from a package is left out. */
export function importsOf(path: string, source: string): string[] {
  return ts
    .preProcessFile(source, true, true)
    .importedFiles.map(({ fileName }) => ours(path, fileName))
    .filter((target) => target !== null);
}

function ours(path: string, name: string): string | null {
  const file = name.replace(/\.js$/, '');
  if (file.includes('node_modules/')) return null;
  if (file.startsWith('.')) return `${posix.join(posix.dirname(path), file)}.ts`;
  const packaged = Object.entries(PACKAGES).find(([prefix]) => file.startsWith(prefix));
  return packaged ? `${packaged[1]}${file.slice(packaged[0].length)}.ts` : null;
}

/** The features of the api, lowest first: the folders of the modules in the `imports` lists of app.module.ts. */
export function featureOrder(appModule: string): string[] {
  const source = ts.createSourceFile('app.module.ts', appModule, ts.ScriptTarget.Latest, true);
  const folders = new Map<string, string>();
  const order: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const folder = /^\.\/(.+)\/[^/]+$/.exec(node.moduleSpecifier.text)?.[1];
      const names = node.importClause?.namedBindings;
      if (folder && names && ts.isNamedImports(names)) for (const { name } of names.elements) folders.set(name.text, folder);
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'imports') {
      const named = (inner: ts.Node): void => {
        const folder = ts.isIdentifier(inner) ? folders.get(inner.text) : undefined;
        if (folder && !order.includes(folder)) order.push(folder);
        ts.forEachChild(inner, named);
      };
      named(node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return order.filter((folder) => folder !== 'platform');
}

/** Every text literal of a file, with its line. */
export function literalsOf(source: string): { text: string; line: number }[] {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
  const found: { text: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push({ text: node.text, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
