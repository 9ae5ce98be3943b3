import type { History } from '@thidua/workflows/record';
import type { SectionView } from '@thidua/workflows/report/section.schema';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { acceptSection, reportAs, sectionAs, sectionOf, sectionPath, submitSection } from '../support/report.js';
import { done, makeCompiledBloc, nameOf } from '../support/scores.js';
import { UNITS, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const REASON = 'Đề nghị bổ sung số liệu hội viên.';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeCompiledBloc(world, 'khoi-phan-bao-cao');
  await bloc.setClock('2020-12-11T02:00:00Z');
});
afterAll(() => world.close());

const event = async (person: string, path: string, body: { type: string; version: number; reason?: string }) =>
  (await bloc.person(person)).event(path, body);
const lettersOf = async (id: string) =>
  (
    await world.owner.query<{ letter: string; name: string }>('select letter, recipient_name as name from delivery where record_id = $1', [
      id,
    ])
  ).rows;

describe('a compiled year', () => {
  it('has a section for every member in the order of the report, and one report', async () => {
    const { items } = done(await (await bloc.person('secretary')).get<{ items: SectionView[] }>(`${bloc.path}/sections?year=2020`));
    expect(items.map(({ number, unitShortName, due }) => [number, unitShortName, due])).toEqual(
      UNITS.map((unit, at) => [`3.${at + 1}`, nameOf(unit), '2020-12-11']),
    );
    expect((await reportAs(bloc, 'secretary')).sections).toHaveLength(UNITS.length);
  });

  it('is read in pages', async () => {
    const secretary = await bloc.person('secretary');
    const first = done(await secretary.get<{ items: SectionView[]; next: string }>(`${bloc.path}/sections?limit=5`));
    const rest = done(await secretary.get<{ items: SectionView[]; next: null }>(`${bloc.path}/sections?limit=5&after=${first.next}`));
    expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual(UNITS.map((_, at) => `3.${at + 1}`));
    expect(rest.next).toBeNull();
  });
});

