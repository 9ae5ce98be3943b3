import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import type { ReportDraft, ReportView } from '@thidua/workflows/report/report.schema';
import type { SectionDraft, SectionView } from '@thidua/workflows/report/section.schema';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import { done, makeCompiledBloc, nameOf, points, submitSelf, submitSheet, verify } from './scores.js';
import { CYCLE, GROUPS, UNITS, type SmallBloc } from './small-bloc.js';
import type { World } from './world.js';

const SENTENCE =
  'Đơn vị đã triển khai đầy đủ chương trình công tác năm, bám sát chỉ tiêu đã đăng ký với Khối và sự chỉ đạo của Hội đồng Thi đua - Khen thưởng tỉnh.';

/** What a unit reports: two paragraphs of about 90 words each, a figure of its own, an award. */
export const sectionOf = (unit: string): SectionDraft => ({
  paragraphs: [`Năm 2020, ${nameOf(unit)} tổ chức thực hiện nhiệm vụ. ${`${SENTENCE} `.repeat(3).trim()}`, `${SENTENCE} `.repeat(3).trim()],
  indicators: [
    {
      key: 'hoi-vien-moi',
      label: `Hội viên mới của ${nameOf(unit)}`,
      value: 120 + UNITS.indexOf(unit as (typeof UNITS)[number]),
      unit: 'người',
      qualifier: 'over',
      comparison: { kind: 'ofPlan', value: 105.5, unit: '%', base: 'kế hoạch năm' },
    },
  ],
  awards: [{ direction: 'received', name: 'Bằng khen', issuer: 'Trung ương Hội', recipients: 'tập thể', count: 2 }],
});

/** What the head's unit writes of the whole. */
export const OWN_PARTS: ReportDraft = {
  asOf: '2020-12-10',
  bases: ['Hướng dẫn của Hội đồng Thi đua - Khen thưởng tỉnh về hoạt động của cụm, khối thi đua'],
  leadership: ['Ngay từ đầu năm, Khối xây dựng chương trình, ký giao ước và phân công từng đơn vị thực hiện.'],
  papers: ['Khối đã ban hành chương trình công tác, quy chế hoạt động và bảng tiêu chí chấm điểm.'],
  assessment: ['Các đơn vị hoàn thành nhiệm vụ được giao; nội bộ đoàn kết, phong trào đi vào nền nếp.'],
  limitations: ['Một số đơn vị còn chậm khi gửi báo cáo.'],
  causes: ['Việc theo dõi thi đua ở một số đơn vị chưa thường xuyên.'],
  directions: ['Tiếp tục đổi mới nội dung, hình thức phát động phong trào.', 'Nhân rộng các điển hình tiên tiến.'],
  closing: 'Trên đây là báo cáo tổng kết phong trào thi đua năm 2020 của Khối.',
};

type YearOptions = Parameters<typeof makeCompiledBloc>[2];

/** A compiled year in which every unit scored itself and its peers, and the bloc verified all: `u1` has the most points, `u7` the fewest. */
export async function makeScoredBloc(world: World, slug: string, options: YearOptions = {}): Promise<SmallBloc> {
  const bloc = await makeCompiledBloc(world, slug, options);
  await bloc.setClock('2020-11-10T02:00:00Z');
  const scores = (unit: string) => points(3_900 - 100 * UNITS.indexOf(unit as (typeof UNITS)[number]), 1_500, 3_500, 200, 0);
  await Promise.all(UNITS.map((unit) => submitSelf(bloc, unit, scores(unit))));
  const groups = (options.cycle ?? CYCLE).rules.peers.mode === 'all' ? GROUPS : [];
  for (const { units } of groups)
    for (const unit of units)
      await Promise.all(units.filter((rater) => rater !== unit).map((rater) => submitSheet(bloc, rater, unit, scores(unit))));
  for (const unit of UNITS) await verify(bloc, unit);
  return bloc;
}

const LOWER = 'Hội nghị thống nhất đề nghị danh hiệu thấp hơn vì số lượng danh hiệu có hạn.';

/** A scored year whose ranking is published and whose meeting nominated the first eligible units of every title. */
export async function makeDecidedBloc(world: World, slug: string, options: YearOptions = {}): Promise<SmallBloc> {
  const bloc = await makeScoredBloc(world, slug, options);
  const secretary = await bloc.person('secretary');
  const { items: rankings } = done(await secretary.get<{ items: RankingView[] }>(`${bloc.path}/rankings`));
  const [ranking] = rankings;
  done(await secretary.event(`${bloc.path}/rankings/${ranking!.id}`, { type: 'publish', version: ranking!.version }));
  await bloc.setClock('2020-12-10T02:00:00Z');
  await decideRounds(bloc);
  return bloc;
}

