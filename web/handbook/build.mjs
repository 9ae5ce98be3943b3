// Makes the handbook of the program from docs/so-tay, before Angular's build takes it over (angular.json, assets).
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pagesOf } from './pages.mjs';

const SOURCE = fileURLToPath(new URL('../../docs/so-tay', import.meta.url));
const MADE = fileURLToPath(new URL('../.angular/handbook', import.meta.url));

rmSync(MADE, { recursive: true, force: true });
mkdirSync(MADE, { recursive: true });
const names = readdirSync(SOURCE).filter((name) => name.endsWith('.md'));
const texts = new Map(names.map((name) => [name, readFileSync(join(SOURCE, name), 'utf8')]));
writeFileSync(join(MADE, 'pages.json'), JSON.stringify({ pages: pagesOf(texts, takePicture) }));

/** Copies a picture beside the pages, with a sum of its bytes in its name: browsers keep such a file (api/src/platform/http/web.ts). */
function takePicture(name) {
  const bytes = readFileSync(join(SOURCE, name));
  const sum = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const file = `${basename(name, '.png')}-${sum}.png`;
  writeFileSync(join(MADE, file), bytes);
  // The size stands in the first chunk of every PNG, IHDR.
  return { url: `handbook/${file}`, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
