import type { Annex, Block, DocumentMeta, Row, Table } from './blocks.js';

/** Documents like real ones, with invented people and figures: for the tests, and for looking at pages. */
export const banner = 'BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ';

export const sampleUnits = [
  'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh', 'Hội Nạn nhân chất độc da cam/dioxin tỉnh', 'Hội Bảo trợ Người tàn tật và Trẻ mồ côi tỉnh',
  'Hội Cựu Thanh niên xung phong tỉnh', 'Hội Khuyến học tỉnh', 'Hội Luật gia tỉnh', 'Hội Chữ thập đỏ tỉnh', 'Hội Người mù tỉnh',
  'Hội Làm vườn tỉnh', 'Hội Liên hiệp Thanh niên tỉnh', 'Hội Bảo vệ quyền trẻ em tỉnh', 'Hội Cựu giáo chức tỉnh', 'Liên minh Hợp tác xã tỉnh',
  'Hội Người cao tuổi tỉnh', 'Hội Nhà báo tỉnh', 'Hội Văn học Nghệ thuật tỉnh', 'Liên hiệp các tổ chức hữu nghị tỉnh', 'Hội Đông y tỉnh',
]; // prettier-ignore

const superior = 'Hội đồng Thi đua – Khen thưởng tỉnh';
const issuer = ['Khối thi đua các tổ chức', 'Hội cấp tỉnh số 1'];
const reference = '(Kèm theo Báo cáo số 04/BC-KTĐCTCHCTS1 ngày 15 tháng 12 năm 2020 của Khối thi đua các tổ chức Hội cấp tỉnh số 1)';

export const sampleMeta: DocumentMeta = {
  title: 'Báo cáo tổng kết phong trào thi đua, công tác khen thưởng năm 2020',
  author: 'Khối thi đua các tổ chức Hội cấp tỉnh số 1',
  subject: 'Số 04/BC-KTĐCTCHCTS1',
  createdAt: new Date('2020-12-15T02:30:00Z'),
  banner,
};

function unitSection(name: string, index: number): Block[] {
  const members = (index + 3) * 1_247;
  const funds = (index % 5) + 1;
  return [
    { kind: 'heading', level: 3, number: `3.${index + 1}.`, text: name },
    {
      kind: 'paragraph',
      text:
        `Thực hiện chương trình thi đua của Khối, ${name} đã xây dựng kế hoạch công tác, tổ chức ký giao ước thi đua tới 100% chi hội và phát động ` +
        `hai đợt thi đua trong năm. Đến nay toàn Hội có ${members.toLocaleString('vi-VN')} hội viên, tăng ${index + 2},${index % 10}% so với năm 2019; ` +
        `kết nạp mới ${40 + index * 7} hội viên, thành lập thêm ${(index % 4) + 1} tổ chức cơ sở, đạt ${100 + index}% kế hoạch.`,
    },
    {
      kind: 'list',
      marker: '-',
      items: [
        `Vận động nguồn lực được ${funds},${index % 10}\u00a0tỷ đồng, hỗ trợ trên ${funds * 320} lượt hội viên có hoàn cảnh khó khăn phát triển kinh tế gia đình và khắc phục hậu quả thiên tai;`,
        `Tổ chức ${10 + index} lớp tập huấn, hội thảo cho ${500 + index * 31} cán bộ, hội viên; biên soạn ${(index % 3) + 1} tài liệu tuyên truyền (giai đoạn 2016–2020).`,
      ],
    },
    {
      kind: 'paragraph',
      text: [
        'Kết quả tự chấm điểm: ',
        { text: `${(96 - index * 0.4).toFixed(2).replace('.', ',')}\u00a0điểm`, face: 'bold' },
        `; đơn vị đăng ký danh hiệu ${index % 3 ? 'Bằng khen của Chủ tịch UBND tỉnh' : 'Cờ thi đua của UBND tỉnh'}.`,
      ],
    },
  ];
}

