import { refusal, said, type FeatureWords } from '../wording.js';

export const roundWords = {
  kinds: { Round: said('vòng suy tôn', 'nomination round') },
  states: {
    Round: {
      draft: said('Chưa mở', 'Not open yet'),
      open: said('Đang bình xét', 'Being decided'),
      tied: said('Đồng hạng ở suất cuối, chờ hội nghị', 'Tied at the line, the meeting decides'),
      decided: said('Đã suy tôn', 'Decided'),
    },
  },
  events: {
    Round: {
      open: said('Mở bình xét', 'Open the round'),
      recuse: said('Ghi đơn vị xin không bình xét', 'Record a unit that declines to decide'),
      readmit: said('Ghi đơn vị bình xét trở lại', 'Record that a unit decides again'),
      consent: said('Ghi nhận thống nhất suy tôn', 'Record the consent'),
      count: said('Ghi kết quả giơ tay', 'Record the show of hands'),
      settle: said('Phân định suất cuối', 'Settle the tie'),
    },
  },
  problems: {
    'needs-published-ranking': refusal(
      409,
      said('Bảng xếp hạng chưa công bố.', 'The ranking is not published.'),
      said('Công bố xếp hạng rồi mở bình xét.', 'Publish the ranking, then open the round.'),
    ),
    'needs-earlier-round': refusal(
      409,
      said('Danh hiệu cao hơn chưa bình xét xong: {earlierTitles}.', 'Higher titles are not decided yet: {earlierTitles}.'),
      said('Bình xét xong danh hiệu đó trước.', 'Decide these first.'),
    ),
    'needs-own-method': refusal(
      409,
      said('Quy tắc của năm không dùng cách bình xét này.', 'The year’s rules do not decide in this way.'),
      said('Dùng cách bình xét ghi trong quy tắc của năm.', 'Use the method of the year’s rules.'),
    ),
    'needs-known-attendance': refusal(
      422,
      said(
        'Danh sách dự họp có đơn vị bị trùng, không phải thành viên, hoặc đã xin không bình xét danh hiệu này.',
        'The attendance names a unit twice, or one that is no member or declined to decide on this title.',
      ),
      said('Sửa danh sách dự họp rồi ghi lại.', 'Correct the attendance and record again.'),
    ),
    'needs-quorum': refusal(
      409,
      said('Chưa đủ đại biểu: cần {quorum} trên {memberCount} đơn vị.', 'No quorum: {quorum} of {memberCount} units are needed.'),
      said(
        'Chờ thêm đại biểu hoặc hoãn họp. Đơn vị xin không bình xét không tính là có mặt.',
        'Wait for more, or adjourn. A unit that declined does not count as present.',
      ),
    ),
    'needs-elector': refusal(
      422,
      said(
        'Đơn vị này không phải thành viên của năm, hoặc đã xin không bình xét danh hiệu này.',
        'This unit is no member of the year, or has declined to decide on this title already.',
      ),
      said('Chọn một đơn vị đang tham gia bình xét.', 'Choose a unit that takes part in deciding.'),
    ),
    'needs-declined-unit': refusal(
      422,
      said('Đơn vị này không xin không bình xét danh hiệu này.', 'This unit has not declined to decide on this title.'),
      said('Chọn một đơn vị đã ghi là xin không bình xét.', 'Choose a unit that is recorded as having declined.'),
    ),
    'needs-eligible-nominees': refusal(
      422,
      said('Có đơn vị không đủ điều kiện, hoặc được nêu hai lần.', 'A unit is not eligible, or is named twice.'),
      said('Xem lý do ở cột điều kiện và bỏ đơn vị đó.', 'See the reasons and leave that unit out.'),
    ),
    'needs-free-seat': refusal(
      422,
      said(
        'Chọn nhiều hơn số suất: còn {seatsOpen} trên {seats} suất.',
        'More units are chosen than seats are free: {seatsOpen} of {seats}.',
      ),
      said('Bỏ bớt đơn vị rồi ghi lại.', 'Leave units out and record again.'),
    ),
    'needs-reason-for-deviation': refusal(
      422,
      said(
        'Đề nghị khác thứ hạng hoặc khác danh hiệu đăng ký phải nêu lý do để ghi biên bản.',
        'A nomination that departs from the ranking or from the title registered needs a reason for the minutes.',
      ),
      said('Ghi lý do ở đơn vị đó.', 'Give the reason at that unit.'),
    ),
    'needs-sound-count': refusal(
      422,
      said('Số tay giơ cho một đơn vị nhiều hơn số đơn vị dự họp.', 'More hands are counted for a unit than units are present.'),
      said('Đếm lại rồi ghi lại.', 'Count again and record again.'),
    ),
    'needs-tied-units': refusal(
      422,
      said('Chỉ phân định giữa các đơn vị đang đồng hạng.', 'Only the tied units can be chosen.'),
      said('Chọn trong các đơn vị đồng hạng.', 'Choose among the tied units.'),
    ),
    'needs-fitting-choice': refusal(
      422,
      said(
        'Số đơn vị được chọn không hợp với cách phân định ({seatsOpen} suất).',
        'The number of units does not fit the way of settling ({seatsOpen} seats).',
      ),
      said(
        'Bốc thăm: chọn đủ suất; bỏ phiếu lại: ít nhất một; để trống: không chọn.',
        'A lot fills every seat, a run-off at least one, leaving open none.',
      ),
    ),
    'needs-run-off-votes': refusal(
      422,
      said(
        'Bỏ phiếu lại cần số phiếu của mọi đơn vị đồng hạng, và đơn vị được chọn phải nhiều phiếu hơn; cách khác không ghi phiếu.',
        'A run-off needs the votes of every tied unit, and those chosen must have more than the others; no other way has votes.',
      ),
      said('Ghi đủ phiếu; nếu vẫn hòa, bốc thăm hoặc để trống.', 'Record all votes; if it is tied again, draw a lot or leave it open.'),
    ),
  },
} as const satisfies FeatureWords;
