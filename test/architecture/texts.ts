import type { AST, TmplAstElement, TmplAstNode, TmplAstTextAttribute } from '@angular/compiler';
import { parseTemplate } from '@angular/compiler';
import ts from 'typescript';

/** A web file: its path and its text. */
export type Sources = ReadonlyMap<string, string>;

/** Attributes whose value a person reads or hears. */
const SPOKEN = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label', 'hint', 'heading', 'caption', 'text']);
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;
const LETTER = /\p{L}/u;

/** The ids under which texts of the web stand, each with its place. */
export function idsOf(sources: Sources): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [path, source] of sources) for (const [, id] of source.matchAll(/@@([A-Za-z0-9.-]+)/g)) ids.set(id!, path);
  return ids;
}

/** Texts that no translator sees: in a template, or in code outside `$localize`. */
export function untranslated(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    if (path.endsWith('.html')) return inTemplate(source).map((text) => `${path}: ${text}`);
    const { templates, literals } = read(source);
    return [...templates.flatMap(inTemplate), ...literals.filter((text) => VIETNAMESE.test(text))].map((text) => `${path}: ${text}`);
  });
}

/** The templates of a file's components, and all its other texts but those of `$localize`. */
function read(source: string): { templates: string[]; literals: string[] } {
  const templates: string[] = [];
  const literals: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === '$localize') {
      if (ts.isTemplateExpression(node.template)) node.template.templateSpans.forEach(({ expression }) => visit(expression));
      return;
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'template' && ts.isStringLiteralLike(node.initializer)) {
      templates.push(node.initializer.text);
      return;
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) literals.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true));
  return { templates, literals };
}

/** The texts of a template that bear no id. What stands in another language (`lang`) is said so on purpose. */
function inTemplate(template: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const part = node as Partial<TmplAstElement> & { i18n?: unknown; value?: unknown };
    const isElement = Array.isArray(part.attributes);
    const attributes = (isElement ? part.attributes : []) as readonly TmplAstTextAttribute[];
    for (const { name, value, i18n } of attributes) if (SPOKEN.has(name) && !i18n && LETTER.test(value)) found.push(`${name}="${value}"`);
    if (part.i18n || attributes.some(({ name }) => name === 'lang')) return; // its texts go with it to the translator
    if (!isElement && typeof part.value === 'string' && 'sourceSpan' in part && !('name' in part) && LETTER.test(part.value))
      found.push(part.value.trim());
    if (isBound(part.value)) found.push(...part.value.ast.strings.filter((text) => LETTER.test(text)).map((text) => text.trim()));
    for (const child of CHILDREN) visit((node as Record<string, unknown>)[child]);
  };
  visit(parseTemplate(template, 'template.html', { preserveWhitespaces: false }).nodes satisfies TmplAstNode[]);
  return found;
}

/** Where the nodes of a template keep nodes: elements, `@if`, `@for`, `@switch`. */
const CHILDREN = ['children', 'branches', 'empty', 'cases', 'groups', 'placeholder', 'loading', 'error'] as const;

const isBound = (value: unknown): value is { ast: AST & { strings: string[] } } =>
  typeof value === 'object' && value !== null && 'ast' in value && Array.isArray((value as { ast: { strings?: unknown } }).ast.strings);
