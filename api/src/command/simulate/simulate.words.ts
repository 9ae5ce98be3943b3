import { said, type Said } from '@thidua/workflows/wording';

/** Why nothing was simulated: what is the matter, and what to do next. Nothing was written in any of these cases. */
export const simulateWords = {
  'database-in-use': {
    detail: said(
      'Cơ sở dữ liệu đã có {what}; dữ liệu giả lập không được trộn với dữ liệu khác.',
      'The database holds {what} already; what is simulated is not mixed with anything else.',
    ),
    next: said(
      'Dùng một cơ sở dữ liệu mới: lập nó, đặt DATABASE_URL và DATABASE_OWNER_URL, chạy thidua migrate, rồi chạy lại lệnh này.',
      'Use a new database: create it, set DATABASE_URL and DATABASE_OWNER_URL, run thidua migrate, then this command again.',
    ),
  },
  'not-migrated': {
    detail: said('Cơ sở dữ liệu chưa có bảng nào của chương trình.', 'The database has none of the program’s tables.'),
    next: said('Chạy thidua migrate, rồi chạy lại lệnh này.', 'Run thidua migrate, then this command again.'),
  },
  'in-production': {
    detail: said(
      'Chế độ thật (THIDUA_MODE=production): dữ liệu giả lập không có ở đây trừ khi nói rõ.',
      'This is the production mode (THIDUA_MODE=production): nothing is simulated here unless it is said.',
    ),
    next: said(
      'Nếu đây là một cơ sở dữ liệu trống chỉ để đo và tập dượt, thêm --into-empty.',
      'If this is an empty database, for measuring and drills alone, add --into-empty.',
    ),
  },
  'no-password': {
    detail: said('Chưa có mật khẩu cho các tài khoản giả lập.', 'There is no password for the simulated accounts.'),
    next: said('Thêm --password MẬT-KHẨU, hoặc đặt THIDUA_PASSWORD.', 'Add --password PASSWORD, or set THIDUA_PASSWORD.'),
  },
  'too-few-units': {
    detail: said(
      '{units} đơn vị không đủ cho {provinces} tỉnh: mỗi tỉnh có ít nhất {least}.',
      '{units} units are too few for {provinces} provinces: each has {least} at least.',
    ),
    next: said('Tăng --units hoặc giảm --provinces.', 'Ask for more --units or fewer --provinces.'),
  },
} as const satisfies Readonly<Record<string, { readonly detail: Said; readonly next: Said }>>;

/** What a database may hold that keeps it from being filled. */
export const holdingWords = {
  places: said('tỉnh hoặc khối', 'provinces or blocs'),
  people: said('người ngoài quản trị hệ thống', 'people other than its administrators'),
  journal: said('nhật ký của khối', 'journals of blocs'),
} as const;
