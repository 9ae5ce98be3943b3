import { handbookPages } from '@thidua/workflows/handbook/handbook.words';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pagesOf } from '../../web/handbook/pages.mjs';

const HANDBOOK = resolve(fileURLToPath(import.meta.url), '../../../docs/so-tay');
const texts = (): Map<string, string> =>
  new Map(
    readdirSync(HANDBOOK)
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name, readFileSync(join(HANDBOOK, name), 'utf8')]),
  );
const picture = (name: string) => ({ url: `handbook/${name}`, width: 3, height: 4 });
const made = (index: string, page = '# Trang\n') =>
  pagesOf(
    new Map([
      ['README.md', index],
      ['trang.md', page],
    ]),
    picture,
  );
const INDEX = '# Sổ tay\n\n[Trang](trang.md)\n';

describe('the handbook as the program shows it', () => {
  it('has every page of docs/so-tay, called as the program’s links call it', () => {
    const pages = pagesOf(texts(), picture);
    expect(pages[0]!.page).toBe('');
    expect(Object.fromEntries(pages.slice(1).map(({ page, title }) => [page, title]))).toEqual(
      Object.fromEntries(Object.entries(handbookPages).map(([page, { name }]) => [page, name.vi])),
    );
  });

  it('leads from part to part of every page: what stands in its contents stands in its text', () => {
    const lost = pagesOf(texts(), picture).flatMap(({ page, parts, html }) =>
      parts.filter(({ id }) => !html.includes(`id="${id}"`)).map(({ id }) => `${page}#${id}`),
    );
    expect(lost).toEqual([]);
  });

  it('writes signs of HTML as words, and links, parts and pictures as addresses of the program', () => {
    const [index, page] = made(INDEX, '# Trang\n\n## 1. Đăng ký & “gửi” <b\n\n| A |\n|---|\n| ![Ảnh "một"](pictures/a.png) |\n');
    expect(index!.html).toBe('<p><a href="handbook/trang">Trang</a></p>\n');
    expect(page!.parts).toEqual([{ id: '1-dang-ky-gui-b', title: '1. Đăng ký & “gửi” <b' }]);
    expect(page!.html).toContain('>1. Đăng ký &amp; “gửi” &lt;b</h2>');
    expect(page!.html).toContain(
      '<figure><img src="handbook/pictures/a.png" alt="Ảnh &quot;một&quot;" width="3" height="4" decoding="async"><figcaption>A</figcaption></figure>',
    );
  });

  it('leaves out what leads out of it, for readers of the repository', () => {
    expect(made(`${INDEX}\nXem [quyền](../permissions.md).\n`)[0]!.html).not.toContain('quyền');
  });

  it.each([
    ['HTML of its own', `${INDEX}\n<script>alert(1)</script>\n`, '# Trang\n', 'README.md holds HTML of its own'],
    ['HTML of its own in a sentence', INDEX, '# Trang\n\nMột <img src=x onerror=alert(1)> hai\n', 'trang.md holds HTML of its own'],
    ['a link to a page that it lacks', INDEX, '# Trang\n\n[Đi](di.md)\n', 'trang.md leads to di.md'],
    ['a link that runs', INDEX, '# Trang\n\n[Đi](javascript:alert(1))\n', 'trang.md leads to javascript:alert(1)'],
    ['two parts of one name', INDEX, '# Trang\n\n## Một\n\n## Một\n', 'trang.md has two parts Một'],
    ['no title', INDEX, 'Trang\n', 'trang.md does not begin with its title'],
    ['a page that the index does not name', '# Sổ tay\n', '# Trang\n', 'README.md leads to no trang.md'],
  ])('is not built with %s', (_, index, page, message) => {
    expect(() => made(index, page)).toThrow(message);
  });
});
