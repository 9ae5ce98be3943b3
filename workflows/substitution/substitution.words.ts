import type { Manner } from '../actor.js';
import { refusal, said, type FeatureWords, type Said } from '../wording.js';
import type { Area } from './area.js';
import type { Standing } from './substitution.schema.js';

/** What acting in another's stead is called. */
export const mannerWords: Readonly<Record<Manner, Said>> = {
  KT: said('ký thay', 'for'),
  TUQ: said('thừa ủy quyền', 'authorised by'),
};

/** What a substitution may reach. */
export const areaWords: Readonly<Record<Area, Said>> = {
  registrations: said('đăng ký thi đua', 'registrations'),
  scores: said('chấm điểm, thẩm định', 'scores'),
  rounds: said('xếp hạng, bình xét', 'ranking and nomination'),
  report: said('báo cáo tổng kết', 'year-end report'),
  documents: said('ký văn bản, gửi và nhận văn bản', 'signing, sending and receiving documents'),
  year: said('mở, tổng hợp và kết thúc năm', 'opening, compiling and closing the year'),
};

/** Where a substitution stands at this minute. */
export const standingWords: Readonly<Record<Standing, Said>> = {
  ahead: said('Chưa đến ngày', 'Not yet begun'),
  running: said('Đang hiệu lực', 'In force'),
  idle: said('Tạm không dùng được: chức danh đã đổi hoặc có người đã thôi', 'Not usable: a post has changed or somebody has left'),
  over: said('Đã hết hạn', 'Over'),
  ended: said('Đã thu lại', 'Ended early'),
};

export const substitutionWords = {
  kinds: { Substitution: said('việc giao người thay', 'substitution') },
  states: { Substitution: { given: said('Đã giao', 'Given'), ended: said('Đã thu lại', 'Ended early') } },
  events: { Substitution: { create: said('Giao người thay', 'Name a substitute'), end: said('Thu lại', 'End') } },
  problems: {
    'needs-own-post': refusal(
      403,
      said(
        'Chỉ người đang giữ chức danh mới giao được người thay; việc được giao không giao lại cho người khác.',
        'Only the holder of a post names a substitute; what was given is not given on.',
      ),
      said('Đề nghị chính lãnh đạo đơn vị giao cho người cần làm thay.', 'Ask the head of the unit to name whoever is to stand in.'),
    ),
    'needs-fitting-post': refusal(
      422,
      said('Người được chọn không giữ chức danh phù hợp để làm thay.', 'The chosen person holds no post that fits.'),
      said(
        'Ký thay: chọn cấp phó của đơn vị, hoặc lãnh đạo đơn vị Phó Khối đối với việc của Trưởng Khối. Thừa ủy quyền: chọn cấp phó hoặc chuyên viên của đơn vị mà văn bản ủy quyền nêu tên; Nghị định 30/2020 (Điều 13 khoản 3) chỉ cho ủy quyền người đứng đầu đơn vị thuộc cơ cấu tổ chức.',
        'KT.: choose the deputy of the unit or, for the bloc head’s part, the head of the deputy’s unit. TUQ.: choose the deputy or officer of the unit whom the written authorisation names; Decree 30/2020 (Art. 13.3) knows it for heads of constituent units alone.',
      ),
    ),
    'needs-no-loop': refusal(
      409,
      said(
        'Người được chọn đang giao chính ông/bà làm thay trong thời gian này.',
        'The chosen person has named you as their substitute for this time.',
      ),
      said('Chọn người khác, hoặc chờ người đó thu lại.', 'Choose somebody else, or wait until they end it.'),
    ),
    'needs-no-other-substitute': refusal(
      409,
      said('Trong thời gian này đã có người thay: {other}.', 'Somebody stands in at that time already: {other}.'),
      said('Thu lại lần giao trước, hoặc chọn thời gian hay việc khác.', 'End the earlier one, or choose another time or area.'),
    ),
    'needs-sound-period': refusal(
      422,
      said('Thời gian giao không đúng.', 'The time is not sound.'),
      said(
        'Bắt đầu từ bây giờ trở đi, kết thúc sau khi bắt đầu, không quá một năm.',
        'It begins now or later, ends after it begins, and lasts a year at most.',
      ),
    ),
    'needs-running-substitution': refusal(
      409,
      said('Việc giao này đã hết hạn.', 'This substitution is over.'),
      said('Không cần thu lại; người thay không còn quyền này.', 'There is nothing to end; the substitute has no such right any more.'),
    ),
    'needs-no-delegation': refusal(
      409,
      said('Ông/bà đã giao cho {delegate} đến {delegatedUntil}.', 'You delegated this to {delegate} until {delegatedUntil}.'),
      said('Thu lại ở trang Tài khoản để tự ký.', 'End the delegation on the account page to sign.'),
    ),
  },
} as const satisfies FeatureWords;
