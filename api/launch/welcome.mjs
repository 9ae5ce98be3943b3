import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logFile } from './data-folder.mjs';

/** The file that `thidua demo` writes when it has finished: a list of { email, password, who, can, shown }. */
export const demoAccounts = (folder) => join(folder, 'demo-accounts.json');

/** What is printed when the program serves: the address, the demonstration accounts that matter and what to try first. */
export function welcome({ address, folder, mode, withoutAdministrator = false }) {
  const file = demoAccounts(folder);
  const accounts = mode === 'development' && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const lines = ['', `✔ Thi Đua: ${address}`, `  Dữ liệu và nhật ký · Data and logs: ${folder}`];
  if (accounts.length > 0) lines.push(...demo(accounts, address, file));
  if (withoutAdministrator) lines.push(...firstAdministrator(address, folder));
  return [...lines, '', '  Ctrl-C để dừng · to stop', ''].join('\n');
}

/** The code itself stands in the log alone. */
function firstAdministrator(address, folder) {
  return [
    '',
    '  Chưa có quản trị · No administrator yet',
    `  Mở · Open ${address}/vi/first-administrator (English: /en/), mã một lần · one-time code: ${logFile(folder, 'api')}`,
  ];
}

function demo(accounts, address, file) {
  const shown = accounts.filter((account) => account.shown);
  const rows = [['E-mail', 'Làm được gì · Can', 'Là ai · Who'], ...shown.map(({ email, can, who }) => [email, can, who])];
  return [
    '',
    '  BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ · Demonstration: invented figures and names, of no validity',
    '',
    ...table(rows).map((line) => `  ${line}`),
    '',
    `  Mật khẩu của mọi người · Everybody's password: ${accounts[0].password}`,
    ...(accounts.length > shown.length ? [`  Cả ${accounts.length} tài khoản · All accounts: ${file}`] : []),
    '',
    ...firstSteps(shown, address),
  ];
}

function firstSteps([officer, head, reviewer], address) {
  return [
    '  Thử trước tiên · Try first',
    `  1. Mở ${address}, đăng nhập ${officer.email}: soạn bản đăng ký · draft the unit's registration`,
    ...(head ? [`  2. Đăng nhập ${head.email}: gửi bản đăng ký · submit it`] : []),
    ...(reviewer ? [`  3. Đăng nhập ${reviewer.email}: chấp nhận · accept it`] : []),
    `  Thư của mọi người · Everybody's letters: ${address}/vi/mailbox (English: /en/). Ngày giả định đổi ở dải trên đầu trang · The simulated day is changed at the top of the page.`,
  ];
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => String(cell ?? '').padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}
