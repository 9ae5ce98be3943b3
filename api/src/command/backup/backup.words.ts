import { said, type Said } from '@thidua/workflows/wording';

/** Why a backup or a restore was refused: what is the matter, and what to do next. Nothing was written in any of these cases. */
export const backupWords = {
  'file-exists': {
    detail: said('Tệp {file} đã có; chương trình không ghi đè.', 'The file {file} exists; it is not written over.'),
    next: said('Chọn tên tệp khác.', 'Choose another file name.'),
  },
  'file-unusable': {
    detail: said('Không dùng được tệp {file} ({why}).', 'The file {file} cannot be used ({why}).'),
    next: said('Kiểm tra đường dẫn và quyền đọc, ghi.', 'Check the path and the rights to read and write.'),
  },
  'disk-full': {
    detail: said(
      'Ổ đĩa chứa {place} đã đầy; không có gì được giữ lại dở dang.',
      'The disk of {place} is full; nothing was left half written.',
    ),
    next: said('Giải phóng chỗ trống rồi chạy lại.', 'Free some space, then run it again.'),
  },
  'backup-damaged': {
    detail: said('Tệp {file} bị hỏng hoặc không phải bản sao lưu: {why}.', 'The file {file} is damaged or is no backup: {why}.'),
    next: said('Dùng một bản sao lưu khác.', 'Use another backup.'),
  },
  'backup-newer': {
    detail: said(
      'Bản sao lưu {file} do một phiên bản mới hơn ghi ({what}).',
      'The backup {file} was written by a newer version of the program ({what}).',
    ),
    next: said('Cài phiên bản đó rồi khôi phục.', 'Install that version, then restore.'),
  },
  'backup-of-trial': {
    detail: said(
      'Bản sao lưu {file} là của chế độ thử, có khóa và số liệu mẫu; bản chạy thật không nhận.',
      'The backup {file} is of the development mode, with sample keys and figures; production does not take it.',
    ),
    next: said('Dùng bản sao lưu của bản chạy thật.', 'Use a backup of production.'),
  },
  'database-newer': {
    detail: said(
      'Cơ sở dữ liệu mới hơn chương trình này: không biết bước nâng cấp {what}.',
      'The database is newer than this program, which does not know the migration {what}.',
    ),
    next: said('Chạy lệnh bằng phiên bản đã nâng cấp cơ sở dữ liệu.', 'Run the command of the version that migrated the database.'),
  },
  'database-bare': {
    detail: said(
      'Cơ sở dữ liệu chưa được lập; không có gì để sao lưu.',
      'The database has not been made yet; there is nothing to back up.',
    ),
    next: said('Kiểm tra DATABASE_OWNER_URL và DATA_DIR.', 'Check DATABASE_OWNER_URL and DATA_DIR.'),
  },
  'database-not-empty': {
    detail: said('Cơ sở dữ liệu không trống: đã có {what}.', 'The database is not empty: it holds {what}.'),
    next: said('Khôi phục vào một cơ sở dữ liệu trống hoặc một DATA_DIR mới.', 'Restore into an empty database, or with a new DATA_DIR.'),
  },
  'folder-not-empty': {
    detail: said(
      'Thư mục dữ liệu đã có tệp khác với bản sao lưu: {path}.',
      'The data folder holds a file that differs from the backup: {path}.',
    ),
    next: said('Khôi phục với một DATA_DIR mới.', 'Restore with a new DATA_DIR.'),
  },
  'rows-hidden': {
    detail: said(
      'Chủ cơ sở dữ liệu không đọc được mọi dòng của bảng {table}; bản sao lưu sẽ thiếu.',
      'The owner of the database may not read every row of {table}; the backup would lack them.',
    ),
    next: said(
      'Dùng đúng tài khoản chủ trong DATABASE_OWNER_URL, rồi chạy «thidua migrate».',
      'Use the right owner in DATABASE_OWNER_URL, then run “thidua migrate”.',
    ),
  },
  'file-odd': {
    detail: said(
      'Thư mục dữ liệu có mục không phải tệp thường, hoặc tên không lưu được: {path}.',
      'The data folder holds an entry that is no plain file, or whose name cannot be kept: {path}.',
    ),
    next: said('Dời mục đó khỏi DATA_DIR rồi chạy lại.', 'Move it out of DATA_DIR, then run it again.'),
  },
  'file-changed': {
    detail: said('Tệp {path} thay đổi trong lúc sao lưu.', 'The file {path} changed while it was backed up.'),
    next: said('Chạy lại lệnh sao lưu.', 'Run the backup again.'),
  },
  'tables-differ': {
    detail: said(
      'Bảng {table} trong bản sao lưu không giống bảng mà các bước nâng cấp của nó lập ra.',
      'The table {table} of the backup is not the one that its migrations make.',
    ),
    next: said('Dùng một bản sao lưu khác.', 'Use another backup.'),
  },
  'rows-differ': {
    detail: said(
      'Đọc lại sau khi khôi phục, bảng {table} không giống bản sao lưu.',
      'Read back after the restore, {table} differs from the backup.',
    ),
    next: said('Cơ sở dữ liệu được giữ nguyên như trước; báo lỗi này.', 'The database is as it was before; report this fault.'),
  },
  'journal-broken': {
    detail: said(
      'Nhật ký trong bản sao lưu bị đứt: {kind} {id}, mục {n} ({why}).',
      'The journal of the backup does not hold: {kind} {id}, entry {n} ({why}).',
    ),
    next: said(
      'Dùng bản sao lưu trước đó; để xem xét bản này, thêm --as-it-is.',
      'Use an earlier backup; to examine this one, add --as-it-is.',
    ),
  },
  'document-changed': {
    detail: said(
      'Văn bản {id} trong bản sao lưu không còn là tệp đã ký: băm không khớp.',
      'The document {id} of the backup is not the file that was signed: its sum does not fit.',
    ),
    next: said(
      'Dùng bản sao lưu trước đó; để xem xét bản này, thêm --as-it-is.',
      'Use an earlier backup; to examine this one, add --as-it-is.',
    ),
  },
} as const satisfies Readonly<Record<string, { readonly detail: Said; readonly next: Said }>>;
