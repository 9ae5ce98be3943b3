import type { YearFile } from '@thidua/workflows/year/year-file.schema';

/** A year file on its way to being wrong: everything in it may be changed. */
export type Draft = { -readonly [K in keyof YearFile]: YearFile[K] } & Record<string, unknown>;
/** A wrong file: what is wrong with it, how it came about, where the fault is found and what it says. */
export type Wrong = readonly [what: string, change: (file: Draft) => unknown, pointer: string, words: string];

export const act = (list: { acts: unknown[] }, at: number) => list.acts[at] as Record<string, unknown>;
export const person = (file: Draft, id: string) => file.people.find((one) => one.id === id)!;
const without = (file: Draft, id: string) => (file.people = file.people.filter((one) => one.id !== id));
export const SHAPE: Wrong[] = [
  ['lacks a field', (file) => delete (file as Partial<Draft>).meeting, '/meeting', 'Thiếu trường này'],
  ['has a field that nobody knows', (file) => (file.mood = 'good'), '/mood', 'Không có trường “mood”'],
  ['has a text where a number belongs', (file) => ((file.cycle as Record<string, unknown>).year = '2020'), '/cycle/year', 'Phải là số'],
  ['has a day that is none', (file) => (file.cycle.rules.deadlines.review = '2020-02-30'), '/cycle/rules/deadlines/review', 'ngày'],
  ['has a moment without its offset', (file) => (file.setUp.on = '2020-02-10T08:00:00'), '/setUp/on', 'thời điểm'],
  ['is of another version', (file) => ((file as Record<string, unknown>).schema = 'thidua-year/9'), '/schema', 'thidua-year/1'],
  ['has two units only', (file) => (file.units = file.units.slice(0, 2)), '/units', 'ít nhất 3'],
  [
    'has an act that its record does not know',
    (file) => (act(file.registrations[0]!, 1).type = 'sing'),
    '/registrations/0/acts/1/type',
    'submit',
  ],
  ['holds what no font can print', (file) => (person(file, 'secretary').name = 'Người 🏆'), '/people/2/name', 'U+1F3C6'],
];

export const PEOPLE: Wrong[] = [
  ['names two people alike', (file) => (person(file, 'u2.head').id = 'u1.head'), '/people/6/id', 'bị trùng'],
  ['gives two people one address', (file) => (person(file, 'u2.head').email = 'u1.head@nho.example'), '/people/6/email', 'đã dùng'],
  [
    'gives a post in a unit that is not there',
    (file) => (person(file, 'u1.head').posts[0]!.unit = 'u9'),
    '/people/4/posts/0/unit',
    'Không có đơn vị',
  ],
  [
    'gives a unit’s post without its unit',
    (file) => delete person(file, 'u1.head').posts[0]!.unit,
    '/people/4/posts/0/unit',
    'phải ghi đơn vị',
  ],
  [
    'ends a post before it begins',
    (file) => (person(file, 'u1.head').posts[0]!.to = '2019-12-31'),
    '/people/4/posts/0/to',
    'trước ngày nhận',
  ],
  [
    'lets the administrator judge',
    (file) => person(file, 'admin').posts.push({ role: 'observer', title: 'Quan sát viên', from: '2020-01-01' }),
    '/people/0/posts',
    'không giữ chức danh khác',
  ],
  [
    'lets the council’s secretary serve the bloc',
    (file) => person(file, 'council').posts.push({ role: 'bloc-secretary', title: 'Thư ký Khối', from: '2020-01-01' }),
    '/people/1/posts',
    'không giữ chức danh của Khối',
  ],
  ['has nobody who sets it up', (file) => without(file, 'admin'), '/setUp', 'không có ai giữ chức danh Quản trị hệ thống'],
  ['has nobody to submit for a unit', (file) => without(file, 'u3.head'), '/registrations/2/acts/1', 'Lãnh đạo đơn vị (u3)'],
  ['lets a term end before the act', (file) => (person(file, 'secretary').posts[0]!.to = '2020-12-01'), '/ranking/acts/0', 'Thư ký Khối'],
  ['names somebody who is not in it', (file) => (act(file.ranking, 0).by = 'nobody'), '/ranking/acts/0/by', 'Không có người “nobody”'],
  ['lets the wrong person act', (file) => (act(file.ranking, 0).by = 'records'), '/ranking/acts/0/by', 'cần chức danh Thư ký Khối'],
  ['lets a unit judge itself', (file) => (act(file.registrations[2]!, 2).by = 'u3.head'), '/registrations/2/acts/2/by', 'thuộc đơn vị này'],
  [
    'lets whoever proposed a document pass it',
    (file) => {
      person(file, 'secretary').posts.push({ role: 'records-officer', title: 'Văn thư', from: '2020-01-01' });
      act(file.documents[0]!, 2).by = 'secretary';
    },
    '/documents/0/acts/2/by',
    'Người nhập không được tự xét duyệt',
  ],
  [
    'lets a member of the unit accept its section',
    (file) => person(file, 'secretary').posts.push({ role: 'unit-officer', title: 'Chuyên viên', unit: 'u2', from: '2020-01-01' }),
    '/sections/1/acts/2',
    'thuộc đơn vị này',
  ],
];

