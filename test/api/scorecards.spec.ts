import { SYSTEM } from '@thidua/workflows/actor';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { asProgram } from '@thidua/api/platform/door/caller';
import { Door } from '@thidua/api/platform/door/door';
import { scorecardProcedure } from '@thidua/api/scorecard/scorecard.procedure';
import { ScorecardService } from '@thidua/api/scorecard/scorecard.service';
import { cardOf, cardPath, done, makeCompiledBloc, points, sheetOf, sheetPath, submitSelf, submitSheet } from '../support/scores.js';
import { CYCLE, RULES, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const [tasks, work] = RULES.criteria.sections as [(typeof RULES.criteria.sections)[number], (typeof RULES.criteria.sections)[number]];
const EVIDENCE_ASKED = {
  ...RULES,
  criteria: { ...RULES.criteria, sections: [tasks, { ...work, items: work.items.map((item) => ({ ...item, evidence: true })) }] },
};
const shown = (...values: number[]) =>
  points(...values).map((score) => (score.item === 'II.1' ? { ...score, evidence: 'QĐ số 12' } : score));
const REASON = 'Thiếu minh chứng cho hai chỉ tiêu đã nêu.';

let world: World;
let bloc: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeCompiledBloc(world, 'khoi-diem', { cycle: { ...CYCLE, rules: EVIDENCE_ASKED } });
  await bloc.setClock('2020-11-20T02:00:00Z');
});
afterAll(() => world.close());

const place = async () => {
  const { rows } = await world.owner.query<{ bloc_id: string; province_id: string }>(
    'select bloc_id, province_id from place where slug = $1',
    [bloc.bloc],
  );
  return { blocId: rows[0]!.bloc_id, provinceId: rows[0]!.province_id };
};

describe('a compiled year', () => {
  it('attack 24: gives every unit a card, and every unit of a group a sheet on each other, none on itself', async () => {
    const { rows } = await world.owner.query<{ given: string; n: number }>(
      `select n.short_name as given, count(*)::int as n from sheet s join unit_name n on n.unit_id = s.rater_unit_id
        join scorecard c on c.id = s.scorecard_id and c.bloc_id = (select bloc_id from place where slug = $1) group by 1 order by 1`,
      [bloc.bloc],
    );
    expect(rows.map(({ n }) => n)).toEqual([3, 3, 3, 3, 2, 2, 2]);
    await expect(
      world.owner.query(
        `insert into sheet (id, bloc_id, province_id, cycle_id, scorecard_id, rater_unit_id, unit_id)
         select gen_random_uuid(), bloc_id, province_id, cycle_id, id, unit_id, unit_id from scorecard limit 1`,
      ),
    ).rejects.toThrow(/check constraint/);
  });

  it('shows the matrix of one group to its units, and nothing of another group', async () => {
    const list = await (
      await bloc.person('u3.head')
    ).get<{ items: ScorecardView[]; next: string | null }>(`${bloc.path}/scorecards?group=1&limit=3`);
    expect(list.body.items.map(({ unitShortName }) => unitShortName)).toEqual(['Hội U1', 'Hội U2', 'Hội U3']);
    const rest = await (
      await bloc.person('u3.head')
    ).get<{ items: ScorecardView[]; next: string | null }>(`${bloc.path}/scorecards?group=1&limit=3&after=${list.body.next}`);
    expect([rest.body.items.map(({ unitShortName }) => unitShortName), rest.body.next]).toEqual([['Hội U4'], null]);
    expect((await (await bloc.person('u3.head')).get<{ items: unknown[] }>(`${bloc.path}/scorecards?group=2`)).body.items).toEqual([]);
    const foreign = await cardOf(bloc, 'secretary', 'u6');
    expect((await (await bloc.person('u3.head')).get(cardPath(bloc, foreign))).status).toBe(404);
  });
});