const annexOf = (number: string, title: string): Annex => ({ kind: 'annex', number, title, reference });

/** Totals and ranks with two head rows, a group cell over several rows and a sum: every kind of span. */
function totals(): Table {
  const rows = sampleUnits.map((name, index): Row => {
    const points = (96 - index * 0.4).toFixed(2).replace('.', ',');
    const group = index % 6 === 0 ? [{ text: `Nhóm ${index / 6 + 1}`, rowSpan: 6, align: 'center' as const }] : [];
    return { cells: [...group, String(index + 1), name, points, points, '0,00', points, String(index + 1)] };
  });
  return {
    kind: 'table',
    caption: 'Bảng tổng hợp điểm và xếp hạng năm 2020',
    columns: [
      { width: 17 },
      { width: 11, align: 'center' },
      { namesRow: true },
      ...Array.from({ length: 4 }, () => ({ width: 18, align: 'right' as const })),
      { width: 15, align: 'center' },
    ],
    head: [
      {
        cells: [
          { text: 'Nhóm', rowSpan: 2 },
          { text: 'TT', rowSpan: 2 },
          { text: 'Đơn vị', rowSpan: 2 },
          { text: 'Điểm', colSpan: 4 },
          { text: 'Xếp hạng', rowSpan: 2 },
        ],
      },
      { cells: ['Tự chấm', 'Thẩm định', 'Thưởng, trừ', 'Tổng'] },
    ],
    rows: [...rows, { cells: [{ text: 'Bình quân', colSpan: 3, align: 'center' }, '92,60', '92,60', '0,00', '92,60', ''], face: 'bold' }],
    notes: ['Ghi chú: điểm chính thức của mỗi tiêu chí là điểm thẩm định của Khối; làm tròn một lần đến hai chữ số thập phân.'],
  };
}