export const UNITS: Wrong[] = [
  ['names two units alike', (file) => (file.units[1]!.code = 'u1'), '/units/1/code', 'bị trùng'],
  ['sends two letters to one address', (file) => (file.units[1]!.email = 'ban@nho.example'), '/units/1/email', 'nơi nhận khác'],
  ['ends a name before it begins', (file) => (file.units[1]!.names[0]!.to = '1980-01-01'), '/units/1/names/0/to', 'trước ngày bắt đầu'],
  ['has a unit without a name at its end', (file) => (file.units[1]!.names[0]!.to = '2020-12-01'), '/units/1/names', 'Ngày 2020-12-02'],
  ['says that something is invented that is not there', (file) => (file.invented[0]!.at = '/moods/3'), '/invented/0/at', '/moods/3'],
];

export const RULES: Wrong[] = [
  ['has criteria that do not add up', (file) => (file.cycle.rules.criteria.scale = 10_050), '/cycle/rules/criteria/sections', 'thiếu 0,50'],
  ['has a chain that ends in no decision', (file) => file.cycle.rules.tieChain.pop(), '/cycle/rules/tieChain', 'quyết định của hội nghị'],
  ['has a leader from elsewhere', (file) => (file.cycle.groups[0]!.leader = 'u5'), '/cycle/groups/0/leader', 'không thuộc nhóm'],
  ['is headed by a stranger', (file) => (file.cycle.head = 'u9'), '/cycle/head', 'không phải đơn vị thành viên'],
  ['groups a stranger', (file) => file.cycle.groups[0]!.units.push('u9'), '/cycle/groups/0/units/3', 'không phải đơn vị thành viên'],
  ['leaves a unit out of all groups', (file) => file.cycle.groups[0]!.units.pop(), '/cycle/groups', 'chưa ở nhóm nào'],
  [
    'assigns more peers than there are',
    (file) => (file.cycle.rules.peers = { mode: 'assigned', k: 5 }),
    '/cycle/groups/0/units',
    'quá ít đơn vị',
  ],
  [
    'has deadlines out of order',
    (file) => (file.cycle.rules.deadlines.review = '2020-11-01'),
    '/cycle/rules/deadlines/review',
    'sớm hơn hạn',
  ],
];

