import { REMIND } from '../progress/progress.words.js';
import { refusal, said, type FeatureWords } from '../wording.js';

export const registrationWords = {
  kinds: { Registration: said('bản đăng ký', 'registration') },
  states: {
    Registration: {
      draft: said('Nháp', 'Draft'),
      submitted: said('Đơn vị đã trình', 'Submitted by unit'),
      accepted: said('Đã chấp nhận', 'Accepted'),
      returned: said('Trả lại để bổ sung', 'Returned'),
      withdrawn: said('Đã rút', 'Withdrawn'),
    },
  },
  events: {
    Registration: {
      edit: said('Soạn', 'Edit'),
      submit: said('Gửi bản đăng ký', 'Submit registration'),
      recall: said('Lấy lại để sửa', 'Recall to edit'),
      accept: said('Chấp nhận', 'Accept'),
      return: said('Trả lại', 'Return'),
      recuse: said('Xin không xét', 'Decline to judge'),
      withdraw: said('Rút đăng ký', 'Withdraw registration'),
      remind: REMIND,
    },
  },
  problems: {
    'needs-open-registration': refusal(
      409,
      said(
        'Năm thi đua không còn nhận đăng ký: danh sách đã tổng hợp hoặc năm chưa mở.',
        'The year takes no registrations: the list is compiled or the year is not open.',
      ),
      said('Muốn thay đổi, đề nghị Thư ký Khối kèm lý do.', 'To change something, ask the bloc secretary with a reason.'),
    ),
    'needs-time': refusal(
      409,
      said('Đã hết hạn gửi đăng ký ngày {deadline}.', 'The deadline for registrations passed on {deadline}.'),
      said(
        'Hạn đã khóa cùng quy tắc của năm nên không lùi được; báo Thư ký Khối biết lý do.',
        'The deadline is frozen with the rules of the year and cannot be moved; tell the bloc secretary why.',
      ),
    ),
    'needs-aim': refusal(
      409,
      said('Chưa chọn danh hiệu hoặc mức hoàn thành nhiệm vụ.', 'No title or completion level is chosen.'),
      said('Chọn một danh hiệu hoặc một mức hoàn thành.', 'Choose a title or a completion level.'),
    ),
    'needs-targets': refusal(
      409,
      said('Bản đăng ký chưa có chỉ tiêu nào.', 'The registration has no targets.'),
      said('Thêm ít nhất một chỉ tiêu.', 'Add at least one target.'),
    ),
    'needs-planned-evidence': refusal(
      409,
      said(
        'Còn {targetsWithoutEvidence} chỉ tiêu chưa có minh chứng dự kiến.',
        '{targetsWithoutEvidence} targets have no planned evidence.',
      ),
      said('Mở từng chỉ tiêu và ghi minh chứng dự kiến.', 'Open each of them and say what will show it.'),
    ),
  },
} as const satisfies FeatureWords;
