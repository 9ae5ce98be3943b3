import { existsSync } from 'node:fs';
import { chmod, stat } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** How it is started. Not the package's own list: that one turns web security off and runs everything in one process. */
export const FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--headless=shell',
  '--no-zygote',
  '--font-render-hinting=none',
  '--disable-gpu',
];

/** Starts the machine's own Chromium (CHROME_PATH first), or where there is none the one that npm brought. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), args: [...FLAGS] });
}

/** Where that Chromium is. */
export const browserPath = async (): Promise<string> =>
  process.env.CHROME_PATH ?? SYSTEM.find((path) => existsSync(path)) ?? (await packagedBrowser());

async function packagedBrowser(): Promise<string> {
  // Makes the package unpack its own NSS libraries, which a bare machine lacks; read when the module is loaded.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  // It lies in the machine's temporary folder, where the next who runs the tests finds it: whoever unpacked it lets others run it too.
  if ((await stat(path)).uid === process.getuid?.()) await chmod(path, 0o755);
  return path;
}
