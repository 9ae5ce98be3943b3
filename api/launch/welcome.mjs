import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file that `thidua demo` writes: a list of { email, password, who, can }. */
export const demoAccounts = (folder) => join(folder, 'demo-accounts.json');

/** What is printed when the program serves: the address, the demonstration accounts and what to try first. */
export function welcome({ address, folder, mode }) {
  const file = demoAccounts(folder);
  const accounts = mode === 'development' && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const lines = ['', `✔ Thi Đua: ${address}`, `  Dữ liệu và nhật ký · Data and logs: ${folder}`];
  if (accounts.length > 0) lines.push(...demo(accounts, address));
  return [...lines, '', '  Ctrl-C để dừng · to stop', ''].join('\n');
}

function demo(accounts, address) {
  const rows = [
    ['E-mail', 'Mật khẩu · Password', 'Là ai · Who', 'Làm được gì · Can'],
    ...accounts.map(({ email, password, who, can }) => [email, password, who, can]),
  ];
  const [first] = accounts;
  return [
    '',
    '  BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ · Demonstration: invented figures and names, of no validity',
    '',
    ...table(rows).map((line) => `  ${line}`),
    '',
    `  Thử trước tiên · Try first: mở ${address}, đăng nhập bằng ${first.email} / ${first.password}`,
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
