import { refusal, said, type FeatureWords } from '../wording.js';

export const accountWords = {
  kinds: {
    Account: said('tài khoản', 'account'),
  },
  states: {},
  events: {},
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
    'needs-code': refusal(
      401,
      said('Tài khoản này đăng nhập bằng hai bước.', 'This account signs in in two steps.'),
      said(
        'Nhập mã 6 chữ số của ứng dụng xác thực, hoặc một mã dự phòng.',
        'Enter the 6-digit code of your authenticator, or a recovery code.',
      ),
    ),
    'wrong-code': refusal(
      401,
      said('Mã không đúng hoặc đã được dùng.', 'The code is wrong or has been used.'),
      said(
        'Chờ mã mới trong ứng dụng rồi nhập lại; mất máy thì dùng mã dự phòng.',
        'Wait for the next code and enter it; without the device use a recovery code.',
      ),
    ),
    'wrong-first-code': refusal(
      422,
      said('Mã quản trị đầu tiên không đúng.', 'This is not the code for the first administrator.'),
      said(
        'Chép lại mã của lần khởi động mới nhất trong nhật ký của chương trình; mã in trước đó không còn dùng được.',
        'Copy the code that the newest start wrote into the program’s log; codes printed before no longer hold.',
      ),
    ),
    'expired-first-code': refusal(
      410,
      said('Mã quản trị đầu tiên đã hết hạn.', 'The code for the first administrator has expired.'),
      said('Khởi động lại chương trình rồi lấy mã mới trong nhật ký.', 'Restart the program and take the new code from its log.'),
    ),
    'needs-fresh-proof': refusal(
      403,
      said(
        'Việc này chưa được làm: đã quá {minutes} phút kể từ lần cuối ông/bà xác nhận là chính mình.',
        'This was not done: more than {minutes} minutes have passed since you last proved that it is you.',
      ),
      said('Bấm lại rồi nhập {what} khi được hỏi.', 'Press again, and enter {what} when you are asked.'),
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
