import { PROOF_MINUTES } from '../account/proof.js';
import { said, type Said } from '../wording.js';

/** What is done to a record without an event of its own. */
export const actionWords: Readonly<Record<string, Said>> = { read: said('Xem', 'Read') };

/** Who else acts beside the holders of posts. */
export const holderWords = {
  system: said('Chương trình, tự động', 'The program itself'),
  recipient: said('Người mở liên kết trong thư', 'The bearer of a letter’s link'),
} as const satisfies Record<string, Said>;

/** What a grant without any condition reaches. */
export const everyWords: Readonly<Record<string, Said>> = {
  system: said('bản nào đến hạn, theo đúng bước của bản đó', 'whichever is due, at the step it has reached'),
  recipient: said('đúng xác nhận mà liên kết ấy chỉ tới, không bản nào khác', 'the one receipt that the link names, no other'),
  administrator: said('toàn hệ thống', 'the whole installation'),
};

/** A condition on a column, `column=where its value comes from`; columns that make sense together stand as one. */
export const conditionWords: Readonly<Record<string, Said>> = {
  'blocId=own-bloc cycleId=own-year': said('của khối và năm của chức danh', 'of the post’s bloc and year'),
  'blocId=own-bloc id=own-year': said('đúng khối và năm của chức danh', 'the post’s own bloc and year'),
  'provinceId=own-province': said('trong tỉnh của chức danh', 'in the post’s province'),
  'Province id=own-province': said('tỉnh của chức danh', 'the post’s province'),
  'Bloc id=own-bloc': said('khối của chức danh', 'the post’s own bloc'),
  'Person id=oneself': said('chính mình', 'oneself'),
  'Unit id=own-unit': said('đơn vị mình', 'the own unit'),
  'unitId=own-unit': said('của đơn vị mình', 'of the own unit'),
  'unitId=own-units': said('của đơn vị mà mình thuộc về, dù ở tư cách nào', 'of any unit that one belongs to, in whatever capacity'),
  'Sheet unitId=own-units': said(
    'chấm chính đơn vị mà mình thuộc về, dù ở tư cách nào',
    'on a unit that one belongs to, in whatever capacity',
  ),
  'raterUnitId=own-unit': said('do đơn vị mình chấm', 'on which the own unit scores'),
  'blocId=own-bloc cycleId=own-year groupId=own-group': said(
    'của nhóm mình, trong khối và năm của chức danh',
    'of the own group, in the post’s bloc and year',
  ),
  'blocId=own-bloc cycleId=own-year groupId=null': said(
    'của khối và năm của chức danh, khi khối không chia nhóm',
    'of the post’s bloc and year, where the bloc has no groups',
  ),
  'Registration reviewerUnitId=own-unit': said('mà đơn vị mình được giao xem xét', 'that the own unit is charged to judge'),
  'Registration reviewerUnitId=null': said('mà không còn đơn vị nào xem xét được', 'that no unit can judge'),
  'Scorecard reviewerUnitId=own-unit': said('mà đơn vị mình được giao thống nhất điểm', 'whose scores the own unit is charged to agree'),
  'Scorecard reviewerUnitId=null': said('mà không còn đơn vị nào thống nhất điểm được', 'whose scores no unit can agree'),
  'Scorecard verifierUnitId=own-unit': said('mà đơn vị mình được giao thẩm định', 'that the own unit is charged to verify'),
  'Scorecard verifierUnitId=null': said('mà không còn đơn vị nào thẩm định được', 'that no unit can verify'),
  'reviewedBy=oneself': said('do chính mình thống nhất điểm', 'whose scores one agreed oneself'),
  'proposedBy=oneself': said('do chính mình trình', 'that one proposed oneself'),
  'checkedBy=oneself': said('do chính mình kiểm tra thể thức', 'whose format one checked oneself'),
  'councilOnly=false': said('không phải văn bản chỉ gửi Hội đồng', 'not for the council alone'),
  'Post role=unit-officer|unit-head|bloc-secretary|records-officer|council-member|observer': said(
    'của đơn vị và của khối, ủy viên Hội đồng, quan sát viên; không phải thư ký Hội đồng hay quản trị hệ thống',
    'of units and blocs, council members, observers; neither council secretary nor administrator',
  ),
  'Receipt kind=council|board': said('của Hội đồng và cơ quan thường trực của Hội đồng', 'of the council and its standing body'),
};

