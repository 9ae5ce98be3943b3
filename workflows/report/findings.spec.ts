import type { Indicator } from './content.schema.js';
import { findingsOf, type CheckedReport, type ListedSection } from './findings.js';
import { EMPTY_REPORT } from './report.schema.js';
import { doubledWords, sectionFindings, type CheckedSection } from './section-findings.js';

const TEXT = Array.from({ length: 160 }, (_, at) => `từ${at}`).join(' ');
const figure = (label: string, value: number, more: Partial<Indicator> = {}): Indicator => ({
  key: label,
  label,
  value,
  unit: 'người',
  qualifier: 'exact',
  ...more,
});
const sound: CheckedSection = { paragraphs: [TEXT], indicators: [figure('Hội viên', 10)], awards: [], year: 2020 };
const found = (part: Partial<CheckedSection>) =>
  sectionFindings({ ...sound, ...part }).map(({ rule, sentence }) => `${rule} ${sentence.vi}`);

describe('what an attentive reader notices in a section', () => {
  it('is nothing where all is well', () => expect(found({})).toEqual([]));

  it.each<[string, Partial<CheckedSection>, string[]]>([
    ['no text', { paragraphs: ['  '], indicators: [] }, ['R5 Chưa có đoạn văn nào.']],
    ['text without a figure', { indicators: [] }, ['R14 Chưa có số liệu nào.']],
    ['few words', { paragraphs: ['Một đoạn ngắn.'] }, ['R21 Có 3 từ; nên trong khoảng 150–600 từ.']],
    ['many words', { paragraphs: [TEXT, TEXT, TEXT, TEXT] }, ['R21 Có 640 từ; nên trong khoảng 150–600 từ.']],
    ['doubled words', { paragraphs: [`${TEXT} theo theo kế hoạch`] }, ['R17 Lặp từ: “theo theo”.']],
    [
      'one thing with two figures',
      {
        indicators: [
          figure('Trị giá điều trị miễn phí (cùng số lượt)', 498, { unit: 'triệu đồng' }),
          figure('Trị giá điều trị miễn phí trong công tác từ thiện', 489, { unit: 'triệu đồng' }),
        ],
      },
      [
        'R10 Hai số liệu gần như cùng một việc nhưng khác nhau: “Trị giá điều trị miễn phí (cùng số lượt)” 498\u00a0triệu đồng; “Trị giá điều trị miễn phí trong công tác từ thiện” 489\u00a0triệu đồng.',
      ],
    ],
    [
      'parts that exceed their total',
      {
        indicators: [
          figure('Quỹ', 1, { unit: 'tỷ đồng' }),
          figure('Quỹ tỉnh', 700, { unit: 'triệu đồng', partOf: 'Quỹ' }),
          figure('Quỹ huyện', 600, { unit: 'triệu đồng', partOf: 'Quỹ' }),
        ],
      },
      ['R8 “Quỹ”: các phần cộng lại là 1,3\u00a0tỷ đồng, tổng ghi 1\u00a0tỷ đồng.'],
    ],
    [
      'growth against another year than the last',
      { indicators: [figure('Quỹ', 5, { comparison: { kind: 'increase', value: 2, unit: '%', base: 'năm 2018' } })] },
      ['R9 “Quỹ” so với năm 2018, không phải năm 2019.'],
    ],
    [
      'an award without giver and number',
      { awards: [{ direction: 'received', name: 'Bằng khen', issuer: null, recipients: 'tập thể', count: null }] },
      ['R13 Khen thưởng “Bằng khen” cho tập thể chưa ghi cơ quan tặng và số lượng.'],
    ],
  ])('is %s', (_, part, sentences) => expect(found(part)).toEqual(sentences));

  it.each<[string, Indicator[]]>([
    [
      'parts that make up the total',
      [
        figure('Q', 55.1, { unit: 'tỷ đồng', qualifier: 'over' }),
        figure('a', 3.2, { unit: 'tỷ đồng', partOf: 'Q' }),
        figure('b', 51.92, { unit: 'tỷ đồng', partOf: 'Q' }),
      ],
    ],
    ['one part below its total', [figure('Hội viên', 12000), figure('Nạn nhân', 5429, { partOf: 'Hội viên' })]],
    [
      'parts of another measure',
      [
        figure('Bằng khen', 2, { unit: 'bằng khen' }),
        figure('a', 9, { unit: 'tập thể', partOf: 'Bằng khen' }),
        figure('b', 9, { partOf: 'Bằng khen' }),
      ],
    ],
    [
      'growth against the last year',
      [figure('Quỹ', 5, { comparison: { kind: 'increase', value: 2, unit: '%', base: 'cùng kỳ năm 2019' } })],
    ],
    [
      'figures of a like name that are far apart',
      [figure('Số lớp tập huấn nghiệp vụ cho cán bộ', 10), figure('Số lớp tập huấn nghiệp vụ cho hội viên', 90)],
    ],
    ['equal figures', [figure('Số lượt khám chữa bệnh a', 10), figure('Số lượt khám chữa bệnh b', 10)]],
  ])('is not %s', (_, indicators) => expect(found({ indicators })).toEqual([]));
});

