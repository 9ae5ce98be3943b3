import { permissionsPage } from '@thidua/workflows/law/permissions-page';
import { publishedSchemas } from '@thidua/workflows/year/published';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../platform/config/config.js';
import { ensureLogins, migrate } from '../platform/setup/migrate.js';
import { audit } from './audit/audit-command.js';
import { backUp } from './backup/backup.js';
import type { Manifest } from './backup/manifest.js';
import { restore } from './backup/restore.js';

/** A command of `thidua`: what it is for, and what it does. Prints for people; returns the exit code. */
interface Command {
  readonly usage: string;
  readonly about: string;
  run(args: readonly string[]): Promise<number>;
}

// A command brings what it alone needs when it runs: an audit must find room beside a large journal, an administrator's dictionary of
// passwords or the shapes of a year file need not.
const administrators = () => import('./administrator.js');
const years = () => import('./year/year-commands.js');

const say = (text: string) => process.stdout.write(`${text}\n`);

/** The owner's address. @throws Error when it is not configured */
function ownerUrl(): string {
  const config = readConfig(process.env);
  if (!config.databaseOwnerUrl)
    throw new Error('DATABASE_OWNER_URL chưa được đặt: lệnh này cần quyền chủ cơ sở dữ liệu. / DATABASE_OWNER_URL is not set.');
  return config.databaseOwnerUrl;
}

