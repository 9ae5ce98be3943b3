import { refusal, said, type FeatureWords } from '../wording.js';

export const unitWords = {
  kinds: {
    Province: said('tỉnh', 'province'),
    Unit: said('đơn vị', 'unit'),
    Bloc: said('khối thi đua', 'emulation bloc'),
  },
  states: {
    Unit: { active: said('Đang hoạt động', 'Active'), ended: said('Đã kết thúc hoạt động', 'Ended') },
    Province: { active: said('Đang hoạt động', 'Active') },
    Bloc: { active: said('Đang hoạt động', 'Active') },
  },
  events: {
    Unit: {
      create: said('Lập đơn vị', 'Create the unit'),
      rename: said('Đổi tên', 'Rename'),
      readdress: said('Đổi e-mail', 'Change e-mail'),
      merge: said('Sáp nhập', 'Merge'),
      split: said('Tách', 'Split off'),
      divide: said('Chia', 'Divide'),
      transfer: said('Chuyển khối', 'Transfer to another bloc'),
      depart: said('Chuyển tỉnh', 'Move to another province'),
      dissolve: said('Giải thể', 'Dissolve'),
      restore: said('Khôi phục đơn vị', 'Restore the unit'),
    },
    Province: { create: said('Lập tỉnh', 'Create the province'), revise: said('Sửa thông tin', 'Revise') },
    Bloc: {
      create: said('Lập khối thi đua', 'Create the bloc'),
      revise: said('Sửa thông tin', 'Revise'),
      'address-checkpoints': said('Đổi nơi nhận mốc nhật ký', 'Change where checkpoints are written to'),
    },
  },
  problems: {
    'needs-ended-posts': refusal(
      409,
      said('Đơn vị còn {openPosts} chức danh chưa có ngày kết thúc.', 'The unit has {openPosts} posts without a last day.'),
      said('Kết thúc các chức danh ấy ở trang Người dùng trước.', 'End these posts on the page of people first.'),
    ),
    'needs-unused-ending': refusal(
      409,
      said(
        'Việc kết thúc này đã có hệ quả ở {yearsWithout}: đơn vị được đưa ra khỏi chấm điểm, hoặc hội nghị đã bình xét khi không có đơn vị này.',
        'This ending has had consequences in {yearsWithout}: the unit is out of the scoring, or a meeting has decided without it.',
      ),
      said(
        'Việc kết thúc giữ nguyên. Đơn vị còn hoạt động thì lập mới với mã khác, tham gia từ năm sau.',
        'The ending stands. If the unit still exists, make it anew under another code, for the next year on.',
      ),
    ),
    'needs-later-name': refusal(
      422,
      said(
        'Tên mới phải có hiệu lực sau ngày {from}, khi tên đang dùng bắt đầu.',
        'The new name must begin after {from}, when the present one began.',
      ),
      said('Nhập ngày sau đó.', 'Enter a later day.'),
    ),
    'needs-other-unit': refusal(
      422,
      said(
        'Đơn vị kế thừa phải là đơn vị khác, đang hoạt động, trong cùng tỉnh.',
        'The successor must be another active unit of the same province.',
      ),
      said('Chọn đơn vị khác, hoặc lập đơn vị mới trước.', 'Choose another unit, or make the new one first.'),
    ),
    'unit-ended': refusal(
      409,
      said('{unit} đã kết thúc hoạt động ngày {on}.', '{unit} ended on {on}.'),
      said('Bỏ đơn vị này, hoặc thay bằng đơn vị kế thừa.', 'Leave this unit out, or take its successor.'),
    ),
  },
} as const satisfies FeatureWords;
