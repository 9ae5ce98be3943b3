import { refusal, said, type FeatureWords } from '../wording.js';

/** What is wrong with a file of units and people, and with each of its cells. */
export const importWords = {
  kinds: {},
  states: {},
  events: {},
  problems: {
    'import-unreadable': refusal(
      422,
      said(
        'Không đọc được tệp này như một bảng tính Excel (.xlsx), hoặc tệp quá rộng, quá dài.',
        'This file cannot be read as an Excel workbook (.xlsx), or it is too wide or too long.',
      ),
      said(
        'Mở bằng Excel, xóa các dòng và cột trống ở cuối, lưu lại thành .xlsx rồi chọn lại.',
        'Open it in Excel, delete empty rows and columns at the end, save it as .xlsx and choose it again.',
      ),
    ),
    'import-faulty': refusal(
      422,
      said('Tệp còn {count} ô cần sửa. Chưa lập gì.', '{count} cells of the file are wrong. Nothing was made.'),
      said('Xem trước lại, sửa từng ô được nêu rồi nhập.', 'Preview it again, correct each cell that is named, then import.'),
    ),
    'import-other-file': refusal(
      409,
      said('Đây không phải tệp đã xem trước.', 'This is not the file that was previewed.'),
      said('Chọn lại tệp và xem trước rồi nhập.', 'Choose the file again and preview it, then import.'),
    ),
    'import-empty': refusal(
      422,
      said('Tệp không có đơn vị hay người nào.', 'The file holds no unit and no person.'),
      said('Điền vào trang “Đơn vị” hoặc “Người” của tệp mẫu.', 'Fill in the sheet “Units” or “People” of the template.'),
    ),
    'import-unknown-sheet': refusal(
      422,
      said('Trang “{sheet}” không được đọc.', 'The sheet “{sheet}” is not read.'),
      said('Đổi tên thành “Đơn vị” hoặc “Người”, hoặc xóa trang.', 'Call it “Units” or “People”, or delete it.'),
    ),
    'import-too-long': refusal(
      422,
      said('Trang có hơn {most} dòng.', 'The sheet has more than {most} rows.'),
      said('Chia thành nhiều tệp; xóa các dòng trống ở cuối.', 'Split it into several files; delete empty rows at its end.'),
    ),
    'import-no-column': refusal(
      422,
      said('Thiếu cột “{heading}”.', 'The column “{heading}” is missing.'),
      said('Thêm cột với đúng tiêu đề ấy ở dòng đầu.', 'Add a column with this heading in the first row.'),
    ),
    'import-unknown-column': refusal(
      422,
      said('Không có cột nào tên “{heading}”.', 'There is no column called “{heading}”.'),
      said('Sửa tiêu đề theo tệp mẫu, hoặc xóa cột.', 'Correct the heading after the template, or delete the column.'),
    ),
    'import-column-twice': refusal(
      422,
      said('Cột “{heading}” có hai lần.', 'The column “{heading}” stands here twice.'),
      said('Giữ một cột, xóa cột kia.', 'Keep one and delete the other.'),
    ),
    'import-empty-cell': refusal(422, said('Ô “{heading}” còn trống.', '“{heading}” is empty.'), said('Điền {hint}.', 'Write {hint}.')),
    'import-wrong-cell': refusal(
      422,
      said('Ô “{heading}” chưa đúng dạng.', '“{heading}” is not of the right form.'),
      said('Điền {hint}.', 'Write {hint}.'),
    ),
    'import-code-twice': refusal(
      422,
      said('Mã “{code}” đã có ở {cell}.', 'The code “{code}” stands at {cell} already.'),
      said('Mỗi đơn vị một mã: sửa mã này, hoặc xóa dòng trùng.', 'Each unit has its own code: change it, or delete the double row.'),
    ),
    'import-code-taken': refusal(
      422,
      said('Tỉnh đã có đơn vị mang mã “{code}”.', 'The province has a unit with the code “{code}” already.'),
      said('Xóa dòng này; nếu là đơn vị khác, đặt mã khác.', 'Delete this row; if it is another unit, give it another code.'),
    ),
    'import-address-taken': refusal(
      422,
      said('Đã có tài khoản dùng địa chỉ {email}.', 'There is an account with the address {email} already.'),
      said(
        'Xóa các dòng của người này; chức danh mới thì giao ở trang của người ấy.',
        'Delete the rows of this person; give new posts on the person’s page.',
      ),
    ),
    'import-other-name': refusal(
      422,
      said('Địa chỉ {email} ở {cell} là của “{name}”.', 'At {cell} the address {email} belongs to “{name}”.'),
      said(
        'Một người thì ghi cùng họ tên ở mọi dòng; hai người thì hai địa chỉ.',
        'Write one name in all rows of a person; two people need two addresses.',
      ),
    ),
    'import-unknown-role': refusal(
      422,
      said('Không có vai trò “{words}”.', 'There is no role “{words}”.'),
      said('Ghi một trong: {roles}.', 'Write one of: {roles}.'),
    ),
    'import-needs-scope': refusal(
      422,
      said('Vai trò “{role}” cần ô “{heading}”.', 'The role “{role}” needs “{heading}”.'),
      said('Điền {hint}.', 'Write {hint}.'),
    ),
    'import-unneeded-scope': refusal(
      422,
      said('Vai trò “{role}” không dùng ô “{heading}”.', 'The role “{role}” does not use “{heading}”.'),
      said('Để trống ô này, hoặc sửa vai trò.', 'Leave this cell empty, or correct the role.'),
    ),
    'import-unknown-unit': refusal(
      422,
      said(
        'Không có đơn vị mang mã “{unitCode}” trong tỉnh hay trong tệp.',
        'Neither the province nor the file has a unit with the code “{unitCode}”.',
      ),
      said('Sửa mã, hoặc thêm đơn vị vào trang “Đơn vị”.', 'Correct the code, or add the unit to the sheet “Units”.'),
    ),
    'import-unknown-bloc': refusal(
      422,
      said('Tỉnh không có khối mang mã “{bloc}”.', 'The province has no bloc with the address “{bloc}”.'),
      said(
        'Ghi mã như trong địa chỉ trang của khối, hoặc lập khối trước.',
        'Write it as in the address of the bloc’s pages, or set the bloc up first.',
      ),
    ),
    'import-unknown-year': refusal(
      422,
      said('Khối “{bloc}” không có năm {year}.', 'The bloc “{bloc}” has no year {year}.'),
      said('Sửa năm, hoặc lập năm thi đua trước.', 'Correct the year, or set the year up first.'),
    ),
  },
} as const satisfies FeatureWords;
