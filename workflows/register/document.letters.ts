import type { Addressees, LetterKind } from '../letter.js';

type Row = Readonly<Record<string, unknown>>;

const inYear = (record: Row, role: 'bloc-secretary' | 'records-officer'): Addressees => ({
  roles: [role],
  blocId: String(record.blocId),
  cycleId: String(record.cycleId),
});
const head = (record: Row): Addressees => ({ roles: ['unit-head'], unitId: String(record.headUnitId) });

const letter = (
  to: LetterKind['to'],
  subject: string,
  ...paragraphs: ((facts: Readonly<Record<string, string>>) => string)[]
): LetterKind => ({
  to,
  write: (facts) => ({
    subject: `[${facts.bloc} ${facts.year}] ${facts.document}: ${subject}`,
    paragraphs: paragraphs.map((say) => say(facts)),
  }),
});

/** The letters of a document. Facts: document (`Báo cáo tổng kết …`), number, year, bloc, reason, and by whom where somebody declined. */
export const documentLetters: Readonly<Record<string, LetterKind>> = {
  'document-proposed': letter(
    (record) => inYear(record, 'records-officer'),
    'chờ kiểm tra thể thức',
    ({ document }) => `${document} đã được trình, đang chờ Văn thư kiểm tra thể thức.`,
  ),
  'document-checked': letter(
    head,
    'chờ Trưởng Khối ký',
    ({ document }) => `${document} đạt thể thức, đang chờ ông/bà xem và ký.`,
    () => 'Số và ngày được cấp khi ông/bà mở bản ký; ký trong ngày đó.',
  ),
  'document-recused': letter(
    (record) => ({ roles: ['council-secretary'], provinceId: String(record.provinceId) }),
    'cần người khác',
    ({ by, document }) => `${by} xin không làm tiếp ${document} vì xung đột lợi ích.`,
    ({ reason }) => `Lý do: ${reason}`,
    () => 'Người khác giữ cùng chức danh làm tiếp; không còn ai thì đề nghị ông/bà cử người.',
  ),
  'document-returned': letter(
    (record) => inYear(record, 'bloc-secretary'),
    'được trả lại',
    ({ document }) => `${document} được trả lại.`,
    ({ reason }) => `Lý do: ${reason}`,
    () => 'Sửa ở hồ sơ gốc, lập lại nội dung rồi trình lại.',
  ),
  'document-expired': letter(
    head,
    'số đã hủy vì chưa ký trong ngày',
    ({ document, number }) => `${document} chưa được ký trong ngày nên số ${number} đã hủy, có ghi lý do trong sổ.`,
    () => 'Mở bản ký để được cấp số và ngày mới.',
  ),
  'document-signed': letter(
    (record) => inYear(record, 'records-officer'),
    'đã ký, chờ phát hành',
    ({ document, number }) => `${document} số ${number} đã ký và đã được kiểm tra chữ ký.`,
    () => 'Ông/bà phát hành văn bản.',
  ),
  'document-failed': letter(
    head,
    'ký chưa thành công',
    ({ document }) => `Chưa ký được ${document}; văn bản chưa thay đổi.`,
    ({ reason }) => `Lý do: ${reason}`,
    () => 'Mở bản ký và ký lại trong ngày.',
  ),
  'document-issued': letter(
    (record) => inYear(record, 'bloc-secretary'),
    'đã phát hành',
    ({ document, number }) => `${document} số ${number} đã phát hành.`,
  ),
};
