import { refusal, said, type FeatureWords } from '../wording.js';

export const cycleWords = {
  kinds: { Cycle: said('năm thi đua', 'emulation year') },
  states: {
    Cycle: {
      draft: said('Đang chuẩn bị', 'In preparation'),
      open: said('Đang đăng ký', 'Open for registration'),
      compiled: said('Đã tổng hợp đăng ký', 'Registrations compiled'),
      closed: said('Đã đóng', 'Closed'),
    },
  },
  events: {
    Cycle: {
      create: said('Lập năm thi đua', 'Set up the year'),
      edit: said('Sửa', 'Edit'),
      open: said('Thông qua và mở năm', 'Adopt and open the year'),
      compile: said('Tổng hợp danh sách đăng ký', 'Compile the list of registrations'),
      close: said('Đóng năm', 'Close the year'),
      reopen: said('Mở lại năm', 'Open the year again'),
    },
  },
  problems: {
    'needs-members': refusal(
      409,
      said('Khối có {members} đơn vị; cần ít nhất 3.', 'The bloc has {members} units; at least 3 are needed.'),
      said('Thêm đơn vị thành viên.', 'Add member units.'),
    ),
    'needs-sound-rules': refusal(
      409,
      said('Quy tắc của năm còn {faults} lỗi: {faultList}', 'The year’s rules have {faults} faults: {faultList}'),
      said('Sửa bảng tiêu chí, nhóm và hạn rồi mở lại.', 'Mend criteria, groups and deadlines, then open.'),
    ),
    'needs-all-registrations': refusal(
      409,
      said(
        'Còn {waitingRegistrations} bản đăng ký chưa được chấp nhận: {waitingUnits}.',
        '{waitingRegistrations} registrations are not accepted yet: {waitingUnits}.',
      ),
      said('Chờ các đơn vị và trưởng nhóm, hoặc nhắc họ.', 'Wait for these units and group leaders, or remind them.'),
    ),
    'needs-issued-papers': refusal(
      409,
      said('Còn {openDocuments} văn bản chưa phát hành.', '{openDocuments} documents are not issued yet.'),
      said('Phát hành hoặc thay các văn bản đó trước khi đóng năm.', 'Issue or replace them before the year is closed.'),
    ),
    'needs-sent-papers': refusal(
      409,
      said('Hồ sơ của năm chưa gửi hết đến Hội đồng.', 'The year’s papers have not all been sent to the council.'),
      said('Gửi các văn bản đã phát hành, rồi đóng năm.', 'Send the issued papers, then close the year.'),
    ),
    'year-closed': refusal(
      409,
      said('Năm thi đua đã đóng: hồ sơ chỉ còn đọc được.', 'The year is closed: its records can only be read.'),
      said(
        'Cần sửa thì đề nghị Trưởng Khối mở lại năm, có lý do.',
        'To change something ask the bloc’s head to open the year again, with a reason.',
      ),
    ),
  },
} as const satisfies FeatureWords;
