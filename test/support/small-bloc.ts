import type { CycleDraft } from '@thidua/workflows/cycle/cycle.schema';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { Browser } from './client.js';
import { PASSWORD, type World } from './world.js';

/** Units of a small bloc: two groups of four and three, `u1` heads it, `u5` stands in, `u1` and `u5` lead the groups. */
export const UNITS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'] as const;
export const GROUPS = [
  { number: 1, name: 'Nhóm 1', leader: 'u2', units: ['u1', 'u2', 'u3', 'u4'] },
  { number: 2, name: 'Nhóm 2', leader: 'u5', units: ['u5', 'u6', 'u7'] },
];

export const RULES: CycleRules = {
  titles: [
    { code: 'flag', name: 'Cờ thi đua của UBND tỉnh', shortName: 'Cờ thi đua', authority: 'Chủ tịch UBND tỉnh', seats: 1 },
    { code: 'certificate', name: 'Bằng khen của Chủ tịch UBND tỉnh', shortName: 'Bằng khen', authority: 'Chủ tịch UBND tỉnh', seats: 1 },
  ],
  completionLevels: [{ code: 'excellent', name: 'Hoàn thành xuất sắc nhiệm vụ' }],
  criteria: {
    scale: 10_000,
    sections: [
      {
        code: 'I',
        name: 'Nhiệm vụ chuyên môn',
        max: 6_000,
        items: [
          { code: 'I.1', name: 'Chỉ tiêu đã đăng ký', max: 4_000, evidence: false },
          { code: 'I.2', name: 'Tổ chức hội', max: 2_000, evidence: false },
        ],
      },
      { code: 'II', name: 'Thi đua, khen thưởng', max: 4_000, items: [{ code: 'II.1', name: 'Phong trào', max: 4_000, evidence: false }] },
    ],
    bonus: { cap: 500, items: [{ code: 'V.1', name: 'Khen của trung ương', max: 500, evidence: false }] },
    penalty: { cap: 1_000, items: [{ code: 'VI.1', name: 'Nộp chậm', max: 500, evidence: false }] },
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
    minimumTotal: 5_000,
  },
  deadlines: {
    registration: '2020-03-15',
    selfScore: '2020-11-15',
    peerScore: '2020-11-25',
    review: '2020-11-28',
    verification: '2020-12-05',
    meeting: '2020-12-10',
    sections: '2020-12-11',
    documents: '2020-12-15',
  },
  peerMarksInMinutes: true,
  reasonMinimum: 20,
  numberSeries: 'bloc',
};

export const CYCLE: CycleDraft = {
  year: 2020,
  head: 'u1',
  deputy: 'u5',
  members: [...UNITS],
  groups: GROUPS,
  rules: RULES,
  pledge: null,
  campaigns: [],
  movements: [],
  legalBases: [],
  invented: ['Dữ liệu thử'],
};

const post = (role: string, title: string, scope: Record<string, unknown> = {}) => ({ role, title, from: '2020-01-01', ...scope });

/** A bloc that stands ready: its address, its year's id, and the people by e-mail name. */
export interface SmallBloc {
  readonly bloc: string;
  readonly path: string;
  readonly cycleId: string;
  /** `u3.head`, `u3.officer`, `secretary`, `records`, `council`. */
  person(name: string): Promise<Browser>;
  /** Moves business time; development only. */
  setClock(now: string): Promise<void>;
}

function expectMade(answer: { status: number; text: string }): void {
  if (answer.status >= 300) throw new Error(`Set-up was refused: ${answer.text}`);
}

/** Sets a small bloc up over HTTP, as an administrator and a council secretary would; the year is in preparation. */
export async function makeSmallBloc(world: World, slug = 'khoi-nho', cycle: CycleDraft = CYCLE): Promise<SmallBloc> {
  const admin = await world.admin();
  const province = `tinh-${slug}`;
  const body = { name: 'Hội đồng TĐKT tỉnh', shortName: 'Hội đồng', email: `hoi-dong@${slug}.example` };
  expectMade(
    await admin.post('/api/provinces', {
      slug: province,
      name: 'Bắc Giang',
      council: body,
      board: { ...body, name: 'Ban TĐKT tỉnh', email: `ban@${slug}.example` },
    }),
  );
  for (const code of cycle.members) {
    const names = [
      {
        name: `Hội ${code.toUpperCase()} tỉnh Bắc Giang`,
        shortName: `Hội ${code.toUpperCase()}`,
        nameEn: `Association ${code}`,
        from: '1990-01-01',
      },
    ];
    expectMade(await admin.post(`/api/provinces/${province}/units`, { code, email: `${code}@${slug}.example`, names }));
  }
  const person = (name: string, posts: unknown[]) =>
    admin.post(`/api/provinces/${province}/people`, { name: `Người ${name}`, email: `${name}@${slug}.example`, password: PASSWORD, posts });
  expectMade(await person('council', [post('council-secretary', 'Thư ký Hội đồng')]));
  const council = await world.signIn(`council@${slug}.example`);
  const draft = {
    province,
    slug,
    name: 'Khối thi đua thử',
    shortName: 'Khối thử',
    nameEn: 'Test bloc',
    symbol: 'KTĐT',
    place: 'Bắc Giang',
    superior: 'HỘI ĐỒNG TĐ-KT TỈNH',
    issuerLines: ['KHỐI THI ĐUA THỬ'],
  };
  expectMade(await council.post('/api/blocs', draft));
  const path = `/api/blocs/${slug}`;
  const made = await council.post<{ id: string }>(`${path}/cycles`, cycle);
  expectMade(made);
  for (const unitCode of cycle.members) {
    expectMade(await person(`${unitCode}.head`, [post('unit-head', 'Chủ tịch', { unitCode })]));
    expectMade(await person(`${unitCode}.officer`, [post('unit-officer', 'Chuyên viên', { unitCode })]));
  }
  expectMade(await person('secretary', [post('bloc-secretary', 'Thư ký Khối', { bloc: slug, year: cycle.year })]));
  expectMade(await person('records', [post('records-officer', 'Văn thư', { bloc: slug, year: cycle.year })]));
  const signedIn = new Map<string, Promise<Browser>>();
  return {
    bloc: slug,
    path,
    cycleId: made.body.id,
    person: (name) => {
      if (!signedIn.has(name)) signedIn.set(name, world.signIn(`${name}@${slug}.example`));
      return signedIn.get(name)!;
    },
    setClock: async (now) => {
      await world.owner.query('update business_clock set shift = $1::timestamptz - clock_timestamp()', [now]);
    },
  };
}

/** A small bloc in which registrations have just been opened, on this day of the year. */
export async function makeOpenBloc(
  world: World,
  { slug = 'khoi-nho', now = '2020-03-13T02:00:00Z' }: { slug?: string; now?: string } = {},
): Promise<SmallBloc> {
  const bloc = await makeSmallBloc(world, slug);
  await bloc.setClock(now);
  const head = await bloc.person('u1.head');
  expectMade(await head.event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
  return bloc;
}
