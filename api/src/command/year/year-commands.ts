import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { firstAdministrator } from '@thidua/workflows/year/cast';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import { createAdministrator } from '../administrator.js';
import { isEmpty } from '../empty.js';
import { checkFile, faultLine } from './checked-file.js';
import { beginReading, readManifest } from './manifest.js';
import { refusalOfFolder, writeYear } from './out-folder.js';
import { Player } from './player.js';
import { ProgressBar } from './progress-bar.js';
import { Stopped } from './stopped.js';

/** Exit codes: the file or the folder is wrong, and nothing was written; the command was wrong; the program refused an act. */
const WRONG = 1;
const USAGE = 2;
const STOPPED = 3;

const USAGES = 'npm run year -- --file <tệp năm · year file> --out <thư mục · folder>';
const say = (text: string) => process.stderr.write(`${text}\n`);

interface Options {
  readonly file?: string;
  readonly out?: string;
  readonly url?: string;
}

/** The options that were given; null, with the usage said, when they are wrong or one is missing. */
function optionsOf(args: readonly string[], needed: readonly (keyof Options)[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { file: { type: 'string' }, out: { type: 'string' }, url: { type: 'string' } },
    });
    if (needed.every((name) => values[name])) return values;
  } catch (error) {
    say((error as Error).message);
  }
  say(`Cách dùng · Usage: ${USAGES}`);
  return null;
}

/** Checks a year file, and the folder when one is named; names every fault. Nothing is started or written. @returns the exit code */
export async function checkYear(args: readonly string[]): Promise<number> {
  const options = optionsOf(args, ['file']);
  if (!options) return USAGE;
  const checked = await checkFile(options.file!);
  const folder = options.out === undefined ? null : await refusalOfFolder(options.out);
  if (folder) say(`✗ ${folder}`);
  if (!('faults' in checked)) {
    if (!folder) process.stdout.write(`✔ Tệp năm hợp lệ · The year file is sound: ${options.file}\n`);
    return folder ? WRONG : 0;
  }
  say(
    `✗ ${options.file}: ${checked.faults.length} điều cần sửa · ${checked.faults.length} things to correct. Chưa ghi gì · Nothing was written.`,
  );
  for (const fault of checked.faults) say(`  ${faultLine(fault)}`);
  say('→ Sửa từng mục rồi chạy lại · Correct each and run again: docs/year-file.md');
  return WRONG;
}

/** Plays a year on a running program with an empty database, and writes what it left. @returns the exit code */
export async function playYear(args: readonly string[], ownerUrl: () => string): Promise<number> {
  const options = optionsOf(args, ['file', 'out', 'url']);
  if (!options) return USAGE;
  const checked = await checkFile(options.file!);
  if ('faults' in checked || (await refusalOfFolder(options.out!))) return checkYear(['--file', options.file!, '--out', options.out!]);
  const url = options.url!.replace(/\/$/, '');
  return play({ file: checked.file, sha256: checked.sha256, url, out: resolve(options.out!) }, ownerUrl());
}

interface Played {
  readonly file: YearFile;
  readonly sha256: string;
  readonly url: string;
  readonly out: string;
}

async function play({ file, sha256, url, out }: Played, ownerUrl: string): Promise<number> {
  if (!(await isEmpty(ownerUrl))) {
    say('✗ Cơ sở dữ liệu đã có dữ liệu; năm chỉ phát được vào cơ sở dữ liệu trống. · The database is not empty.');
    return WRONG;
  }
  const password = randomBytes(24).toString('base64url');
  const { email, name } = firstAdministrator(file)!;
  await createAdministrator(ownerUrl, email, name, password);
  const bar = new ProgressBar(process.stdout);
  const player = new Player({ url, file, password, progress: (progress) => bar.show(progress) });
  const began = Date.now();
  try {
    await player.play();
    const { manifest, papers } = await readManifest(await beginReading({ file, ...partsOf(player) }), sha256);
    await writeYear(out, manifest, papers, player.program);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    bar.end(`✔ Đã phát xong năm ${file.cycle.year} trong ${seconds} giây · played in ${seconds} s: ${out}`);
    return 0;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    bar.end('');
    say(error.sentences);
    return STOPPED;
  }
}

const partsOf = ({ people, records, program }: Player) => ({ people, records, program });
