import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idsOf, untranslated, type Sources } from './texts.js';

const WEB = resolve(fileURLToPath(import.meta.url), '../../../web');

/** The web's components and templates, without tests. */
function readWeb(): Sources {
  const files = readdirSync(join(WEB, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.spec)\.(ts|html)$/.test(entry.name) && entry.name !== 'index.html')
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [relative(WEB, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]));
}

/** Names that are the same in every language, and how Vietnamese writes its days. */
const KEPT = ['Thi Đua', 'Tiếng Việt', 'Message-ID', 'thứ', 'Chủ Nhật', 'Chủ nhật'];

/** What the gallery fills the parts with is made up, as people would type it, and stands there in Vietnamese in both languages. */
const SAMPLES = 'src/app/development/gallery/';

/** The English texts by id, with the files that the build reads. */
function readEnglish(): { files: string[]; texts: Map<string, string> } {
  const folder = join(WEB, 'src/locale/en');
  const files = readdirSync(folder).sort();
  const texts = files.flatMap((file) =>
    Object.entries((JSON.parse(readFileSync(join(folder, file), 'utf8')) as { translations: Record<string, string> }).translations),
  );
  return { files, texts: new Map(texts) };
}

describe('every text of the web', () => {
  const sources = readWeb();
  const { files, texts } = readEnglish();

  it('is seen by translators: no words stand in a template or in code without an id', () => {
    const found = untranslated(sources).filter((words) => !words.startsWith(SAMPLES) && !KEPT.some((name) => words.endsWith(`: ${name}`)));
    expect(found).toEqual([]);
  });

  it('has its English, and there is no English of a text that is gone', () => {
    const ids = idsOf(sources);
    expect([...ids].filter(([id]) => !texts.has(id)).map(([id, path]) => `${id} of ${path}`)).toEqual([]);
    expect([...texts.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('has English that the build reads: each file is named in angular.json', () => {
    const { projects } = JSON.parse(readFileSync(join(WEB, 'angular.json'), 'utf8')) as {
      projects: { web: { i18n: { locales: { en: { translation: string[] } } } } };
    };
    expect(projects.web.i18n.locales.en.translation.map((file) => file.replace('src/locale/en/', '')).sort()).toEqual(files);
  });
});

describe('a text that no translator sees is found', () => {
  it.each([
    ['in a template', `@Component({ template: '<p>Đăng ký</p>' })`, ['a.ts: Đăng ký']],
    ['beside an interpolation', `@Component({ template: '<p>{{ n }} đơn vị</p>' })`, ['a.ts: đơn vị']],
    ['in a branch', `@Component({ template: '@if (x) { <b>Hạn</b> } @else { <i>Nháp</i> }' })`, ['a.ts: Hạn', 'a.ts: Nháp']],
    [
      'in a list and where it is empty',
      `@Component({ template: '@for (a of b; track a) { <b>Một</b> } @empty { Chưa }' })`,
      ['a.ts: Một', 'a.ts: Chưa'],
    ],
    ['in an attribute', `@Component({ template: '<nav aria-label="Mục chính"></nav>' })`, ['a.ts: aria-label="Mục chính"']],
    ['in code', `const words = 'Thư ký Khối';`, ['a.ts: Thư ký Khối']],
    ['in code beside a value', 'const words = `Hạn ${due}`;', ['a.ts: Hạn ']],
  ])('%s', (_, source, found) => {
    expect(untranslated(new Map([['a.ts', source]]))).toEqual(found);
  });

  it.each([
    ['with an id', `@Component({ template: '<p i18n="@@a">Đăng ký <b>này</b></p>' })`],
    ['in an attribute with an id', `@Component({ template: '<nav i18n-aria-label="@@a" aria-label="Mục"></nav>' })`],
    ['of `$localize`', 'const words = $localize`:@@a:Thư ký ${name}:name: của Khối`;'],
    ['in a language that is said', `@Component({ template: '<b lang="vi">BẢN MẪU</b>' })`],
    ['without letters', `@Component({ template: '<p>· {{ n }} /</p>' })`],
  ])('but not one %s', (_, source) => {
    expect(untranslated(new Map([['a.ts', source]]))).toEqual([]);
  });
});
