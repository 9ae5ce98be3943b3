import { REMIND } from '../progress/progress.words.js';
import { refusal, said, type FeatureWords, type Said } from '../wording.js';
import type { ReportPart, ReportPlace } from './report.schema.js';

/** What the head's own parts are called, on screen and in the outline. */
export const reportPartWords = {
  bases: said('Căn cứ', 'Legal bases'),
  leadership: said('Công tác chỉ đạo và triển khai thực hiện', 'Leadership and implementation'),
  papers: said('Việc ban hành các văn bản thi đua của Khối', 'Papers of the bloc'),
  assessment: said('Đánh giá chung', 'General assessment'),
  limitations: said('Hạn chế', 'Limitations'),
  causes: said('Nguyên nhân', 'Causes'),
  directions: said('Phương hướng, nhiệm vụ năm sau', 'Directions and tasks of the next year'),
} as const satisfies Record<ReportPart, unknown>;

/** What the day of the figures and the last sentence are called. */
export const reportDetailWords = {
  asOf: said('Số liệu tính đến ngày', 'Figures as of'),
  closing: said('Lời kết', 'Closing'),
};

/** Every place of the report in which the head writes, by name. */
export const reportPlaceWords: Readonly<Record<ReportPlace, Said>> = { ...reportPartWords, ...reportDetailWords };

export const reportWords = {
  kinds: { Section: said('phần báo cáo', 'report section'), Report: said('báo cáo tổng kết', 'year-end report') },
  states: {
    Section: {
      draft: said('Đang soạn', 'Being written'),
      submitted: said('Đơn vị đã gửi', 'Submitted by unit'),
      accepted: said('Đã nhận vào báo cáo', 'Accepted'),
      returned: said('Trả lại để bổ sung', 'Returned'),
    },
    Report: { draft: said('Đang tổng hợp', 'Being compiled'), frozen: said('Đã chốt nội dung', 'Content frozen') },
  },
  events: {
    Section: {
      edit: said('Soạn phần báo cáo', 'Write section'),
      submit: said('Gửi phần báo cáo', 'Submit section'),
      recall: said('Lấy lại để sửa', 'Recall to edit'),
      accept: said('Nhận vào báo cáo', 'Accept'),
      return: said('Trả lại', 'Return'),
      reopen: said('Mở lại', 'Open again'),
      remind: REMIND,
    },
    Report: {
      edit: said('Soạn phần chung', 'Write own parts'),
      freeze: said('Chốt nội dung báo cáo', 'Freeze the report'),
      reopen: said('Mở lại', 'Open again'),
    },
  },
  problems: {
    'needs-open-report': refusal(
      409,
      said('Nội dung báo cáo đã chốt nên phần của đơn vị không thay đổi được nữa.', 'The report is frozen; its sections cannot change.'),
      said('Cần sửa thì đề nghị Trưởng Khối mở lại báo cáo, nêu lý do.', 'Ask the bloc head to open the report again, with a reason.'),
    ),
    'needs-text': refusal(
      409,
      said('Phần báo cáo chưa có đoạn văn nào.', 'The section has no text yet.'),
      said('Viết ít nhất một đoạn rồi gửi.', 'Write at least one paragraph, then submit.'),
    ),
    'needs-single-indicators': refusal(
      409,
      said('Có số liệu được ghi hai lần: {repeatedKeys}.', 'Some figures stand twice: {repeatedKeys}.'),
      said('Giữ một số liệu cho mỗi việc rồi gửi lại.', 'Keep one figure for each thing, then submit again.'),
    ),
    'needs-other-secretary': refusal(
      403,
      said(
        'Ông/bà thuộc đơn vị này nên không nhận được phần báo cáo của chính đơn vị mình.',
        'You belong to this unit, so you cannot accept its section.',
      ),
      said(
        'Thư ký khác của Khối nhận; nếu chưa có, đề nghị quản trị giao thêm.',
        'Another bloc secretary does; if there is none, ask the administrator.',
      ),
    ),
    'needs-all-sections': refusal(
      409,
      said(
        'Còn {waitingSections} phần báo cáo chưa được nhận: {waitingUnits}.',
        '{waitingSections} sections are not accepted yet: {waitingUnits}.',
      ),
      said('Chờ hoặc nhắc các đơn vị đó.', 'Wait for these units, or remind them.'),
    ),
    'needs-own-parts': refusal(
      409,
      said('Phần chung còn thiếu: {missingPartNames}.', 'Own parts are missing: {missingPartNames}.'),
      said('Soạn đủ các mục đó rồi chốt.', 'Write them, then freeze.'),
    ),
    'needs-decided-rounds': refusal(
      409,
      said('Còn {waitingRounds} vòng bình xét chưa có kết quả.', '{waitingRounds} nomination rounds are not decided yet.'),
      said('Chờ hội nghị bình xét quyết định rồi làm tiếp.', 'Wait for the meeting to decide, then go on.'),
    ),
    'needs-no-signing': refusal(
      409,
      said(
        'Một báo cáo đã có số và đang chờ ký nên nội dung không mở lại được.',
        'A report has its number and waits for its signature, so the content cannot be opened.',
      ),
      said('Trả lại văn bản đó hoặc ký xong rồi lập văn bản thay thế.', 'Return that document, or sign it and make one that replaces it.'),
    ),
  },
} as const satisfies FeatureWords;
