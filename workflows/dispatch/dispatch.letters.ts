import type { Addressees, LetterKind } from '../letter.js';
import { documentTypeWords } from '../register/document.words.js';
import type { PaperSent } from './dispatch.schema.js';
import { dayWritten } from '../working-days.js';

const officer = (record: Readonly<Record<string, unknown>>): Addressees => ({
  roles: ['records-officer', 'bloc-secretary'],
  blocId: String(record.blocId),
  cycleId: String(record.cycleId),
});

/** A paper as a letter lists it, with the one that it replaces. */
export function paperLine({ type, number, day, title, replaces }: PaperSent): string {
  const name = documentTypeWords[type].vi;
  const instead = replaces ? ` (thay thế ${name} số ${replaces})` : '';
  return `- ${name} số ${number} ngày ${dayWritten(day)}: ${title}${instead}`;
}

/** The letters of a dispatch. Facts: kind (of the recipient), bloc (full name), year, papers (one a line), recipient, reason, number, day. */
export const dispatchLetters: Readonly<Record<string, LetterKind>> = {
  // Its recipients are those of the dispatch, written by its procedure; nobody is added by post.
  'dispatch-sent': {
    to: () => ({ roles: [] }),
    write: (facts) => ({
      subject: `${facts.bloc}: báo cáo tổng kết và hồ sơ đề nghị khen thưởng năm ${facts.year}`,
      paragraphs: [
        `${facts.bloc} gửi kèm thư này các văn bản sau:`,
        `${facts.papers}`,
        facts.kind === 'board'
          ? 'Đề nghị mở liên kết dưới đây để xác nhận đã nhận và ghi số đến, ngày đến.'
          : 'Đề nghị mở liên kết dưới đây để xác nhận đã nhận.',
      ],
    }),
  },
  'dispatch-undelivered': {
    to: officer,
    write: (facts) => ({
      subject: `[${facts.year}] Thư không tới ${facts.recipient}`,
      paragraphs: [
        `Thư gửi ${facts.recipient} không tới nơi. Máy chủ thư trả lời: ${facts.reason}`,
        'Sửa địa chỉ rồi gửi lại; các văn bản giữ nguyên.',
      ],
    }),
  },
  'receipt-confirmed': {
    to: officer,
    write: (facts) => ({
      subject: `[${facts.year}] ${facts.recipient} xác nhận đã nhận`,
      paragraphs: [
        `${facts.recipient} xác nhận đã nhận hồ sơ năm ${facts.year} của ${facts.bloc}.`,
        ...(facts.number ? [`Số đến ${facts.number}${facts.day ? `, ngày đến ${facts.day}` : ''}.`] : []),
      ],
    }),
  },
};