describe('a section', () => {
  it('is written by the officer, submitted by the head and accepted by the secretary; other units read it only then', async () => {
    const submitted = await submitSection(bloc, 'u3');
    expect(submitted).toMatchObject({ state: 'submitted', number: '3.3', words: 208, submittedAt: expect.stringMatching(/^2020-12-11/) });
    const path = sectionPath(bloc, submitted);
    expect((await (await bloc.person('u4.head')).get(path)).status).toBe(404);
    expect((await (await bloc.person('secretary')).get<SectionView>(path)).body.actions).toEqual([
      { type: 'accept', needs: [] },
      { type: 'return', needs: [] },
    ]);
    const accepted = done(await (await bloc.person('secretary')).event<SectionView>(path, { type: 'accept', version: submitted.version }));
    expect(accepted).toMatchObject({ state: 'accepted', acceptedAt: expect.any(String) });
    expect((await (await bloc.person('u4.officer')).get<SectionView>(path)).body).toMatchObject({
      paragraphs: sectionOf('u3').paragraphs,
      actions: [],
    });
    const history = done(await (await bloc.person('u3.officer')).get<z.infer<typeof History>>(`${path}/history`));
    expect(history.items.map(({ sentence }) => sentence)).toEqual([
      'Hội U3 (Người u3.head): Gửi phần báo cáo',
      'Người secretary: Nhận vào báo cáo',
    ]);
    const { rows } = await world.owner.query<{ body: string }>('select body from journal where record_id = $1 and n = 1', [submitted.id]);
    expect(JSON.parse(rows[0]!.body)).toMatchObject({ event: 'submit', content: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await lettersOf(submitted.id)).toEqual(
      expect.arrayContaining([
        { letter: 'section-submitted', name: 'Người secretary' },
        { letter: 'section-accepted', name: 'Người u3.head' },
      ]),
    );
  });

  it('is submitted without the paragraphs that say nothing', async () => {
    const draft = sectionOf('u4');
    const submitted = await submitSection(bloc, 'u4', { ...draft, paragraphs: ['', ...draft.paragraphs, '  '] });
    expect(submitted.paragraphs).toEqual(draft.paragraphs);
    const recalled = await event('u4.head', sectionPath(bloc, submitted), { type: 'recall', version: submitted.version });
    expect(recalled.body).toMatchObject({ state: 'draft', submittedAt: null });
  });

  it.each([
    ['needs-text', { ...sectionOf('u5'), paragraphs: [' '] }, 'Phần báo cáo chưa có đoạn văn nào.', 'Viết ít nhất một đoạn rồi gửi.'],
    [
      'needs-single-indicators',
      { ...sectionOf('u5'), indicators: [...sectionOf('u5').indicators, ...sectionOf('u5').indicators] },
      'Có số liệu được ghi hai lần: Hội viên mới của Hội U5.',
      'Giữ một số liệu cho mỗi việc rồi gửi lại.',
    ],
  ])('is not submitted: %s', async (code, draft, detail, next) => {
    const section = await sectionAs(bloc, 'u5.officer', 'u5');
    const path = sectionPath(bloc, section);
    const saved = done(await (await bloc.person('u5.officer')).put<SectionView>(path, { version: section.version, ...draft }));
    expect((await event('u5.head', path, { type: 'submit', version: saved.version })).body).toMatchObject({
      status: 409,
      type: `/problems/${code}`,
      detail,
      next,
    });
    const shown = (await sectionAs(bloc, 'u5.head', 'u5')).actions.find(({ type }) => type === 'submit');
    expect(shown!.needs).toEqual([{ code, detail, next }]);
  });

  it('is not saved with characters that no document can print: each place is named', async () => {
    const { id, version } = await sectionAs(bloc, 'u5.officer', 'u5');
    const draft = { ...sectionOf('u5'), paragraphs: ['Đoạn đầu.', 'Hoàn thành ✓ kế hoạch 😀'] };
    const refused = await (await bloc.person('u5.officer')).put(sectionPath(bloc, { id }), { version, ...draft });
    expect(refused.body).toMatchObject({
      status: 422,
      type: '/problems/cannot-print',
      detail: 'Có ký tự không in được trong văn bản: “✓” (U+2713), “😀” (U+1F600).',
      next: 'Thay các ký tự đó rồi gửi lại.',
      needs: [{ pointer: '/paragraphs/1' }],
    });
  });

  it('is returned and opened again with a reason that the unit reads', async () => {
    const submitted = await submitSection(bloc, 'u5');
    const path = sectionPath(bloc, submitted);
    const short = await event('secretary', path, { type: 'return', version: submitted.version, reason: 'Thiếu.' });
    expect(short.body).toMatchObject({ status: 400, code: 'wrong-shape' });
    const returned = await event('secretary', path, { type: 'return', version: submitted.version, reason: REASON });
    expect(returned.body).toMatchObject({ state: 'returned', reason: REASON });
    const accepted = await acceptSection(bloc, 'u5');
    expect(accepted.reason).toBeNull();
    const opened = await event('secretary', path, { type: 'reopen', version: accepted.version, reason: REASON });
    expect(opened.body).toMatchObject({ state: 'returned', reason: REASON, acceptedAt: null });
    expect((await (await bloc.person('u4.head')).get(path)).status).toBe(404);
    expect((await lettersOf(submitted.id)).filter(({ letter }) => letter === 'section-returned').length).toBeGreaterThanOrEqual(2);
  });

  it('answers a double submit with the same result, and refuses a stale version with both', async () => {
    const section = await sectionAs(bloc, 'u6.officer', 'u6');
    const path = sectionPath(bloc, section);
    const officer = await bloc.person('u6.officer');
    const saved = done(await officer.put<SectionView>(path, { version: section.version, ...sectionOf('u6') }));
    expect((await officer.put(path, { version: section.version, ...sectionOf('u6') })).body).toMatchObject({
      status: 409,
      code: 'stale',
      versions: { yours: section.version, current: saved.version },
    });
    const head = await bloc.person('u6.head');
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => head.event<SectionView>(path, { type: 'submit', version: saved.version }, key)));
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual(answers.map(() => [201, 'submitted']));
    expect((await head.event(path, { type: 'recall', version: saved.version + 1 }, key)).body).toMatchObject({
      code: 'same-key-other-body',
    });
    expect((await event('secretary', path, { type: 'accept', version: saved.version })).body).toMatchObject({ code: 'stale' });
  });

  it('is nothing to a stranger, to another bloc, and not to be written by another unit', async () => {
    const { id, version } = await sectionAs(bloc, 'u3.head', 'u3');
    const path = sectionPath(bloc, { id });
    expect((await world.stranger().get(path)).status).toBe(401);
    const draft = { version, ...sectionOf('u3') };
    expect((await (await bloc.person('u4.officer')).put(path, draft)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await event('u4.head', path, { type: 'submit', version })).status).toBe(403);
    expect((await event('u3.officer', path, { type: 'submit', version })).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await (await bloc.person('u3.officer')).put(path, draft)).body).toMatchObject({ status: 409, code: 'not-in-this-state' });
  });

  it('is not accepted by a secretary who belongs to its unit: needs-other-secretary', async () => {
    const posts = [
      { role: 'bloc-secretary', title: 'Thư ký Khối', from: '2020-01-01', bloc: bloc.bloc, year: 2020 },
      { role: 'unit-officer', title: 'Chuyên viên', from: '2020-01-01', unitCode: 'u6' },
    ];
    const both = { name: 'Thư ký hai vai', email: 'hai-vai@thi-dua.example', password: 'một câu dài dễ nhớ', posts };
    done(await (await world.admin()).post(`/api/provinces/tinh-${bloc.bloc}/people`, both));
    const person = await world.signIn(both.email);
    const section = await sectionAs(bloc, 'secretary', 'u6');
    expect((await person.event(sectionPath(bloc, section), { type: 'accept', version: section.version })).body).toMatchObject({
      status: 403,
      type: '/problems/needs-other-secretary',
      detail: 'Ông/bà thuộc đơn vị này nên không nhận được phần báo cáo của chính đơn vị mình.',
      next: 'Thư ký khác của Khối nhận; nếu chưa có, đề nghị quản trị giao thêm.',
    });
  });
});
