import { formatPoints } from '@thidua/workflows/centipoints';
import type { NominationRules } from '@thidua/workflows/cycle/rules.schema';
import { conflictInWords, reasonInWords, type EligibilityReason } from '@thidua/workflows/nomination/eligibility';
import type { Candidate, Settlement } from '@thidua/workflows/nomination/round.schema';
import type { Block, Row } from '../../platform/pdf/blocks.js';
import { paragraph, pending } from './frame.js';
import { electingRecusals } from './minutes-recusals.js';
import { aimName } from './report-annexes.js';
import { heading } from './report-papers.js';
import { countOf, goingOn, listed, sentence } from './spelling.js';
import type { RoundText, YearData } from './year-data.js';

const nameOf = (data: YearData, id: string): string => data.units.find(({ unitId }) => unitId === id)?.name ?? '';

/** `Cờ thi đua của UBND tỉnh cho 02 đơn vị: …` */
export function nomineesSentence(round: RoundText, data: YearData): string {
  const names = round.candidates.filter(({ nominated }) => nominated).map(({ unitId }) => nameOf(data, unitId));
  if (names.length === 0) return `${round.title.name}: không có đơn vị được suy tôn`;
  return `${round.title.name} cho ${countOf(names.length, 'đơn vị')}: ${names.join('; ')}`;
}

/** One title: its seats, who was weighed and whether they are eligible, conflicts of interest, how it was decided, ties, reasons, result. */
export function roundBlocks(round: RoundText, number: number, data: YearData): Block[] {
  const title = heading(2, `${number}.`, `Bình xét ${round.title.name}`);
  if (round.state === 'draft') return [title, pending('Hội nghị chưa bình xét danh hiệu này.')];
  return [
    title,
    paragraph(`Số suất đề nghị theo quy tắc của năm: ${countOf(round.seats, 'suất')}.`),
    ...weighed(round, data),
    ...conflicts(round, data),
    ...electingRecusals(round, data),
    ...decided(round, data),
    ...settled(round, data),
    ...reasons(round, data),
    ...(round.state === 'decided' ? [paragraph([{ text: 'Kết quả: ', face: 'bold' }, `${nomineesSentence(round, data)}.`])] : []),
  ];
}

/** Reasons for which a unit is no candidate of the title at all, so that the minutes do not name it. */
const NO_CANDIDATE: readonly string[] = ['unregistered', 'another', 'withdrawn', 'awarded'];
const isWeighed = ({ eligible, reasons: why }: Candidate): boolean => eligible || !why.some(({ code }) => NO_CANDIDATE.includes(code));

/** Whether and why a unit may be nominated. */
function conditionText({ eligible, lower, reasons: why }: Candidate): string {
  if (eligible) return lower ? 'Đủ điều kiện, cần nêu lý do vì đăng ký danh hiệu cao hơn' : 'Đủ điều kiện';
  return `Không đủ điều kiện: ${why.map((reason) => goingOn(reasonInWords(reason as EligibilityReason, 'vi'))).join(' ')}`;
}

function weighed(round: RoundText, data: YearData): Block[] {
  const candidates = round.candidates.filter(isWeighed);
  if (candidates.length === 0) return [paragraph('Không có đơn vị đăng ký hoặc đủ điều kiện được xét danh hiệu này.')];
  return [
    ...(candidates.some(({ eligible, lower }) => eligible && lower)
      ? [paragraph('Xét trước các đơn vị đăng ký danh hiệu này; đơn vị đăng ký danh hiệu cao hơn được đề nghị khi hội nghị nêu lý do.')]
      : []),
    paragraph('Điều kiện của các đơn vị được xét:'),
    {
      kind: 'table',
      columns: [{ width: 13, align: 'center' }, { namesRow: true }, { width: 19, align: 'right' }, { width: 36 }, { width: 46 }],
      head: [{ cells: ['Hạng', 'Đơn vị', 'Tổng điểm', 'Danh hiệu đã đăng ký', 'Điều kiện'] }],
      rows: candidates.map((candidate): Row => ({
        cells: [
          String(candidate.rank),
          nameOf(data, candidate.unitId),
          formatPoints(candidate.total),
          aimName(data.rules, candidate.aim),
          conditionText(candidate),
        ],
      })),
    },
  ];
}