/** How a step stands in a condition. */
export const stepWords = {
  at: said('ở bước {states}', 'at the step {states}'),
  or: said(' hoặc ', ' or '),
  quoted: said('“{state}”', '“{state}”'),
};

/** The lines that stand around the tables of the page. */
export const pageWords = {
  title: said('Ai được làm gì', 'Who may do what'),
  made: said(
    'Trang này do chương trình lập từ chính các quy tắc mà máy chủ và màn hình đang dùng (`npm run permissions`); không sửa bằng tay. Quy tắc đổi mà trang chưa lập lại thì kiểm thử báo lỗi.',
    'Made by the program from the very rules that server and screen use (`npm run permissions`); not edited by hand. A rule that changes without this page fails a test.',
  ),
  reading: said('Cách đọc', 'How to read this'),
  who: said('Ai', 'Who'),
  may: said('Được làm', 'May'),
  which: said('Phạm vi, điều kiện', 'Scope and condition'),
  mayNot: said('Không được', 'May not'),
  why: said('Lý do hiện trên màn hình', 'The reason that the screen shows'),
  next: said('Làm gì tiếp', 'What to do next'),
  forbidden: said('Cấm đối với mọi người, dù giữ chức danh nào', 'Forbidden to everybody, whatever post they hold'),
  onlyProgram: said('Chỉ chương trình làm, không ai làm thay', 'Done by the program alone, by nobody in its place'),
  nobody: said('Không ai được làm riêng', 'Nobody may do by itself'),
  proof: said(
    `Cần xác nhận trong ${PROOF_MINUTES} phút gần nhất rằng đúng là mình, bằng mật khẩu hoặc mã của ứng dụng xác thực`,
    `Asks for a proof within the last ${PROOF_MINUTES} minutes that it is oneself, by password or authenticator code`,
  ),
  noPart: said('Riêng chức danh này không có quyền gì ở đây', 'No right here by this post alone'),
} as const satisfies Record<string, Said>;

/** What holds for every table of the page. */
export const principleWords: readonly Said[] = [
  said(
    'Điều gì không ghi ở đây là **không ai được làm**. Không ai xóa được bản nào: không chức danh nào, cả quản trị hệ thống, có quyền xóa.',
    'What does not stand here **nobody may do**. Nobody deletes anything: no post, not even the administrator’s, has such a right.',
  ),
  said(
    'Quyền đi theo **chức danh còn hiệu lực hôm nay**, chỉ trong đơn vị, khối và năm, hoặc tỉnh ghi trong chức danh. Hết nhiệm kỳ là hết quyền, kể cả khi phiên làm việc còn mở.',
    'Rights follow from **the posts in force today**, within the unit, the bloc and year, or the province that the post names. When a term ends so does the right, even in an open session.',
  ),
  said(
    'Trưởng Khối, Phó Khối, Trưởng nhóm và đơn vị thành viên là **đơn vị**. Lãnh đạo của đơn vị ấy có thêm các quyền này và làm thay mặt đơn vị; quyền của đơn vị thành viên thì chuyên viên của đơn vị cũng có.',
    'Bloc head, deputy head, group leader and member are **units**. The head of such a unit has these rights besides and acts for it; those of a member unit its officers have as well.',
  ),
  said(
    'Giữ nhiều chức danh thì được cộng các quyền lại; **điều cấm thì đứng trên mọi quyền** và theo người đó ở mọi tư cách, kể cả tư cách không dùng lúc đó.',
    'Who holds several posts has the rights of all of them; **a prohibition stands above every right** and follows the person in every capacity, also in one not used at the moment.',
  ),
  said(
    'Bản mà mình không được xem thì chương trình trả lời là **không tìm thấy**; bản xem được mà không được làm thì nêu lý do.',
    'A record that one may not read **is not found**; one that may be read but not acted on is refused with its reason.',
  ),
  said(
    'Có quyền chưa phải là làm được ngay: mỗi việc chỉ làm được ở bước của nó và khi đủ điều kiện; màn hình nêu điều còn thiếu.',
    'A right is not yet the moment: each act has its step and its conditions, and the screen names what is missing.',
  ),
];
