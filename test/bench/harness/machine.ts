import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { arch, cpus, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Machine } from '../report/results.js';
import { median } from './measure.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What measured, so that figures of two runs can be told apart. Nothing in it names a place. */
export const thisMachine = (): Machine => ({
  processor: cpus()[0]!.model.trim(),
  cores: cpus().length,
  memory: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${arch()}`,
  flush: flushOf(tmpdir()),
});

/** Microseconds until a page is on the disk, median of fifty. */
function flushOf(below: string): number {
  const folder = mkdtempSync(join(below, 'thidua-flush-'));
  const file = openSync(join(folder, 'page'), 'w');
  const page = Buffer.alloc(8192, 1);
  const times = Array.from({ length: 50 }, () => {
    writeSync(file, page, 0, page.length, 0);
    const began = performance.now();
    fdatasyncSync(file);
    return (performance.now() - began) * 1000;
  });
  closeSync(file);
  rmSync(folder, { recursive: true, force: true });
  return Math.round(median(times));
}

/** Versions of what was measured and of what it was measured against. */
export async function versionsHere(server: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  const { dependencies } = JSON.parse(readFileSync(new URL('../baselines/package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const { '@dbos-inc/dbos-sdk': dbos, pg: driver, typeorm, pdfkit, nodemailer } = dependencies;
  const baselines = { pg: driver!, typeorm: typeorm!, dbos: dbos!, pdfkit: pdfkit!, nodemailer: nodemailer! };
  return { node: process.versions.node, postgresql: rows[0]!.server_version, ...baselines };
}

const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

/** The commit that is measured, in twelve digits; `+` says that the files are not those of the commit. */
export function commitHere(): string {
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'api', 'workflows', 'migrations', 'test/bench') !== '';
  return `${git('rev-parse', '--short=12', 'HEAD')}${changed ? '+' : ''}`;
}
