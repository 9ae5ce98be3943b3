import type { Addressees, LetterKind } from '../letter.js';
import { reminderOf } from '../progress/reminder.js';
import { said } from '../wording.js';

type Row = Readonly<Record<string, unknown>>;

const unit = (record: Row): Addressees => ({ roles: ['unit-head', 'unit-deputy', 'unit-officer'], unitId: String(record.unitId) });
const secretary = (record: Row): Addressees => ({
  roles: ['bloc-secretary'],
  blocId: String(record.blocId),
  cycleId: String(record.cycleId),
});

/** The letters of sections and report. Facts: unit, year, bloc, number, reason; of a reminder by whom and until when. */
export const reportLetters: Readonly<Record<string, LetterKind>> = {
  'section-submitted': {
    to: secretary,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] ${facts.unit} đã gửi phần báo cáo ${facts.number}`,
      paragraphs: [`${facts.unit} đã gửi phần báo cáo ${facts.number}.`, 'Phần báo cáo đang chờ ông/bà xem.'],
    }),
  },
  'section-accepted': {
    to: unit,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Phần báo cáo của ${facts.unit} đã được nhận vào báo cáo`,
      paragraphs: [`Phần báo cáo ${facts.number} của ${facts.unit} đã được nhận vào báo cáo tổng kết.`],
    }),
  },
  'section-reminded': { to: unit, write: reminderOf(said('phần báo cáo', 'report section')) },
  'section-returned': {
    to: unit,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Phần báo cáo của ${facts.unit} được trả lại để bổ sung`,
      paragraphs: [
        `Phần báo cáo ${facts.number} của ${facts.unit} được trả lại để bổ sung.`,
        `Lý do: ${facts.reason}`,
        'Mở phần báo cáo, bổ sung rồi gửi lại.',
      ],
    }),
  },
  'report-frozen': {
    to: secretary,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Nội dung báo cáo tổng kết đã chốt`,
      paragraphs: ['Trưởng Khối đã chốt nội dung báo cáo tổng kết.', 'Lập văn bản rồi trình Văn thư kiểm tra thể thức.'],
    }),
  },
};
