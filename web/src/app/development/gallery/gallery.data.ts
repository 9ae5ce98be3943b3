import { formatPoints } from '@thidua/workflows/centipoints';
import type { Action, HistoryEntry, Need } from '@thidua/workflows/record';
import type { YearStep } from '@thidua/workflows/work/work.schema';
import type { SaveState } from '../../platform/autosave.js';
import { Refusal } from '../../platform/problem.js';
import type { Correction } from '../../ui/error-summary.js';
import type { EventManners } from '../../ui/event-choice.js';
import type { Picture } from '../../ui/picture/drawing.js';
import { fillingOf } from '../../ui/picture/patterns.js';
import { stacked, stackedHeight } from '../../ui/picture/stacked.js';
import type { Look } from '../../ui/state-looks.js';
import type { Step } from '../../ui/state-steps.js';
import type { Difference } from '../../ui/stale-region.js';

/*
 * What the parts show in the gallery: made up, always the same, so that two pictures of it can be compared. The longest words that the
 * field has stand among them, since those are what breaks a layout.
 */

export const LOOKS: readonly (readonly [Look, string])[] = [
  ['draft', 'Nháp'],
  ['waiting', 'Đơn vị đã trình'],
  ['acting', 'Đang tự chấm'],
  ['returned', 'Trả lại để bổ sung'],
  ['done', 'Đã chấp nhận'],
  ['locked', 'Đã khóa'],
  ['sealed', 'Đang chấm chéo, niêm phong'],
  ['late', 'Quá hạn 2 ngày'],
  ['honour', 'Đề nghị Cờ thi đua của UBND tỉnh'],
];

export const STEPS: readonly Step[] = [
  { name: 'Đơn vị soạn', note: 'Nguyễn Thị Hồng Nhung, 09/03', state: 'done' },
  { name: 'Lãnh đạo Hội trình', note: 'Trần Văn Long, 12/03', state: 'done' },
  { name: 'Nhóm xem xét', note: 'Hạn 20/03', state: 'current' },
  { name: 'Khối tổng hợp', state: 'ahead' },
];

export const YEAR: readonly YearStep[] = [
  { key: 'registration', name: 'Đăng ký, chỉ tiêu', due: '2020-03-15', state: 'done' },
  { key: 'selfScore', name: 'Tự chấm điểm', due: '2020-11-15', state: 'current' },
  { key: 'peerScore', name: 'Chấm chéo', due: '2020-11-25', state: 'ahead' },
  { key: 'report', name: 'Báo cáo tổng kết', due: '2020-12-10', state: 'ahead' },
];
export const TODAY = '2020-11-13';
export const OWED: ReadonlyMap<string, string> = new Map([['selfScore', 'Đơn vị của ông/bà: Chưa gửi']]);

const need = (code: string, detail: string, next: string): Need => ({ code, detail, next });
const LATE = need('deadline-passed', 'Đã hết hạn gửi lúc 17:30 ngày 30/11/2020.', 'Đề nghị Thư ký Khối mở lại.');
const MISSING = need('needs-evidence', 'Còn 2 chỉ tiêu chưa có minh chứng dự kiến.', 'Mở chỉ tiêu 2 và 3.');

/** A set of buttons, by what it shows. */
export const ACTIONS: readonly { readonly name: string; readonly actions: readonly Action[]; readonly busy?: boolean }[] = [
  {
    name: 'on',
    actions: [
      { type: 'accept', needs: [] },
      { type: 'return', needs: [] },
      { type: 'withdraw', needs: [] },
    ],
  },
  { name: 'missing', actions: [{ type: 'submit', needs: [MISSING] }] },
  {
    name: 'off',
    actions: [
      { type: 'submit', needs: [LATE] },
      { type: 'recall', needs: [LATE] },
    ],
  },
  { name: 'busy', actions: [{ type: 'freeze', needs: [] }], busy: true },
];
export const MANNERS: EventManners = {
  accept: { icon: 'check', after: 'Đơn vị không sửa được nữa; danh sách chờ Khối tổng hợp.' },
  return: { icon: 'undo', reason: { least: 10 } },
  withdraw: { quiet: true, icon: 'block', final: true, after: 'Đơn vị không được xét danh hiệu năm nay.' },
  submit: { icon: 'send', after: 'Trưởng nhóm xem xét trong 5 ngày.' },
};
export const PLACES: Readonly<Record<string, string>> = { 'needs-evidence': 'gallery-text' };