const commands: Readonly<Record<string, Command>> = {
  migrate: {
    usage: 'thidua migrate',
    about: 'đưa cơ sở dữ liệu lên bản mới nhất / bring the database to the newest version',
    async run() {
      const ran = await migrate(ownerUrl());
      await ensureLogins(ownerUrl(), readConfig(process.env).databaseUrl);
      say(ran.length === 0 ? 'Cơ sở dữ liệu đã mới nhất.' : `Đã chạy ${ran.length} bước nâng cấp.`);
      return 0;
    },
  },
  backup: {
    usage: 'thidua backup FILE',
    about: 'sao lưu cơ sở dữ liệu và tệp vào một tệp tar mới, đọc lại để kiểm tra / back database and files up, verified',
    async run([file, ...more]) {
      if (!file || more.length > 0) return usage();
      const manifest = await backUp(file, readConfig(process.env), ownerUrl());
      say(`✔ Đã sao lưu và đọc lại / Backed up and read back: ${file}\n  ${contentsOf(manifest)}`);
      if (!manifest.journal.broken) return 0;
      const { recordKind, recordId, n, why } = manifest.journal.broken;
      say(`✗ Nhưng nhật ký bị đứt / But the journal does not hold: ${recordKind} ${recordId}, ${n} (${why})`);
      return 1;
    },
  },
  restore: {
    usage: 'thidua restore FILE [--as-it-is]',
    about: 'khôi phục vào cơ sở dữ liệu trống, rồi nâng cấp và kiểm tra / restore into an empty database, upgraded and verified',
    async run([file, ...more]) {
      if (!file || more.some((word) => word !== '--as-it-is')) return usage();
      const { manifest, upgraded } = await restore(file, readConfig(process.env), ownerUrl(), { asItIs: more.length > 0 });
      say(`✔ Đã khôi phục và đọc lại / Restored and read back: ${file}\n  ${contentsOf(manifest)}`);
      if (upgraded.length > 0) say(`  Đã nâng cấp ${upgraded.length} bước / ${upgraded.length} migrations ran after it`);
      return 0;
    },
  },
  audit: {
    usage:
      'thidua audit verify [--bloc SLUG] [--checkpoints FILE] [--key FILE]… [--backup FILE] | verify --since INSTANT [--bloc SLUG] | checkpoint [--bloc SLUG] | key',
    about:
      'kiểm nhật ký, hồ sơ và mốc, nêu chỗ sai đầu tiên của mỗi hồ sơ; lập mốc ngay; in khóa công khai / verify journal, records and checkpoints; make checkpoints now; print the public key',
    run: (args) => audit(args, () => readConfig(process.env), ownerUrl, usage),
  },
  demo: {
    usage: 'thidua demo [YYYY-MM-DD] (hoặc/or THIDUA_DEMO_UNTIL)',
    about: 'nạp khối mẫu năm 2020 vào cơ sở dữ liệu trống, đến hết ngày đó (chỉ khi thử) / load the 2020 bloc, up to the end of that day',
    async run([day, ...more]) {
      if (more.length > 0) return usage();
      const config = readConfig(day === undefined ? process.env : { ...process.env, THIDUA_DEMO_UNTIL: day });
      if (config.mode !== 'development')
        throw new Error('Dữ liệu mẫu chỉ nạp được ở chế độ thử. / The sample is for the development mode only.');
      const { loadDemo } = await import('./demo.js'); // brings the whole program, which no other command needs
      say((await loadDemo(config, ownerUrl())) ? 'Đã nạp khối thi đua mẫu năm 2020.' : 'Cơ sở dữ liệu đã có dữ liệu; không nạp mẫu.');
      return 0;
    },
  },
  simulate: {
    usage:
      'thidua simulate --units N [--years 3] [--provinces N] [--seed TEXT] [--on YYYY-MM-DD] [--light] [--into-empty] --password PASSWORD (hoặc/or THIDUA_PASSWORD)',
    about:
      'sinh một bản cài đặt giả lập trong cơ sở dữ liệu trống, để đo và tập dượt / fill an empty database with a simulated installation, for measuring and drills',
    async run(args) {
      const { simulateCommand } = await import('./simulate/simulate-command.js');
      return simulateCommand(args, () => readConfig(process.env), ownerUrl, usage);
    },
  },
  'check-year': {
    usage: 'thidua check-year --file FILE [--out FOLDER]',
    about: 'kiểm tra tệp năm, nêu mọi điều cần sửa / check a year file and name all that is wrong with it',
    run: async (args) => (await years()).checkYear(args),
  },
  year: {
    usage: 'thidua year --url URL --file FILE --out FOLDER',
    about: 'phát trọn một năm vào chương trình đang chạy với cơ sở dữ liệu trống / play a year on a running program with an empty database',
    run: async (args) => (await years()).playYear(args, ownerUrl),
  },
  schemas: {
    usage: 'thidua schemas [FOLDER]',
    about: 'ghi JSON Schema của tệp năm và tệp kê vào thư mục (docs) / write the JSON Schemas of year file and manifest (into docs)',
    async run([folder = 'docs', ...more]) {
      if (more.length > 0) return usage();
      for (const [name, text] of publishedSchemas()) await writeFile(join(folder, name), text);
      say(`Đã ghi / Written: ${[...publishedSchemas().keys()].join(', ')}`);
      return 0;
    },
  },
  permissions: {
    usage: 'thidua permissions [FOLDER]',
    about:
      'ghi trang “Ai được làm gì” từ chính các quy tắc vào thư mục (docs) / write the page of who may do what from the rules (into docs)',
    async run([folder = 'docs', ...more]) {
      if (more.length > 0) return usage();
      await writeFile(join(folder, 'permissions.md'), permissionsPage());
      say('Đã ghi / Written: permissions.md');
      return 0;
    },
  },
  'factor-off': {
    usage: 'thidua factor-off E-MAIL',
    about: 'tắt xác thực hai bước của người mất máy và mã dự phòng / turn two-step sign-in off for whoever lost device and recovery codes',
    async run([email, ...more]) {
      if (!email || more.length > 0) return usage();
      const removed = await (await administrators()).removeSecondFactor(ownerUrl(), email);
      say(
        removed
          ? `Đã tắt xác thực hai bước của ${email}; người đó nhận thư. / Two-step sign-in of ${email} is off; its owner gets a letter.`
          : `${email} không bật xác thực hai bước. / ${email} has no two-step sign-in.`,
      );
      return removed ? 0 : 1;
    },
  },
  keys: {
    usage: 'thidua keys',
    about:
      'nêu các khóa ký số: của ai, ai cấp, đến bao giờ, tệp nào không dùng được / tell which keys sign, for whom, until when, and which files cannot be used',
    async run(args) {
      if (args.length > 0) return usage();
      const { tellKeys } = await import('./keys-command.js');
      const { lines, sound } = await tellKeys(readConfig(process.env));
      for (const line of lines) say(line);
      return sound ? 0 : 1;
    },
  },
  'mail-test': {
    usage: 'thidua mail-test E-MAIL',
    about:
      'gửi thẳng một thư thử qua máy chủ thư đã cài và nêu câu trả lời / send a test letter by the configured mail server, and tell its answer',
    async run([address, ...more]) {
      if (!address || more.length > 0) return usage();
      const { sendTestLetter } = await import('./mail-test.js');
      const { outcome, answer } = await sendTestLetter(readConfig(process.env), address);
      say(
        outcome === 'accepted'
          ? `✔ Máy chủ thư đã nhận / The mail server took it: ${answer}`
          : `✗ Máy chủ thư không nhận / It was not taken: ${answer}`,
      );
      return outcome === 'accepted' ? 0 : 1;
    },
  },
  import: {
    usage:
      'thidua import PROVINCE FILE.xlsx --as E-MAIL [--code CODE] [--url URL] [--dry-run] (mật khẩu đọc từ THIDUA_PASSWORD hoặc đầu vào chuẩn)',
    about:
      'nhập đơn vị và người từ Excel vào chương trình đang chạy, nêu từng ô cần sửa / import units and people into the running program, naming each bad cell',
    async run(args) {
      const { importFile } = await import('./import-command.js');
      return importFile(args, async () => process.env.THIDUA_PASSWORD ?? (await readStandardInput()), usage);
    },
  },
  admin: {
    usage: 'thidua admin E-MAIL NAME (mật khẩu đọc từ THIDUA_PASSWORD hoặc đầu vào chuẩn)',
    about: 'lập tài khoản quản trị / make an administrator; password from THIDUA_PASSWORD or standard input',
    async run([email, ...name]) {
      if (!email || name.length === 0) return usage();
      const { createAdministrator } = await administrators();
      await createAdministrator(ownerUrl(), email, name.join(' '), process.env.THIDUA_PASSWORD ?? (await readStandardInput()));
      say(`Đã lập tài khoản quản trị ${email}.`);
      return 0;
    },
  },
  'admin-end': {
    usage: 'thidua admin-end E-MAIL',
    about: 'kết thúc chức danh quản trị: đóng tài khoản ngay / end the term of an administrator: the account is closed at once',
    async run([email, ...more]) {
      if (!email || more.length > 0) return usage();
      const left = await (await administrators()).endAdministrator(ownerUrl(), email);
      say(
        left === null
          ? `${email} không phải quản trị đang giữ chức danh. / ${email} is no administrator.`
          : `Đã đóng tài khoản quản trị ${email}; còn ${left} quản trị. / Closed; ${left} administrators are left.`,
      );
      if (left === 0) say('Lập người khác bằng lệnh: thidua admin / Make another with: thidua admin');
      return left === null ? 1 : 0;
    },
  },
};

function contentsOf({ takenAt, tables, files, journal }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${takenAt}: ${tables.length} bảng / tables, ${rows} dòng / rows, ${journal.entries} mục nhật ký / journal entries, ${files.length} tệp / files`;
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

function usage(): number {
  say('thidua: lệnh quản trị / administration');
  for (const command of Object.values(commands)) say(`  ${command.usage}\n      ${command.about}`);
  return 2;
}

/** Runs a command. @returns its exit code: 0 done, 1 failed with a sentence, 2 wrong usage */
export async function runCommand([name, ...args]: readonly string[]): Promise<number> {
  const command = name ? commands[name] : undefined;
  if (!command) return usage();
  try {
    return await command.run(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
