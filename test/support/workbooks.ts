import writeWorkbook from 'write-excel-file/node';
import type { Answer, Browser } from './client.js';

/** A cell of a test's workbook: a `Date` becomes a day as Excel keeps it. */
export type TestCell = string | number | boolean | Date | null;

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as Excel writes it. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly TestCell[])[]>>): Promise<Buffer> {
  const data = (rows: readonly (readonly TestCell[])[]) =>
    rows.map((row) => row.map((cell) => (cell instanceof Date ? { value: cell, type: Date, format: 'dd/mm/yyyy' } : cell)));
  return writeWorkbook(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: data(rows) }))).toBuffer();
}

/** Sends a workbook. @param query such as `dryRun=true` */
export const sendWorkbook = <T>(person: Browser, province: string, bytes: Uint8Array, query: string): Promise<Answer<T>> =>
  person.post<T>(`/api/provinces/${province}/imports?${query}`, new Blob([new Uint8Array(bytes)]), { 'content-type': TYPE });

export const UNIT_HEADINGS = ['Mã đơn vị', 'Tên đầy đủ', 'Tên ngắn', 'Tên tiếng Anh', 'E-mail', 'Mang tên từ ngày'];
export const PERSON_HEADINGS = ['Họ và tên', 'E-mail', 'Vai trò', 'Chức vụ', 'Mã đơn vị', 'Khối', 'Năm', 'Từ ngày', 'Đến ngày'];

const SINCE = new Date('2020-01-01');

/** Two units, two people who hold three posts: one in a new unit, the other in an old one and in the bloc. */
export const WHOLE = {
  'Đơn vị': [
    UNIT_HEADINGS,
    ['hoi-xay-dung', 'Hội Xây dựng tỉnh Bắc Giang', 'Hội Xây dựng', 'Construction Association', 'xd@tinh.example', SINCE],
    ['hoi-khuyen-hoc', 'Hội Khuyến học tỉnh Bắc Giang'.normalize('NFD'), 'Hội Khuyến học', 'Learning Association', null, '01/01/2020'],
  ],
  Người: [
    PERSON_HEADINGS,
    ['Ngô Thị Xây', 'Xay@Tinh.example', 'Lãnh đạo đơn vị', 'Chủ tịch', 'hoi-xay-dung', null, null, SINCE, null],
    ['Đỗ Văn Học', 'hoc@tinh.example', 'Unit officer', '=Chuyên viên', 'u3', null, null, '01/01/2020', '31/12/2030'],
    ['Đỗ Văn Học', 'hoc@tinh.example', 'Quan sát viên', 'Quan sát viên', null, 'khoi-nho', 2020, '2020-01-01', null],
  ],
} satisfies Record<string, TestCell[][]>;
