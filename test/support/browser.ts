import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Not the package's own list: that one turns web security off and runs everything in one process. */
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--headless=shell',
  '--no-zygote',
  '--font-render-hinting=none',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** Starts the machine's own Chromium (CHROME_PATH first), or where there is none the one that npm brought. */
export async function startBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH ?? SYSTEM.find((path) => existsSync(path));
  return chromium.launch({ executablePath: own ?? (await packagedBrowser()), args: FLAGS });
}

async function packagedBrowser(): Promise<string> {
  // Makes the package unpack its own NSS libraries, which a bare machine lacks; read when the module is loaded.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
