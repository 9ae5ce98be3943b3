import type { LetterKind } from '../letter.js';

/** These go to the person whom they are about, not to the holders of posts. */
const oneself = () => ({ roles: [] });

/** The letters about an account. Their links lead to the page where a password is set. Facts: province. */
export const accountLetters: Readonly<Record<string, LetterKind>> = {
  'account-invited': {
    to: oneself,
    write: (facts) => ({
      subject: 'Tài khoản của ông/bà trong chương trình Thi Đua',
      paragraphs: [
        `Ông/bà đã được lập tài khoản trong chương trình Thi Đua của các khối thi đua ${facts.province}.`,
        'Mở liên kết dưới đây để đặt mật khẩu. Liên kết dùng một lần, trong 14 ngày; không chuyển thư này cho người khác.',
        'Quá hạn, chọn “Quên mật khẩu” ở trang đăng nhập để nhận liên kết mới.',
      ],
    }),
  },
  'account-reset': {
    to: oneself,
    write: () => ({
      subject: 'Đặt lại mật khẩu chương trình Thi Đua',
      paragraphs: [
        'Có người đề nghị đặt lại mật khẩu cho địa chỉ này.',
        'Nếu đó là ông/bà: mở liên kết dưới đây để đặt mật khẩu mới. Liên kết dùng một lần, trong 30 phút.',
        'Nếu không phải ông/bà: không cần làm gì, mật khẩu đang dùng không thay đổi.',
      ],
    }),
  },
  'factor-added': {
    to: oneself,
    write: () => ({
      subject: 'Đã bật xác thực hai bước trong chương trình Thi Đua',
      paragraphs: [
        'Từ nay, đăng nhập và ký cần thêm mã của ứng dụng xác thực. Giữ các mã dự phòng ở nơi an toàn, không cùng chỗ với máy.',
        'Nếu không phải ông/bà làm: đổi mật khẩu ngay và báo cho quản trị hệ thống.',
      ],
    }),
  },
  'factor-removed': {
    to: oneself,
    write: () => ({
      subject: 'Đã tắt xác thực hai bước trong chương trình Thi Đua',
      paragraphs: [
        'Từ nay, chỉ mật khẩu là đủ để đăng nhập.',
        'Nếu không phải ông/bà làm: đổi mật khẩu ngay, bật lại xác thực hai bước và báo cho quản trị hệ thống.',
      ],
    }),
  },
  'account-readdressed': {
    to: oneself,
    write: () => ({
      subject: 'Địa chỉ đăng nhập chương trình Thi Đua đã đổi',
      paragraphs: [
        'Người quản trị đã đổi địa chỉ e-mail đăng nhập của ông/bà; từ nay thư không đến địa chỉ này nữa. Các phiên làm việc đã kết thúc.',
        'Nếu ông/bà không đề nghị đổi: báo ngay cho thư ký Hội đồng hoặc quản trị hệ thống.',
      ],
    }),
  },
  'password-changed': {
    to: oneself,
    write: () => ({
      subject: 'Mật khẩu chương trình Thi Đua đã thay đổi',
      paragraphs: [
        'Mật khẩu của ông/bà vừa được thay đổi; các phiên làm việc khác đã kết thúc.',
        'Nếu không phải ông/bà làm: đặt lại mật khẩu ngay qua liên kết dưới đây và báo cho quản trị hệ thống.',
      ],
    }),
  },
};
