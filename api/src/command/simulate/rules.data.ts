import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { ReportContent } from '@thidua/workflows/report/content.schema';

const item = (code: string, name: string, max: number, evidence = false) => ({ code, name, max, evidence });

/** The rules of every simulated bloc: the table has the lines and the weights of a real one, the words are samples. */
export const RULES: Omit<CycleRules, 'deadlines'> = {
  titles: [
    { code: 'flag', name: 'Cờ thi đua của UBND tỉnh', shortName: 'Cờ thi đua', authority: 'Chủ tịch UBND tỉnh', seats: 2 },
    { code: 'certificate', name: 'Bằng khen của Chủ tịch UBND tỉnh', shortName: 'Bằng khen', authority: 'Chủ tịch UBND tỉnh', seats: 3 },
  ],
  completionLevels: [
    { code: 'excellent', name: 'Hoàn thành xuất sắc nhiệm vụ' },
    { code: 'good', name: 'Hoàn thành tốt nhiệm vụ' },
  ],
  criteria: {
    scale: 10_000,
    sections: [
      {
        code: 'I',
        name: 'Nhiệm vụ chuyên môn, chỉ tiêu đã đăng ký',
        max: 5_000,
        items: [
          item('I.1', 'Hoàn thành các chỉ tiêu đã đăng ký', 2_500, true),
          item('I.2', 'Phát triển tổ chức, hội viên', 1_000, true),
          item('I.3', 'Vận động nguồn lực, chăm lo hội viên', 1_000, true),
          item('I.4', 'Tham gia nhiệm vụ của tỉnh; tư vấn, phản biện', 500),
        ],
      },
      {
        code: 'II',
        name: 'Chấp hành chủ trương, pháp luật; xây dựng tổ chức',
        max: 2_000,
        items: [
          item('II.1', 'Chấp hành pháp luật; dân chủ, tiết kiệm', 1_000),
          item('II.2', 'Học tập và làm theo Bác; đoàn kết nội bộ', 500),
          item('II.3', 'Thực hiện Điều lệ: sinh hoạt, kiểm tra, tài chính', 500),
        ],
      },
      {
        code: 'III',
        name: 'Công tác thi đua, khen thưởng',
        max: 2_000,
        items: [
          item('III.1', 'Đăng ký thi đua đầy đủ, đúng hạn', 300),
          item('III.2', 'Ký kết và thực hiện giao ước thi đua', 400),
          item('III.3', 'Phát động, sơ kết, tổng kết các đợt thi đua', 500, true),
          item('III.4', 'Phát hiện, nhân rộng điển hình tiên tiến', 400, true),
          item('III.5', 'Khen thưởng kịp thời người trực tiếp làm nhiệm vụ', 400),
        ],
      },
      {
        code: 'IV',
        name: 'Tham gia hoạt động của Khối',
        max: 1_000,
        items: [
          item('IV.1', 'Báo cáo đúng hạn, đúng mẫu', 400),
          item('IV.2', 'Dự họp đúng thành phần', 300),
          item('IV.3', 'Kiểm tra, chấm chéo có chất lượng', 300),
        ],
      },
    ],
    bonus: {
      cap: 1_000,
      items: [
        item('V.1', 'Được Trung ương khen thưởng trong năm', 300, true),
        item('V.2', 'Được UBND tỉnh khen thưởng trong năm', 200, true),
        item('V.3', 'Có sáng kiến, đề tài được công nhận', 400, true),
        item('V.4', 'Được báo chí Trung ương nêu gương', 100, true),
      ],
    },
    penalty: {
      cap: 2_000,
      items: [
        item('VI.1', 'Nộp chậm báo cáo, hồ sơ', 500),
        item('VI.2', 'Đơn thư quá hạn giải quyết', 500),
        item('VI.3', 'Cán bộ, hội viên cơ quan Hội bị kỷ luật', 500),
        item('VI.4', 'Người đứng đầu bị kỷ luật', 1_000),
        item('VI.5', 'Minh chứng không đúng sự thật', 500),
      ],
    },
  },
  aggregate: 'mean',
  peers: { mode: 'all' },
  tieChain: ['lower-penalty', 'higher-section:I', 'higher-bonus', 'meeting'],
  nomination: {
    method: 'consent',
    quorum: { p: 2, q: 3 },
    threshold: { p: 1, q: 2, strict: true, base: 'present' },
    exclusive: true,
    lowerTitleWithReason: true,
    minimumTotal: 8_000,
  },
  peerMarksInMinutes: true,
  reasonMinimum: 30,
  numberSeries: 'bloc',
};

export const INVENTED = ['Mọi tên, người, số liệu và lời văn đều do lệnh giả lập sinh ra; không có giá trị.'] as const;

/** The head's parts of every simulated report. */
export const REPORT: Omit<ReportContent, 'asOf'> = {
  bases: ['Hướng dẫn giả định về tổ chức hoạt động của cụm, khối thi đua', 'Quy chế hoạt động và giao ước thi đua giả định của Khối'],
  leadership: [
    'Khối và từng đơn vị cụ thể hóa các văn bản chỉ đạo về thi đua, khen thưởng; ngay từ đầu năm xác định làm ít việc chung nhưng làm đến cùng, đúng thời gian và có minh chứng.',
    'Trưởng Khối, Phó Khối và các đơn vị trưởng nhóm phân công theo dõi từng nhóm; việc đăng ký, tự chấm, chấm chéo, thẩm định và bình xét thực hiện theo quy chế.',
  ],
  papers: ['Từ đầu năm, Khối ban hành quy chế hoạt động, chương trình thi đua và bảng tiêu chí chấm điểm.'],
  assessment: [
    'Các đơn vị giữ giao ước, chuyển nhiều hoạt động sang hình thức nhỏ gọn; nhiều chỉ tiêu đạt và vượt mức đăng ký.',
    'Việc khen thưởng hướng về người trực tiếp làm nhiệm vụ và cơ sở; hội nghị bình xét làm việc dân chủ.',
  ],
  limitations: ['Một số đơn vị gửi báo cáo chậm; phong trào ở cơ sở chưa đều.'],
  causes: ['Cách tổ chức phong trào chậm đổi mới; việc theo dõi, ghi chép chưa được coi trọng đúng mức.'],
  directions: ['Phát động thi đua hoàn thành chỉ tiêu năm sau ngay từ quý I; gắn thi đua với nhiệm vụ chuyên môn của từng đơn vị.'],
  closing: 'Trên đây là báo cáo tổng kết phong trào thi đua, công tác khen thưởng của Khối; mọi số liệu là giả định.',
};
