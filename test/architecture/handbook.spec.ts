import { documentTypeWords } from '@thidua/workflows/register/document.words';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { screenWords } from './screen-words.js';
import type { Sources } from './texts.js';

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
const HANDBOOK = join(ROOT, 'docs/so-tay');

/** One page for each post, and the index. */
const PAGES = [
  'README.md',
  'can-bo-phu-trach.md',
  'hoi-dong.md',
  'lanh-dao-don-vi.md',
  'quan-tri.md',
  'thu-ky-khoi.md',
  'truong-khoi-pho-khoi.md',
  'truong-nhom.md',
  'van-thu.md',
];

/** As many words as two printed pages hold, with the pictures beside them. */
const MOST_WORDS = 1_050;

/** The sources of what the program says: the web with its templates, and the workflows. */
function readSaid(): Sources {
  const files = ['web/src', 'workflows'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter(({ parentPath, name }) => !/[\\/](dist|node_modules)\b/.test(parentPath) && /(?<!\.spec|\.d)\.(ts|html)$/.test(name))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  return new Map(files.map((file) => [relative(ROOT, file), readFileSync(file, 'utf8')]));
}

const pageOf = (name: string): string => readFileSync(join(HANDBOOK, name), 'utf8');
const linksOf = (page: string): string[] => [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
const boldOf = (page: string): string[] => [...page.matchAll(/\*\*(.+?)\*\*/gs)].map(([, words]) => words!.replace(/\s+/g, ' '));

describe('the handbook of the posts', () => {
  const shown = screenWords(
    readSaid(),
    Object.values(documentTypeWords).map(({ vi }) => vi),
  );

  it('has a page for each post and an index that leads to all of them', () => {
    expect(
      readdirSync(HANDBOOK)
        .filter((name) => name.endsWith('.md'))
        .sort(),
    ).toEqual(PAGES);
    expect(linksOf(pageOf('README.md'))).toEqual(expect.arrayContaining(PAGES.slice(1)));
  });

  it.each(PAGES)('%s names buttons and entries of the menu in bold, as they stand on the screen', (name) => {
    expect(boldOf(pageOf(name)).filter((words) => !shown.has(words))).toEqual([]);
  });

  it.each(PAGES)('%s leads to pages and pictures that exist; each picture is told in words', (name) => {
    const page = pageOf(name);
    const gone = linksOf(page).filter((link) => !/^https?:/.test(link) && !existsSync(join(HANDBOOK, link.replace(/#.*/, ''))));
    expect(gone).toEqual([]);
    expect([...page.matchAll(/!\[(.*?)\]/g)].filter(([, words]) => words!.length < 10)).toEqual([]);
  });

  it.each(PAGES.slice(1))('%s is short enough for two printed pages, and ends by saying where to ask', (name) => {
    const page = pageOf(name);
    expect(page.split(/\s+/).length).toBeLessThan(MOST_WORDS);
    expect(page.match(/^## .*$/gm)?.at(-1)).toBe('## Khi cần giúp');
  });

  it('keeps no picture that no page shows', () => {
    const pages = PAGES.map(pageOf).join('\n');
    expect(readdirSync(join(HANDBOOK, 'pictures')).filter((picture) => !pages.includes(`(pictures/${picture})`))).toEqual([]);
  });
});

describe('a text of the program', () => {
  it.each([
    ['of a rule', `edit: said('Soạn', 'Edit')`, 'Soạn'],
    ['of the code', 'name: $localize`:@@menu.more:Thêm`', 'Thêm'],
    ['of an element, over lines', '<span class="a" i18n="@@a"\n  >Chấm\n  chéo</span>', 'Chấm chéo'],
    ['of an attribute', '<b i18n-label="@@a" label="Số đến"></b>', 'Số đến'],
    ['that is filled in', 'verb = $localize`:@@a:Ký ${this.name()}:type:`', 'Ký Báo cáo'],
  ])('%s is found', (_, source, words) => {
    expect([...screenWords(new Map([['a.ts', source]]), ['Báo cáo'])]).toEqual([words]);
  });
});
