import { z } from 'zod';
import { Line } from '../record.js';
import { said, type Said } from '../wording.js';

/** A cell as a spreadsheet gives it; a formula stands for its value, a day for `YYYY-MM-DD`. */
export type Cell = string | number | boolean | { readonly day: string } | null;

/** A sheet with its rows from the first on; empty rows and cells are kept, so that each has its address. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A column: its headings, what to write below it, and the shape of that. */
export interface Column {
  readonly key: string;
  readonly heading: Said;
  readonly hint: Said;
  readonly required: boolean;
  readonly kind: 'text' | 'day' | 'year' | 'role';
  readonly shape: z.ZodType<string>;
}

/** A sheet that is read. */
export interface SheetKind {
  readonly name: Said;
  readonly columns: readonly Column[];
}

/** What the first cell of a row begins with that explains its columns and holds nothing. */
export const EXPLAINS = '▸';

const text = (key: string, heading: Said, hint: Said, shape: z.ZodType<string>, required = true): Column => ({
  key,
  heading,
  hint,
  shape,
  required,
  kind: 'text',
});
const Code = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80);
const Email = z.email().max(254).toLowerCase();
const Any = z.string();
const codeHint = said('chữ thường không dấu, số và gạch nối, như hoi-nha-bao', 'small letters, digits and hyphens, such as hoi-nha-bao');
const emailHint = said('một địa chỉ như ten@don-vi.vn', 'an address such as name@unit.vn');
const dayHint = said('ngày như 31/01/2027', 'a day such as 31/01/2027');

/** Units, each with the name that it bears from a day on. */
export const UNIT_SHEET: SheetKind = {
  name: said('Đơn vị', 'Units'),
  columns: [
    text('code', said('Mã đơn vị', 'Unit code'), codeHint, Code),
    text(
      'name',
      said('Tên đầy đủ', 'Full name'),
      said('tên in trên văn bản, 3–200 ký tự', 'as printed on papers, 3–200 characters'),
      Line(3, 200),
    ),
    text('shortName', said('Tên ngắn', 'Short name'), said('tên ngắn, 2–120 ký tự', 'a short name, 2–120 characters'), Line(2, 120)),
    text(
      'nameEn',
      said('Tên tiếng Anh', 'English name'),
      said('tên tiếng Anh, 2–200 ký tự', 'the name in English, 2–200 characters'),
      Line(2, 200),
    ),
    text(
      'email',
      said('E-mail', 'E-mail'),
      said('địa chỉ nhận văn bản của đơn vị; có thể để trống', 'where the unit gets papers; may be empty'),
      Email,
      false,
    ),
    { ...text('from', said('Mang tên từ ngày', 'Name since'), dayHint, Any), kind: 'day' },
  ],
};

/** People, one row for each post: who holds several stands in several rows with one e-mail and one name. */
export const PERSON_SHEET: SheetKind = {
  name: said('Người', 'People'),
  columns: [
    text('name', said('Họ và tên', 'Name'), said('họ và tên, 2–120 ký tự', 'the full name, 2–120 characters'), Line(2, 120)),
    text('email', said('E-mail', 'E-mail'), emailHint, Email),
    {
      ...text(
        'role',
        said('Vai trò', 'Role'),
        said('một vai trò của chương trình, như Chuyên viên', 'a role of the program, such as Unit officer'),
        Any,
      ),
      kind: 'role',
    },
    text(
      'title',
      said('Chức vụ', 'Title'),
      said('chức vụ như Chủ tịch, 2–200 ký tự', 'a title such as Chairman, 2–200 characters'),
      Line(2, 200),
    ),
    text(
      'unitCode',
      said('Mã đơn vị', 'Unit code'),
      said('mã của đơn vị, nếu vai trò thuộc đơn vị', 'the unit’s code, where the role is of a unit'),
      Code,
      false,
    ),
    text(
      'bloc',
      said('Khối', 'Bloc'),
      said('mã của khối, nếu vai trò thuộc khối', 'the bloc’s address, where the role is of a bloc'),
      Code,
      false,
    ),
    {
      ...text(
        'year',
        said('Năm', 'Year'),
        said('năm như 2027, nếu vai trò thuộc khối', 'a year such as 2027, where the role is of a bloc'),
        Any,
        false,
      ),
      kind: 'year',
    },
    { ...text('from', said('Từ ngày', 'From'), dayHint, Any), kind: 'day' },
    {
      ...text(
        'to',
        said('Đến ngày', 'To'),
        said('ngày như 31/01/2027; để trống nếu chưa biết', 'a day such as 31/01/2027; empty where it is not known'),
        Any,
        false,
      ),
      kind: 'day',
    },
  ],
};

/** Everything that is read, in the order in which it is made. */
export const SHEETS: readonly SheetKind[] = [UNIT_SHEET, PERSON_SHEET];

/** The name of a column: A, B, … Z, AA. */
export const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** A heading or a name as it is compared: signs, capitals, spaces and a star for “required” do not matter. */
export const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll('*', '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Whether these are the words, in either language. */
export const isSaid = (words: string, { vi, en }: Said): boolean => [plain(vi), plain(en)].includes(plain(words));
