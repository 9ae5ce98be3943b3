import { recusalStepWords } from '@thidua/workflows/cycle/recusal';
import { unrankedWords } from '@thidua/workflows/ranking/ranking.words';
import type { Block } from '../../platform/pdf/blocks.js';
import { paragraph } from './frame.js';
import { listed, longDayAt, sentence } from './spelling.js';
import type { RecusalText, RoundText, YearData } from './year-data.js';

const nameOf = (data: YearData, id: string | null): string => data.units.find(({ unitId }) => unitId === id)?.name ?? '';

/** `Hội A xin không chấm Hội B, ngày 20 tháng 11 năm 2020. Lý do: …` */
const declined = (recusal: RecusalText, data: YearData): string =>
  `${recusal.unitId ? nameOf(data, recusal.unitId) : recusal.by} ${recusalStepWords[recusal.step].vi} ${nameOf(data, recusal.aboutUnitId)}, ` +
  `${longDayAt(recusal.at)}. Lý do: ${recusal.reason}`;

/** Who declined to score or judge a unit, in the order in which it was declared; nothing where nobody did. */
export function judgingRecusals(data: YearData): Block[] {
  const recusals = data.recusals.filter(({ step }) => step !== 'elect');
  if (recusals.length === 0) return [];
  return [
    paragraph('Các đơn vị, cá nhân sau đã xin không chấm điểm, không xét vì xung đột lợi ích:'),
    { kind: 'list', marker: '-', items: listed(recusals.map((recusal) => declined(recusal, data))) },
  ];
}

/** Which members have no rank and why, as a sentence; null where all have one. */
export function unrankedText(data: YearData): string | null {
  if (data.unranked.length === 0) return null;
  const said = data.unranked.map(
    ({ unitId, why, reason }) => `${nameOf(data, unitId)} (${unrankedWords[why].vi}; lý do: ${sentence(reason).slice(0, -1)})`,
  );
  return `Không xếp hạng: ${said.join('; ')}.`;
}

/** The recusals from deciding one title. */
export const recusalsOf = (round: RoundText, data: YearData): RecusalText[] =>
  data.recusals.filter(({ step, titleCode }) => step === 'elect' && titleCode === round.title.code);

/** Which units take no part in deciding a title and why, and of which units quorum and threshold are then taken. */
export function electingRecusals(round: RoundText, data: YearData): Block[] {
  const recusals = recusalsOf(round, data);
  if (recusals.length === 0) return [];
  return [
    paragraph('Các đơn vị sau xin không tham gia bình xét danh hiệu này vì xung đột lợi ích:'),
    { kind: 'list', marker: '-', items: listed(recusals.map(({ unitId, reason }) => `${nameOf(data, unitId)}. Lý do: ${reason}`)) },
    paragraph(
      'Danh hiệu này do các đơn vị còn lại bình xét. Số đơn vị phải có mặt tính trên tất cả đơn vị của Khối; đơn vị xin không bình xét không tính là có mặt và không tính vào tỷ lệ đồng ý.',
    ),
  ];
}
