import { refusal, said, type FeatureWords } from '../wording.js';

export const personWords = {
  kinds: { Person: said('người dùng', 'person'), Post: said('chức danh', 'post') },
  states: {
    Person: { active: said('Đang hoạt động', 'Active'), left: said('Đã thôi', 'Has left'), erased: said('Đã xóa tên', 'Erased') },
  },
  events: {
    Post: { give: said('Giao', 'Give') },
    Person: {
      create: said('Lập người dùng', 'Create the person'),
      rename: said('Đổi tên', 'Rename'),
      readdress: said('Đổi e-mail', 'Change e-mail'),
      'give-post': said('Giao chức danh', 'Give a post'),
      'end-post': said('Kết thúc chức danh', 'End a post'),
      invite: said('Gửi lại thư mời', 'Invite again'),
      leave: said('Cho thôi', 'Record as left'),
      rejoin: said('Nhận trở lại', 'Take back'),
      erase: said('Xóa tên', 'Erase'),
    },
  },
  problems: {
    'post-not-yours': refusal(
      403,
      said('Chức danh này không do ông/bà giao.', 'This post is not yours to give.'),
      said('Nhờ quản trị hệ thống giao.', 'Ask the administrator to give it.'),
    ),
    'own-person': refusal(
      403,
      said('Không ai tự giao, tự kết thúc chức danh hay tự đổi tài khoản của chính mình.', 'Nobody gives or ends posts of their own.'),
      said('Nhờ người quản trị khác làm.', 'Ask another administrator.'),
    ),
    'needs-posts-of-yours': refusal(
      403,
      said('Người này giữ chức danh không do ông/bà giao.', 'This person holds a post that is not yours to give.'),
      said('Nhờ quản trị hệ thống thay đổi.', 'Ask the administrator to make the change.'),
    ),
    'needs-no-password-yet': refusal(
      409,
      said('Người này đã đặt mật khẩu.', 'This person has set a password.'),
      said(
        'Nếu quên, người ấy chọn “Quên mật khẩu” ở trang đăng nhập.',
        'If it is forgotten, they choose “Forgotten password” on the sign-in page.',
      ),
    ),
    'needs-later-end': refusal(
      422,
      said('Ngày kết thúc trước ngày bắt đầu.', 'The last day is before the first.'),
      said('Nhập ngày kết thúc từ ngày bắt đầu trở đi.', 'Enter a last day on or after the first.'),
    ),
    'needs-earlier-end': refusal(
      422,
      said('Chức danh này kết thúc ngày {to}; kết thúc không kéo dài được.', 'This post ends on {to}; ending it cannot prolong it.'),
      said('Nhập ngày sớm hơn, hoặc giao một nhiệm kỳ mới.', 'Enter an earlier day, or give a new term.'),
    ),
    'post-held-already': refusal(
      409,
      said('Người này đã giữ chức danh ấy trong thời gian đó.', 'This person holds that post in those days already.'),
      said('Kết thúc nhiệm kỳ cũ trước, hoặc chọn ngày khác.', 'End the earlier term first, or choose other days.'),
    ),
    'post-ended-already': refusal(
      409,
      said('Chức danh này đã kết thúc.', 'This post has ended already.'),
      said('Tải lại trang để xem ngày kết thúc.', 'Reload the page to see its last day.'),
    ),
    'unit-has-head': refusal(
      409,
      said('Đơn vị đã có Thủ trưởng trong thời gian đó.', 'The unit has a head in those days already.'),
      said('Kết thúc nhiệm kỳ của người đang giữ rồi giao lại.', 'End the term of the present head, then give the post again.'),
    ),
    'administrator-alone': refusal(
      409,
      said('Quản trị hệ thống không giữ thêm chức danh nào khác.', 'An administrator holds no other post.'),
      said('Lập tài khoản riêng cho việc quản trị.', 'Make a separate account for administration.'),
    ),
  },
} as const satisfies FeatureWords;
