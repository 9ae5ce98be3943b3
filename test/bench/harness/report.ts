import { createRequire } from 'node:module';
import type { Block, DocumentMeta } from '@thidua/api/platform/pdf/blocks';

/** A report as every writer gets it: words alone, without a form. */
export interface ReportWords {
  readonly title: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  /** Files of the regular and the bold face. */
  readonly fonts: { readonly regular: string; readonly bold: string };
}

/** Forty pages have so many sections of 720 words and a table of 44 rows; three hundred have 125. */
export const [FORTY, THREE_HUNDRED] = [16, 125];

const ONSETS = 'b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x gi'.split(' ');
const RIMES =
  'a à á ả ạ ai ám án ang anh ao áp át ay ă ắc ẳng ặt â ấn ầu ấy e em én èo ẹt ê ến ều ệt i ỉnh ích iên iệp iều iết o ò ó ọc oàn oạt ong ôi ồng ổ ội ộc ơ ời ớp ợt u ủ ục uân ung uyết uộc ư ứ ưởng ước ương ựng y ỹ ỷ'.split(
    ' ',
  );

/** About 1,600 words that differ, as a report has: syllables, and one in twenty a number. */
const word = (n: number): string =>
  n % 20 === 0
    ? ((n % 97) * 1_373).toLocaleString('vi-VN')
    : `${ONSETS[n % ONSETS.length]}${RIMES[Math.floor(n / ONSETS.length) % RIMES.length]}`;

const fontFile = (name: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`);

/** The words of a report with so many sections, the same each time. */
export function reportOf(sections: number): ReportWords {
  let at = 0;
  const words = (count: number) => Array.from({ length: count }, () => word((at += 7_919))).join(' ');
  return {
    title: 'Báo cáo tổng kết phong trào thi đua, công tác khen thưởng',
    sections: Array.from({ length: sections }, (_, section) => ({
      heading: `${section + 1}. Kết quả của ${words(6)}`,
      paragraphs: Array.from({ length: 6 }, () => `${words(120)}.`),
      head: ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện', '% kế hoạch'],
      rows: Array.from({ length: 44 }, (_, row) => [
        String(row + 1),
        words(4),
        'lượt người',
        ((row + 1) * 1_373).toLocaleString('vi-VN'),
        `${95 + (row % 20)}`,
      ]),
    })),
    fonts: { regular: fontFile('400Regular'), bold: fontFile('700Bold') },
  };
}

export const REPORT_META: DocumentMeta = {
  title: 'Báo cáo',
  author: 'Khối thi đua',
  createdAt: new Date('2020-12-15T02:30:00Z'),
  size: 13,
};

/** The report as the product's writer takes it. */
export const blocksOf = ({ title, sections }: ReportWords): Block[] => [
  {
    kind: 'head',
    superior: 'Hội đồng Thi đua – Khen thưởng tỉnh',
    issuer: ['Khối thi đua số 1'],
    number: 'Số: 04/BC-KTĐ',
    placeAndDate: 'Bắc Giang, ngày 15 tháng 12 năm 2020',
    type: 'Báo cáo',
    abstract: [title],
  },
  ...sections.flatMap(({ heading, paragraphs, head, rows }): Block[] => [
    { kind: 'heading', level: 1, text: heading },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
    {
      kind: 'table',
      columns: [{ width: 12, align: 'center' }, { namesRow: true }, {}, { align: 'right' }, { align: 'right' }],
      head: [{ cells: [...head] }],
      rows: rows.map((cells) => ({ cells: [...cells] })),
    },
  ]),
  {
    kind: 'signature',
    signatories: [{ authority: ['TM. Khối thi đua', 'Trưởng Khối'], name: 'Nguyễn Văn Mẫu', field: 'head' }],
    recipients: ['Như trên', 'Lưu: VT'],
  },
];

/** The same as a page, with what HTML has for headings, paragraphs and tables. */
export function htmlOf({ title, sections }: ReportWords): string {
  const cells = (tag: string, texts: readonly string[]) => texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    `<table><thead><tr>${cells('th scope="col"', head)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table>`;
  const body = sections.map(({ heading, paragraphs, head, rows }) => `<h2>${heading}</h2>${cells('p', paragraphs)}${table(head, rows)}`);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title><style>
@page { size: A4; margin: 20mm 15mm 20mm 30mm } body { font: 13pt/18pt Tinos, "Times New Roman", serif } p { text-align: justify; text-indent: 10mm; margin: 6pt 0 }
table { border-collapse: collapse; width: 100%; font-size: 12pt } th, td { border: .5pt solid; padding: 1pt 4pt } thead { display: table-header-group }
</style></head><body><h1>${title}</h1>${body.join('')}</body></html>`.replaceAll('</th scope="col">', '</th>');
}