const problem = (status: number, code: string, detail: string, next: string) => new Refusal({ status, code, detail, next, needs: [] });
export const PROBLEMS: readonly Refusal[] = [
  problem(409, 'stale', 'Có người vừa sửa bản này lúc 10:02.', 'So hai bản rồi chọn. Chữ đã gõ còn nguyên.'),
  problem(401, 'sign-in-needed', 'Phiên làm việc đã hết.', 'Đăng nhập lại, bản nháp còn nguyên.'),
  problem(0, 'unreachable', 'Không kết nối được máy chủ.', 'Kiểm tra đường truyền rồi thử lại. Chữ đã gõ còn nguyên.'),
];

export const CORRECTIONS: readonly Correction[] = [
  { fieldId: 'gallery-text', text: 'Ghi tên chỉ tiêu.' },
  { fieldId: 'gallery-points', text: 'Điểm 10,50 vượt mức tối đa 10,00. Nhập từ 0 đến 10,00.' },
];

const SAVED_AT = new Date('2020-11-13T02:42:00Z');
export const SAVES: readonly SaveState[] = [
  { kind: 'changed' },
  { kind: 'incomplete' },
  { kind: 'saving' },
  { kind: 'saved', at: SAVED_AT },
  { kind: 'cut' },
  { kind: 'ended' },
  { kind: 'stale', problem: PROBLEMS[0]!.problem },
  { kind: 'refused', problem: PROBLEMS[2]!.problem },
];

export const DIFFERENCES: readonly Difference[] = [
  { key: 'name', label: 'Tên chỉ tiêu', yours: 'Hội viên mới kết nạp', theirs: 'Hội viên mới' },
  { key: 'planned', label: 'Kế hoạch', yours: '26', theirs: '' },
];

const entry = (n: number, sentence: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  ...{ n, at: `2020-03-${10 + n}T08:20:00Z`, sentence, actor: 'Người mẫu', personId: null, enteredBy: null, capacity: 'Lãnh đạo đơn vị' },
  ...{ onBehalfOf: null, reason: null, from: null, to: 'submitted', changes: [] },
  ...more,
});
export const HISTORY: readonly HistoryEntry[] = [
  entry(1, 'Trần Văn Long trình bản đăng ký của Hội Văn học Nghệ thuật', {
    enteredBy: { personId: '00000000-0000-4000-8000-000000000001', name: 'Nguyễn Thị Hồng Nhung' },
  }),
  entry(2, 'Hội Người cao tuổi trả lại bản đăng ký của Hội Văn học Nghệ thuật', {
    capacity: 'Trưởng nhóm 2',
    reason: 'Nêu rõ minh chứng của chỉ tiêu 1 và nguồn số liệu của năm trước.',
    changes: [{ what: 'Chỉ tiêu 1, kế hoạch', before: '24', after: '26', reason: null }],
  }),
];

/** Rows of a table: a long name, figures, nothing. */
export const ROWS = [
  { id: '1', unit: 'Hội Nạn nhân chất độc da cam/Dioxin', group: 1, total: 97.25, state: 'done' as Look },
  { id: '2', unit: 'Liên hiệp các Hội Khoa học và Kỹ thuật', group: 2, total: 96.5, state: 'waiting' as Look },
  { id: '3', unit: 'Hội Người mù', group: 2, total: null, state: 'draft' as Look },
];

const POINTS: readonly (readonly [string, readonly number[]])[] = [
  ['Hội Nạn nhân chất độc da cam/Dioxin', [39, 19.5, 38.75]],
  ['Liên hiệp các Hội Khoa học và Kỹ thuật', [38, 20, 38.5]],
  ['Hội Người mù', [40, 12, 0]],
];
const PARTS = ['I. Nhiệm vụ chính trị', 'II. Tổ chức phong trào', 'III. Xây dựng hội'];

const inWords = (points: number): string => formatPoints(Math.round(points * 100), 'vi');

/** Bars of parts: every pattern, a part of nothing, a long name. */
export const PICTURE: Picture = {
  file: 'mau',
  caption: 'Điểm theo từng phần',
  finding: 'Cao nhất: Hội Nạn nhân chất độc da cam/Dioxin, 97,25 điểm.',
  columns: [{ name: 'Đơn vị' }, ...PARTS.map((name) => ({ name, figures: true, format: '0.00' }))],
  rows: POINTS.map(([name, points]) => [{ text: name }, ...points.map((figure) => ({ text: inWords(figure), figure }))]),
  height: stackedHeight(POINTS.length, PARTS.length),
  draw: (paper) =>
    stacked(paper, {
      rows: POINTS.map(([name]) => name),
      parts: PARTS.map((name, at) => ({ name, filling: fillingOf(at) })),
      most: 100,
      cell: (row, part) => ({ value: POINTS[row]![1][part]!, words: [inWords(POINTS[row]![1][part]!)] }),
    }),
};
