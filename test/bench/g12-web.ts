import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { inRoot } from '../../api/launch/places.mjs';
import { nginxIsThere } from '../../docker/check/proxy.mjs';
import { startBrowser } from '../support/browser.js';
import { proxyBefore } from '../support/proxy.js';
import { makeCompiledBloc } from '../support/scores.js';
import { CYCLE, RULES, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';
import type { Bench, Measured, Room, Unmeasured } from './harness/bench.js';
import { median, ratio, type Effort } from './harness/measure.js';
import { largestPaint, openGrid, stillPage } from './harness/pages.js';

/** Nine sections of 56 criteria: more rows than any criteria table in use has. */
const SECTIONS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const ITEMS = 56;
const MOST = 20;
/** Values that are typed in each round, each followed by Enter. */
const VALUES = 40;
const LANGUAGE = 'vi';

const longTable = {
  scale: SECTIONS.length * ITEMS * MOST,
  sections: SECTIONS.map((code) => ({
    code,
    name: `Nhóm tiêu chí ${code}`,
    max: ITEMS * MOST,
    items: Array.from({ length: ITEMS }, (_, at) => ({
      code: `${code}.${at + 1}`,
      name: `Tiêu chí số ${at + 1}`,
      max: MOST,
      evidence: false,
    })),
  })),
  bonus: { cap: 0, items: [] },
  penalty: { cap: 0, items: [] },
};
const LONG = {
  ...CYCLE,
  rules: { ...RULES, criteria: longTable, tieChain: ['meeting' as const], nomination: { ...RULES.nomination, minimumTotal: 0 } },
};

/** The value below which so many of a hundred lie. */
const percentile = (values: readonly number[], of: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * of) / 100) - 1)]!;
};

/** The scripts that the first page of the built web names, compressed as the proxy does it. */
function program(): Measured {
  const folder = inRoot('web', 'dist', 'browser', LANGUAGE);
  const level = Number(/gzip_comp_level (\d);/.exec(readFileSync(inRoot('docker', 'nginx.conf'), 'utf8'))![1]);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = new Set([...page.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"/g)].map(([, file]) => file!));
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level }).length, 0);
  const value = bytes / 1000;
  const baseline = `the ${files.size} scripts that the first page names, at the level of docker/nginx.conf`;
  return {
    name: 'the program of the first page, compressed',
    value,
    min: value,
    max: value,
    unit: 'KB',
    bound: 'at most',
    target: 200,
    baseline,
  };
}

/** Serves one page as a file, and all that it names from the program. */
async function serveStill(page: string, path: string, url: string): Promise<Server> {
  const server = createServer((question, answer) => {
    if (question.url === path) return void answer.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    fetch(url + question.url!)
      .then(async (got) => {
        const type = got.headers.get('content-type') ?? 'application/octet-stream';
        answer.writeHead(got.status, { 'content-type': type }).end(Buffer.from(await got.arrayBuffer()));
      })
      .catch((error: unknown) => answer.destroy(error as Error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** How much longer a page takes to show its largest part than the same page without a program, both behind the product's proxy. */
async function firstPaint(browser: Browser, world: World, page: Asked, { rounds }: Effort): Promise<Measured> {
  const { path, email } = page;
  const still = await serveStill(await stillPage(browser, world.url, path, email), path, world.url);
  const proxies = [];
  for (const port of [Number(new URL(world.url).port), portOf(still)]) proxies.push(await proxyBefore(port));
  const [ours, plain] = proxies.map(({ url }) => url);
  const times = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await largestPaint(browser, ours!, path, email));
    times.plain.push(await largestPaint(browser, plain!, path));
  }
  for (const proxy of proxies) await proxy.stop();
  still.close();
  const said = `${Math.round(median(times.ours))} ms against ${Math.round(median(times.plain))} ms (medians).`;
  return {
    name: nameOf(page),
    ...ratio(times.ours, times.plain),
    bound: 'at most',
    target: 1.5,
    baseline: BASELINE,
    why: `${said} The page without a program is one file; the program is fetched, run, and then asks for what it shows.`,
  };
}

const BASELINE =
  'the same page as one file without a program, its styles in it, from the same proxy; a phone that has seen neither, 150 ms and 1.5 Mbit/s away, its processor slowed four times';
const nameOf = ({ name }: Asked): string => `the largest part of a page painted, ${name}`;
const withoutProxy = (page: Asked): Unmeasured => ({
  name: nameOf(page),
  bound: 'at most',
  target: 1.5,
  baseline: BASELINE,
  value: null,
  why: 'Pages come to phones through nginx, which is not on this machine.',
});

interface Asked {
  readonly name: string;
  readonly path: string;
  readonly email?: string;
}

/** What a key in a score grid of 504 criteria and three units takes until it is painted. */
async function keys(browser: Browser, world: World, bloc: SmallBloc, { rounds }: Effort): Promise<Measured[]> {
  const grid = await openGrid(browser, world.url, `/${LANGUAGE}/${bloc.bloc}/2020/scorecards/peer`, `u4.officer@${bloc.bloc}.example`);
  if (grid.rows < SECTIONS.length * ITEMS) throw new Error(`The grid has ${grid.rows} rows`);
  await grid.type(VALUES);
  const told: number[][] = [];
  for (let round = 0; round < rounds; round += 1) told.push(await grid.type(VALUES));
  await grid.close();
  const spread = (of: number) => {
    const each = told.map((times) => percentile(times, of));
    return {
      value: percentile(told.flat(), of),
      min: Math.min(...each),
      max: Math.max(...each),
      unit: 'ms' as const,
      bound: 'at most' as const,
    };
  };
  const baseline = `from the press of a key to the next frame, as the browser tells it (Event Timing, steps of 8 ms, none under 16): ${VALUES * 2} keys a round, the page on a laptop`;
  return [
    { name: `a key in a score grid of ${grid.rows} rows and three units, 75 of 100`, ...spread(75), target: 50, baseline },
    { name: `a key in a score grid of ${grid.rows} rows and three units, 98 of 100 (INP)`, ...spread(98), target: 200, baseline },
  ];
}

async function measured(browser: Browser, { effort }: Room): Promise<(Measured | Unmeasured)[]> {
  const world = await startWorld();
  try {
    const bloc = await makeCompiledBloc(world, 'khoi-dai', { cycle: LONG });
    await bloc.setClock('2020-11-16T02:00:00Z');
    const pages: readonly Asked[] = [
      { name: 'sign-in', path: `/${LANGUAGE}/sign-in` },
      { name: 'My work', path: `/${LANGUAGE}/work`, email: `u4.officer@${bloc.bloc}.example` },
    ];
    const paints: (Measured | Unmeasured)[] = [];
    for (const page of pages) paints.push(nginxIsThere() ? await firstPaint(browser, world, page, effort) : withoutProxy(page));
    return [program(), ...paints, ...(await keys(browser, world, bloc, effort))];
  } finally {
    await world.close();
  }
}

export const bench: Bench = {
  id: 'G12',
  title: 'the web in a browser',
  async measure(room) {
    const browser = await startBrowser();
    try {
      return await measured(browser, room);
    } finally {
      await browser.close();
    }
  },
};