export const ORDER: Wrong[] = [
  ['does not begin with its making', (file) => (act(file.cycle, 0).type = 'open'), '/cycle/acts/0', 'phải là “create”'],
  ['is made twice', (file) => (act(file.cycle, 1).type = 'create'), '/cycle/acts/1', 'chỉ được lập một lần'],
  ['is made before its people', (file) => (file.setUp.on = '2020-02-18T08:00:00+07:00'), '/cycle/acts/0/on', 'trước khi có tỉnh'],
  [
    'has an act before it is made',
    (file) => (act(file.registrations[0]!, 0).on = '2020-02-16T08:00:00+07:00'),
    '/registrations/0/acts/0/on',
    'trước khi lập năm',
  ],
  [
    'registers before it opens',
    (file) => (act(file.registrations[0]!, 0).on = '2020-03-01T08:00:00+07:00'),
    '/registrations/0/acts/0',
    'đặt quá sớm',
  ],
  [
    'registers after the last day',
    (file) => (act(file.registrations[0]!, 1).on = '2020-03-16T08:00:00+07:00'),
    '/registrations/0/acts/1',
    'hết hạn gửi đăng ký ngày 15/03/2020',
  ],
  ['compiles while a unit waits', (file) => file.registrations[0]!.acts.pop(), '/cycle/acts/2', 'chưa được chấp nhận: Hội U1'],
  [
    'accepts before it was submitted',
    (file) => (act(file.registrations[0]!, 2).on = '2020-03-09T09:00:00+07:00'),
    '/registrations/0/acts/2',
    'Không thể “Chấp nhận” khi bản đăng ký đang ở bước “Nháp”',
  ],
  [
    'lets a peer submit before the unit does',
    (file) => (act(file.scorecards[1]!, 1).on = '2020-11-20T08:00:00+07:00'),
    '/sheets/0/acts/1',
    'chưa gửi điểm tự chấm',
  ],
  [
    'lets a peer submit after the seal is open',
    (file) => (act(file.sheets[0]!, 1).on = '2020-11-26T08:00:00+07:00'),
    '/sheets/0/acts/1',
    'niêm phong đã mở',
  ],
  [
    'goes on writing a sheet after the last day',
    (file) => {
      act(file.sheets[0]!, 0).on = '2020-11-26T08:00:00+07:00';
      act(file.sheets[0]!, 1).on = '2020-11-26T09:00:00+07:00';
    },
    '/sheets/0/acts/0',
    'Đã hết hạn chấm chéo',
  ],
  [
    'reviews under the seal',
    (file) => (act(file.scorecards[0]!, 2).on = '2020-11-18T12:00:00+07:00'),
    '/scorecards/0/acts/2',
    'Không thể “Thống nhất điểm”',
  ],
  [
    'publishes before all is verified',
    (file) => (act(file.scorecards[1]!, 3).on = '2020-12-04T08:00:00+07:00'),
    '/ranking/acts/0',
    'chưa được Khối thẩm định điểm: Hội U2',
  ],
  [
    'opens a round before the ranking is published',
    (file) => (act(file.ranking, 0).on = '2020-12-09T08:10:00+07:00'),
    '/meeting/rounds/0/acts/0',
    'chưa công bố',
  ],
  [
    'opens the lower title first',
    (file) => (act(file.meeting.rounds[1]!, 0).on = '2020-12-09T08:10:00+07:00'),
    '/meeting/rounds/1/acts/0',
    'Danh hiệu cao hơn chưa bình xét xong',
  ],
  ['freezes before a section is in', (file) => file.sections[3]!.acts.pop(), '/report/acts/1', 'Hội U4'],
  [
    'writes a section after the report is frozen',
    (file) => (act(file.sections[3]!, 1).on = '2020-12-13T08:00:00+07:00'),
    '/sections/3/acts/1',
    'đã chốt',
  ],
  [
    'proposes the report before it is frozen',
    (file) => (act(file.report, 1).on = '2020-12-14T09:15:00+07:00'),
    '/documents/1/acts/1',
    'chưa chốt',
  ],
  [
    'opens the report again after it was compiled into a document',
    (file) =>
      file.report.acts.push(
        { type: 'reopen', on: '2020-12-14T09:05:00+07:00', reason: 'Sửa một số liệu của phần chung.' },
        { type: 'freeze', on: '2020-12-14T09:06:00+07:00' },
      ),
    '/documents/1/acts/1',
    'đã thay đổi sau khi lập nội dung',
  ],
  [
    'signs on the day after the number was given',
    (file) => (act(file.documents[0]!, 4).on = '2020-12-15T00:01:00+07:00'),
    '/documents/0/acts/4',
    'Không thể “Ký văn bản”',
  ],
  [
    'submits before report and minutes are signed',
    (file) => (act(file.documents[0]!, 4).on = '2020-12-14T10:15:00+07:00'),
    '/documents/2/acts/1',
    'dẫn Biên bản',
  ],
  ['sends before all is issued', (file) => file.documents[2]!.acts.pop(), '/dispatch/acts/1', 'Chưa phát hành: Tờ trình'],
  ['confirms before it was sent', (file) => (file.receipts[0]!.on = '2020-12-14T08:00:00+07:00'), '/receipts/0', 'đặt quá sớm'],
  ['makes a document twice', (file) => (act(file.documents[0]!, 1).type = 'create'), '/documents/0/acts/1', 'Chỉ được lập một lần'],
  ['proposes what nobody made', (file) => file.documents[0]!.acts.shift(), '/documents/0/acts/0', 'phải là “create”'],
];

