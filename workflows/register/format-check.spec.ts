import { formatCheck, pointInWords, type DocumentDescription } from './format-check.js';
import { FORMAT_RULES, type FormatRule } from './format.words.js';

const NBSP = '\u00a0';
const head = {
  superior: 'HỘI ĐỒNG TĐ-KT TỈNH',
  issuer: ['KHỐI THI ĐUA THỬ'],
  number: 'Số: 04/BC-KTĐ',
  placeAndDate: 'Bắc Giang, ngày 15 tháng 12 năm 2020',
  typeName: 'Báo cáo',
  abstract: ['Tổng kết phong trào thi đua năm 2020'],
};
const signatory = { authority: ['TM. Khối thi đua', 'Trưởng Khối'], name: 'Nguyễn Văn Mẫu', homePost: 'Chủ tịch Hội', field: 'head' };
/** A report in which every point holds. */
const report: DocumentDescription = {
  type: 'BC',
  paper: { width: 210, height: 297, left: 30, right: 15, top: 20, bottom: 20 },
  size: 14,
  head,
  addressees: ['Hội đồng'],
  bases: ['Căn cứ Luật Thi đua, khen thưởng;', 'Thực hiện Kế hoạch của Khối;'],
  headings: [
    { level: 1, number: 'I.' },
    { level: 2, number: '1.' },
    { level: 3, number: '1.1.' },
    { level: 3, number: '1.2.' },
    { level: 2, number: '2.' },
    { level: 1, number: 'II.' },
    { level: 2, number: '1.' },
  ],
  lastText: 'Trên đây là báo cáo của Khối./.',
  signatories: [signatory],
  recipients: ['Như trên', 'Lưu: VT, Liên hiệp hội'],
  annexes: [
    { number: 'I', reference: '(Kèm theo Báo cáo số 04/BC-KTĐ)' },
    { number: 'II', reference: '(Kèm theo Báo cáo số 04/BC-KTĐ)' },
  ],
  file: { pages: 3, pageNumbers: [null, 2, 3], signatureFields: 1, findings: [] },
};
const failing = (document: DocumentDescription): string[] => formatCheck(document).flatMap(({ rule, holds }) => (holds ? [] : [rule]));

