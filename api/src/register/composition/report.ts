import { vietnamDay } from '@thidua/workflows/working-days';
import type { Block, Note, Run } from '../../platform/pdf/blocks.js';
import { addressed, annexed, bases, headSignatory, opening, paragraph, paragraphs, pending, printedRecipients } from './frame.js';
import { figureText, awardText, unstated, unstatedAwards } from './figures.js';
import { indicatorsAnnex, nominationsAnnex, totalsAnnex } from './report-annexes.js';
import { heading, papersPart } from './report-papers.js';
import { countOf, lastSentence, listed, longDay, sentence } from './spelling.js';
import type { SectionText, YearData } from './year-data.js';

/** The abstract of the year-end report. */
export const reportAbstract = (data: YearData): string => `Tổng kết phong trào thi đua, công tác khen thưởng năm ${data.year}`;

/** The year-end report (Mẫu 1.4): results, shortcomings, directions; results, totals and nominations in annexes. No single peer’s marks. */
export function reportBlocks(data: YearData): Block[] {
  const parts = data.report?.parts;
  return [
    ...opening(data, 'BC', reportAbstract(data), data.report?.asOf),
    addressed(data),
    ...bases(parts?.bases ?? []),
    paragraph(
      `${data.bloc.name} báo cáo tổng kết phong trào thi đua, công tác khen thưởng năm ${data.year} ` +
        `và phương hướng, nhiệm vụ năm ${data.year + 1} như sau:`,
    ),
    heading(1, 'I.', 'Kết quả đạt được'),
    heading(2, '1.', 'Công tác chỉ đạo và triển khai thực hiện'),
    ...own(parts?.leadership, 'mục I.1'),
    heading(2, '2.', 'Việc ban hành các văn bản thi đua của Khối'),
    ...papersPart(data),
    heading(2, '3.', 'Kết quả cụ thể của các đơn vị trong Khối'),
    ...sections(data),
    heading(2, '4.', 'Đánh giá chung'),
    ...own(parts?.assessment, 'mục I.4'),
    ...outcome(data),
    heading(1, 'II.', 'Hạn chế, nguyên nhân'),
    heading(2, '1.', 'Hạn chế'),
    ...dashed(parts?.limitations, 'mục II.1'),
    heading(2, '2.', 'Nguyên nhân'),
    ...dashed(parts?.causes, 'mục II.2'),
    heading(1, 'III.', `Phương hướng, nhiệm vụ năm ${data.year + 1}`),
    ...counted(parts?.directions),
    paragraph(lastSentence(data.report?.closing || closing(data))),
    {
      kind: 'signature',
      signatories: [headSignatory(['TM. Khối thi đua', 'Trưởng Khối'])],
      recipients: printedRecipients(data.recipients, true),
    },
    ...annexed(data, 'BC', [indicatorsAnnex(data), totalsAnnex(data), nominationsAnnex(data)]),
  ];
}

const closing = (data: YearData): string =>
  `Trên đây là báo cáo tổng kết phong trào thi đua, công tác khen thưởng năm ${data.year} của ${data.bloc.name}, kính báo cáo ${data.council}.`;

const own = (texts: readonly string[] | undefined, where: string): Block[] =>
  texts && texts.length > 0 ? paragraphs(texts, where) : [pending('Phần này chưa soạn.')];

const dashed = (texts: readonly string[] | undefined, where: string): Block[] =>
  texts && texts.length > 0 ? [{ kind: 'list', marker: '-', items: texts.map(sentence), where }] : [pending('Phần này chưa soạn.')];

const counted = (texts: readonly string[] | undefined): Block[] =>
  texts && texts.length > 0
    ? [{ kind: 'list', marker: '1.', items: texts.map(sentence), where: 'mục III' }]
    : [pending('Phần này chưa soạn.')];

/** Part I.3: one section for each unit, numbered 3.1 to 3.n; a section that the secretary has not accepted is named and left empty. */
function sections(data: YearData): Block[] {
  const all = data.report?.sections ?? [];
  return all.flatMap((section): Block[] => [
    heading(3, `${section.number}.`, section.unitName),
    ...(section.state === 'accepted' ? sectionBlocks(section) : [pending('Phần báo cáo của đơn vị chưa được nhận.')]),
  ]);
}

function sectionBlocks({ number, paragraphs: texts, indicators, awards }: SectionText): Block[] {
  const where = `mục ${number}`;
  const figures = unstated(texts, indicators).map(figureText);
  const given = unstatedAwards(texts, indicators, awards).map(awardText);
  return [
    ...paragraphs(texts, where),
    ...(figures.length > 0
      ? [
          { kind: 'paragraph' as const, text: texts.length > 0 ? 'Các số liệu khác trong năm:' : 'Số liệu trong năm:', where },
          { kind: 'list' as const, marker: '-' as const, items: listed(figures), where },
        ]
      : []),
    ...(given.length > 0 ? [{ kind: 'paragraph' as const, text: `Khen thưởng: ${given.join('; ')}.`, where }] : []),
  ];
}

/** What the meeting nominated, the units in footnotes, and where the rest stands. */
function outcome(data: YearData): Block[] {
  const decided = data.rounds.filter(({ state }) => state === 'decided');
  if (decided.length === 0) return [pending('Hội nghị bình xét chưa có kết quả.')];
  const text = decided.flatMap(({ title, candidates }, at): (Run | Note)[] => {
    const units = candidates.flatMap(({ unitId, nominated }) => {
      const unit = nominated ? data.units.find((known) => known.unitId === unitId) : undefined;
      return unit ? [unit.name] : [];
    });
    const lead = at === 0 ? '' : '; ';
    if (units.length === 0) return [`${lead}không có đơn vị nào cho ${title.name}`];
    return [`${lead}${title.name} cho ${countOf(units.length, 'đơn vị')}`, { note: `Gồm: ${units.join('; ')}.` }];
  });
  const lastDay = decided.map(({ decidedAt }) => decidedAt ?? '').sort().at(-1); // prettier-ignore
  const held = lastDay ? ` ${longDay(vietnamDay(new Date(lastDay)))}` : '';
  return [
    paragraph([
      `Căn cứ kết quả chấm điểm, xếp hạng (Phụ lục II), hội nghị bình xét${held} suy tôn, đề nghị tặng `,
      ...text,
      '. Danh sách và lý do đề nghị tại Phụ lục III.',
    ]),
  ];
}
