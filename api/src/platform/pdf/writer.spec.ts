import type { Block, Text } from './blocks.js';
import { check } from './check.js';
import { MissingGlyph, canPrint } from './fonts.js';
import { textOfPages } from './reading.js';
import { banner, sampleLetter, sampleMeta, sampleMinutes, sampleReport, sampleUnits } from './samples.js';
import { render } from './writer.js';

const paragraph = (text: Text): Block[] => [{ kind: 'paragraph', text }];
const words = (text: string) => text.replace(/\s+/g, ' ');

describe('a document', () => {
  it.each([
    ['report', sampleReport],
    ['letter', sampleLetter],
    ['minutes', sampleMinutes],
  ])('made twice has the same bytes (%s)', (_, blocks) => {
    expect(Buffer.from(render(blocks, sampleMeta)).equals(render(structuredClone(blocks), { ...sampleMeta }))).toBe(true);
  });

  it('is as small as its letters are: a fifth of a megabyte for four faces of Vietnamese, and less than 4,500 bytes a page', async () => {
    const [letter, report] = [sampleLetter, sampleReport].map((blocks) => render(blocks, sampleMeta));
    const pages = (await textOfPages(report!)).length;
    expect(letter!.length).toBeLessThan(205_000);
    expect(report!.length - letter!.length).toBeLessThan(4_500 * (pages - 1));
  });

  it('changes its identifier with its content', () => {
    const id = (text: string) => /\/ID\[<(\w{32})>/.exec(Buffer.from(render(paragraph(text), sampleMeta)).toString('latin1'))?.[1];
    expect(id('một')).toMatch(/^[0-9A-F]{32}$/);
    expect(id('một')).not.toBe(id('hai'));
  });

  it('can be searched for every unit, figure and amount, in NFC', async () => {
    const text = words((await textOfPages(render(sampleReport, sampleMeta))).join('\n'));
    for (const name of sampleUnits) expect(text).toContain(name);
    for (const part of ['3.18. Hội Đông y tỉnh', '24.940 hội viên', '2016–2020', '96,00 điểm', 'Số: 04/BC-KTĐCTCHCTS1', 'Phụ lục II']) {
      expect(text).toContain(part);
    }
    expect(text.normalize('NFC')).toBe(text);
    expect(text).not.toContain('\ufffd');
  });

  it('is the same whether its text came composed or decomposed', () => {
    const text = 'Trưởng Khối ký; kết quả đạt 105,5%: Nguyễn Ữ Ỵ ề ộ ử';
    expect(Buffer.from(render(paragraph(text.normalize('NFD')), sampleMeta)).equals(render(paragraph(text), sampleMeta))).toBe(true);
  });

  it('bears the banner on every page, and page numbers from the second', async () => {
    const pages = await textOfPages(render(sampleReport, sampleMeta));
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages) expect(words(page)).toContain(banner);
    pages.forEach((page, index) => expect(new RegExp(`^${index + 1} ?$`, 'm').test(page)).toBe(index > 0));
    expect((await textOfPages(render(sampleLetter, { ...sampleMeta, banner: undefined })))[0]).not.toContain('BẢN MẪU');
  });

  it('prints a footnote on the page of its mark, counted through the document', async () => {
    const filler: Block[] = paragraph('thi đua yêu nước '.repeat(500));
    const noted = (note: string): Block => ({ kind: 'paragraph', text: ['Đã đăng ký', { note }, ', có 1.250 m² đất.'] });
    const pages = await textOfPages(render([noted('Mười đơn vị'), ...filler, noted('Bốn đơn vị')], sampleMeta));
    expect(pages[0]).toContain('Đã đăng ký¹, có 1.250 m² đất.');
    expect(pages[0]).toContain('¹ Mười đơn vị');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.at(-1)).toContain('² Bốn đơn vị');
  });

  it('is described in words that XML can carry', async () => {
    const title = 'Báo cáo <b>"A&B"\u0000\ud800</b>\n2020';
    const { findings } = await check(render(paragraph('một'), { ...sampleMeta, title }));
    expect(findings).toEqual([]);
  });

  it('follows the order in which it is read aloud', async () => {
    const [page = ''] = await textOfPages(render(sampleLetter, sampleMeta));
    const order = ['CỘNG HÒA', 'Độc lập', 'HỘI ĐỒNG', 'KHỐI THI ĐUA', 'Số: 05/TTr', 'Bắc Giang, ngày', 'TỜ TRÌNH', 'Kính gửi', 'Căn cứ', 'PHÓ TRƯỞNG KHỐI', 'Trần Thị Ví Dụ', 'Chủ tịch Hội', 'Nơi nhận:', 'Như trên;', 'Lưu: VT, LHH.']; // prettier-ignore
    const places = order.map((part) => page.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(-1);
  });

  it('turns line feeds into paragraphs, and tabs and invisible marks into nothing that is seen', async () => {
    const [page] = await textOfPages(render(paragraph('một\thai\u200b\r\nba\u00ad\n\nbốn'), { ...sampleMeta, banner: undefined }));
    expect(page).toBe('một hai\nba\nbốn\n');
  });

  it('breaks a word that is wider than its line, and loses no letter of it', async () => {
    const address = `https://vi-du.example/${'abcdefghij'.repeat(30)}`;
    const [page] = await textOfPages(render(paragraph(`Xem ${address} để biết`), { ...sampleMeta, banner: undefined }));
    expect(page).toContain(`Xem ${address} để biết`);
  });
});

describe('a character that no font has', () => {
  const rows = [{ cells: ['1', 'thi đua'] }, { cells: ['2', { text: [{ text: 'thi✓đua', face: 'bold' as const }] }] }];
  const annex: Block = { kind: 'annex', number: 'I', title: 'Kết quả', reference: '(Kèm theo Báo cáo)' };

  it('is an error that names the character, the word and the place', () => {
    const document: Block[] = [annex, { kind: 'table', columns: [{}, {}], head: [], rows }];
    expect(() => render(document, sampleMeta)).toThrow('“✓” (U+2713) trong “thi✓đua” tại Phụ lục I, bảng 1, dòng 2, cột 2');
    expect(() => render(document, sampleMeta)).toThrow(MissingGlyph);
  });

  it.each([
    ['Khen thưởng 13.100.000.000 ₫, 1.250 m², “…”, – ≥ ± 0,05, 36 °C, ½ □ ■ ▲', []],
    ['☑ Đạt ✓ và ✓', ['☑', '✓']],
    ['thi\u0007 đua \u202e', ['\u0007', '\u202e']],
    ['x\u0323\u0300', ['\u0323', '\u0300']], // marks that do not compose
    ['Phần Ⅳ: 漢字 😀', ['Ⅳ', '漢', '字', '😀']],
    ['', []],
  ])('is named when the text is saved: %j', (text, missing) => {
    expect(canPrint(text).map((error) => error.character)).toEqual(missing);
  });

  it('is never one of the letters of Vietnamese', () => {
    const vowels = 'aăâeêioôơuưy';
    const letters = [...vowels]
      .flatMap((vowel) => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => vowel + tone))
      .join('');
    expect(canPrint(`${letters}${letters.toLocaleUpperCase('vi')}đĐbcdghklmnpqrstvxBCDGHKLMNPQRSTVX`)).toEqual([]);
  });
});
