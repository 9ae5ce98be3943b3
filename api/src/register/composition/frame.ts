import { documentTypeWords } from '@thidua/workflows/register/document.words';
import type { RecipientLine } from '@thidua/workflows/register/document.schema';
import { isCouncilLine } from '@thidua/workflows/register/document.facts';
import { numbered, type DocumentType } from '@thidua/workflows/register/numbering';
import type { Annex, Block, Paragraph, Signatory } from '../../platform/pdf/blocks.js';
import { BLANK } from './blanks.js';
import { listed, longDay, roman } from './spelling.js';
import type { PaperText, UnitInYear, YearData } from './year-data.js';

/** Name of the visible signature field of whoever signs. */
export const SIGNATURE_FIELD = 'head';

/** What is not known yet, said in the place where it will stand. */
export const pending = (text: string): Paragraph => ({ kind: 'paragraph', text: `(${text})`, face: 'italic' });

export const paragraph = (text: Paragraph['text']): Paragraph => ({ kind: 'paragraph', text });
export const paragraphs = (texts: readonly string[], where?: string): Paragraph[] =>
  texts.map((text) => ({ kind: 'paragraph', text, ...(where ? { where } : {}) }));
const centred = (text: string): Paragraph => ({ kind: 'paragraph', text, align: 'center', face: 'italic' });

/** `Báo cáo số 04/BC-KTĐ ngày 15 tháng 12 năm 2020` */
export const paperName = ({ type, number, symbol, day }: PaperText): string =>
  `${documentTypeWords[type].vi} số ${numbered(number, symbol)} ${longDay(day)}`;

/** The head of a document, and under its abstract what it replaces and to which day its figures count. */
export function opening(data: YearData, type: DocumentType, abstract: string, asOf?: string | null): Block[] {
  const { bloc, replaced } = data;
  return [
    {
      kind: 'head',
      superior: bloc.superior,
      issuer: [...bloc.issuerLines],
      number: `Số: ${BLANK.number}`,
      placeAndDate: `${bloc.place}, ${BLANK.date}`,
      type: documentTypeWords[type].vi,
      abstract: [abstract],
    },
    ...(replaced ? [centred(`(Thay thế ${paperName(replaced)})`)] : []),
    ...(asOf ? [centred(`(Số liệu tính đến ${longDay(asOf)})`)] : []),
  ];
}

/** To whom a report or a letter of submission is addressed. */
export const addressed = (data: YearData): Block => ({ kind: 'addressees', to: [data.council, data.board] });

/** `Căn cứ …`, unless the line says already on what it rests. */
export const bases = (lines: readonly string[]): Block[] =>
  lines.length > 0
    ? [{ kind: 'bases', items: lines.map((line) => (/^(Căn cứ|Thực hiện|Theo)\s/u.test(line) ? line : `Căn cứ ${line}`)) }]
    : [];

/** The one who signs for the bloc: the head of the unit that leads it, whose post at home stands under the name. */
export const headSignatory = (authority: string[]): Signatory => ({
  authority,
  name: BLANK.signer,
  homePost: BLANK.signerPost,
  field: SIGNATURE_FIELD,
});

/** Lines of Nơi nhận as they are printed: each text once; to whom the document is addressed is “Như trên”. */
export function printedRecipients(lines: readonly RecipientLine[], addressedToSuperiors: boolean): string[] {
  const texts = lines.map(({ to, text }) => (addressedToSuperiors && (to === 'council' || to === 'board') ? 'Như trên' : text));
  return [...new Set(texts)];
}

/**
 * The lines that are usual: council and board, head, deputy, members; the copy that is kept with the unit that drafts.
 * @param councilOnly the paper is for council and board alone
 */
export function usualRecipients(council: string, board: string, units: readonly UnitInYear[], councilOnly: boolean): RecipientLine[] {
  const head = units.find(({ blocRole }) => blocRole === 'head');
  const leaders = units.some(({ blocRole }) => blocRole === 'deputy') ? 'Trưởng Khối, Phó Khối' : 'Trưởng Khối';
  const lines: RecipientLine[] = [
    { to: 'council', text: council },
    { to: 'board', text: board },
    { to: 'head', text: leaders },
    ...(leaders === 'Trưởng Khối' ? [] : [{ to: 'deputy' as const, text: leaders }]),
    { to: 'members', text: 'Các đơn vị thành viên Khối thi đua' },
    { to: 'archive', text: `Lưu: VT${head ? `, ${head.shortName}` : ''}` },
  ];
  return councilOnly ? lines.filter(isCouncilLine) : lines;
}

/** An annex before it is known which of several it is. */
export interface AnnexText {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What every paper made from invented figures says of itself, at its end. */
const inventedAnnex = (invented: readonly string[]): AnnexText[] =>
  invented.length > 0
    ? [
        {
          title: 'Những nội dung giả định của bản mẫu này',
          blocks: [
            paragraph('Văn bản này là bản mẫu, không có giá trị. Những nội dung sau đây là giả định:'),
            { kind: 'list', marker: '-', items: listed(invented) },
          ],
        },
      ]
    : [];

/** The annexes on pages of their own, numbered where there are several, each naming the document that it belongs to. */
export function annexed(data: YearData, type: DocumentType, annexes: readonly AnnexText[]): Block[] {
  const all = [...annexes, ...inventedAnnex(data.invented)];
  const reference = `(Kèm theo ${documentTypeWords[type].vi} số ${BLANK.number} ${BLANK.date} của ${data.bloc.name})`;
  return all.flatMap(({ title, blocks }, at): Block[] => {
    const annex: Annex = { kind: 'annex', title, reference, ...(all.length > 1 ? { number: roman(at + 1) } : {}) };
    return [annex, ...blocks];
  });
}
