import type { Addressees, LetterKind } from '../letter.js';
import { reminderOf } from '../progress/reminder.js';
import { said } from '../wording.js';

const unit = (record: Readonly<Record<string, unknown>>): Addressees => ({
  roles: ['unit-head', 'unit-deputy', 'unit-officer'],
  unitId: String(record.unitId),
});

const reviewer = (record: Readonly<Record<string, unknown>>): Addressees =>
  record.reviewerUnitId
    ? { roles: ['unit-head'], unitId: String(record.reviewerUnitId) }
    : { roles: ['bloc-secretary'], blocId: String(record.blocId), cycleId: String(record.cycleId) };

/** The letters of a registration. Facts: unit, year, bloc, aim, reason, by whom where somebody declined or reminds, and until when. */
export const registrationLetters: Readonly<Record<string, LetterKind>> = {
  'registration-submitted': {
    to: reviewer,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] ${facts.unit} đã gửi bản đăng ký thi đua`,
      paragraphs: [`${facts.unit} đã gửi bản đăng ký: ${facts.aim}.`, 'Bản đăng ký đang chờ ông/bà xem xét.'],
    }),
  },
  'registration-recused': {
    to: reviewer,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Bản đăng ký của ${facts.unit} chuyển đến ông/bà`,
      paragraphs: [
        `${facts.by} xin không xét bản đăng ký của ${facts.unit} vì xung đột lợi ích.`,
        `Lý do: ${facts.reason}`,
        'Theo thứ tự thay thế của Khối, bản đăng ký đang chờ ông/bà. Nếu ông/bà cũng có xung đột lợi ích, Thư ký Hội đồng cử người khác.',
      ],
    }),
  },
  // The secretary may have a conflict too, and no unit comes after: whoever gives that post is told.
  'registration-unjudged': {
    to: (record) => (record.reviewerUnitId ? { roles: [] } : { roles: ['council-secretary'], provinceId: String(record.provinceId) }),
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Không còn đơn vị nào xét bản đăng ký của ${facts.unit}`,
      paragraphs: [
        `${facts.by} xin không xét bản đăng ký của ${facts.unit} vì xung đột lợi ích.`,
        `Lý do: ${facts.reason}`,
        'Thư ký Khối xét bản đăng ký. Nếu Thư ký Khối cũng đã xin không xét, đề nghị ông/bà cử thêm người giữ chức danh này.',
      ],
    }),
  },
  'registration-accepted': {
    to: unit,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Bản đăng ký của ${facts.unit} đã được chấp nhận`,
      paragraphs: [`Bản đăng ký của ${facts.unit} (${facts.aim}) đã được chấp nhận.`],
    }),
  },
  'registration-reminded': { to: unit, write: reminderOf(said('bản đăng ký thi đua', 'registration')) },
  'registration-returned': {
    to: unit,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Bản đăng ký của ${facts.unit} được trả lại để bổ sung`,
      paragraphs: [
        `Bản đăng ký của ${facts.unit} được trả lại để bổ sung.`,
        `Lý do: ${facts.reason}`,
        'Mở bản đăng ký, bổ sung rồi gửi lại.',
      ],
    }),
  },
};
