import { documentTypeWords } from '@thidua/workflows/register/document.words';
import type { DocumentType } from '@thidua/workflows/register/numbering';
import type { Block } from '../../platform/pdf/blocks.js';
import { addressed, annexed, bases, headSignatory, opening, paperName, paragraph, pending, printedRecipients } from './frame.js';
import { nominationsAnnex } from './report-annexes.js';
import { vietnamDay } from '@thidua/workflows/working-days';
import { countOf, joined, lastSentence, listed, longDay, twoDigits } from './spelling.js';
import type { RoundText, YearData } from './year-data.js';

export const submissionAbstract = (data: YearData): string =>
  `Về việc đề nghị tặng ${joined(data.rules.titles.map(({ name }) => name))} năm ${data.year}`;

/** The letter of submission (Mẫu 1.4): whom the bloc proposes for which title, and the signed papers that it rests on. */
export function submissionBlocks(data: YearData): Block[] {
  const { bloc, council } = data;
  const resting = data.papers
    .filter(({ type }) => type === 'BB')
    .map((paper) => `Căn cứ ${paperName(paper)} về bình xét, suy tôn, đề nghị khen thưởng năm ${data.year}`);
  return [
    ...opening(data, 'TTr', submissionAbstract(data)),
    addressed(data),
    ...bases([...(data.report?.parts.bases ?? []), ...resting]),
    ...told(data),
    paragraph(
      `${bloc.name} kính trình ${council} xem xét, trình ${authorities(data)} quyết định khen thưởng các tập thể có thành tích ` +
        `trong phong trào thi đua năm ${data.year} như sau:`,
    ),
    ...nominees(data),
    paragraph('Danh sách, kết quả bình xét và lý do đề nghị kèm theo Tờ trình này.'),
    paragraph('Hồ sơ gửi kèm:'),
    { kind: 'list', marker: '-', items: listed((['BC', 'BB'] as const).map((type) => enclosed(type, data))) },
    paragraph(lastSentence(`${bloc.name} kính đề nghị ${council} xem xét, trình ${authorities(data)} quyết định khen thưởng`)),
    {
      kind: 'signature',
      signatories: [headSignatory(['TM. Khối thi đua', 'Trưởng Khối'])],
      recipients: printedRecipients(data.recipients, true),
    },
    ...annexed(data, 'TTr', [nominationsAnnex(data)]),
  ];
}

/** How the bloc came to its proposal. */
function told({ units, rounds }: YearData): Block[] {
  const last = rounds.flatMap(({ decidedAt }) => decidedAt ?? []).sort().at(-1); // prettier-ignore
  if (!last) return [];
  const came = new Set(rounds.flatMap(({ attendance }) => attendance)).size;
  return [
    paragraph(
      `Khối thi đua đã tổ chức chấm điểm, thẩm định, xếp hạng ${countOf(units.length, 'đơn vị')} thành viên. Hội nghị bình xét ` +
        `${longDay(vietnamDay(new Date(last)))}, với ${twoDigits(came)}/${twoDigits(units.length)} đơn vị tham dự, đã suy tôn các đơn vị đề nghị khen thưởng.`,
    ),
  ];
}

const authorities = (data: YearData): string => joined([...new Set(data.rules.titles.map(({ authority }) => authority))]);

const nameOf = (data: YearData, id: string): string => data.units.find(({ unitId }) => unitId === id)?.name ?? '';

function nominees(data: YearData): Block[] {
  const decided = data.rounds.filter(({ state }) => state === 'decided');
  if (decided.length === 0) return [pending('Hội nghị bình xét chưa có kết quả.')];
  return decided.flatMap((round, at) => titleBlocks(round, at + 1, data));
}

function titleBlocks(round: RoundText, number: number, data: YearData): Block[] {
  const names = round.candidates.filter(({ nominated }) => nominated).map(({ unitId }) => nameOf(data, unitId));
  const lead = `${number}. Tặng ${round.title.name}`;
  if (names.length === 0) return [paragraph(`${lead}: không đề nghị.`)];
  return [
    paragraph([{ text: `${lead} cho ${countOf(names.length, 'tập thể')}:`, face: 'bold' }]),
    { kind: 'list', marker: '-', items: listed(names) },
  ];
}

/** A paper that goes with the letter; one that is not signed yet has room for its number. */
function enclosed(type: DocumentType, data: YearData): string {
  const paper = data.papers.find((known) => known.type === type);
  return paper ? paperName(paper) : `${documentTypeWords[type].vi} số ……/${type}-${data.bloc.symbol} (chưa ký)`;
}
