import { refusal, said, type FeatureWords } from '../wording.js';

export const dispatchWords = {
  kinds: {
    Dispatch: said('lượt gửi văn bản', 'dispatch'),
    Receipt: said('xác nhận đã nhận', 'receipt'),
    Council: said('trang của Hội đồng', 'council’s page'),
  },
  states: {
    Dispatch: { draft: said('Chưa gửi', 'Not sent'), sent: said('Đã gửi', 'Sent') },
    // The letter to one recipient, as the mail server answered.
    Delivery: {
      queued: said('Đang gửi', 'Being sent'),
      accepted: said('Đã tới, chưa xác nhận', 'Delivered, not confirmed'),
      refused: said('Không tới', 'Not delivered'),
      failed: said('Không gửi được', 'Could not be sent'),
    },
    Receipt: { waiting: said('Chờ xác nhận', 'Waiting for confirmation'), confirmed: said('Đã nhận', 'Received') },
  },
  events: {
    Dispatch: {
      create: said('Lập lượt gửi', 'Prepare dispatch'),
      send: said('Gửi văn bản', 'Send papers'),
      resend: said('Sửa địa chỉ, gửi lại', 'Correct address, send again'),
    },
    Receipt: { create: said('Lập', 'Create'), confirm: said('Xác nhận đã nhận', 'Confirm receipt') },
  },
  problems: {
    'needs-all-issued': refusal(
      409,
      said('Chưa phát hành: {unissuedPapers}.', 'Not issued yet: {unissuedPapers}.'),
      said('Phát hành đủ Báo cáo, Biên bản và Tờ trình rồi gửi.', 'Issue report, minutes and letter of submission, then send.'),
    ),
    'needs-new-papers': refusal(
      409,
      said('Mọi văn bản đã phát hành của năm đều đã gửi.', 'Every issued paper of the year has been sent.'),
      said(
        'Theo dõi lượt gửi trước; khi có văn bản thay thế được phát hành thì lập lượt gửi mới.',
        'Follow the dispatch that was sent; prepare a new one once a replacement has been issued.',
      ),
    ),
    'needs-addresses': refusal(
      409,
      said('Chưa có địa chỉ thư của: {withoutAddress}.', 'No e-mail address for: {withoutAddress}.'),
      said('Quản trị ghi địa chỉ của các nơi đó rồi gửi.', 'An administrator enters these addresses; then send.'),
    ),
    'needs-undelivered-letter': refusal(
      409,
      said('Thư này không bị trả lại nên không gửi lại được.', 'This letter did not come back, so it is not sent again.'),
      said('Chờ xác nhận, hoặc hỏi nơi nhận.', 'Wait for the confirmation, or ask the recipient.'),
    ),
    'needs-incoming-number': refusal(
      422,
      said(
        'Cơ quan thường trực của Hội đồng cần ghi số đến và ngày đến.',
        'The council’s standing body gives its incoming number and date.',
      ),
      said('Ghi số đến, ngày đến rồi xác nhận.', 'Enter number and date, then confirm.'),
    ),
    'needs-incoming-day': refusal(
      422,
      said('Ngày đến phải {possibleDays}.', 'The incoming date must {possibleDays}.'),
      said('Ghi lại ngày đến rồi xác nhận.', 'Enter the date again, then confirm.'),
    ),
    'unknown-link': refusal(
      404,
      said('Liên kết không đúng hoặc không còn dùng được.', 'This link is wrong or no longer valid.'),
      said(
        'Mở lại liên kết trong thư; nếu vẫn vậy, xin nơi gửi thư gửi lại.',
        'Open the link in the letter again; if it stays so, ask for a new letter.',
      ),
    ),
  },
} as const satisfies FeatureWords;