describe('a unit’s own points', () => {
  it.each([
    ['needs-all-items', shown(4_000, 2_000).slice(0, 2), 'Còn 3 tiêu chí chưa có điểm: II.1, V.1, VI.1.'],
    ['needs-evidence', points(4_000, 2_000, 3_000), 'Còn 1 tiêu chí có điểm mà chưa có minh chứng: II.1.'],
  ])('are not submitted: %s', async (code, scores, detail) => {
    const card = await cardOf(bloc, 'u7.officer', 'u7');
    const saved = done(await (await bloc.person('u7.officer')).put<ScorecardView>(cardPath(bloc, card), { version: card.version, scores }));
    const refused = await (await bloc.person('u7.head')).event(cardPath(bloc, card), { type: 'submit', version: saved.version });
    expect(refused.body).toMatchObject({ status: 409, type: `/problems/${code}`, detail, next: expect.stringMatching(/\S/) });
  });

  it('are submitted by the head, not by the officer; nobody else reads them before', async () => {
    expect((await cardOf(bloc, 'u7.head', 'u7')).self).not.toEqual([]);
    expect((await cardOf(bloc, 'u6.head', 'u7')).self).toEqual([]);
    const card = await cardOf(bloc, 'u7.officer', 'u7');
    expect((await (await bloc.person('u7.officer')).event(cardPath(bloc, card), { type: 'submit', version: card.version })).body.code).toBe(
      'forbidden',
    );
    const submitted = await submitSelf(bloc, 'u7', shown(3_900, 1_900, 3_800, 300, 0));
    expect(submitted).toMatchObject({ state: 'peer', sealed: true, sheets: { submitted: 0, of: 2 }, selfTotals: { total: 9_900 } });
    expect((await cardOf(bloc, 'u6.head', 'u7')).self).toHaveLength(5);
  });

  it('without a point above zero need no evidence', async () => {
    expect((await submitSelf(bloc, 'u6', points(1_000))).state).toBe('peer');
  });
});

describe('a peer sheet', () => {
  it('needs-self-scores before the unit has submitted, and needs-all-items', async () => {
    const sheet = await sheetOf(bloc, 'u3', 'u4');
    const head = await bloc.person('u3.head');
    const refused = await head.event<{ needs: { code: string }[] }>(sheetPath(bloc, sheet), { type: 'submit', version: sheet.version });
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/needs-self-scores' });
    expect(refused.body.needs.map(({ code }) => code)).toEqual(['needs-self-scores', 'needs-all-items']);
    await submitSelf(bloc, 'u4', shown(3_000, 1_500, 3_500, 500, 100));
    const lacking = await head.event(sheetPath(bloc, sheet), { type: 'submit', version: sheet.version });
    expect(lacking.body).toMatchObject({ status: 409, type: '/problems/needs-all-items' });
  });

  it('attack 24: refuses points out of range with the cell named, and a version that is no longer the latest', async () => {
    const sheet = await sheetOf(bloc, 'u3', 'u4');
    const officer = await bloc.person('u3.officer');
    const bad = [...points(1).slice(1), { item: 'I.1', points: 4_001 }];
    expect((await officer.put(sheetPath(bloc, sheet), { version: sheet.version, scores: bad })).body).toMatchObject({
      code: 'points-out-of-range',
      needs: [{ pointer: '/scores/4/points', detail: 'I.1: điểm 40,01 vượt mức tối đa 40,00. Nhập từ 0 đến 40,00.' }],
    });
    expect((await officer.put(sheetPath(bloc, sheet), { version: sheet.version + 1, scores: [] })).body).toMatchObject({
      status: 409,
      code: 'stale',
    });
  });

  it('is known to its rater only: not to the rated unit, another peer, the leader, the secretary or the council', async () => {
    const sheet = await sheetOf(bloc, 'u3', 'u4');
    for (const name of ['u4.head', 'u1.head', 'u2.head', 'secretary', 'council'])
      expect({ name, status: (await (await bloc.person(name)).get(sheetPath(bloc, sheet))).status }).toEqual({ name, status: 404 });
    const foreign = await (await bloc.person('u2.head')).event(sheetPath(bloc, sheet), { type: 'submit', version: sheet.version });
    expect(foreign.status).toBe(404);
  });

  it('attack 24: needs-sealed-scores once the deadline has opened the seal', async () => {
    await submitSheet(bloc, 'u5', 'u6', points(800));
    const card = await cardOf(bloc, 'u6.head', 'u6');
    await expect(
      world.app
        .get(Door)
        .pass(scorecardProcedure, { ...(await place()), caller: asProgram(SYSTEM) }, card.id, { type: 'unseal', version: card.version }),
    ).rejects.toMatchObject({ code: 'needs-all-sheets' });
    const opened = async () => world.app.get(ScorecardService).unsealGroup(await place(), card.id);
    expect(await opened()).toBe(0);
    await bloc.setClock('2020-11-25T16:59:00Z'); // still the 25th in Vietnam
    expect(await opened()).toBe(0);
    await bloc.setClock('2020-11-25T17:00:01Z'); // midnight in Vietnam
    expect(await opened()).toBe(2); // of three in the group, one has not submitted its own points
    expect(await opened()).toBe(0);
    expect(await cardOf(bloc, 'u6.head', 'u6')).toMatchObject({
      state: 'open',
      sealed: false,
      sheets: { submitted: 1, of: 2 },
      totals: { total: 800 },
    });
    await bloc.setClock('2020-11-26T02:00:00Z');
    const late = await sheetOf(bloc, 'u7', 'u6');
    const refused = await (await bloc.person('u7.head')).event(sheetPath(bloc, late), { type: 'submit', version: late.version });
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/needs-sealed-scores' });
    await bloc.setClock('2020-11-20T02:00:00Z');
  });

  it('has a deadline row for the worker: midnight after the last day, in Vietnam', async () => {
    const card = await cardOf(bloc, 'u4.head', 'u4');
    const { rows } = await world.owner.query<{ event: string; due_at: Date }>('select event, due_at from deadline where record_id = $1', [
      card.id,
    ]);
    expect(rows).toEqual([{ event: 'unseal', due_at: new Date('2020-11-25T17:00:00Z') }]);
  });
});

