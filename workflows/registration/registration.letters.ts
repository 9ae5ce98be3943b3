import type { Addressees, LetterKind } from '../letter.js';

const unit = (record: Readonly<Record<string, unknown>>): Addressees => ({
  roles: ['unit-head', 'unit-deputy', 'unit-officer'],
  unitId: String(record.unitId),
});

const reviewer = (record: Readonly<Record<string, unknown>>): Addressees =>
  record.reviewerUnitId
    ? { roles: ['unit-head'], unitId: String(record.reviewerUnitId) }
    : { roles: ['bloc-secretary'], blocId: String(record.blocId), cycleId: String(record.cycleId) };

/** The letters of a registration. Facts: unit, year, bloc, aim, reason. */
export const registrationLetters: Readonly<Record<string, LetterKind>> = {
  'registration-submitted': {
    to: reviewer,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] ${facts.unit} đã gửi bản đăng ký thi đua`,
      paragraphs: [`${facts.unit} đã gửi bản đăng ký: ${facts.aim}.`, 'Bản đăng ký đang chờ ông/bà xem xét.'],
    }),
  },
  'registration-accepted': {
    to: unit,
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Bản đăng ký của ${facts.unit} đã được chấp nhận`,
      paragraphs: [`Bản đăng ký của ${facts.unit} (${facts.aim}) đã được chấp nhận.`],
    }),
  },
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
