import type { Deadlines } from '../cycle/rules.schema.js';
import { said, type Language, type Said } from '../wording.js';
import type { WorkItem, YearStep } from './work.schema.js';

/** Events that one may send but that nobody waits for: they are on the record's page, not in the list of work. */
const NOT_AWAITED = new Set(['recall', 'withdraw', 'return', 'reopen', 'close', 'replace', 'recuse', 'readmit', 'exclude', 'remind']);

/** Whether an event that can be sent is work that waits. `edit` waits only while it is the one thing to do. */
export const isAwaited = (type: string): boolean => !NOT_AWAITED.has(type);

const DAY = 86_400_000;

/** Whole days from `today` to `due`; negative when late. */
export const daysLeft = (today: string, due: string): number => Math.round((Date.parse(due) - Date.parse(today)) / DAY);

/** Work in the order in which it hurts: what is late or due first, what has no day last. */
export function inOrder(items: readonly WorkItem[]): WorkItem[] {
  const key = (item: WorkItem) => item.daysLeft ?? Number.MAX_SAFE_INTEGER;
  return [...items].sort((a, b) => key(a) - key(b) || a.title.localeCompare(b.title, 'vi'));
}

const STEPS: readonly (readonly [keyof Deadlines, Said])[] = [
  ['registration', said('Đăng ký, chỉ tiêu', 'Registration and targets')],
  ['selfScore', said('Tự chấm', 'Self-scoring')],
  ['peerScore', said('Chấm chéo', 'Peer scoring')],
  ['review', said('Nhóm thẩm định', 'Group review')],
  ['verification', said('Khối thẩm định, xếp hạng', 'Bloc verification and ranking')],
  ['meeting', said('Hội nghị, suy tôn', 'Meeting and nomination')],
  ['sections', said('Phần báo cáo', 'Report sections')],
  ['documents', said('Ký, gửi báo cáo', 'Signing and sending')],
];

/** The year's steps; the first whose day has not passed is the current one. */
export function stepsOf(deadlines: Deadlines, today: string, language: Language): YearStep[] {
  const current = STEPS.findIndex(([key]) => today <= deadlines[key]);
  return STEPS.map(([key, name], at) => ({
    key,
    name: name[language],
    due: deadlines[key],
    state: current === -1 || at < current ? 'done' : at === current ? 'current' : 'ahead',
  }));
}

/** The step that the year has come to by its calendar; null once the last day has passed. */
export const currentStep = (deadlines: Deadlines, today: string, language: Language): YearStep | null =>
  stepsOf(deadlines, today, language).find(({ state }) => state === 'current') ?? null;
