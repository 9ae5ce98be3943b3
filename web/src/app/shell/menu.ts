import type { IconName } from '../ui/icon-paths.js';

/** An entry of the main menu. */
export interface MenuEntry {
  /** The part of the address: below bloc and year (empty: the year itself), or below the language when `everywhere`. */
  readonly path: string;
  /** Parts of addresses beside its own whose pages belong to it. */
  readonly also?: readonly string[];
  readonly name: string;
  readonly icon: IconName;
  /** The kind of record that one must be able to read for the entry to appear; without one, everybody who is signed in. */
  readonly kind?: string;
  readonly everywhere?: boolean;
  /** Below it stands the province whose council the reader belongs to. */
  readonly ofProvince?: boolean;
}

/** The main menu in its order. A feature with pages adds its line here; on phones the first three that the reader may open stand in the bar. */
export const MENU: readonly MenuEntry[] = [
  { path: 'work', name: $localize`:@@work.title:Việc của tôi`, icon: 'task_alt', everywhere: true },
  { path: 'registrations', name: $localize`:@@menu.registrations:Đăng ký, chỉ tiêu`, icon: 'edit_note', kind: 'Registration' },
  { path: 'scorecards', name: $localize`:@@menu.scorecards:Chấm điểm`, icon: 'grading', kind: 'Scorecard' },
  { path: 'ranking', name: $localize`:@@menu.ranking:Xếp hạng`, icon: 'military_tech', kind: 'Ranking' },
  { path: 'rounds', name: $localize`:@@menu.rounds:Bình xét, suy tôn`, icon: 'how_to_vote', kind: 'Round' },
  { path: 'sections', also: ['report'], name: $localize`:@@menu.report:Báo cáo`, icon: 'article', kind: 'Section' },
  { path: 'documents', also: ['register'], name: $localize`:@@menu.documents:Văn bản`, icon: 'description', kind: 'Document' },
  { path: 'dispatches', name: $localize`:@@dispatches.title:Gửi văn bản`, icon: 'send', kind: 'Dispatch' },
  { path: 'council', also: ['receipts'], name: $localize`:@@council.menu:Hội đồng`, icon: 'groups', kind: 'Council' },
  { path: 'council', name: $localize`:@@councilProvince.menu:Các khối của tỉnh`, icon: 'flag', kind: 'Council', ofProvince: true },
  {
    path: 'administration',
    name: $localize`:@@administration.title:Quản trị`,
    icon: 'supervisor_account',
    kind: 'Person',
    everywhere: true,
  },
  { path: 'progress', name: $localize`:@@progress.title:Tiến độ`, icon: 'query_stats', kind: 'Registration' },
  { path: '', also: ['checkpoint-address'], name: $localize`:@@year.title:Năm thi đua`, icon: 'calendar_month', kind: 'Cycle' },
  // Help stands last, in the same place on each page (WCAG 3.2.6).
  { path: 'handbook', name: $localize`:@@handbook.title:Sổ tay`, icon: 'help', everywhere: true },
];
