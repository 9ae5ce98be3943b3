import { said, type Said } from '@thidua/workflows/wording';

/** What an audit may find. Fillings: kind, id, n (entry), post, role, days, was, fields, recusal, checkpoint (its number), place (whose checkpoint), line (of the file), table. */
export const auditWords = {
  gap: said('{kind} {id}, mục {n}: thiếu mục đứng trước.', '{kind} {id}, entry {n}: the entry before it is missing.'),
  chain: said('{kind} {id}, mục {n}: không nối với mục đứng trước.', '{kind} {id}, entry {n}: it does not follow the entry before it.'),
  hash: said('{kind} {id}, mục {n}: băm không khớp với nội dung.', '{kind} {id}, entry {n}: its hash does not fit its body.'),
  form: said(
    '{kind} {id}, mục {n}: nội dung không ở dạng chuẩn mà chương trình ghi.',
    '{kind} {id}, entry {n}: its body is not in the canonical form that the program writes.',
  ),
  'other-record': said(
    '{kind} {id}, mục {n}: nội dung là của hồ sơ hoặc mục khác.',
    '{kind} {id}, entry {n}: its body is that of another record or entry.',
  ),
  'other-place': said('{kind} {id}, mục {n}: ghi ở khối hoặc tỉnh khác.', '{kind} {id}, entry {n}: it stands in another bloc or province.'),
  'state-jump': said(
    '{kind} {id}, mục {n}: không bắt đầu từ trạng thái của mục đứng trước.',
    '{kind} {id}, entry {n}: it does not start from the state of the entry before it.',
  ),
  'record-missing': said(
    '{kind} {id}: nhật ký có {n} mục nhưng hồ sơ không còn.',
    '{kind} {id}: its journal has {n} entries, the record is gone.',
  ),
  'record-entries': said(
    '{kind} {id}: hồ sơ ghi số mục khác với nhật ký ({n}).',
    '{kind} {id}: the record counts other entries than its journal ({n}).',
  ),
  'record-head': said(
    '{kind} {id}: đầu chuỗi ghi ở hồ sơ khác mục cuối ({n}).',
    '{kind} {id}: the head in the record is not the hash of its last entry ({n}).',
  ),
  'record-state': said(
    '{kind} {id}: trạng thái của hồ sơ khác mục cuối ({n}).',
    '{kind} {id}: the record’s state is not that of its last entry ({n}).',
  ),
  'record-place': said(
    '{kind} {id}: hồ sơ và nhật ký ở khối hoặc tỉnh khác nhau.',
    '{kind} {id}: record and journal stand in different blocs or provinces.',
  ),
  'no-entries': said(
    '{table} {id}: hồ sơ có đầu chuỗi nhưng nhật ký không có mục nào.',
    '{table} {id}: the record has a head, its journal has no entry.',
  ),
  'post-added': said(
    'Person {id}: chức danh {post} ({role}, {days}) không có trong nhật ký của người ấy.',
    'Person {id}: the post {post} ({role}, {days}) does not stand in the journal of that person.',
  ),
  'post-changed': said(
    'Person {id}: chức danh {post} ({role}) ghi {days}; theo nhật ký là {was}, hoặc tên chức danh đã bị đổi.',
    'Person {id}: the post {post} ({role}) says {days}; by the journal it is {was}, or its title was changed.',
  ),
  'post-removed': said(
    'Person {id}: chức danh ({role}, {days}) có trong nhật ký nhưng không còn.',
    'Person {id}: the post ({role}, {days}) stands in the journal and is gone.',
  ),
  'substitution-added': said(
    'Substitution {id}: việc giao người thay này không có trong nhật ký.',
    'Substitution {id}: nobody entered that somebody stands in.',
  ),
  'substitution-changed': said(
    'Substitution {id}: {fields} khác với mục đầu trong nhật ký.',
    'Substitution {id}: {fields} is not what its first entry says.',
  ),
  'recusal-added': said(
    '{kind} {id}: không có mục nào trong nhật ký về việc xin không làm {recusal}.',
    '{kind} {id}: no entry of its journal tells of the recusal {recusal}.',
  ),
  'recusal-changed': said(
    '{kind} {id}, mục {n}: việc xin không làm ghi {fields} khác với nhật ký.',
    '{kind} {id}, entry {n}: {fields} of the recusal is not what the journal says.',
  ),
  'recusal-removed': said(
    '{kind} {id}, mục {n}: việc xin không làm có trong nhật ký nhưng không còn.',
    '{kind} {id}, entry {n}: the recusal stands in the journal and is gone.',
  ),
  cut: said(
    '{kind} {id}, mục {n}: đã có ở mốc {checkpoint} của {place}, nay nhật ký ngắn hơn (bị cắt đuôi).',
    '{kind} {id}, entry {n}: it stood at checkpoint {checkpoint} of {place}; the journal is shorter now (its tail was cut).',
  ),
  replaced: said(
    '{kind} {id}, mục {n}: khác với mốc {checkpoint} của {place} (chuỗi đã bị viết lại).',
    '{kind} {id}, entry {n}: it is not the one of checkpoint {checkpoint} of {place} (the chain was rewritten).',
  ),
  removed: said(
    '{kind} {id}, mục {n}: đã có ở mốc {checkpoint} của {place}, nay không còn mục nào (hồ sơ bị xóa).',
    '{kind} {id}, entry {n}: it stood at checkpoint {checkpoint} of {place}; no entry is left (the record was removed).',
  ),
  'line-unreadable': said('Tệp mốc, dòng {line}: không đọc được.', 'File of checkpoints, line {line}: it cannot be read.'),
  'line-key': said(
    'Tệp mốc, dòng {line}: ký bằng khóa không được đưa ra ({key}).',
    'File of checkpoints, line {line}: signed by a key that was not given ({key}).',
  ),
  'line-signature': said('Tệp mốc, dòng {line}: chữ ký sai.', 'File of checkpoints, line {line}: its signature is wrong.'),
  'line-order': said(
    'Tệp mốc, dòng {line} (mốc {checkpoint} của {place}): không nối với mốc đứng trước; có dòng bị mất, đổi chỗ hoặc bị sửa.',
    'File of checkpoints, line {line} (checkpoint {checkpoint} of {place}): it does not follow the one before; a line is lost, moved or edited.',
  ),
  'line-root': said(
    'Tệp mốc, dòng {line} (mốc {checkpoint} của {place}): gốc Merkle không khớp với danh sách đầu chuỗi.',
    'File of checkpoints, line {line} (checkpoint {checkpoint} of {place}): its Merkle root does not fit its heads.',
  ),
  'line-other': said(
    'Mốc {checkpoint} của {place}: dòng trong tệp khác với dòng trong cơ sở dữ liệu.',
    'Checkpoint {checkpoint} of {place}: its line in the file differs from that in the database.',
  ),
  'installation-line': said(
    'Mốc {checkpoint} của {place} nêu mốc {n} của cả bản cài đặt: mốc ấy không còn, hoặc đã khác.',
    'Checkpoint {checkpoint} of {place} names checkpoint {n} of the installation: that one is gone, or another.',
  ),
  'not-in-file': said(
    'Mốc {checkpoint} của {place}: có trong cơ sở dữ liệu, thiếu trong tệp.',
    'Checkpoint {checkpoint} of {place}: it is in the database and missing in the file.',
  ),
  'not-in-table': said(
    'Mốc {checkpoint} của {place}: có trong tệp, thiếu trong cơ sở dữ liệu.',
    'Checkpoint {checkpoint} of {place}: it is in the file and missing in the database.',
  ),
  'file-missing': said(
    'Không có tệp mốc, dù cơ sở dữ liệu có mốc; đã dùng các dòng trong cơ sở dữ liệu.',
    'There is no file of checkpoints although the database has some; the lines of the database were used.',
  ),
} as const satisfies Readonly<Record<string, Said>>;
