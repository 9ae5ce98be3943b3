import { refusal, said, type FeatureWords } from '../wording.js';

export const accountWords = {
  kinds: {
    Account: said('tài khoản', 'account'),
    Province: said('tỉnh', 'province'),
    Unit: said('đơn vị', 'unit'),
    Person: said('người dùng', 'person'),
    Bloc: said('khối thi đua', 'emulation bloc'),
  },
  states: {},
  events: {
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
        'Kiểm tra rồi nhập lại; nếu quên mật khẩu, hỏi quản trị.',
        'Check and try again; if you forgot the password, ask the administrator.',
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
      said('Dùng ít nhất 12 ký tự; một câu dễ nhớ là tốt nhất.', 'Use at least 12 characters; a sentence you remember is best.'),
    ),
  },
} as const satisfies FeatureWords;
