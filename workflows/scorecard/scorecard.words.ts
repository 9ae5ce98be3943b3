import { REMIND } from '../progress/progress.words.js';
import { refusal, said, type FeatureWords } from '../wording.js';

export const scorecardWords = {
  kinds: { Scorecard: said('bảng điểm', 'score card'), Sheet: said('phiếu chấm chéo', 'peer sheet') },
  states: {
    Scorecard: {
      self: said('Đang tự chấm', 'Self-scoring'),
      peer: said('Đang chấm chéo, niêm phong', 'Peer scoring, sealed'),
      open: said('Chờ thống nhất điểm', 'Waiting to be agreed'),
      reviewed: said('Đã thống nhất điểm', 'Agreed'),
      verified: said('Khối đã thẩm định', 'Verified by the bloc'),
      excluded: said('Không xếp hạng', 'Not ranked'),
    },
    Sheet: {
      draft: said('Đang chấm', 'Being scored'),
      submitted: said('Đã gửi', 'Submitted'),
      recused: said('Xin không chấm', 'Declined to score'),
    },
  },
  events: {
    Scorecard: {
      edit: said('Tự chấm', 'Score'),
      submit: said('Gửi tự chấm', 'Submit own scores'),
      unseal: said('Mở niêm phong', 'Open the seal'),
      review: said('Thống nhất điểm', 'Agree the scores'),
      verify: said('Thẩm định', 'Verify'),
      return: said('Trả lại', 'Return'),
      recuse: said('Xin không xét', 'Decline to judge'),
      exclude: said('Đưa ra khỏi xếp hạng', 'Take out of the ranking'),
      remind: REMIND,
    },
    Sheet: {
      edit: said('Chấm', 'Score'),
      submit: said('Gửi phiếu chấm', 'Submit sheet'),
      recuse: said('Xin không chấm', 'Decline to score'),
      reopen: said('Nhận chấm lại', 'Take up scoring again'),
    },
  },
  problems: {
    'needs-all-items': refusal(
      409,
      said('Còn {lacking} tiêu chí chưa có điểm: {lackingItems}.', '{lacking} criteria have no points yet: {lackingItems}.'),
      said('Chấm đủ các tiêu chí đó; không phát sinh thì ghi 0.', 'Give points to each of them; where nothing happened, 0.'),
    ),
    'needs-evidence': refusal(
      409,
      said(
        'Còn {withoutEvidence} tiêu chí có điểm mà chưa có minh chứng: {evidenceItems}.',
        '{withoutEvidence} criteria have points but no evidence: {evidenceItems}.',
      ),
      said('Ghi minh chứng (số văn bản, đường dẫn) hoặc để điểm 0.', 'Say what shows it (a paper’s number, a link) or give 0.'),
    ),
    'needs-all-sheets': refusal(
      409,
      said(
        'Còn {pending} phiếu chấm chéo chưa gửi; hạn đến hết ngày {deadline}.',
        '{pending} peer sheets are not in; the last day is {deadline}.',
      ),
      said(
        'Các đơn vị chấm chéo nhau mở niêm phong cùng lúc: khi đủ phiếu hoặc hết hạn.',
        'The units that score one another are opened together: when all sheets are in or the day is over.',
      ),
    ),
    'needs-judged-items': refusal(
      422,
      said(
        'Không có phiếu chấm chéo: mọi tiêu chí phải có điểm của đơn vị thống nhất điểm.',
        'No peer sheet came in: every criterion needs the reviewer’s points.',
      ),
      said('Chấm từng tiêu chí và ghi lý do.', 'Give points to each criterion and say why.'),
    ),
    'needs-reason-for-difference': refusal(
      422,
      said(
        'Điểm khác bước trước phải có lý do, ít nhất {reasonMinimum} ký tự.',
        'Points that differ from the stage before need a reason of {reasonMinimum} characters or more.',
      ),
      said('Ghi lý do ở từng tiêu chí đã sửa điểm.', 'Give the reason at each criterion that you changed.'),
    ),
    'needs-self-scores': refusal(
      409,
      said('Đơn vị được chấm chưa gửi điểm tự chấm.', 'The unit that you score has not submitted its own scores.'),
      said('Cứ chấm nháp; gửi khi đơn vị đã gửi tự chấm.', 'Score in draft; submit once the unit has.'),
    ),
    'needs-sealed-scores': refusal(
      409,
      said(
        'Đã hết hạn chấm chéo hoặc niêm phong đã mở; không nhận thêm phiếu.',
        'Peer scoring is over or the seal is open; no more sheets are taken.',
      ),
      said(
        'Có ý kiến thì nêu với đơn vị thống nhất điểm, trước khi điểm được thống nhất.',
        'Tell the unit that agrees the scores, before it does.',
      ),
    ),
    'needs-taking-part': refusal(
      409,
      said(
        'Đơn vị chấm hoặc đơn vị được chấm không còn tham gia chấm điểm của năm.',
        'The rater or the rated unit is out of this year’s scoring.',
      ),
      said('Không phải làm gì thêm với phiếu này.', 'Nothing more is to be done with this sheet.'),
    ),
    'needs-unit-gone': refusal(
      409,
      said(
        'Đơn vị chưa kết thúc hoạt động và không rút đăng ký, nên vẫn được chấm và xếp hạng.',
        'The unit has not ended and did not withdraw its registration, so it is still scored and ranked.',
      ),
      said(
        'Nếu đơn vị đã sáp nhập, giải thể hoặc chuyển đi, đề nghị Thư ký Hội đồng ghi quyết định đó ở trang Quản trị trước; đến ngày đó mới đưa ra được.',
        'If it was merged, dissolved or moved away, ask the council secretary to record that decision in the administration first; it can be taken out from that day on.',
      ),
    ),
    'points-out-of-range': refusal(
      422,
      said(
        '{item}: điểm {points} vượt mức tối đa {max}. Nhập từ 0 đến {max}.',
        '{item}: {points} is above the maximum {max}. Enter 0 to {max}.',
      ),
      said('Sửa ô đã nêu rồi gửi lại. Chưa ghi gì vào hệ thống.', 'Correct the cell named and send again. Nothing was written.'),
    ),
    'unknown-item': refusal(
      422,
      said('Bảng tiêu chí của năm không có mục {item}.', 'The year’s criteria have no item {item}.'),
      said('Tải lại trang để lấy bảng tiêu chí đang dùng.', 'Reload the page for the criteria in force.'),
    ),
    'repeated-item': refusal(
      422,
      said('Mục {item} được chấm hai lần.', 'The item {item} is scored twice.'),
      said('Giữ một điểm cho mỗi mục rồi gửi lại.', 'Keep one value for each item and send again.'),
    ),
  },
} as const satisfies FeatureWords;
