import type { Addressees, LetterKind } from '../letter.js';
import { reminderOf } from '../progress/reminder.js';
import { said } from '../wording.js';

type Columns = Readonly<Record<string, unknown>>;

const headOf = (record: Columns, column: 'reviewerUnitId' | 'verifierUnitId'): Addressees =>
  record[column]
    ? { roles: ['unit-head'], unitId: String(record[column]) }
    : { roles: ['bloc-secretary'], blocId: String(record.blocId), cycleId: String(record.cycleId) };

/** Whoever is to judge next; where no unit is left, the bloc's secretary agrees the scores, and the council's secretary verifies them or names who does. */
const nextJudge = (record: Columns): Addressees => {
  if (record.state === 'open') return headOf(record, 'reviewerUnitId');
  return record.verifierUnitId
    ? { roles: ['unit-head'], unitId: String(record.verifierUnitId) }
    : { roles: ['council-secretary'], provinceId: String(record.provinceId) };
};

/** The letters of a score card. Facts: unit, year, bloc, reason, by whom where somebody declined or reminds, and until when. A letter never tells points. */
export const scorecardLetters: Readonly<Record<string, LetterKind>> = {
  'scorecard-reminded': {
    to: (record) => ({ roles: ['unit-head', 'unit-deputy', 'unit-officer'], unitId: String(record.unitId) }),
    write: reminderOf(said('bảng tự chấm điểm', 'own scores')),
  },
  'scorecard-opened': {
    to: (record) => headOf(record, 'reviewerUnitId'),
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Điểm của ${facts.unit} đã mở niêm phong`,
      paragraphs: [`Điểm của ${facts.unit} đã mở niêm phong và đang chờ ông/bà thẩm định, thống nhất.`],
    }),
  },
  'scorecard-reviewed': {
    to: (record) => headOf(record, 'verifierUnitId'),
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Điểm của ${facts.unit} chờ Khối thẩm định`,
      paragraphs: [`Điểm của ${facts.unit} đã được thống nhất.`, 'Điểm đang chờ ông/bà thẩm định thay mặt Khối.'],
    }),
  },
  'scorecard-returned': {
    to: (record) => headOf(record, 'reviewerUnitId'),
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Điểm của ${facts.unit} được trả lại để xem xét`,
      paragraphs: [`Điểm của ${facts.unit} được trả lại để xem xét lại.`, `Lý do: ${facts.reason}`],
    }),
  },
  'scorecard-recused': {
    to: nextJudge,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Điểm của ${facts.unit} chuyển đến ông/bà`,
      paragraphs: [
        `${facts.by} xin không xét điểm của ${facts.unit} vì xung đột lợi ích.`,
        `Lý do: ${facts.reason}`,
        'Theo thứ tự thay thế của Khối, điểm đang chờ ông/bà. Nếu ông/bà cũng có xung đột lợi ích, Thư ký Hội đồng cử người khác.',
      ],
    }),
  },
  // The secretary may have a conflict too, and no unit comes after: whoever gives that post is told.
  'scorecard-unjudged': {
    to: (record) => (record.reviewerUnitId ? { roles: [] } : { roles: ['council-secretary'], provinceId: String(record.provinceId) }),
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Không còn đơn vị nào thống nhất điểm của ${facts.unit}`,
      paragraphs: [
        `${facts.by} xin không xét điểm của ${facts.unit} vì xung đột lợi ích.`,
        `Lý do: ${facts.reason}`,
        'Thư ký Khối thống nhất điểm. Nếu Thư ký Khối cũng đã xin không xét, đề nghị ông/bà cử thêm người giữ chức danh này.',
      ],
    }),
  },
  'scorecard-excluded': {
    to: (record) => ({ roles: ['unit-head', 'unit-officer'], unitId: String(record.unitId) }),
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] ${facts.unit} không được xếp hạng`,
      paragraphs: [`${facts.unit} được đưa ra khỏi việc chấm điểm, xếp hạng năm ${facts.year}.`, `Lý do: ${facts.reason}`],
    }),
  },
  'scorecard-verified': {
    to: (record) => ({ roles: ['unit-head', 'unit-deputy', 'unit-officer'], unitId: String(record.unitId) }),
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Điểm của ${facts.unit} đã được Khối thẩm định`,
      paragraphs: [`Điểm của ${facts.unit} đã được Khối thẩm định. Mở bảng điểm để xem từng tiêu chí và lý do khác nhau.`],
    }),
  },
};
