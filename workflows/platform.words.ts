import { refusal, said, type FeatureWords } from './wording.js';

/** Refusals that belong to no single feature. */
export const platformWords = {
  kinds: {},
  states: {},
  events: {},
  problems: {
    stale: refusal(
      409,
      said(
        'Có người vừa sửa bản này: ông/bà đang xem bản {yours}, bản mới nhất là {current}.',
        'Someone changed this: you saw version {yours}, the latest is {current}.',
      ),
      said('So hai bản rồi chọn. Chữ đã gõ còn nguyên.', 'Compare the two and choose. Your text is kept.'),
    ),
    'not-in-this-state': refusal(
      409,
      said('Không thể “{event}” khi {kind} đang ở bước “{state}”.', '“{event}” is not possible while the {kind} is “{state}”.'),
      said('Tải lại trang để thấy bước hiện tại và việc có thể làm.', 'Reload the page to see the present step and what can be done.'),
    ),
    forbidden: refusal(
      403,
      said('Việc này không thuộc quyền của ông/bà.', 'This is not yours to do.'),
      said('Xem tại trang này việc đang chờ ai, hoặc hỏi Thư ký Khối.', 'See on this page who it waits for, or ask the bloc secretary.'),
    ),
    'own-unit': refusal(
      403,
      said(
        'Ông/bà thuộc đơn vị này nên không xem xét được hồ sơ của chính đơn vị mình.',
        'You belong to this unit, so you cannot judge its record.',
      ),
      said('Việc này do đơn vị khác làm theo phân công của Khối.', 'Another unit does this, as the bloc has assigned it.'),
    ),
    recused: refusal(
      403,
      said(
        'Ông/bà, hoặc đơn vị của ông/bà, đã xin không xét việc này vì xung đột lợi ích.',
        'You, or a unit of yours, declined this because of a conflict of interest.',
      ),
      said(
        'Đơn vị hoặc người kế tiếp làm, như trang này ghi; không còn ai thì Thư ký Hội đồng cử người.',
        'The next unit or person does it, as this page says; where nobody is left, the council secretary names one.',
      ),
    ),
    'own-entry': refusal(
      403,
      said('Người nhập không được tự xét duyệt.', 'Who entered it cannot approve it.'),
      said('Chờ một người khác có quyền này.', 'Wait for somebody else who may.'),
    ),
    'not-found': refusal(
      404,
      said('Không tìm thấy trang này, hoặc ông/bà không được xem.', 'Not found, or not yours to see.'),
      said('Về Việc của tôi.', 'Go to My work.'),
    ),
    'sign-in-needed': refusal(
      401,
      said('Chưa đăng nhập, hoặc phiên làm việc đã hết.', 'You are not signed in, or your session ended.'),
      said('Đăng nhập lại; bản nháp còn nguyên.', 'Sign in again; the draft is kept.'),
    ),
    'unknown-capacity': refusal(
      403,
      said('Ông/bà không giữ chức danh đã chọn, hoặc nhiệm kỳ đã hết.', 'You do not hold the chosen post, or its term has ended.'),
      said('Chọn lại chức danh ở góc trên.', 'Choose another capacity at the top.'),
    ),
    'needs-key': refusal(
      400,
      said('Yêu cầu thiếu khóa chống gửi trùng (Idempotency-Key).', 'The request has no Idempotency-Key.'),
      said('Tải lại trang rồi gửi lại.', 'Reload the page and send again.'),
    ),
    'same-key-other-body': refusal(
      422,
      said('Khóa chống gửi trùng này đã dùng cho một yêu cầu khác.', 'This Idempotency-Key was used for another request.'),
      said('Tải lại trang rồi gửi lại.', 'Reload the page and send again.'),
    ),
    'wrong-shape': refusal(
      400,
      said('Dữ liệu gửi lên có {count} điều cần sửa.', 'What was sent has {count} things to correct.'),
      said(
        'Sửa từng mục nêu dưới đây rồi gửi lại. Chưa ghi gì vào hệ thống.',
        'Correct each item below and send again. Nothing was written.',
      ),
    ),
    'too-large': refusal(
      413,
      said('Nội dung gửi lên quá lớn (tối đa {limit}).', 'What was sent is too large (limit {limit}).'),
      said('Rút gọn hoặc tách nhỏ rồi gửi lại.', 'Shorten or split it and send again.'),
    ),
    'unknown-type': refusal(
      415,
      said('Chỉ nhận dữ liệu JSON.', 'Only JSON is accepted here.'),
      said('Gửi lại từ trang của chương trình.', 'Send again from the program’s own page.'),
    ),
    unreadable: refusal(
      400,
      said('Không đọc được yêu cầu này.', 'This request cannot be read.'),
      said('Gửi lại từ trang của chương trình.', 'Send again from the program’s own page.'),
    ),
    'headers-too-large': refusal(
      431,
      said('Phần đầu của yêu cầu (địa chỉ, cookie) quá dài.', 'The head of the request (address, cookies) is too long.'),
      said('Xóa cookie của trang này rồi đăng nhập lại.', 'Remove the cookies of this page and sign in again.'),
    ),
    'too-slow': refusal(
      408,
      said('Yêu cầu đến quá chậm nên đã bị ngắt. Chưa ghi gì.', 'The request came too slowly and was cut. Nothing was written.'),
      said('Kiểm tra đường truyền rồi gửi lại.', 'Check the line and send again.'),
    ),
    'foreign-page': refusal(
      403,
      said('Yêu cầu không đến từ trang của chương trình.', 'The request does not come from a page of the program.'),
      said('Mở chương trình rồi làm lại.', 'Open the program and try again.'),
    ),
    'cannot-print': refusal(
      422,
      said('Có ký tự không in được trong văn bản: {characters}.', 'Some characters cannot be printed in a document: {characters}.'),
      said('Thay các ký tự đó rồi gửi lại.', 'Replace them and send again.'),
    ),
    'broken-record': refusal(
      409,
      said('Hồ sơ này không khớp với nhật ký của nó nên đã bị giữ lại.', 'This record does not match its journal and is held.'),
      said(
        'Báo quản trị hệ thống; không ai sửa được cho đến khi kiểm tra xong.',
        'Tell the administrator; nobody can change it until it is examined.',
      ),
    ),
    'too-many-attempts': refusal(
      429,
      said('Đã thử quá nhiều lần. Thử lại sau {seconds} giây.', 'Too many attempts. Try again in {seconds} seconds.'),
      said(
        'Chờ rồi thử lại; quên mật khẩu thì chọn “Quên mật khẩu” ở trang đăng nhập.',
        'Wait and try again; if you forgot the password, choose “Forgotten password” on the sign-in page.',
      ),
    ),
    busy: refusal(
      503,
      said('Hệ thống đang quá tải. Chưa ghi gì.', 'The system is overloaded. Nothing was written.'),
      said('Thử lại sau ít giây.', 'Try again in a few seconds.'),
    ),
    'database-away': refusal(
      503,
      said(
        'Mất kết nối với cơ sở dữ liệu. Chưa biết việc vừa rồi đã được ghi hay chưa.',
        'The database was cut off. It is not known yet whether this was written.',
      ),
      said(
        'Đợi ít giây, tải lại trang để xem việc đã được ghi chưa; chưa thì làm lại.',
        'Wait a few seconds and reload the page to see whether it was written; if not, do it again.',
      ),
    ),
    'storage-full': refusal(
      507,
      said('Máy chủ hết chỗ ghi. Chưa ghi gì vào hệ thống.', 'The server has no room left to write. Nothing was written.'),
      said(
        'Báo quản trị giải phóng chỗ trống; nội dung đang gõ còn nguyên, thử lại sau.',
        'Tell the administrator to free some space; what you typed is still there, try again later.',
      ),
    ),
    unexpected: refusal(
      500,
      said(
        'Có lỗi ngoài dự kiến. Chưa ghi gì vào hệ thống. Mã tra cứu: {request}.',
        'Something unexpected went wrong. Nothing was written. Reference: {request}.',
      ),
      said('Thử lại; nếu vẫn vậy, báo quản trị kèm mã tra cứu.', 'Try again; if it persists, give the reference to the administrator.'),
    ),
    'unknown-mark': refusal(
      422,
      said('Không đọc được chỗ bắt đầu của trang danh sách này.', 'The place at which this page of the list begins cannot be read.'),
      said('Mở lại danh sách từ đầu.', 'Open the list again from its beginning.'),
    ),
    'already-exists': refusal(
      409,
      said('Đã có {what} này.', 'This {what} exists already.'),
      said('Mở bản đã có, hoặc đặt tên khác.', 'Open the existing one, or use another name.'),
    ),
    'unknown-reference': refusal(
      422,
      said('Không có {what} “{value}”.', 'There is no {what} “{value}”.'),
      said('Kiểm tra lại mã hoặc tên rồi gửi lại.', 'Check the code or name and send again.'),
    ),
  },
} as const satisfies FeatureWords;
