import { createPublicKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import type { Filling } from '@thidua/workflows/wording';
import { CheckpointFile, checkpointPath } from '../../platform/checkpoint/checkpoint-file.js';
import { checkpointKeyFile, openCheckpointKey } from '../../platform/checkpoint/checkpoint-key.js';
import { Checkpointer } from '../../platform/checkpoint/checkpointer.js';
import type { Config } from '../../platform/config/config.js';
import { openLog } from '../../platform/http/log.js';
import { refusalOf } from '../backup/refusal.js';
import { auditBackup, auditDatabase, UnknownBloc, type Audit, type AuditChoices } from './audit.js';
import { fingerprintOf, type Keys } from './checkpoint-lines.js';
import { inWords, placeWords } from './finding.js';
import { auditSince } from './since.js';

const say = (text: string) => process.stdout.write(`${text}\n`);

const OPTIONS = {
  bloc: { type: 'string' },
  checkpoints: { type: 'string' },
  key: { type: 'string', multiple: true },
  backup: { type: 'string' },
  since: { type: 'string' },
} as const;

const Moment = z.iso.datetime({ offset: true });

/** What the command was told; null when it was told wrongly. */
function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    return positionals.length === 1 ? { ...values, does: positionals[0]! } : null;
  } catch (error) {
    if (error instanceof TypeError) return null; // an option that there is not, or one without its value
    throw error;
  }
}

/**
 * `thidua audit verify | checkpoint | key`. Prints for people.
 * @returns 0 when all holds, 1 when something does not, 2 for wrong usage. @throws Error with a sentence when it cannot be done
 */
export async function audit(args: readonly string[], config: () => Config, ownerUrl: () => string, usage: () => number): Promise<number> {
  const told = read(args);
  if (told?.since !== undefined) {
    const { does, since, bloc = null, ...others } = told;
    // Only the chains are looked at: what else is named would be believed to have been checked.
    return does === 'verify' && Object.keys(others).length === 0 && Moment.safeParse(since).success
      ? verifySince(new Date(since), bloc, ownerUrl())
      : usage();
  }
  if (told?.does === 'verify') return verify(told, config(), ownerUrl);
  const { checkpoints, backup, key } = told ?? {};
  if (checkpoints !== undefined || backup !== undefined || key !== undefined) return usage();
  if (told?.does === 'checkpoint') return checkpoint(told.bloc ?? null, config(), ownerUrl());
  if (told?.does !== 'key' || told.bloc !== undefined) return usage();
  const own = await openCheckpointKey(config());
  say(`${own.publicPem}\n${own.fingerprint}`);
  return 0;
}

async function verify(told: NonNullable<ReturnType<typeof read>>, config: Config, ownerUrl: () => string): Promise<number> {
  const usual = checkpointPath(config);
  const choices: AuditChoices = {
    bloc: told.bloc ?? null,
    checkpoints: told.checkpoints ?? (told.backup === undefined && existsSync(usual) ? usual : null),
    isCopy: told.checkpoints !== undefined && resolve(told.checkpoints) !== usual,
    keys: await keysOf(told.key ?? [], config),
  };
  const found = told.backup === undefined ? await auditDatabase(ownerUrl(), choices) : await auditBackup(told.backup, choices);
  return tell(found);
}

/** Checks what was entered since a moment, in SQL alone. */
async function verifySince(since: Date, bloc: string | null, ownerUrl: string): Promise<number> {
  const { entries, broken, at } = await auditSince(ownerUrl, bloc, since);
  if (broken) {
    const { recordKind: kind, recordId: id, n, why } = broken;
    say(`Chỗ hỏng đầu tiên · The first bad place:\n${inWords({ why, filling: { kind, id, n } })}`);
    return 1;
  }
  say(`✔ ${entries} mục từ ${since.toISOString()} (và một phút trước đó) nối liền. Lần sau: --since ${at}`);
  say(
    `  ${entries} entries since then (and a minute before) hold. Next time: --since ${at}. The rest is for the whole audit, without --since.`,
  );
  return 0;
}

/** The keys that are believed: those named, and the installation's own where it lies here. @throws Error naming a file that holds none */
async function keysOf(files: readonly string[], config: Config): Promise<Keys> {
  const own = checkpointKeyFile(config);
  const keys = new Map<string, ReturnType<typeof createPublicKey>>();
  for (const file of existsSync(own) ? [...files, own] : files) {
    try {
      const key = createPublicKey(await readFile(file));
      keys.set(fingerprintOf(key), key);
    } catch (error) {
      throw new Error(`✗ Không đọc được khóa ${file}. · The key ${file} cannot be read.`, { cause: error });
    }
  }
  return keys;
}

function tell({ sql, counted, checkpoints, findings }: Audit): number {
  if (sql && !sql.broken) say(`✔ Theo SQL: ${sql.entries} mục nhật ký nối liền. · By SQL: ${sql.entries} journal entries hold.`);
  if (sql?.broken) {
    const { recordKind: kind, recordId: id, n, why } = sql.broken;
    const had: Filling = 'checkpoint' in sql.broken ? { checkpoint: sql.broken.checkpoint, place: placeWords(sql.broken.bloc) } : {};
    const filling = { kind, id, n, ...had };
    say(`Theo SQL, chỗ hỏng đầu tiên · By SQL, the first bad place:\n${inWords({ why, filling })}`);
  }
  if (checkpoints.newer > 0)
    say(`Cơ sở dữ liệu có thêm ${checkpoints.newer} mốc sau tệp này. · The database has ${checkpoints.newer} checkpoints after this file.`);
  const read = `${counted.entries} mục, ${counted.records} hồ sơ, ${checkpoints.count} mốc (mới nhất: ${checkpoints.newest ?? 'chưa có'})`;
  const readEn = `${counted.entries} entries, ${counted.records} records, ${checkpoints.count} checkpoints (newest: ${checkpoints.newest ?? 'none'})`;
  if (findings.count === 0 && !sql?.broken) {
    say(`✔ Kiểm độc lập: ${read}; không thấy chỗ nào sai.\n  Checked independently: ${readEn}; nothing is wrong.`);
    return 0;
  }
  say(`Kiểm độc lập đã đọc ${read}.\nThe independent check read ${readEn}.`);
  for (const finding of findings.told) say(inWords(finding));
  say(`✗ ${findings.count} chỗ sai${more(findings, 'kể')} · ${findings.count} findings${more(findings, 'told')}`);
  return 1;
}

const more = ({ told, count }: Audit['findings'], word: string): string => (told.length < count ? ` (${told.length} ${word})` : '');

/** Makes checkpoints now. */
async function checkpoint(slug: string | null, config: Config, ownerUrl: string): Promise<number> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  try {
    const { rows } = await pool.query<{ id: string }>('select bloc_id as id from place where slug = $1 and bloc_id is not null', [slug]);
    if (slug !== null && !rows[0]) throw new UnknownBloc(slug);
    const file = new CheckpointFile(checkpointPath(config));
    const log = openLog({ logLevel: 'error' }); // what was made is told below
    const checkpointer = new Checkpointer(pool, await openCheckpointKey(config), file, log);
    const made = await checkpointer.onCommand(rows[0]?.id ?? null);
    for (const { statement } of made) {
      const place = placeWords(statement.bloc);
      say(`✔ ${place.vi} · ${place.en}, mốc · checkpoint ${statement.n}: ${statement.root} (${statement.records} hồ sơ · records)`);
    }
    return 0;
  } catch (error) {
    throw refusalOf(error, checkpointPath(config)); // rows that are in the database already come to the file the next time
  } finally {
    await pool.end();
  }
}