/** The meeting agrees on the first eligible units of every title that waits to be decided. */
export async function decideRounds(bloc: SmallBloc): Promise<void> {
  const [secretary, head] = [await bloc.person('secretary'), await bloc.person('u1.head')];
  const { items: rounds } = done(await secretary.get<{ items: RoundView[] }>(`${bloc.path}/rounds`));
  for (const { id, version, state } of rounds) {
    if (state === 'decided') continue;
    const path = `${bloc.path}/rounds/${id}`;
    const open = done(await secretary.event<RoundView>(path, { type: 'open', version }));
    const nominees = open.candidates
      .filter(({ eligible }) => eligible)
      .slice(0, open.seatsOpen)
      .map(({ unitId, lower }) => ({ unitId, ...(lower ? { reason: LOWER } : {}) }));
    const attendance = open.candidates.map(({ unitId }) => unitId);
    done(await head.event(path, { type: 'consent', version: open.version, attendance, nominees }));
  }
}

/** The section of a unit as a person sees it. @throws Error when the person does not see it */
export async function sectionAs(bloc: SmallBloc, person: string, unit: string): Promise<SectionView> {
  const list = done(await (await bloc.person(person)).get<{ items: SectionView[] }>(`${bloc.path}/sections`));
  const section = list.items.find((item) => item.unitShortName === nameOf(unit));
  if (!section) throw new Error(`${person} sees no section of ${unit}`);
  return section;
}
export const sectionPath = (bloc: SmallBloc, { id }: { id: string }) => `${bloc.path}/sections/${id}`;

/** The officer writes a unit's section, its head submits it. */
export async function submitSection(bloc: SmallBloc, unit: string, draft: SectionDraft = sectionOf(unit)): Promise<SectionView> {
  const section = await sectionAs(bloc, `${unit}.officer`, unit);
  const path = sectionPath(bloc, section);
  const saved = done(await (await bloc.person(`${unit}.officer`)).put<SectionView>(path, { version: section.version, ...draft }));
  return done(await (await bloc.person(`${unit}.head`)).event<SectionView>(path, { type: 'submit', version: saved.version }));
}

/** A unit's section is written, submitted and accepted. */
export async function acceptSection(bloc: SmallBloc, unit: string, draft?: SectionDraft): Promise<SectionView> {
  const { id, version } = await submitSection(bloc, unit, draft);
  return done(await (await bloc.person('secretary')).event<SectionView>(sectionPath(bloc, { id }), { type: 'accept', version }));
}

/** The report of the year as a person sees it. @throws Error when the person does not see it */
export async function reportAs(bloc: SmallBloc, person: string): Promise<ReportView> {
  const { items } = done(await (await bloc.person(person)).get<{ items: ReportView[] }>(`${bloc.path}/reports`));
  if (!items[0]) throw new Error(`${person} sees no report`);
  return items[0];
}
export const reportPath = (bloc: SmallBloc, { id }: { id: string }) => `${bloc.path}/reports/${id}`;

/** The secretary writes the head's own parts, the bloc's head freezes the report. */
export async function freezeReport(bloc: SmallBloc, own: ReportDraft = OWN_PARTS): Promise<ReportView> {
  const { id, version } = await reportAs(bloc, 'secretary');
  const saved = done(await (await bloc.person('secretary')).put<ReportView>(reportPath(bloc, { id }), { version, ...own }));
  return done(await (await bloc.person('u1.head')).event<ReportView>(reportPath(bloc, { id }), { type: 'freeze', version: saved.version }));
}

/** A year whose report only waits to be frozen: scored, nominated, every section accepted. On 11 December 2020, business time. */
export async function makeReportedBloc(world: World, slug: string, options: YearOptions = {}): Promise<SmallBloc> {
  const bloc = await makeDecidedBloc(world, slug, options);
  await bloc.setClock('2020-12-11T02:00:00Z');
  for (const unit of UNITS) await acceptSection(bloc, unit);
  return bloc;
}

/** A whole year up to its frozen report. */
export async function makeFrozenBloc(world: World, slug: string, options: YearOptions = {}): Promise<SmallBloc> {
  const bloc = await makeReportedBloc(world, slug, options);
  await freezeReport(bloc);
  return bloc;
}