function conflicts(round: RoundText, data: YearData): Block[] {
  const concerned = round.candidates.filter((candidate) => isWeighed(candidate) && candidate.conflicts.length > 0);
  if (concerned.length === 0) return [];
  const duty = (conflict: Candidate['conflicts'][number]) => goingOn(conflictInWords(conflict, 'vi'));
  const said = concerned.map(({ unitId, conflicts: duties }) => `${nameOf(data, unitId)} (${duties.map(duty).join(', ')})`);
  return [paragraph(`Hội nghị được biết các đơn vị sau giữ nhiệm vụ trong Khối khi xét danh hiệu này: ${said.join('; ')}.`)];
}

/** What a threshold asks for, in words. */
function thresholdText({ threshold }: NominationRules): string {
  const { p, q, strict, base } = threshold;
  const share = `${strict ? 'trên' : 'ít nhất'} ${p}/${q}`;
  if (base === 'members') return `${share} tổng số đơn vị thành viên đồng ý`;
  return base === 'present' ? `${share} số đơn vị có mặt đồng ý` : `số đồng ý đạt ${share} tổng số đồng ý và không đồng ý`;
}

function decided(round: RoundText, data: YearData): Block[] {
  if (round.state === 'open') return [pending('Hội nghị đang bình xét danh hiệu này.')];
  const present = countOf(round.attendance.length, 'đơn vị có mặt');
  const voted = round.candidates.filter(({ votes }) => votes);
  if (voted.length === 0) return [paragraph(`Sau khi thảo luận, ${present} thống nhất suy tôn, không biểu quyết riêng từng đơn vị.`)];
  return [
    paragraph(`Hội nghị biểu quyết giơ tay, ${present}. Đơn vị được suy tôn khi ${thresholdText(data.rules.nomination)}.`),
    votesTable(voted.map(({ unitId, votes }) => ({ unitId, ...votes! })), data), // prettier-ignore
  ];
}

function votesTable(votes: Settlement['votes'], data: YearData): Block {
  const count = { width: 25, align: 'center' as const };
  return {
    kind: 'table',
    columns: [{ width: 12, align: 'center' }, { namesRow: true }, count, count, count],
    head: [{ cells: ['TT', 'Đơn vị', 'Đồng ý', 'Không đồng ý', 'Không có ý kiến'] }],
    rows: votes.map(({ unitId, yes, no, abstain }, at): Row => ({
      cells: [String(at + 1), nameOf(data, unitId), String(yes), String(no), String(abstain)],
    })),
  };
}

const METHODS = {
  'run-off': 'biểu quyết lại giữa các đơn vị ngang nhau',
  lot: 'bốc thăm',
  'leave-open': 'để trống suất còn lại',
} as const;

function settled({ settlement, candidates }: RoundText, data: YearData): Block[] {
  const tied = candidates.filter((candidate) => candidate.tied).map(({ unitId }) => nameOf(data, unitId));
  if (!settlement)
    return tied.length > 0 ? [paragraph(`Ở suất cuối có các đơn vị ngang nhau: ${tied.join('; ')}; hội nghị chưa phân định.`)] : [];
  const chosen = settlement.unitIds.map((id) => nameOf(data, id));
  const result = chosen.length > 0 ? `; đơn vị được chọn: ${chosen.join('; ')}` : '';
  return [
    paragraph(
      `Ở suất cuối có các đơn vị ngang nhau. Hội nghị phân định bằng cách ${METHODS[settlement.method]}${result}. Lý do: ${sentence(settlement.reason)}`,
    ),
    ...(settlement.votes.length > 0 ? [votesTable(settlement.votes, data)] : []),
  ];
}

/** Why a nominee departs from ranking or registration. */
function reasons(round: RoundText, data: YearData): Block[] {
  const explained = round.candidates.filter(({ nominated, reason }) => nominated && reason);
  if (explained.length === 0) return [];
  return [
    paragraph('Lý do đề nghị khác với danh hiệu đã đăng ký hoặc thứ tự xếp hạng:'),
    { kind: 'list', marker: '-', items: listed(explained.map(({ unitId, reason }) => `${nameOf(data, unitId)}: ${reason}`)) },
  ];
}