export const CONTENT: Wrong[] = [
  ['lacks a registration', (file) => file.registrations.pop(), '/registrations', 'Đơn vị “u6” chưa có bản đăng ký'],
  ['lacks a score card', (file) => file.scorecards.pop(), '/scorecards', 'Đơn vị “u6” chưa có bảng điểm'],
  ['lacks a section', (file) => file.sections.pop(), '/sections', 'Đơn vị “u6” chưa có phần báo cáo'],
  ['has two registrations of a unit', (file) => (file.registrations[1]!.unit = 'u1'), '/registrations/1/unit', 'có hai'],
  ['registers a stranger', (file) => (file.registrations[0]!.unit = 'u9'), '/registrations/0/unit', 'Không có đơn vị “u9”'],
  [
    'aims at a title that is not there',
    (file) => (act(file.registrations[0]!, 0).aim = { kind: 'title', code: 'medal' }),
    '/registrations/0/acts/0/aim/code',
    '“medal”',
  ],
  ['aims at nothing', (file) => (act(file.registrations[0]!, 0).aim = null), '/registrations/0/acts/1', 'Chưa chọn danh hiệu'],
  ['has no targets', (file) => (act(file.registrations[0]!, 0).targets = []), '/registrations/0/acts/1', 'chưa có chỉ tiêu'],
  [
    'gives more than the maximum',
    (file) => (scores(file.scorecards[0]!, 0)[0]!.points = 4_001),
    '/scorecards/0/acts/0/scores/0/points',
    'vượt mức tối đa 40,00',
  ],
  ['scores what is no criterion', (file) => (scores(file.sheets[0]!, 0)[0]!.item = 'IX.9'), '/sheets/0/acts/0/scores/0/item', 'IX.9'],
  ['leaves a criterion out', (file) => scores(file.scorecards[0]!, 0).pop(), '/scorecards/0/acts/1', 'chưa có điểm: VI.1'],
  [
    'differs without a reason',
    (file) => (act(file.scorecards[0]!, 2).scores = [{ item: 'I.1', points: 3_000, reason: 'Ngắn quá đi.' }]),
    '/scorecards/0/acts/2',
    'ít nhất 20 ký tự',
  ],
  ['lets a unit score where it should not', (file) => (file.sheets[0]!.rated = 'u5'), '/sheets/0', 'không chấm “u5”'],
  ['has a sheet twice', (file) => file.sheets.push(structuredClone(file.sheets[0]!)), `/sheets/12`, 'bị trùng'],
  ['lacks the round of a title', (file) => file.meeting.rounds.pop(), '/meeting/rounds', '“certificate” chưa có vòng'],
  ['has a round of no title', (file) => (file.meeting.rounds[1]!.title = 'medal'), '/meeting/rounds/1/title', '“medal”'],
  ['lets a stranger attend', (file) => file.meeting.attendance.push('u9'), '/meeting/attendance/6', 'Không có đơn vị “u9”'],
  ['has no quorum', (file) => (file.meeting.attendance = ['u1', 'u2']), '/meeting/rounds/0/acts/1', 'cần 4 trên 6'],
  ['nominates a stranger', (file) => (nominees(file, 0)[0]!.unit = 'u9'), '/meeting/rounds/0/acts/1/nominees/0/unit', 'u9'],
  [
    'nominates a unit that did not register for the title',
    (file) => (nominees(file, 0)[0]!.unit = 'u2'),
    '/meeting/rounds/0/acts/1',
    'không đủ điều kiện',
  ],
  [
    'passes a better unit over without a reason',
    (file) => (nominees(file, 0)[0]!.unit = 'u3'),
    '/meeting/rounds/0/acts/1',
    'phải nêu lý do',
  ],
  [
    'nominates more than the seats',
    (file) => nominees(file, 0).push({ unit: 'u3', reason: 'Cũng xứng đáng được đề nghị.' }),
    '/meeting/rounds/0/acts/1',
    'Chọn nhiều hơn số suất',
  ],
  [
    'counts hands where the year consents',
    (file) =>
      file.meeting.rounds[0]!.acts.splice(1, 1, {
        type: 'count',
        on: '2020-12-09T08:30:00+07:00',
        votes: [{ unit: 'u1', yes: 6, no: 0, abstain: 0 }],
      }),
    '/meeting/rounds/0/acts/1',
    'không dùng cách bình xét này',
  ],
  ['makes a kind of document twice', (file) => (file.documents[0]!.type = 'BC'), '/documents/1/type', 'có hai lần'],
  ['names recipients twice', (file) => (file.dispatch.lines[1]!.to = 'council'), '/dispatch/lines/1/to', 'hai dòng'],
  [
    'refuses an address to which nothing goes',
    (file) => file.dispatch.refused.push('ai@nho.example'),
    '/dispatch/refused/0',
    'Không gửi thư',
  ],
  ['confirms for nobody', (file) => (file.receipts[0]!.recipient = 'u9'), '/receipts/0/recipient', 'Không có đơn vị “u9”'],
  [
    'confirms what was not sent',
    (file) => (file.dispatch.lines = file.dispatch.lines.filter(({ to }) => to !== 'board')),
    '/receipts/0/recipient',
    'Không gửi văn bản',
  ],
  ['confirms a letter that was refused', (file) => file.dispatch.refused.push('ban@nho.example'), '/receipts/0/recipient', 'bị từ chối'],
  ['confirms without its incoming number', (file) => delete file.receipts[0]!.incomingNumber, '/receipts/0', 'số đến'],
  ['confirms twice', (file) => file.receipts.push(structuredClone(file.receipts[0]!)), '/receipts/1/recipient', 'xác nhận hai lần'],
];

const scores = (list: { acts: unknown[] }, at: number) => act(list, at).scores as { item: string; points: number }[];
const nominees = (file: Draft, round: number) => act(file.meeting.rounds[round]!, 1).nominees as { unit: string; reason?: string }[];
