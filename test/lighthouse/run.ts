import 'reflect-metadata';
import { DEMO_PASSWORD } from '@thidua/api/command/demo';
import type { DemoAccount } from '@thidua/api/command/demo-accounts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { freePort } from '../../api/launch/ports.mjs';
import { browserPath, FLAGS } from '../support/browser.js';
import { proxyBefore } from '../support/proxy.js';
import { startDemonstration } from '../support/sample-year.js';
import { commitHere, thisMachine } from '../bench/harness/machine.js';
import { pageOf, type Looked } from './report.js';

/** By then the year of 2020 is over: every page has something to show. */
const UNTIL = '2020-12-31';
const LIGHTHOUSE = new URL('node_modules/lighthouse/core/index.js', import.meta.url).href;

/** What Lighthouse tells of a page, as far as it is kept. */
interface Told {
  readonly lhr: {
    readonly lighthouseVersion: string;
    readonly categories: Readonly<
      Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }>
    >;
    readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null; readonly numericValue?: number }>>;
  };
}
type Lighthouse = (url: string, flags: object) => Promise<Told | undefined>;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = process.argv[2]!;
const { default: lighthouse } = (await import(LIGHTHOUSE)) as { default: Lighthouse };
const world = await startDemonstration(UNTIL);
const proxy = await proxyBefore(Number(new URL(world.url).port));
const { url } = proxy;
const port = await freePort();
const browser = await chromium.launch({ executablePath: await browserPath(), args: [...FLAGS, `--remote-debugging-port=${port}`] });

/** The cookie of the bloc's secretary, and every page of the main menu. */
async function whatToLookAt(): Promise<{ cookie: string; pages: string[] }> {
  const accounts = JSON.parse(readFileSync(join(world.dataDir, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  const { email } = accounts.find(({ can, shown }) => shown && /Thư ký Khối/.test(can))!;
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.request.post('/api/session', { data: { email, password: DEMO_PASSWORD }, headers: { 'x-thidua': '1' } });
  await page.goto('/vi/work');
  await page.locator('main h1').waitFor();
  const links = await page
    .locator('nav a[href^="/vi/"]')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const cookies = await context.cookies();
  await context.close();
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '), pages: [...new Set(links)] };
}

/** What Lighthouse finds on one page, on a slow phone (its own settings). @throws Error when it finds nothing out */
async function look(path: string, cookie: string | null): Promise<{ looked: Looked; version: string }> {
  const told = await lighthouse(url + path, {
    port,
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    maxWaitForLoad: 20_000,
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  });
  if (!told) throw new Error(`Lighthouse said nothing of ${path}`);
  const { categories, audits, lighthouseVersion } = told.lhr;
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  const judged = ['accessibility', 'best-practices'].flatMap((name) => categories[name]!.auditRefs.filter(({ weight }) => weight > 0));
  const looked = {
    path,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    largestPaint: Math.round(value('largest-contentful-paint')),
    blocked: Math.round(value('total-blocking-time')),
    shift: Number(value('cumulative-layout-shift').toFixed(3)),
    kilobytes: Math.round(value('total-byte-weight') / 1000),
    faults: judged.flatMap(({ id }) => (audits[id]!.score !== null && audits[id]!.score < 1 ? [`${id}: ${audits[id]!.title}`] : [])),
  };
  return { looked, version: lighthouseVersion };
}

try {
  const { cookie, pages } = await whatToLookAt();
  const found: Looked[] = [];
  let version = '';
  for (const path of ['/vi/sign-in', ...pages]) {
    const { looked, version: of } = await look(path, path === '/vi/sign-in' ? null : cookie);
    version = of;
    found.push(looked);
    say(
      `${path}: ${looked.performance}, ${looked.accessibility}, ${looked.bestPractices}; ${looked.largestPaint} ms${looked.faults.map((fault) => `\n  ${fault}`).join('')}`,
    );
  }
  const results = {
    lighthouse: version,
    machine: thisMachine(),
    commit: commitHere(),
    day: new Date().toISOString().slice(0, 10),
    pages: found,
  };
  writeFileSync(join(folder, 'lighthouse.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'lighthouse.md'), pageOf(results));
  process.exitCode = found.some(({ faults, shift }) => faults.length > 0 || shift > 0.05) ? 1 : 0;
} finally {
  await browser.close();
  await proxy.stop();
  await world.close();
}
