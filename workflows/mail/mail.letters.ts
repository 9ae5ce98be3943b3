import type { LetterKind } from '../letter.js';

/** A letter that only shows that letters arrive. It goes to whoever asks for it. */
export const mailLetters: Readonly<Record<string, LetterKind>> = {
  'mail-test': {
    to: () => ({ roles: [] }),
    write: () => ({
      subject: 'Thư thử của chương trình Thi Đua',
      paragraphs: [
        'Quản trị hệ thống gửi thư này để thử máy chủ thư. Nhận được thư là cài đặt thư đang đúng.',
        'Nếu thư nằm trong mục thư rác: đề nghị người phụ trách tên miền kiểm tra SPF, DKIM và DMARC của địa chỉ gửi.',
      ],
    }),
  },
};
