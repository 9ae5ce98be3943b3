import { refusal, said, type FeatureWords } from '../wording.js';

export const accountWords = {
  kinds: {
    Account: said('tài khoản', 'account'),
    Province: said('tỉnh', 'province'),
    Unit: said('đơn vị', 'unit'),
    Person: said('người dùng', 'person'),
    Bloc: said('khối thi đua', 'emulation bloc'),
    Post: said('chức danh', 'post'),
  },
  states: {},
  events: {
    Post: { give: said('Giao', 'Give') },
    Unit: { create: said('Lập', 'Create') },
    Person: { create: said('Lập', 'Create') },
    Province: { create: said('Lập', 'Create') },
    Bloc: {
      create: said('Lập', 'Create'),
      'address-checkpoints': said('Đổi nơi nhận mốc nhật ký', 'Change where checkpoints are written to'),
    },
  },
  problems: {
    'wrong-sign-in': refusal(
      401,
      said('E-mail hoặc mật khẩu không đúng.', 'E-mail or password is wrong.'),
      said(
        'Kiểm tra rồi nhập lại; nếu quên mật khẩu, chọn “Quên mật khẩu”.',
        'Check and try again; if you forgot the password, choose “Forgotten password”.',
      ),
    ),
    'wrong-password': refusal(
      403,
      said('Mật khẩu hiện tại không đúng.', 'The present password is wrong.'),
      said('Nhập lại mật khẩu đang dùng.', 'Enter the password you use now.'),
    ),
    'weak-password': refusal(
      422,
      said('Mật khẩu mới quá ngắn hoặc quá dễ đoán.', 'The new password is too short or too easy to guess.'),
      said(
        'Dùng ít nhất 15 ký tự; tốt nhất là một câu riêng mà chỉ ông/bà nhớ.',
        'Use at least 15 characters; a sentence of your own that only you remember is best.',
      ),
    ),
    'post-not-yours': refusal(
      403,
      said('Chức danh này không do ông/bà giao.', 'This post is not yours to give.'),
      said('Nhờ quản trị hệ thống giao.', 'Ask the administrator to give it.'),
    ),
    'used-link': refusal(
      410,
      said('Liên kết này đã được dùng.', 'This link has been used.'),
      said(
        'Đăng nhập; nếu không nhớ mật khẩu, chọn “Quên mật khẩu” để nhận thư mới.',
        'Sign in; if you forgot the password, ask for a new letter.',
      ),
    ),
    'expired-link': refusal(
      410,
      said('Liên kết này đã hết hạn.', 'This link is no longer valid.'),
      said('Chọn “Quên mật khẩu” ở trang đăng nhập để nhận thư mới.', 'Choose “Forgotten password” on the sign-in page for a new letter.'),
    ),
  },
} as const satisfies FeatureWords;