describe('the check of the format', () => {
  it('goes through every point once, and all hold in a right report', () => {
    expect(formatCheck(report).map(({ rule }) => rule)).toEqual(Object.keys(FORMAT_RULES));
    expect(failing(report)).toEqual([]);
  });

  it('takes room for a number and a day that are not given yet', () => {
    const room = NBSP.repeat(6);
    const open = { ...head, number: `Số: ${room}/BC-KTĐ`, placeAndDate: `Bắc Giang, ngày${room}tháng${room}năm 2020` };
    expect(failing({ ...report, head: open })).toEqual([]);
  });

  const inHead = (change: Partial<typeof head>): Partial<DocumentDescription> => ({ head: { ...head, ...change } });
  const signed = (change: Partial<typeof signatory>): Partial<DocumentDescription> => ({ signatories: [{ ...signatory, ...change }] });
  const found = (rule: string): Partial<DocumentDescription> => ({ file: { ...report.file, findings: [{ rule, detail: '' }] } });
  it.each<[string, Partial<DocumentDescription>, FormatRule]>([
    ['a left margin of 25 mm', { paper: { ...report.paper, left: 25 } }, 'paper'],
    ['paper that is not A4', { paper: { ...report.paper, width: 216 } }, 'paper'],
    ['text of size 12', { size: 12 }, 'text-size'],
    ['a font that is not embedded', found('font-embedded'), 'fonts'],
    ['letters that are not composed', found('text-nfc'), 'fonts'],
    ['no superior body', inHead({ superior: ' ' }), 'issuer'],
    ['a number without its leading zero', inHead({ number: 'Số: 4/BC-KTĐ' }), 'number'],
    ['the symbol of another type', inHead({ number: 'Số: 04/TTr-KTĐ' }), 'number'],
    ['a day without its leading zero', inHead({ placeAndDate: 'Bắc Giang, ngày 5 tháng 12 năm 2020' }), 'date'],
    ['month 03 with a zero', inHead({ placeAndDate: 'Bắc Giang, ngày 05 tháng 03 năm 2020' }), 'date'],
    ['an abstract that ends with a full stop', inHead({ abstract: ['Tổng kết năm 2020.'] }), 'type-and-abstract'],
    ['nobody to whom it is addressed', { addressees: [] }, 'addressees'],
    ['a base that does not say on what it rests', { bases: ['Luật Thi đua, khen thưởng;'] }, 'bases'],
    ['a number of a heading left out', { headings: [{ level: 1, number: 'I.' }, { level: 1, number: 'III.' }] }, 'headings'], // prettier-ignore
    ['a last sentence without ./.', { lastText: 'Trên đây là báo cáo.' }, 'last-sentence'],
    ['a signatory who signs for nobody', signed({ authority: ['Trưởng Khối'] }), 'authority'],
    ['a substitute who names no rank', signed({ authority: ['TM. Khối thi đua', 'KT. Trưởng Khối'] }), 'authority'],
    ['a signature by order, which the head of a bloc does not give', signed({ authority: ['TM. Khối thi đua', 'TL. Trưởng Khối', 'Thư ký'] }), 'authority'], // prettier-ignore
    ['a degree before the name', signed({ name: 'TS. Nguyễn Văn Mẫu' }), 'name'],
    ['no post in the home organisation', signed({ homePost: '' }), 'home-post'],
    ['recipients that do not begin with Như trên', { recipients: ['Các đơn vị', 'Lưu: VT'] }, 'recipients'],
    ['no copy that is kept', { recipients: ['Như trên', 'Các đơn vị'] }, 'kept-copy'],
    ['an annex that names no document', { annexes: [{ number: '', reference: '' }] }, 'annexes'],
    ['one annex with a number', { annexes: [{ number: 'I', reference: '(Kèm theo Báo cáo số 04/BC-KTĐ)' }] }, 'annexes'],
    ['a number on the first page', { file: { ...report.file, pageNumbers: [1, 2, 3] } }, 'page-numbers'],
    ['a page without its number', { file: { ...report.file, pageNumbers: [null, 2, null] } }, 'page-numbers'],
    ['tags that are missing', found('structure-root'), 'tags'],
    ['a file that cannot be archived', found('output-intent'), 'archive'],
    ['no field for the signature', { file: { ...report.file, signatureFields: 0 } }, 'signature'],
  ])('finds %s', (_, change, rule) => expect(failing({ ...report, ...change })).toEqual([rule]));

  it.each([
    ['KT. Trưởng Khối', 'Phó Trưởng Khối'],
    ['TUQ. Trưởng Khối', 'Chuyên viên'],
  ])('takes %s / %s', (capacity, rank) =>
    expect(failing({ ...report, ...signed({ authority: ['TM. Khối thi đua', capacity, rank] }) })).toEqual([]),
  );

  it('asks of minutes a chair and a secretary, and nobody addressed', () => {
    const chair = { ...signatory, authority: ['Chủ tọa'] };
    const secretary = { authority: ['Thư ký'], name: 'Lê Thị Thư', homePost: '', field: '' };
    const minutes: DocumentDescription = {
      ...report,
      type: 'BB',
      head: { ...head, number: 'Số: 04/BB-KTĐ' },
      addressees: [],
      signatories: [secretary, chair],
      recipients: ['Các đơn vị', 'Lưu: VT'],
    };
    expect(failing(minutes)).toEqual([]);
    expect(failing({ ...minutes, signatories: [chair] })).toEqual(['authority']);
    const deputy = { ...chair, authority: ['Chủ tọa', 'KT. Trưởng Khối', 'Phó Trưởng Khối'] };
    expect(failing({ ...minutes, signatories: [secretary, deputy] })).toEqual([]);
  });

  it('says in both languages what was seen', () => {
    expect(pointInWords({ rule: 'text-size', holds: false, seen: '12' }, 'vi').detail).toBe('Cỡ 12; phải là 13 hoặc 14');
    expect(pointInWords({ rule: 'text-size', holds: true, seen: '14' }, 'en')).toEqual({ name: 'Size of the text', detail: 'Size 14' });
  });
});
