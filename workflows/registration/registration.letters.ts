import type { LetterWriter } from '../letter.js';

/** The letters of a registration. Facts: unit, year, bloc, aim, reason, deadline. */
export const registrationLetters = {
  'registration-submitted': {
    to: 'reviewer',
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] ${facts.unit} đã gửi bản đăng ký thi đua`,
      paragraphs: [`${facts.unit} đã gửi bản đăng ký: ${facts.aim}.`, 'Bản đăng ký đang chờ ông/bà xem xét.'],
    }),
  },
  'registration-accepted': {
    to: 'unit',
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Bản đăng ký của ${facts.unit} đã được chấp nhận`,
      paragraphs: [`Bản đăng ký của ${facts.unit} (${facts.aim}) đã được chấp nhận.`],
    }),
  },
  'registration-returned': {
    to: 'unit',
    write: (facts) => ({
      subject: `[${facts.bloc} ${facts.year}] Bản đăng ký của ${facts.unit} được trả lại để bổ sung`,
      paragraphs: [
        `Bản đăng ký của ${facts.unit} được trả lại để bổ sung.`,
        `Lý do: ${facts.reason}`,
        'Mở bản đăng ký, bổ sung rồi gửi lại.',
      ],
    }),
  },
} satisfies Record<string, { to: 'reviewer' | 'unit'; write: LetterWriter }>;
