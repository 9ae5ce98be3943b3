import { formatPoints } from '@thidua/workflows/centipoints';
import type { CycleRules, TieStep } from '@thidua/workflows/cycle/rules.schema';
import type { RankingRow } from '@thidua/workflows/ranking/ranking.schema';
import type { Candidate } from '@thidua/workflows/nomination/round.schema';
import type { Row, Table } from '../../platform/pdf/blocks.js';
import { amountText, comparisonText } from './figures.js';
import { pending, type AnnexText } from './frame.js';
import { unrankedText } from './minutes-recusals.js';
import { beginning, countOf, goingOn } from './spelling.js';
import type { RoundText, SectionText, UnitInYear, YearData } from './year-data.js';

/** The figures of each unit’s section, as a table. */
export function indicatorsAnnex(data: YearData): AnnexText {
  const sections = (data.report?.sections ?? []).filter(({ state, indicators }) => state === 'accepted' && indicators.length > 0);
  const title = `Kết quả thực hiện của các đơn vị năm ${data.year}`;
  if (sections.length === 0) return { title, blocks: [pending('Chưa có số liệu của các đơn vị.')] };
  const table: Table = {
    kind: 'table',
    columns: [{ width: 12, align: 'center' }, { namesRow: true }, { width: 28 }, { width: 30, align: 'right' }, { width: 36 }],
    head: [{ cells: ['TT', 'Nội dung', 'Đơn vị tính', 'Kết quả', 'So sánh'] }],
    rows: sections.flatMap(sectionRows),
  };
  return { title, blocks: [table] };
}

const sectionRows = ({ number, unitName, indicators }: SectionText): Row[] => [
  { cells: [{ text: `${number}. ${unitName}`, colSpan: 5, align: 'left' }], face: 'bold' },
  ...indicators.map((indicator, at): Row => ({
    cells: [String(at + 1), indicator.label, indicator.unit, amountText(indicator), beginning(comparisonText(indicator))],
  })),
];

/** A step of the tie chain in words. */
export function stepName(step: TieStep, rules: CycleRules): string {
  if (step === 'lower-penalty') return 'điểm trừ thấp hơn';
  if (step === 'higher-bonus') return 'điểm thưởng cao hơn';
  if (step === 'previous-rank') return 'thứ hạng năm trước cao hơn';
  if (step === 'meeting') return 'hội nghị quyết định';
  const code = step.slice('higher-section:'.length);
  const section = rules.criteria.sections.find((known) => known.code === code);
  return `điểm mục ${code} cao hơn${section ? ` (${goingOn(section.name)})` : ''}`;
}

/** How a unit’s place among equals was found. */
function tieNote({ brokenBy, tiedWith }: RankingRow, data: YearData): string {
  const equals = tiedWith.flatMap((id) => data.units.find(({ unitId }) => unitId === id)?.shortName ?? []);
  if (equals.length > 0) return `Đồng hạng với ${equals.join(', ')}`;
  if (!brokenBy) return '';
  return `Bằng tổng điểm; phân định ở bước ${brokenBy.number}: ${stepName(brokenBy.step, data.rules)}`;
}

const unitOf = (data: YearData, id: string): UnitInYear | undefined => data.units.find(({ unitId }) => unitId === id);

/** Totals and ranks; the marks of single peers are not in it. */
export function totalsAnnex(data: YearData): AnnexText {
  const title = `Tổng hợp điểm và xếp hạng các đơn vị năm ${data.year}`;
  if (!data.ranking) return { title, blocks: [pending('Chưa công bố xếp hạng.')] };
  const table = rankingTable(data, data.ranking);
  const unranked = unrankedText(data);
  return { title, blocks: [unranked ? { ...table, notes: [...(table.notes ?? []), unranked] } : table] };
}

const POINTS = ['Điểm nội dung', 'Điểm thưởng', 'Điểm trừ', 'Tổng điểm'];

/** The ranking as a table: points of the sections, bonus, penalty, total, rank. */
export function rankingTable(data: YearData, ranking: readonly RankingRow[]): Table {
  const points = { width: 17, align: 'right' as const };
  const grouped = data.groups.length > 0;
  const notes = ranking.map((row) => tieNote(row, data));
  const noted = notes.some((note) => note !== '');
  return {
    kind: 'table',
    columns: [
      { width: 13, align: 'center' },
      { namesRow: true },
      ...(grouped ? [{ width: 14, align: 'center' as const }] : []),
      points,
      points,
      points,
      points,
      ...(noted ? [{ width: 30 }] : []),
    ],
    head: [{ cells: ['Hạng', 'Đơn vị', ...(grouped ? ['Nhóm'] : []), ...POINTS, ...(noted ? ['Ghi chú'] : [])] }],
    rows: ranking.map((row, at): Row => ({
      cells: [
        String(row.rank),
        unitOf(data, row.unitId)?.name ?? '',
        ...(grouped ? [String(unitOf(data, row.unitId)?.groupNumber ?? '')] : []),
        formatPoints(row.base),
        formatPoints(row.bonus),
        formatPoints(row.penalty),
        formatPoints(row.total),
        ...(noted ? [notes[at] ?? ''] : []),
      ],
    })),
    notes: [
      `Ghi chú: khi bằng tổng điểm, thứ hạng được phân định lần lượt theo: ${data.rules.tieChain.map((step) => stepName(step, data.rules)).join('; ')}.`,
    ],
  };
}

/** What a unit registered, in the words of the year’s rules. */
export function aimName(rules: CycleRules, aim: Candidate['aim']): string {
  if (!aim) return 'Không đăng ký';
  const known = aim.kind === 'title' ? rules.titles : rules.completionLevels;
  return known.find(({ code }) => code === aim.code)?.name ?? '';
}

/** How the meeting decided on a nominee. */
function decision({ votes }: Candidate, round: RoundText): string {
  return votes ? `${votes.yes}/${round.attendance.length} đơn vị có mặt đồng ý` : 'Hội nghị thống nhất';
}

/** The nominees of each title with what they registered, their place, the decision and its reason. */
export function nominationsAnnex(data: YearData, title = `Danh sách đơn vị đề nghị khen thưởng năm ${data.year}`): AnnexText {
  const decided = data.rounds.filter(({ state }) => state === 'decided');
  if (decided.length === 0) return { title, blocks: [pending('Hội nghị bình xét chưa có kết quả.')] };
  const table: Table = {
    kind: 'table',
    columns: [
      { width: 11, align: 'center' },
      { namesRow: true },
      { width: 31 },
      { width: 19, align: 'right' },
      { width: 14, align: 'center' },
      { width: 46 },
    ],
    head: [{ cells: ['TT', 'Đơn vị', 'Danh hiệu đã đăng ký', 'Tổng điểm', 'Hạng', 'Kết quả bình xét, lý do'] }],
    rows: decided.flatMap((round) => nomineeRows(round, data)),
  };
  return { title, blocks: [table] };
}

function nomineeRows(round: RoundText, data: YearData): Row[] {
  const nominees = round.candidates.filter(({ nominated }) => nominated);
  const caption = `${round.title.name}: ${countOf(nominees.length, 'đơn vị')}`;
  return [
    { cells: [{ text: caption, colSpan: 6 }], face: 'bold' },
    ...nominees.map((nominee, at): Row => ({
      cells: [
        String(at + 1),
        unitOf(data, nominee.unitId)?.name ?? '',
        aimName(data.rules, nominee.aim),
        formatPoints(nominee.total),
        String(nominee.rank),
        [decision(nominee, round), nominee.reason].filter(Boolean).join('. '),
      ],
    })),
  ];
}