describe('a score card, once the last sheet of its group is in', () => {
  beforeAll(async () => {
    for (const unit of ['u1', 'u2', 'u3']) await submitSelf(bloc, unit, shown(3_000, 1_000, 2_000));
    for (const unit of ['u1', 'u2', 'u3'])
      for (const rater of ['u1', 'u2', 'u3', 'u4'].filter((other) => other !== unit))
        await submitSheet(bloc, rater, unit, points(3_000, 1_000, 2_000));
  });

  it('opens for everybody at that moment, with the aggregate rounded once', async () => {
    await submitSheet(bloc, 'u1', 'u4', points(2_800, 1_500, 3_500, 500, 100));
    await submitSheet(bloc, 'u2', 'u4', points(2_900, 1_500, 3_400, 500, 100));
    expect(await cardOf(bloc, 'u4.head', 'u4')).toMatchObject({
      sealed: true,
      sheets: { submitted: 2, of: 3 },
      peers: [],
      aggregate: [],
      totals: null,
    });
    await submitSheet(bloc, 'u3', 'u4', points(2_801, 1_500, 3_500, 0, 0));
    const card = await cardOf(bloc, 'u4.head', 'u4');
    expect(card).toMatchObject({ state: 'open', sealed: false, sheets: { submitted: 3, of: 3 } });
    expect(card.peers.map(({ unitShortName }) => unitShortName)).toEqual(['Hội U1', 'Hội U2', 'Hội U3']);
    expect(card.aggregate).toEqual(points(2_834, 1_500, 3_467, 333, 67));
    expect(card.totals).toEqual({ sections: { I: 4_334, II: 3_467 }, base: 7_801, bonus: 333, penalty: 67, total: 8_067 });
  });

  it('is judged by its reviewer only, and needs-reason-for-difference', async () => {
    const card = await cardOf(bloc, 'u4.head', 'u4');
    const review = { type: 'review', version: card.version, scores: [{ item: 'I.1', points: 2_800 }], comment: '' };
    expect((await (await bloc.person('u4.head')).event(cardPath(bloc, card), review)).body).toMatchObject({
      status: 403,
      code: 'own-unit',
    });
    expect((await (await bloc.person('u1.head')).event(cardPath(bloc, card), review)).body.code).toBe('forbidden');
    expect((await (await bloc.person('u6.head')).event(cardPath(bloc, card), review)).status).toBe(404);
    const leader = await bloc.person('u2.head');
    expect((await leader.event(cardPath(bloc, card), review)).body).toMatchObject({
      status: 422,
      type: '/problems/needs-reason-for-difference',
      detail: 'Điểm khác bước trước phải có lý do, ít nhất 20 ký tự.',
    });
    const over = { ...review, scores: [{ item: 'I.1', points: 9_999, reason: REASON }] };
    expect((await leader.event(cardPath(bloc, card), over)).body).toMatchObject({
      code: 'points-out-of-range',
      needs: [{ pointer: '/scores/0/points' }],
    });
  });

  it('lets one of two reviewers win', async () => {
    const card = await cardOf(bloc, 'u2.head', 'u4');
    const leader = await bloc.person('u2.head');
    const answers = await Promise.all(
      [2_700, 2_750].map((value) =>
        leader.event(cardPath(bloc, card), {
          type: 'review',
          version: card.version,
          scores: [{ item: 'I.1', points: value, reason: REASON }],
          comment: 'Đã họp nhóm.',
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'stale',
      versions: { yours: card.version, current: card.version + 1 },
    });
  });

  it('is returned by the verifier with a reason, reviewed again and verified; the bloc’s value stands over the leader’s', async () => {
    const leader = await bloc.person('u2.head');
    const verifier = await bloc.person('u1.head');
    const path = cardPath(bloc, await cardOf(bloc, 'u4.head', 'u4'));
    const version = async () => (await cardOf(bloc, 'u4.head', 'u4')).version;
    const returned = await verifier.event<ScorecardView>(path, {
      type: 'return',
      version: await version(),
      reason: 'Đề nghị xem lại mục I.1.',
    });
    expect(returned.body).toMatchObject({ state: 'open', reason: 'Đề nghị xem lại mục I.1.' });
    const scores = [{ item: 'I.1', points: 2_700, reason: REASON }];
    done(await leader.event(path, { type: 'review', version: await version(), scores, comment: '' }));
    const unexplained = { type: 'verify', version: await version(), scores: [{ item: 'II.1', points: 3_000 }], comment: '' };
    expect((await verifier.event(path, unexplained)).body).toMatchObject({ status: 422, type: '/problems/needs-reason-for-difference' });
    const verified = done(
      await verifier.event<ScorecardView>(path, { ...unexplained, scores: [{ item: 'II.1', points: 3_000, reason: REASON }] }),
    );
    expect(verified).toMatchObject({ state: 'verified', totals: { base: 7_200, bonus: 333, penalty: 67, total: 7_466 }, actions: [] });
    expect(verified.official.map(({ from }) => from)).toEqual(['leader', 'peers', 'bloc', 'peers', 'peers']);
    const history = await verifier.get<{ items: { sentence: string; changes: object[] }[] }>(`${path}/history`);
    expect(history.body.items.map(({ sentence }) => sentence.split(': ')[1])).toEqual([
      'Gửi tự chấm',
      'Mở niêm phong',
      'Thống nhất điểm',
      'Trả lại',
      'Thống nhất điểm',
      'Thẩm định',
    ]);
    expect(history.body.items.at(-1)!.changes).toEqual([{ what: 'II.1', before: '34,67', after: '30,00', reason: REASON }]);
    const { rows } = await world.owner.query('select base, bonus, penalty, total from scorecard where id = $1', [verified.id]);
    expect(rows).toEqual([{ base: 7_200, bonus: 333, penalty: 67, total: 7_466 }]);
  });

  it('does not take from a person the event that opens the seal', async () => {
    const card = await cardOf(bloc, 'u7.head', 'u7');
    for (const name of ['u7.head', 'u5.head', 'secretary'])
      expect((await (await bloc.person(name)).event(cardPath(bloc, card), { type: 'unseal', version: card.version })).body.code).toBe(
        'wrong-shape',
      );
  });

  it('of a leading unit is judged by another unit: to itself the own unit is named as the reason', async () => {
    const own = await cardOf(bloc, 'u2.head', 'u2');
    const refused = await (
      await bloc.person('u2.head')
    ).event(cardPath(bloc, own), { type: 'review', version: own.version, scores: [], comment: '' });
    expect(refused.status).toBe(403);
    const stand = await (
      await bloc.person('u5.head')
    ).event<ScorecardView>(cardPath(bloc, own), { type: 'review', version: own.version, scores: [], comment: '' });
    expect(stand.body.state).toBe('reviewed');
  });
});