describe('doubled words', () => {
  it.each([
    ['Đại hội Đại hội Đảng bộ', ['Đại hội']],
    ['thực hiện  thực hiện tốt', ['thực hiện']],
    ['Theo theo kế hoạch', ['Theo']],
    ['luôn luôn, dần dần, ngày ngày', []],
    ['hội, hội viên', []],
    ['các cá nhân', []],
    ['nghị quyết đại hội Hội Liên hiệp Thanh niên', []],
  ])('in “%s” are %j', (text, words) => expect(doubledWords(text)).toEqual(words));
});

const section: ListedSection = {
  id: 'a',
  number: '3.4',
  unitShortName: 'Hội Đông y',
  state: 'accepted',
  paragraphs: [TEXT],
  indicators: sound.indicators,
  awards: [],
  nominated: null,
};
const report: CheckedReport = {
  ...EMPTY_REPORT,
  asOf: '2020-11-30',
  year: 2020,
  campaigns: [],
  movements: [],
  legalBases: [],
  sections: [],
};
const campaign = { number: 2, from: '2020-07-01', to: '2020-12-31', theme: 'Hoàn thành kế hoạch', occasions: [] };
const basis = { type: 'Hướng dẫn', number: '24/HĐTĐKT', date: null, issuer: 'Hội đồng', subject: 'Tổng kết' };
const nominated = { title: 'Cờ thi đua', lower: true, conflicts: ['deputy' as const] };

describe('what an attentive reader notices in the report', () => {
  it.each<[string, Partial<CheckedReport>, object[]]>([
    ['nothing of a section that is still written', { sections: [{ ...section, state: 'returned', paragraphs: [] }] }, []],
    ['nothing where all is well', { campaigns: [{ ...campaign, to: '2020-11-30' }], sections: [section] }, []],
    [
      'figures that end before a campaign',
      { campaigns: [campaign] },
      [
        {
          rule: 'R2',
          sectionId: null,
          where: 'Số liệu tính đến ngày',
          sentence: 'Đợt thi đua 2 kết thúc ngày 31/12/2020, sau ngày chốt số liệu; văn bản phải ghi “số liệu tính đến ngày 30/11/2020”.',
        },
      ],
    ],
    [
      'a movement of other years',
      {
        movements: [
          { name: 'Văn hóa công sở', from: 2021, to: 2025 },
          { name: 'Vì người nghèo', from: null, to: null },
        ],
      },
      [{ rule: 'R1', sentence: 'Phong trào “Văn hóa công sở” (2021–2025) không diễn ra trong năm 2020.' }],
    ],
    [
      'a legal basis without its day',
      { legalBases: [basis] },
      [{ rule: 'R3', where: 'Căn cứ', sentence: 'Hướng dẫn số 24/HĐTĐKT chưa ghi ngày ban hành.' }],
    ],
    [
      'doubled words in the head’s parts',
      { causes: ['Do do dịch bệnh'] },
      [{ rule: 'R17', where: 'Nguyên nhân', sentence: 'Lặp từ: “Do Do”.' }],
    ],
    [
      'a section that says nothing',
      { sections: [{ ...section, paragraphs: [], indicators: [] }] },
      [{ rule: 'R5', sectionId: 'a', where: '3.4 Hội Đông y' }],
    ],
    [
      'a nominated unit: a lower title, a duty, no award',
      { sections: [{ ...section, nominated }] },
      [
        { rule: 'R4', sentence: 'Được suy tôn Cờ thi đua, thấp hơn danh hiệu đã đăng ký; biên bản phải ghi lý do.' },
        { rule: 'R6', sentence: 'Được suy tôn Cờ thi đua và là đơn vị Phó Khối; biên bản phải ghi rõ.' },
        { rule: 'R13', sentence: 'Được suy tôn Cờ thi đua nhưng chưa nêu khen thưởng nào.' },
      ],
    ],
  ])('is %s', (_, part, findings) =>
    expect(findingsOf({ ...report, ...part }, 'vi')).toEqual(findings.map((one) => expect.objectContaining(one))),
  );

  it('is told in English too', () =>
    expect(findingsOf({ ...report, sections: [{ ...section, nominated }] }, 'en').map(({ sentence }) => sentence)).toEqual([
      'Nominated for Cờ thi đua, lower than registered; the minutes must give the reason.',
      'Nominated for Cờ thi đua (deputy head of the bloc); the minutes must say so.',
      'Nominated for Cờ thi đua, but names no award.',
    ]));
});
