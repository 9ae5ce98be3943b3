import { formatPoints } from '../centipoints.js';
import { said, type Said } from '../wording.js';
import type { CycleDraft } from './cycle.schema.js';
import type { CriteriaTable, CycleRules } from './rules.schema.js';

/** A fault of the year's rules: where (JSON pointer into the cycle draft) and what. */
export interface RuleFault {
  readonly pointer: string;
  readonly text: Said;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function mismatch(pointer: string, what: Said, want: number, have: number): RuleFault[] {
  if (want === have) return [];
  const side = have < want ? said('thiếu', 'missing') : said('thừa', 'too many');
  const gap = Math.abs(want - have);
  return [
    {
      pointer,
      text: said(
        `${what.vi} cộng lại là ${formatPoints(have)}, phải bằng ${formatPoints(want)}: ${side.vi} ${formatPoints(gap)}.`,
        `${what.en} add up to ${formatPoints(have, 'en')}, must be ${formatPoints(want, 'en')}: ${side.en} ${formatPoints(gap, 'en')}.`,
      ),
    },
  ];
}

const repeated = (codes: readonly string[]) => [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];

/** Sums and codes of a criteria table. Rules C1, C2, C4 of domain.md, Annex B. */
export function lintCriteria(table: CriteriaTable): RuleFault[] {
  const items = [...table.sections.flatMap((section) => section.items), ...table.bonus.items, ...table.penalty.items];
  return [
    ...mismatch(
      '/rules/criteria/sections',
      said('Các nhóm tiêu chí', 'The sections'),
      table.scale,
      sum(table.sections.map((section) => section.max)),
    ),
    ...table.sections.flatMap((section, at) =>
      mismatch(
        `/rules/criteria/sections/${at}`,
        said(`Nhóm ${section.code}`, `Section ${section.code}`),
        section.max,
        sum(section.items.map((item) => item.max)),
      ),
    ),
    ...repeated(items.map((item) => item.code)).map((code) => ({
      pointer: '/rules/criteria',
      text: said(`Mã tiêu chí ${code} bị trùng.`, `The criterion code ${code} occurs twice.`),
    })),
    ...repeated(table.sections.map((section) => section.code)).map((code) => ({
      pointer: '/rules/criteria/sections',
      text: said(`Mã nhóm tiêu chí ${code} bị trùng.`, `The section code ${code} occurs twice.`),
    })),
  ];
}

/** The tie chain must end in a human decision and name sections that exist (C12). */
export function lintTieChain(rules: CycleRules): RuleFault[] {
  const sections = new Set(rules.criteria.sections.map((section) => section.code));
  const unknown = rules.tieChain.filter(
    (step) => step.startsWith('higher-section:') && !sections.has(step.slice('higher-section:'.length)),
  );
  return [
    ...(rules.tieChain.at(-1) === 'meeting'
      ? []
      : [
          {
            pointer: '/rules/tieChain',
            text: said('Chuỗi phân định phải kết thúc bằng quyết định của hội nghị.', 'The tie chain must end in the meeting’s decision.'),
          },
        ]),
    ...unknown.map((step) => ({
      pointer: '/rules/tieChain',
      text: said(`Không có nhóm tiêu chí của bước ${step}.`, `The section of step ${step} does not exist.`),
    })),
  ];
}

/** Groups hold each member at most once and are led by one of their own; `all` only up to 12 units a group. */
export function lintGroups(draft: Pick<CycleDraft, 'members' | 'groups' | 'head' | 'deputy' | 'rules'>): RuleFault[] {
  const grouped = draft.groups.flatMap((group) => group.units);
  const members = new Set(draft.members);
  const faults: RuleFault[] = [];
  const add = (pointer: string, vi: string, en: string) => faults.push({ pointer, text: said(vi, en) });
  for (const code of repeated(draft.members)) add('/members', `Đơn vị ${code} có mặt hai lần.`, `Unit ${code} is listed twice.`);
  for (const code of repeated(grouped)) add('/groups', `Đơn vị ${code} ở hai nhóm.`, `Unit ${code} is in two groups.`);
  const named: [string, string][] = [
    ['/head', draft.head],
    ['/deputy', draft.deputy ?? draft.head],
    ...draft.groups.flatMap(({ units }, at) => units.map((code, n): [string, string] => [`/groups/${at}/units/${n}`, code])),
  ];
  for (const [pointer, code] of named)
    if (!members.has(code)) add(pointer, `${code} không phải đơn vị thành viên.`, `${code} is no member unit.`);
  if (draft.groups.length > 0)
    for (const code of draft.members)
      if (!grouped.includes(code)) add('/groups', `Đơn vị ${code} chưa ở nhóm nào.`, `Unit ${code} is in no group.`);
  if (draft.deputy === draft.head)
    add('/deputy', 'Phó Khối phải là đơn vị khác Trưởng Khối.', 'The deputy head must be another unit than the head.');
  draft.groups.forEach((group, at) => {
    if (!group.units.includes(group.leader))
      add(`/groups/${at}/leader`, `Trưởng nhóm ${group.leader} không thuộc nhóm.`, `The leader ${group.leader} is not in the group.`);
    if (draft.rules.peers.mode === 'all' && group.units.length > 12)
      add(
        `/groups/${at}/units`,
        'Chấm chéo toàn nhóm chỉ dùng cho nhóm đến 12 đơn vị.',
        'All-score-all is only for groups of up to 12 units.',
      );
    if (draft.rules.peers.mode === 'assigned' && group.units.length <= draft.rules.peers.k)
      add(`/groups/${at}/units`, 'Nhóm quá ít đơn vị so với số đơn vị chấm.', 'The group has too few units for that many raters.');
  });
  if (draft.groups.length === 0 && draft.rules.peers.mode === 'all' && draft.members.length > 12)
    add(
      '/rules/peers',
      'Khối không chia nhóm và trên 12 đơn vị: phân công số đơn vị chấm, hoặc không chấm chéo.',
      'A bloc without groups and over 12 units: assign raters, or no peer scores.',
    );
  return faults;
}

/** Titles, levels and groups are told apart by their codes; no quorum or threshold is more than the whole; the minimum can be reached. */
export function lintTitles(rules: CycleRules): RuleFault[] {
  const { quorum, threshold, minimumTotal } = rules.nomination;
  const most = rules.criteria.scale + rules.criteria.bonus.cap;
  const twice = (pointer: string, codes: readonly string[]) =>
    repeated(codes).map((code) => ({ pointer, text: said(`Mã ${code} bị trùng.`, `The code ${code} occurs twice.`) }));
  const whole = (pointer: string, { p, q }: { p: number; q: number }) =>
    p <= q ? [] : [{ pointer, text: said(`Tỷ lệ ${p}/${q} lớn hơn toàn bộ.`, `The share ${p}/${q} is more than the whole.`) }];
  const unreachable = said(
    `Điểm tối thiểu ${formatPoints(minimumTotal)} cao hơn tổng điểm cao nhất ${formatPoints(most)}.`,
    `The minimum ${formatPoints(minimumTotal, 'en')} lies above the highest total ${formatPoints(most, 'en')}.`,
  );
  return [
    ...twice(
      '/rules/titles',
      rules.titles.map(({ code }) => code),
    ),
    ...twice(
      '/rules/completionLevels',
      rules.completionLevels.map(({ code }) => code),
    ),
    ...whole('/rules/nomination/quorum', quorum),
    ...whole('/rules/nomination/threshold', threshold),
    ...(minimumTotal > most ? [{ pointer: '/rules/nomination/minimumTotal', text: unreachable }] : []),
  ];
}

/** The steps in their order; a row read back from the database does not keep it. */
const STEPS = ['registration', 'selfScore', 'peerScore', 'review', 'verification', 'meeting', 'sections', 'documents'] as const;

/** Deadlines stand in the order of the steps. */
export function lintDeadlines(rules: CycleRules): RuleFault[] {
  const days = STEPS.map((step) => [step, rules.deadlines[step]] as const);
  return days.slice(1).flatMap(([name, day], at) => {
    const before = days[at]!;
    return day < before[1]
      ? [
          {
            pointer: `/rules/deadlines/${name}`,
            text: said(
              `Hạn ${day} sớm hơn hạn bước trước (${before[1]}).`,
              `The deadline ${day} lies before that of the step before (${before[1]}).`,
            ),
          },
        ]
      : [];
  });
}

/** Every fault of a year's set-up; an empty list lets the head open it. */
export const lintCycle = (draft: Pick<CycleDraft, 'members' | 'groups' | 'head' | 'deputy' | 'rules'>): RuleFault[] => [
  ...lintCriteria(draft.rules.criteria),
  ...lintTieChain(draft.rules),
  ...lintTitles(draft.rules),
  ...lintGroups(draft),
  ...lintDeadlines(draft.rules),
];
