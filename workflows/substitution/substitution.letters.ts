import type { LetterKind } from '../letter.js';

/** These go to the two persons whom they are about, not to the holders of posts. */
const parties = () => ({ roles: [] });

/** The letters of a substitution. Facts: principal, substitute, manner, areas, from, to. */
export const substitutionLetters: Readonly<Record<string, LetterKind>> = {
  'substitution-given': {
    to: parties,
    write: ({ substitute, manner, areas, from, to }) => ({
      subject: `Đã giao ${substitute} ${manner}`,
      paragraphs: [
        `Ông/bà đã giao ${substitute} ${manner}, từ ${from} đến ${to}.`,
        `Việc được giao: ${areas}.`,
        'Hết giờ trên, quyền này tự hết; có thể thu lại sớm hơn ở trang Tài khoản. Nếu không phải ông/bà giao: thu lại ngay và đổi mật khẩu.',
      ],
    }),
  },
  'substitution-received': {
    to: parties,
    write: ({ principal, manner, areas, from, to }) => ({
      subject: `Ông/bà được giao ${manner} ${principal}`,
      paragraphs: [
        `${principal} giao ông/bà ${manner}, từ ${from} đến ${to}.`,
        `Việc được giao: ${areas}.`,
        'Việc làm thay được ghi tên cả hai người trong nhật ký và trên văn bản; không giao lại cho người khác.',
      ],
    }),
  },
  'substitution-ended': {
    to: parties,
    write: ({ principal, substitute, manner }) => ({
      subject: `Đã thu lại việc giao ${substitute} ${manner}`,
      paragraphs: [`${principal} đã thu lại việc giao ${substitute} ${manner}. Quyền làm thay hết từ lúc đó.`],
    }),
  },
};
