import { said, type Said } from '../wording.js';

/** A word of the field and what it means, in one sentence. */
interface TermWords {
  /** As GLOSSARY.md names it. */
  readonly name: Said;
  readonly meaning: Said;
}

/** The words that forms explain beside their fields. */
export const termWords = {
  title: {
    name: said('danh hiệu', 'title'),
    meaning: said(
      'Cờ thi đua hoặc Bằng khen mà đơn vị phấn đấu trong năm; không đăng ký danh hiệu nào thì không được đề nghị danh hiệu ấy.',
      'The flag or certificate of merit that a unit strives for in the year; a unit that did not register for one is not nominated for it.',
    ),
  },
  level: {
    name: said('mức hoàn thành nhiệm vụ', 'completion level'),
    meaning: said(
      'Mức mà đơn vị tự đặt ra cho nhiệm vụ trong năm, thay cho một danh hiệu.',
      'How well the unit means to complete its tasks in the year, instead of a title.',
    ),
  },
  target: {
    name: said('chỉ tiêu', 'target'),
    meaning: said(
      'Một việc đơn vị cam kết làm trong năm, đo được bằng một con số có đơn vị tính.',
      'Something that the unit undertakes for the year, measured by a number with its unit.',
    ),
  },
  evidence: {
    name: said('minh chứng', 'evidence'),
    meaning: said(
      'Văn bản, số liệu hoặc đường dẫn cho thấy việc đã làm, để người xem xét và người chấm kiểm tra được.',
      'A document, figure or link that shows what was done, so that reviewers and scorers can check it.',
    ),
  },
  selfScore: {
    name: said('tự chấm', 'self-score'),
    meaning: said(
      'Đơn vị ghi điểm cho chính mình theo bảng tiêu chí; các đơn vị chấm chéo thấy điểm ấy khi đã gửi.',
      'The unit gives itself points by the criteria table; the units that score it see them once they are sent.',
    ),
  },
  figure: {
    name: said('số liệu', 'figure'),
    meaning: said(
      'Một kết quả bằng số trong năm, ghi thành dòng riêng để báo cáo trích và đối chiếu được.',
      'One result of the year as a number, in a row of its own, so that the report can quote and compare it.',
    ),
  },
  qualifier: {
    name: said('mức', 'qualifier'),
    meaning: said(
      'Cho biết con số là đúng bằng, khoảng, trên hay dưới giá trị ghi bên cạnh.',
      'Says whether the number is exactly, about, above or below the value beside it.',
    ),
  },
  comparison: {
    name: said('mốc so sánh', 'base of comparison'),
    meaning: said(
      'Con số được so với gì: năm trước, kế hoạch năm, hay một mốc khác có tên.',
      'What the number is compared with: the year before, the year’s plan, or another base that is named.',
    ),
  },
  award: {
    name: said('hình thức khen thưởng', 'form of commendation'),
    meaning: said(
      'Tên đúng của danh hiệu, bằng hoặc giấy khen trong quyết định, ví dụ “Bằng khen của Chủ tịch UBND tỉnh”.',
      'The exact name of the title or certificate in the decision, such as “Bằng khen của Chủ tịch UBND tỉnh”.',
    ),
  },
  asOf: {
    name: said('ngày chốt số liệu', 'day of the figures'),
    meaning: said(
      'Ngày mà các con số trong báo cáo còn đúng; việc xảy ra sau ngày ấy không được tính.',
      'The day on which the figures of the report hold; what happens later is not counted.',
    ),
  },
  conflict: {
    name: said('xung đột lợi ích', 'conflict of interest'),
    meaning: said(
      'Có quan hệ hoặc quyền lợi khiến người khác nghi ngờ sự công tâm; khi ấy đơn vị xin không chấm, không xét, không bình xét.',
      'A relation or interest that lets others doubt fairness; the unit then declines to score, judge or decide.',
    ),
  },
  tieChain: {
    name: said('chuỗi phân định', 'tie chain'),
    meaning: said(
      'Các bước, theo thứ tự của quy tắc năm, để phân định những đơn vị bằng điểm hoặc bằng phiếu.',
      'The steps, in the order of the year’s rules, that decide between units with equal points or votes.',
    ),
  },
} as const satisfies Readonly<Record<string, TermWords>>;
export type Term = keyof typeof termWords;
