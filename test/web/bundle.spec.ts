import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../../api/launch/places.mjs';

/** What a phone must fetch and run before the first page, compressed as the proxy compresses it (target G12). */
const MOST_BYTES = 200_000;
const level = Number(/gzip_comp_level (\d);/.exec(readFileSync(inRoot('docker', 'nginx.conf'), 'utf8'))![1]);

const folderOf = (language: string) => inRoot('web', 'dist', 'browser', language);

/** The scripts that a page of a language names: those that it runs, and those that the browser fetches beside them at once. */
function scriptsOf(language: string): string[] {
  const page = readFileSync(`${folderOf(language)}/index.html`, 'utf8');
  return [...new Set([...page.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g)].map(([, file]) => file!))];
}

describe.each(['vi', 'en'])('the web in %s', (language) => {
  it('comes to a phone with the first page in at most 200 KB of program', () => {
    const scripts = scriptsOf(language);
    expect(scripts.length).toBeGreaterThan(2);
    const sizes = scripts.map((file) => gzipSync(readFileSync(`${folderOf(language)}/${file}`), { level }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });
});