function indicators(): Table {
  const rows = Array.from({ length: 70 }, (_, index): Row => ({
    cells: [
      String(index + 1),
      index === 30 ? 'Số hội viên được chăm sóc, khám bệnh, cấp thuốc miễn phí và tặng quà nhân các ngày lễ, tết trong năm; '.repeat(9) : `Chỉ tiêu số ${index + 1}: số lượt hội viên được hỗ trợ trong năm`,
      index % 2 ? 'lượt người' : 'triệu đồng',
      ((index + 1) * 1_373).toLocaleString('vi-VN'),
      `${95 + (index % 20)}`,
    ],
  })); // prettier-ignore
  return {
    kind: 'table',
    columns: [{ width: 12, align: 'center' }, { namesRow: true }, {}, { align: 'right' }, { align: 'right' }],
    head: [{ cells: ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện năm 2020', '% so với kế hoạch'] }],
    rows,
  };
}

export const sampleReport: Block[] = [
  {
    kind: 'head',
    superior,
    issuer,
    number: 'Số: 04/BC-KTĐCTCHCTS1',
    placeAndDate: 'Bắc Giang, ngày 15 tháng 12 năm 2020',
    type: 'Báo cáo',
    abstract: ['Tổng kết phong trào thi đua, công tác khen thưởng năm 2020', '(Số liệu tính đến ngày 30 tháng 11 năm 2020)'],
  },
  { kind: 'addressees', to: ['Hội đồng Thi đua – Khen thưởng tỉnh', 'Ban Thi đua – Khen thưởng tỉnh'] },
  {
    kind: 'bases',
    items: [
      'Căn cứ Hướng dẫn số 24/HĐTĐKT-BTĐKT ngày 23 tháng 10 năm 2020 của Hội đồng Thi đua – Khen thưởng tỉnh về tổng kết công tác thi đua, khen thưởng năm 2020',
      'Căn cứ Quy chế hoạt động và Chương trình công tác năm 2020 của Khối thi đua',
    ],
  },
  {
    kind: 'paragraph',
    text: 'Khối thi đua các tổ chức Hội cấp tỉnh số 1 báo cáo kết quả phong trào thi đua, công tác khen thưởng năm 2020 như sau:',
  },
  { kind: 'heading', level: 1, number: 'I.', text: 'Kết quả đạt được' },
  { kind: 'heading', level: 2, number: '1.', text: 'Công tác chỉ đạo và triển khai thực hiện' },
  {
    kind: 'paragraph',
    text: [
      'Ngay từ đầu năm, Trưởng Khối đã chủ trì hội nghị ký giao ước thi đua giữa 18 đơn vị thành viên, thống nhất tiêu chí chấm điểm và phân công bốn nhóm theo dõi',
      {
        note: 'Nhóm 1 do Liên hiệp các tổ chức hữu nghị làm trưởng nhóm, nhóm 2 do Hội Nhà báo, nhóm 3 do Hội Bảo trợ Người tàn tật và Trẻ mồ côi, nhóm 4 do Hội Người cao tuổi.',
      },
      '; 10 đơn vị đăng ký Cờ thi đua',
      { note: 'Danh sách tại Phụ lục I.' },
      '. Khối bám sát các phong trào thi đua do tỉnh phát động, gắn nhiệm vụ chuyên môn của từng hội với mục tiêu phát triển kinh tế – xã hội của địa phương.',
    ],
  },
  { kind: 'heading', level: 2, number: '3.', text: 'Kết quả cụ thể của các cơ quan trong Khối' },
  ...sampleUnits.flatMap(unitSection),
  { kind: 'heading', level: 1, number: 'II.', text: 'Hạn chế, nguyên nhân' },
  {
    kind: 'list',
    marker: 'a)',
    items: [
      'Một số đơn vị còn bị động khi xây dựng chương trình thi đua;',
      'Việc phát hiện, nhân rộng điển hình tiên tiến chưa thường xuyên.',
    ],
  },
  { kind: 'heading', level: 1, number: 'III.', text: 'Phương hướng, nhiệm vụ năm 2021' },
  {
    kind: 'list',
    marker: '1.',
    items: [
      'Tiếp tục quán triệt các chủ trương về thi đua, khen thưởng đến cán bộ, hội viên.',
      'Hoàn thiện tiêu chí, bảo đảm cụ thể, đo đếm được.',
    ],
  },
  {
    kind: 'paragraph',
    text: 'Trên đây là báo cáo tổng kết phong trào thi đua, công tác khen thưởng năm 2020 của Khối thi đua các tổ chức Hội cấp tỉnh số 1, kính báo cáo Hội đồng Thi đua – Khen thưởng tỉnh./.',
  },
  {
    kind: 'signature',
    signatories: [
      {
        authority: ['TM. Khối thi đua', 'Trưởng Khối'],
        name: 'Nguyễn Văn Mẫu',
        homePost: 'Chủ tịch Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh',
        field: 'head',
      },
    ],
    recipients: ['Như trên', 'Trưởng Khối, Phó Khối', 'Các thành viên Khối thi đua', 'Lưu: VT, LHH'],
  },
  annexOf('I', 'Tổng hợp điểm và xếp hạng các đơn vị trong Khối'),
  totals(),
  annexOf('II', 'Kết quả thực hiện các chỉ tiêu thi đua năm 2020'),
  indicators(),
];

export const sampleLetter: Block[] = [
  {
    kind: 'head',
    superior,
    issuer,
    number: 'Số: 05/TTr-KTĐCTCHCTS1',
    placeAndDate: 'Bắc Giang, ngày 16 tháng 12 năm 2020',
    type: 'Tờ trình',
    abstract: ['Về việc đề nghị tặng Cờ thi đua của UBND tỉnh và Bằng khen của Chủ tịch UBND tỉnh năm 2020'],
  },
  { kind: 'addressees', to: ['Hội đồng Thi đua – Khen thưởng tỉnh Bắc Giang'] },
  { kind: 'bases', items: ['Căn cứ Luật Thi đua, khen thưởng', 'Căn cứ Biên bản số 03/BB-KTĐCTCHCTS1 ngày 14 tháng 12 năm 2020 của Khối thi đua'] },
  { kind: 'paragraph', text: 'Khối thi đua kính trình Hội đồng xem xét, đề nghị Chủ tịch UBND tỉnh tặng thưởng cho các tập thể có tên sau đây:' },
  {
    kind: 'table',
    columns: [{ width: 12, align: 'center' }, { namesRow: true }, {}, { align: 'right' }],
    head: [{ cells: ['TT', 'Tập thể', 'Hình thức đề nghị', 'Tổng điểm'] }],
    rows: [
      { cells: ['1', 'Hội Nhà báo tỉnh', 'Cờ thi đua của UBND tỉnh', '96,00'] },
      { cells: ['2', 'Hội Nạn nhân chất độc da cam/dioxin tỉnh', 'Cờ thi đua của UBND tỉnh', '95,60'] },
      { cells: ['3', 'Hội Văn học Nghệ thuật tỉnh', 'Bằng khen của Chủ tịch UBND tỉnh', '95,20'] },
    ],
  },
  { kind: 'paragraph', text: 'Kính đề nghị Hội đồng Thi đua – Khen thưởng tỉnh xem xét, quyết định./.' },
  {
    kind: 'signature',
    signatories: [{ authority: ['TM. Khối thi đua', 'KT. Trưởng Khối', 'Phó Trưởng Khối'], name: 'Trần Thị Ví Dụ', homePost: 'Chủ tịch Hội Nạn nhân chất độc da cam/dioxin tỉnh', field: 'head' }],
    recipients: ['Như trên', 'Ban Thi đua – Khen thưởng tỉnh (thẩm định)', 'Các thành viên Khối', 'Lưu: VT, LHH'],
  },
]; // prettier-ignore

export const sampleMinutes: Block[] = [
  {
    kind: 'head',
    superior,
    issuer,
    number: 'Số: 03/BB-KTĐCTCHCTS1',
    placeAndDate: 'Bắc Giang, ngày 14 tháng 12 năm 2020',
    type: 'Biên bản',
    abstract: ['Họp bình xét, suy tôn các đơn vị đề nghị khen thưởng năm 2020'],
  },
  { kind: 'paragraph', text: 'Thời gian bắt đầu: 08 giờ 00, ngày 14 tháng 12 năm 2020.' },
  { kind: 'paragraph', text: 'Địa điểm: Hội trường Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh.' },
  { kind: 'heading', level: 2, number: '1.', text: 'Thành phần tham dự' },
  { kind: 'list', marker: '-', items: ['Chủ trì: ông Nguyễn Văn Mẫu, Trưởng Khối;', 'Thư ký: bà Lê Thị Thử Nghiệm;', 'Đại diện 18/18 đơn vị thành viên.'] },
  { kind: 'heading', level: 2, number: '2.', text: 'Kết quả' },
  { kind: 'paragraph', text: 'Hội nghị nghe tổng hợp điểm của các nhóm, thảo luận và thống nhất suy tôn bằng biểu quyết: 18/18 đơn vị đồng ý (đạt 100%).\nCuộc họp kết thúc vào 10 giờ 30 cùng ngày, nội dung đã được thông qua./.' },
  {
    kind: 'signature',
    signatories: [
      { authority: ['Thư ký'], name: 'Lê Thị Thử Nghiệm', homePost: 'Chánh Văn phòng Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh', field: 'secretary' },
      { authority: ['Chủ tọa'], name: 'Nguyễn Văn Mẫu', homePost: 'Chủ tịch Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh', field: 'chair' },
    ],
    recipients: ['Hội đồng Thi đua – Khen thưởng tỉnh', 'Các đơn vị thành viên', 'Lưu: VT'],
  },
]; // prettier-ignore
