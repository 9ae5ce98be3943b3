import type { Work } from '@thidua/workflows/work/work.schema';
import { sentDuring } from '../bench/harness/recording.js';
import { OWN_PARTS, reportAs, reportPath, submitSection } from '../support/report.js';
import { cardOf, done, finishSheets, makeCompiledBloc, points, sheetOf, sheetPath, submitSelf } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

/** Statements of My work in a year that was just opened: one or two for each of its lists. */
const STATEMENTS = 30;

let world: World;
let bloc: SmallBloc;

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await bloc.setClock('2020-03-13T02:00:00Z');
});
afterAll(() => world.close());

const workOf = async (name: string) => (await (await bloc.person(name)).get<Work>(`${bloc.path}/work?year=2020`)).body;

describe('my work', () => {
  it('tells the bloc head that the year waits to be adopted, and the others nothing yet', async () => {
    expect((await workOf('u1.head')).waiting).toMatchObject([{ kind: 'Cycle', event: 'open', title: 'Thông qua và mở năm: 2020' }]);
    expect((await workOf('u3.head')).waiting).toEqual([]);
  });

  it('passes from the officer to the head to the leading unit as the registration goes on', async () => {
    await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 });
    const [writing] = (await workOf('u3.officer')).waiting;
    expect(writing).toMatchObject({ event: 'edit', title: 'Soạn: Hội U3', due: '2020-03-15', daysLeft: 2 });
    const path = `${bloc.path}/registrations/${writing!.id}`;
    const officer = await bloc.person('u3.officer');
    const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '1', previous: '', evidence: 'Danh sách' }];
    await officer.put(path, { version: 1, aim: { kind: 'level', code: 'excellent' }, targets, note: '' });
    expect((await workOf('u3.head')).waiting).toMatchObject([{ event: 'submit', title: 'Gửi bản đăng ký: Hội U3' }]);
    await (await bloc.person('u3.head')).event(path, { type: 'submit', version: 2 });
    expect((await workOf('u3.head')).waiting).toEqual([]);
    expect((await workOf('u2.head')).waiting).toContainEqual(expect.objectContaining({ event: 'accept', title: 'Chấp nhận: Hội U3' }));
    expect((await workOf('u2.head')).steps[0]).toMatchObject({ name: 'Đăng ký, chỉ tiêu', state: 'current' });
  });
});

describe('my work, on an evening on which everybody looks at it,', () => {
  it('takes one connection and asks once who reads, however many lists it is made of', async () => {
    const head = await bloc.person('u3.head');
    await head.get(`${bloc.path}/work?year=2020`); // the session has been used this minute
    const sent = await sentDuring(() => head.get(`${bloc.path}/work?year=2020`));
    const counted = (what: RegExp) => sent.filter(({ text }) => what.test(text)).length;
    expect({ asked: counted(/who_asks/), snapshots: counted(/repeatable read/) }).toEqual({ asked: 1, snapshots: 1 });
    expect(sent.length).toBeLessThanOrEqual(STATEMENTS);
  });
});

