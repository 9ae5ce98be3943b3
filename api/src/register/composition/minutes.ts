import { needed } from '@thidua/workflows/nomination/tally';
import { isCouncilOnly } from '@thidua/workflows/register/document.facts';
import type { Block, Signatory } from '../../platform/pdf/blocks.js';
import { BLANK } from './blanks.js';
import { annexed, headSignatory, opening, paragraph, pending, printedRecipients } from './frame.js';
import { peersAnnex } from './minutes-peers.js';
import { judgingRecusals, recusalsOf, unrankedText } from './minutes-recusals.js';
import { nomineesSentence, roundBlocks } from './minutes-rounds.js';
import { rankingTable, stepName } from './report-annexes.js';
import { heading } from './report-papers.js';
import { countOf, hourAndDay, lastSentence, listed, twoDigits } from './spelling.js';
import type { ActingPerson, RoundText, YearData } from './year-data.js';

export const minutesAbstract = (data: YearData): string => `Hội nghị bình xét, suy tôn, đề nghị khen thưởng năm ${data.year}`;

/**
 * The minutes of the nomination meeting (Mẫu 1.9): who came, what was weighed, how each title was decided and why. The hours are those
 * at which the rounds were opened and decided. Single peers’ marks stand in an annex where the year’s rules say so.
 */
export function minutesBlocks(data: YearData): Block[] {
  const { rounds, meetingPlace, bloc } = data;
  const begun = earliest(rounds.map(({ openedAt }) => openedAt));
  const ended = rounds.every(({ state }) => state === 'decided') ? latest(rounds.map(({ decidedAt }) => decidedAt)) : null;
  return [
    ...opening(data, 'BB', minutesAbstract(data)),
    begun ? paragraph(`Thời gian bắt đầu: ${hourAndDay(begun)}.`) : pending('Hội nghị chưa bắt đầu.'),
    { kind: 'paragraph', text: `Địa điểm: ${meetingPlace ?? bloc.place}.`, where: 'địa điểm hội nghị' },
    heading(1, 'I.', 'Thành phần tham dự'),
    ...attendance(data),
    heading(1, 'II.', 'Nội dung'),
    heading(2, '1.', 'Chương trình hội nghị'),
    agenda(data),
    heading(2, '2.', 'Kết quả chấm điểm, xếp hạng'),
    ...ranking(data),
    ...rounds.flatMap((round, at) => roundBlocks(round, at + 3, data)),
    heading(1, 'III.', 'Kết luận'),
    ...conclusion(data),
    ended ? paragraph(lastSentence(`Hội nghị kết thúc vào ${hourAndDay(ended)}`)) : pending('Hội nghị chưa quyết định xong các danh hiệu.'),
    {
      kind: 'signature',
      signatories: [secretary, headSignatory(['Chủ tọa'])],
      recipients: printedRecipients(data.recipients, false),
    },
    ...annexed(data, 'BB', isCouncilOnly('BB', data.rules) ? [peersAnnex(data)] : []),
  ];
}

const known = (instants: readonly (string | null)[]): string[] => instants.flatMap((at) => at ?? []).sort();
const earliest = (instants: readonly (string | null)[]): string | null => known(instants)[0] ?? null;
const latest = (instants: readonly (string | null)[]): string | null => known(instants).at(-1) ?? null;

const called = ({ name, post }: ActingPerson): string => `${name}, ${post}`;
const chair = (rounds: readonly RoundText[]) => rounds.find(({ decidedBy }) => decidedBy)?.decidedBy ?? null;
const recorder = (rounds: readonly RoundText[]) => rounds.find(({ openedBy }) => openedBy)?.openedBy ?? null;

/** The secretary does not sign digitally: what stands in the room of the signature is what the journal says of the proposal. */
const secretary: Signatory = { authority: ['Thư ký'], name: BLANK.secretary, stated: BLANK.confirmation };

/** Which units came (the union of the rounds), who was missing, who took no part by their own wish, chair and secretary, and that enough were there. */
function attendance(data: YearData): Block[] {
  const { units, rounds, rules } = data;
  const came = new Set(rounds.flatMap(({ attendance: present }) => present));
  if (came.size === 0) return [pending('Chưa ghi thành phần tham dự.')];
  const present = units.filter(({ unitId }) => came.has(unitId));
  const declined = new Set(rounds.flatMap((round) => recusalsOf(round, data)).map(({ unitId }) => unitId));
  const aside = units.filter(({ unitId }) => !came.has(unitId) && declined.has(unitId));
  const missing = units.filter(({ unitId }) => !came.has(unitId) && !declined.has(unitId));
  const quorum = needed(units.length, rules.nomination.quorum);
  const [presiding, writing] = [chair(rounds), recorder(rounds)];
  const share = `${twoDigits(present.length)}/${twoDigits(units.length)}`;
  return [
    paragraph(`1. Đại diện ${share} đơn vị thành viên: ${present.map(({ name }) => name).join('; ')}.`),
    paragraph(
      missing.length > 0 ? `Vắng mặt: ${missing.map(({ name }) => name).join('; ')}.` : 'Vắng mặt: không.',
    ),
    ...(aside.length > 0 ? [paragraph(`Xin không tham gia bình xét: ${aside.map(({ name }) => name).join('; ')}.`)] : []),
    ...(presiding ? [paragraph(`2. Chủ tọa: ${called(presiding)}.`)] : []),
    ...(writing ? [paragraph(`3. Thư ký (người ghi biên bản): ${called(writing)}.`)] : []),
    paragraph(
      `Theo quy tắc bình xét của năm, hội nghị được tiến hành khi có ít nhất ${countOf(quorum, 'đơn vị')} tham dự; ` +
        `số đơn vị có mặt ${present.length >= quorum ? 'bảo đảm' : 'chưa bảo đảm'} điều kiện này.`,
    ),
  ];
} // prettier-ignore

function agenda({ rounds, rules }: YearData): Block {
  const method = rules.nomination.method === 'consent' ? 'thống nhất suy tôn' : 'biểu quyết giơ tay';
  return {
    kind: 'list',
    marker: '-',
    items: listed([
      'Nghe kết quả chấm điểm, xếp hạng các đơn vị trong năm',
      'Xét điều kiện của từng đơn vị theo danh hiệu đã đăng ký',
      `Bình xét theo hình thức ${method}, lần lượt từ danh hiệu cao đến danh hiệu thấp: ${rounds.map(({ title }) => title.name).join('; ')}`,
    ]),
  };
}

function ranking(data: YearData): Block[] {
  if (!data.ranking) return [pending('Chưa công bố xếp hạng.')];
  const unranked = unrankedText(data);
  return [
    paragraph(
      `Điểm của ${countOf(data.ranking.length, 'đơn vị')} đã được thẩm định và công bố. Khi bằng tổng điểm, thứ hạng được phân định lần lượt theo: ` +
        `${data.rules.tieChain.map((step) => stepName(step, data.rules)).join('; ')}.`,
    ),
    { ...rankingTable(data, data.ranking), notes: [] },
    ...(unranked ? [paragraph(unranked)] : []),
    ...judgingRecusals(data),
  ];
}

function conclusion(data: YearData): Block[] {
  const decided = data.rounds.filter(({ state }) => state === 'decided');
  if (decided.length === 0) return [pending('Hội nghị chưa có kết quả.')];
  return [
    paragraph('Hội nghị suy tôn, đề nghị cấp có thẩm quyền xét tặng:'),
    { kind: 'list', marker: '-', items: listed(decided.map((round) => nomineesSentence(round, data))) },
  ];
}
