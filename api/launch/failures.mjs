/**
 * Every way in which the launcher stops by itself: one exit code and one sentence each, in Vietnamese and English,
 * with what to do next. The README's table and test/launch read this table. Codes below 20 belong to Node and npm.
 * Kept in syntax that a Node of 2019 can read: it also has to tell such a Node that it is too old.
 */
export const failures = {
  'node-too-old': {
    code: 20,
    vi: 'Node {found} quá cũ.',
    en: 'Node {found} is too old.',
    next: 'Cài Node 20 trở lên · Install Node 20 or newer: https://nodejs.org',
  },
  'node-24-missing': {
    code: 21,
    vi: 'Không có Node 24 cho {platform} trong gói npm.',
    en: 'npm offers no Node 24 for {platform}.',
    next: 'Cài Node 24.15 trở lên rồi chạy lại · Install Node 24.15 or newer and start again.',
  },
  'no-network': {
    code: 22,
    vi: 'Lần cài đầu tiên cần mạng, nhưng không kết nối được kho gói npm.',
    en: 'The first installation needs the network, but the npm registry cannot be reached.',
    next: 'Kiểm tra mạng, proxy hoặc «npm config get registry» · Check network, proxy or the registry of npm. {detail}',
  },
  'install-failed': {
    code: 23,
    vi: 'Không cài được các gói.',
    en: 'The packages could not be installed.',
    next: 'Xem nhật ký · See the log: {log}',
  },
  'build-failed': {
    code: 24,
    vi: 'Không dựng được chương trình.',
    en: 'The program could not be built.',
    next: 'Lỗi nằm ở những dòng phía trên · The error stands in the lines above.',
  },
  'no-such-part': {
    code: 25,
    vi: 'Không có phần kiểm thử nào mang tên {words}.',
    en: 'No part of the tests is called {words}.',
    next: 'Các phần · The parts: {parts}',
  },
  'port-taken': {
    code: 30,
    vi: 'Cổng {port} đang được chương trình khác dùng.',
    en: 'Port {port} is taken by another program.',
    next: 'Chọn cổng khác · Choose another port: PORT={other} npm start',
  },
  'port-forbidden': {
    code: 31,
    vi: 'Không được phép mở cổng {port} ở {host}.',
    en: 'Port {port} on {host} may not be opened.',
    next: 'Đặt PORT (1024–65535) và HOST đúng · Set PORT (1024–65535) and HOST: PORT=8080 npm start',
  },
  'folder-held': {
    code: 32,
    vi: 'Thư mục dữ liệu {folder} đang được một bản Thi Đua khác dùng (tiến trình {pid}).',
    en: 'The data folder {folder} is held by another running Thi Đua (process {pid}).',
    next: 'Dừng bản kia, hoặc chọn thư mục khác · Stop the other one, or choose another folder: DATA_DIR=… npm start',
  },
  'folder-unusable': {
    code: 33,
    vi: 'Không ghi được vào thư mục dữ liệu {folder} ({detail}).',
    en: 'The data folder {folder} cannot be written ({detail}).',
    next: 'Chạy bằng người dùng đã tạo thư mục, hoặc đặt DATA_DIR · Run as the user who made it, or set DATA_DIR.',
  },
  'folder-closed': {
    code: 34,
    vi: 'Đang chạy bằng root, mà PostgreSQL (uid {uid}) không vào được {folder} vì một thư mục phía trên đóng kín.',
    en: 'Running as root, and PostgreSQL (uid {uid}) cannot enter {folder} below a closed folder.',
    next: 'Đặt DATA_DIR và TMPDIR ở nơi khác, ví dụ /var/lib/thidua, hoặc chạy bằng người dùng thường · Set DATA_DIR and TMPDIR elsewhere, or run as a plain user.',
  },
  'disk-full': {
    code: 35,
    vi: 'Ổ đĩa chứa {folder} đã đầy: còn {free} MB, cần {needed} MB.',
    en: 'The disk of {folder} is full: {free} MB free, {needed} MB needed.',
    next: 'Giải phóng chỗ trống, hoặc đặt DATA_DIR ở ổ khác · Free some space, or set DATA_DIR on another disk.',
  },
  'folder-of-other-version': {
    code: 36,
    vi: 'Dữ liệu trong {folder} do PostgreSQL {found} ghi; bản này mang PostgreSQL {own}.',
    en: 'The data in {folder} was written by PostgreSQL {found}; this program brings PostgreSQL {own}.',
    next: 'Sao lưu bằng bản cũ, rồi khôi phục vào DATA_DIR mới · Back up with the old version, then with a new DATA_DIR: npx thidua restore FILE',
  },
  'database-failed': {
    code: 40,
    vi: 'PostgreSQL đi kèm không khởi động được.',
    en: 'The embedded PostgreSQL did not start.',
    next: 'Xem nhật ký · See the log: {log}',
  },
  'database-half-given': {
    code: 41,
    vi: 'Chỉ có {given}; cần cả DATABASE_URL và DATABASE_OWNER_URL.',
    en: 'Only {given} is set; DATABASE_URL and DATABASE_OWNER_URL belong together.',
    next: 'Đặt cả hai, hoặc bỏ cả hai để dùng PostgreSQL đi kèm · Set both, or neither to use the embedded PostgreSQL.',
  },
  'configuration-refused': {
    code: 42,
    vi: 'Cấu hình không được chấp nhận: {detail}',
    en: 'The configuration is refused: {detail}',
    next: 'Sửa các biến môi trường nêu trên · Correct the environment variables named above.',
  },
  'migration-failed': {
    code: 43,
    vi: 'Không nâng cấp được cơ sở dữ liệu.',
    en: 'The database could not be migrated.',
    next: 'Chưa có gì bị mất; xem nhật ký · Nothing is lost; see the log: {log}',
  },
  'demo-failed': {
    code: 44,
    vi: 'Không nạp được dữ liệu mẫu năm 2020.',
    en: 'The 2020 demonstration bloc could not be loaded.',
    next: 'Xem nhật ký · See the log: {log}',
  },
  'process-ended': {
    code: 45,
    vi: 'Tiến trình {name} dừng ngoài ý muốn ({how}); đã dừng cả chương trình.',
    en: 'The process {name} ended unexpectedly ({how}); everything was stopped.',
    next: 'Xem nhật ký · See the log: {log}',
  },
  'not-ready': {
    code: 46,
    vi: 'Sau {seconds} giây chương trình vẫn chưa sẵn sàng: {detail}',
    en: 'After {seconds} seconds the program is still not ready: {detail}',
    next: 'Xem nhật ký · See the log: {log}',
  },
  'demo-half-loaded': {
    code: 47,
    vi: 'Lần nạp dữ liệu mẫu trước bị ngắt giữa chừng, trong cơ sở dữ liệu không phải của chương trình.',
    en: 'Loading the demonstration was interrupted, in a database that is not the program’s own.',
    next: 'Lập lại cơ sở dữ liệu trống, rồi xóa {mark} · Make the database empty again, then remove {mark}.',
  },
};

/** A stop that the table above knows. `filling` fills the braces of its sentences. */
export class Failure extends Error {
  constructor(name, filling) {
    super(name);
    this.name = 'Failure';
    this.failure = failures[name];
    this.filling = filling || {};
    /** The last lines of a log, shown above the sentences. */
    this.lines = '';
  }
}

/** The three lines a person reads when the launcher stops. */
export function sentences(failure) {
  const fill = (text) =>
    text.replace(/\{(\w+)\}/g, (_, word) => (failure.filling[word] === undefined ? '' : String(failure.filling[word])));
  const said = failure.failure;
  return `✗ ${fill(said.vi)}\n  ${fill(said.en)}\n→ ${fill(said.next)}`.trimEnd();
}

/** Says why it stops, and returns the exit code; an error that the table does not know is shown whole, with 1. */
export function report(error) {
  if (error instanceof Failure) {
    process.stderr.write(`${error.lines ? `\n${error.lines}\n` : ''}\n${sentences(error)}\n`);
    return error.failure.code;
  }
  process.stderr.write(`\n${(error && error.stack) || error}\n`);
  return 1;
}