describe('my work, after the list of registrations is compiled', () => {
  let year: SmallBloc;
  beforeAll(async () => {
    year = await makeCompiledBloc(world, 'khoi-viec');
    await year.setClock('2020-11-10T02:00:00Z');
  });
  const of = async (name: string) => (await (await year.person(name)).get<Work>(`${year.path}/work?year=2020`)).body;
  const titles = (items: Work['waiting']) => items.map(({ title, sentence, link }) => `${title} | ${sentence} | ${link.split('/')[0]}`);

  it('is the own points and the section for a unit, the report for its compilers; peers wait until there is something to score', async () => {
    expect(titles((await of('u3.officer')).waiting)).toEqual([
      'Tự chấm: Hội U3 | Chưa bắt đầu tự chấm | scorecards',
      'Soạn phần báo cáo: Hội U3 | Đang soạn | sections',
    ]);
    expect(titles((await of('secretary')).waiting)).toEqual(['Soạn phần chung: 2020 | Đang tổng hợp | report']);
    expect((await of('council')).waiting).toEqual([]);
  });

  it('is the peer sheets once a unit has submitted its points, and then nobody’s but the program’s', async () => {
    const scores = points(3_000, 1_500, 3_000, 0, 0);
    await submitSelf(year, 'u6', scores);
    expect(titles((await of('u7.officer')).waiting)).toContain('Chấm: Hội U6 | Chưa chấm | scorecards');
    expect(titles((await of('u6.head')).others)).toContain('Mở niêm phong: Hội U6 | Đang chấm chéo, niêm phong. | scorecards');
    for (const unit of ['u5', 'u7']) await submitSelf(year, unit, scores);
    await finishSheets(year, 2);
    expect(titles((await of('u5.head')).waiting)).toContain('Thống nhất điểm: Hội U6 | Chờ Hội U5 thống nhất điểm | scorecards');
    expect(titles((await of('u6.officer')).others)).toContain('Thống nhất điểm: Hội U6 | Chờ Hội U5 thống nhất điểm. | scorecards');
  });

  it('is begun once something is written: a sheet goes on, and is no sheet that nobody has touched', async () => {
    await submitSelf(year, 'u4', points(3_000, 1_500, 3_000));
    const items = async () => (await of('u1.officer')).waiting.filter(({ title }) => title === 'Chấm: Hội U4');
    expect(await items()).toMatchObject([{ sentence: 'Chưa chấm', begun: false }]);
    const sheet = await sheetOf(year, 'u1', 'u4');
    done(
      await (await year.person('u1.officer')).put(sheetPath(year, sheet), { version: sheet.version, scores: points(3_000).slice(0, 1) }),
    );
    expect(await items()).toMatchObject([{ sentence: 'Đang chấm', begun: true, link: `scorecards/peer/${sheet.id}` }]);
  });

  it('says in the leading unit’s work that the bloc has returned a card', async () => {
    const leader = await year.person('u5.head');
    const card = await cardOf(year, 'u5.head', 'u7');
    const path = `${year.path}/scorecards/${card.id}`;
    const reviewed = done(
      await leader.event<{ version: number }>(path, { type: 'review', version: card.version, scores: [], comment: '' }),
    );
    const reason = 'Đề nghị xem lại phần khen thưởng.';
    done(await (await year.person('u1.head')).event(path, { type: 'return', version: reviewed.version, reason }));
    expect(titles((await of('u5.head')).waiting)).toContain(
      'Thống nhất điểm: Hội U7 | Hội U1 trả lại, chờ Hội U5 thống nhất lại điểm | scorecards',
    );
  });

  it('holds no sheet once its last day is over, nor when a late unit submits after it', async () => {
    const sheets = async (name: string) => {
      const { waiting, others } = await of(name);
      return [...waiting, ...others].filter(({ kind }) => kind === 'Sheet');
    };
    expect(await sheets('u1.head')).not.toEqual([]);
    await year.setClock('2020-11-26T02:00:00Z');
    for (const name of ['u1.head', 'u1.officer', 'u3.head']) expect({ name, sheets: await sheets(name) }).toEqual({ name, sheets: [] });
    await submitSelf(year, 'u2', points(3_000, 1_500, 3_000));
    for (const name of ['u1.head', 'u1.officer', 'u3.head']) expect({ name, sheets: await sheets(name) }).toEqual({ name, sheets: [] });
    await year.setClock('2020-11-10T02:00:00Z');
  });

  it('tells a unit whom its section waits for, and the secretary that it waits', async () => {
    const submitted = await submitSection(year, 'u3');
    expect(titles((await of('u3.officer')).others)).toContain('Nhận vào báo cáo: Hội U3 | Đơn vị đã gửi. Chờ Thư ký Khối. | sections');
    expect((await of('u4.head')).others.filter(({ kind }) => kind === 'Section')).toEqual([]);
    expect((await of('secretary')).waiting).toContainEqual(
      expect.objectContaining({ title: 'Nhận vào báo cáo: Hội U3', link: `sections/${submitted.id}`, due: '2020-12-11', daysLeft: 31 }),
    );
    const english = await (await year.person('u3.head')).speaking('en').get<Work>(`${year.path}/work`);
    expect(titles(english.body.others)).toContain('Accept: Hội U3 | Submitted by unit. Waiting for Bloc secretary. | sections');
  });

  it('passes the report from the secretary, who has written all, to the head, once nothing is missing', async () => {
    const { id, version } = await reportAs(year, 'secretary');
    await (await year.person('secretary')).put(reportPath(year, { id }), { version, ...OWN_PARTS });
    expect(titles((await of('secretary')).others)).toContain('Chốt nội dung báo cáo: 2020 | Đang tổng hợp. Chờ Trưởng Khối. | report');
    expect((await of('secretary')).waiting.filter(({ kind }) => kind === 'Report')).toEqual([]);
    // Sections and meeting are still to come: the head could not freeze it.
    expect((await of('u1.head')).waiting.filter(({ kind }) => kind === 'Report')).toEqual([]);
  });
});
