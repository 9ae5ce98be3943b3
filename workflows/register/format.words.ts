import { said, type Said } from '../wording.js';

interface RuleWords {
  readonly name: Said;
  /** `{seen}`: what was seen. */
  readonly holds: Said;
  readonly fails: Said;
}

/** The points of the format check in the order in which a records officer goes down the page. */
export const FORMAT_RULES = {
  paper: {
    name: said('Khổ giấy, lề trang', 'Paper and margins'),
    holds: said('{seen} (trên/dưới/trái/phải)', '{seen} (top/bottom/left/right)'),
    fails: said('{seen}: ngoài mức cho phép', '{seen}: outside what is allowed'),
  },
  'text-size': {
    name: said('Cỡ chữ nội dung', 'Size of the text'),
    holds: said('Cỡ {seen}', 'Size {seen}'),
    fails: said('Cỡ {seen}; phải là 13 hoặc 14', 'Size {seen}; must be 13 or 14'),
  },
  fonts: {
    name: said('Phông chữ, bảng mã Unicode', 'Fonts and Unicode'),
    holds: said('Phông được nhúng, chữ tìm và sao chép được', 'Embedded; the text can be searched and copied'),
    fails: said('Phông chữ hoặc bảng mã sai: {seen}', 'Fonts or encoding are wrong: {seen}'),
  },
  state: {
    name: said('Quốc hiệu và Tiêu ngữ', 'Name of the state and motto'),
    holds: said('Có, ở góc phải trang đầu', 'There, top right of page 1'),
    fails: said('Thiếu Quốc hiệu và Tiêu ngữ', 'Missing'),
  },
  issuer: {
    name: said('Tên cơ quan, tổ chức ban hành', 'Issuer'),
    holds: said('{seen}', '{seen}'),
    fails: said('Thiếu cơ quan chủ quản hoặc tên khối (1 đến 3 dòng)', 'The superior body or the bloc (1 to 3 lines) is missing'),
  },
  number: {
    name: said('Số, ký hiệu', 'Number and symbol'),
    holds: said('{seen}', '{seen}'),
    fails: said('“{seen}” không đúng dạng “Số: 04/BC-KTĐ”', '“{seen}” is not of the form “Số: 04/BC-KTĐ”'),
  },
  date: {
    name: said('Địa danh và thời gian', 'Place and date'),
    holds: said('{seen}', '{seen}'),
    fails: said(
      '“{seen}” không đúng dạng “Bắc Giang, ngày 05 tháng 02 năm 2026”',
      '“{seen}” is not of the form “Bắc Giang, ngày 05 tháng 02 năm 2026”',
    ),
  },
  'type-and-abstract': {
    name: said('Tên loại và trích yếu', 'Type and abstract'),
    holds: said('{seen}', '{seen}'),
    fails: said(
      'Thiếu tên loại hoặc trích yếu, hoặc trích yếu có dấu ở cuối',
      'Type or abstract is missing, or the abstract ends with a mark',
    ),
  },
  addressees: {
    name: said('Kính gửi', 'Addressees'),
    holds: said('{seen}', '{seen}'),
    fails: said('Báo cáo, tờ trình gửi cấp trên phải có “Kính gửi”', 'A report or letter to a superior needs “Kính gửi”'),
  },
  bases: {
    name: said('Căn cứ', 'Legal bases'),
    holds: said('Có {seen} căn cứ', '{seen} bases'),
    fails: said(
      'Dòng không bắt đầu bằng “Căn cứ”, “Thực hiện” hoặc “Theo”: {seen}',
      'A line begins with none of “Căn cứ”, “Thực hiện”, “Theo”: {seen}',
    ),
  },
  headings: {
    name: said('Đánh số phần, mục', 'Numbering of parts and sections'),
    holds: said('{seen} đề mục, số liên tục', '{seen} headings, numbered without a gap'),
    fails: said('Số không liên tục ở đề mục {seen}', 'The numbering breaks at {seen}'),
  },
  'last-sentence': {
    name: said('Kết thúc nội dung bằng “./.”', 'The text ends with “./.”'),
    holds: said('…{seen}', '…{seen}'),
    fails: said('Nội dung kết thúc: “…{seen}”', 'The text ends: “…{seen}”'),
  },
  authority: {
    name: said('Quyền hạn, chức vụ của người ký', 'Authority and post of the signatory'),
    holds: said('{seen}', '{seen}'),
    fails: said('“{seen}” không đúng quyền hạn ký của loại văn bản này', '“{seen}” is not the authority for this type of document'),
  },
  name: {
    name: said('Họ và tên người ký', 'Name of the signatory'),
    holds: said('{seen}', '{seen}'),
    fails: said(
      'Thiếu họ tên, hoặc có học hàm, học vị, danh xưng trước tên: {seen}',
      'The name is missing or has a title before it: {seen}',
    ),
  },
  'home-post': {
    name: said('Chức vụ tại cơ quan của người ký, ghi dưới tên', 'Post in the home organisation, under the name'),
    holds: said('{seen}', '{seen}'),
    fails: said('Chưa ghi chức vụ tại cơ quan của người ký', 'The post in the home organisation is missing'),
  },
  recipients: {
    name: said('Nơi nhận', 'Recipients'),
    holds: said('Bắt đầu bằng “{seen}”', 'Begins with “{seen}”'),
    fails: said(
      'Văn bản có “Kính gửi” thì Nơi nhận bắt đầu bằng “Như trên”; hiện là “{seen}”',
      'With “Kính gửi” the list begins with “Như trên”; it is “{seen}”',
    ),
  },
  'kept-copy': {
    name: said('Dòng lưu', 'Copy that is kept'),
    holds: said('{seen}', '{seen}'),
    fails: said('Dòng cuối của Nơi nhận phải là “Lưu: VT, …”; hiện là “{seen}”', 'The last line must be “Lưu: VT, …”; it is “{seen}”'),
  },
  annexes: {
    name: said('Phụ lục', 'Annexes'),
    holds: said('{seen} phụ lục, có “(Kèm theo …)”', '{seen} annexes, each with “(Kèm theo …)”'),
    fails: said('Phụ lục thứ {seen} sai số hoặc thiếu “(Kèm theo …)”', 'Annex {seen} has a wrong number or lacks “(Kèm theo …)”'),
  },
  'page-numbers': {
    name: said('Số trang', 'Page numbers'),
    holds: said('{seen} trang; đánh số từ trang 2, giữa lề trên', '{seen} pages; numbered from page 2, top centre'),
    fails: said('Sai số trang ở trang {seen}', 'The number of page {seen} is wrong'),
  },
  tags: {
    name: said('Cấu trúc đọc được bằng trình đọc màn hình', 'Structure for screen readers'),
    holds: said('Tệp có thẻ, đúng thứ tự đọc', 'Tagged, in the order of reading'),
    fails: said('Thẻ cấu trúc sai: {seen}', 'Tags are wrong: {seen}'),
  },
  archive: {
    name: said('Tệp lưu trữ lâu dài', 'File for the archive'),
    holds: said('Không có mã lệnh, tệp đính kèm hay thành phần bên ngoài', 'No scripts, attachments or outside parts'),
    fails: said('Tệp có điểm không lưu trữ lâu dài được: {seen}', 'The file cannot be archived: {seen}'),
  },
  signature: {
    name: said('Ô chữ ký số', 'Field of the signature'),
    holds: said('Có {seen} ô, ở vị trí người ký', '{seen} field, at the place of the signatory'),
    fails: said('Ô chữ ký sai: {seen}', 'The signature field is wrong: {seen}'),
  },
} as const satisfies Record<string, RuleWords>;
export type FormatRule = keyof typeof FORMAT_RULES;
