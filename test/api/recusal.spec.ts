import { addPerson, addPost } from '../support/posts.js';
import { CONFLICT, declineSheet, lettersOn, onCard, onRegistration, registrationOf } from '../support/recusals.js';
import { cardOf, cardPath, done, makeCompiledBloc, points, sheetOf, sheetPath, submitSelf, submitSheet } from '../support/scores.js';
import { CYCLE, makeOpenBloc, RULES, type SmallBloc } from '../support/small-bloc.js';
import { workOf } from '../support/work.js';
import { startWorld, type World } from '../support/world.js';

const REASON = 'Chấm lại theo hồ sơ đã nộp.';
const MEDIAN = { ...CYCLE, rules: { ...RULES, aggregate: 'median' as const } };
const everyItem = (...values: number[]) => points(...values).map((score) => ({ ...score, reason: REASON }));

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('a unit that declines to score another', () => {
  let bloc: SmallBloc;
  beforeAll(async () => {
    bloc = await makeCompiledBloc(world, 'xin-khong-cham', { cycle: MEDIAN });
    await bloc.setClock('2020-11-20T02:00:00Z');
    for (const unit of ['u1', 'u2', 'u3', 'u4']) await submitSelf(bloc, unit, points(3_000, 1_500, 3_000, 100, 100));
    const draft = await sheetOf(bloc, 'u2', 'u4');
    done(
      await (await bloc.person('u2.officer')).put(sheetPath(bloc, draft), { version: draft.version, scores: points(1_111), note: 'Nháp' }),
    );
  });

  it('says why; its head does it, not its officer', async () => {
    expect((await declineSheet(bloc, 'u2', 'u4', 'Ngại.')).body).toMatchObject({ status: 400, code: 'wrong-shape' });
    const sheet = await sheetOf(bloc, 'u2', 'u4');
    const officer = await bloc.person('u2.officer');
    expect((await officer.event(sheetPath(bloc, sheet), { type: 'recuse', version: sheet.version, reason: CONFLICT })).body).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  });

  it('leaves no points behind, and none can be written by any way', async () => {
    const declined = done(await declineSheet(bloc, 'u2', 'u4'));
    expect(declined).toMatchObject({ state: 'recused', reason: CONFLICT, scores: [], note: '' });
    expect(declined.actions.map(({ type }) => type)).toEqual(['reopen']);
    for (const name of ['u2.head', 'u2.officer']) {
      const written = await (await bloc.person(name)).put(sheetPath(bloc, declined), { version: declined.version, scores: points(1) });
      expect(written.body).toMatchObject({ status: 409, code: 'not-in-this-state' });
    }
    const head = await bloc.person('u2.head');
    expect((await head.event(sheetPath(bloc, declined), { type: 'submit', version: declined.version })).body).toMatchObject({
      code: 'not-in-this-state',
    });
    await expect(world.owner.query('update sheet set scores = $2 where id = $1', [declined.id, JSON.stringify(points(1))])).rejects.toThrow(
      'sheet_declined_check',
    );
  });

  it('is counted under seal, and its name and reason are not told', async () => {
    for (const name of ['u4.head', 'u3.head', 'secretary', 'u1.head'])
      expect(await cardOf(bloc, name, 'u4')).toMatchObject({ sealed: true, sheets: { submitted: 0, of: 2, recused: 1 }, recusals: [] });
  });

  it('may take the sheet up again while it is sealed, and begins anew', async () => {
    const declined = await sheetOf(bloc, 'u2', 'u4');
    const head = await bloc.person('u2.head');
    const again = done(await head.event(sheetPath(bloc, declined), { type: 'reopen', version: declined.version }));
    expect(again).toMatchObject({ state: 'draft', reason: null, scores: [] });
    done(await declineSheet(bloc, 'u2', 'u4'));
    const { rows } = await world.owner.query('select 1 from recusal where record_id = $1 and withdrawn_at is not null', [declined.id]);
    expect(rows).toHaveLength(1);
  });

  it('does not hold the seal: it opens when all others are in, and the points are the median of the rest', async () => {
    await submitSheet(bloc, 'u1', 'u4', points(3_000, 1_000, 2_000, 0, 0));
    await submitSheet(bloc, 'u3', 'u4', points(3_600, 1_600, 2_600, 100, 0));
    await finishRest();
    const card = await cardOf(bloc, 'u4.head', 'u4');
    expect(card).toMatchObject({ state: 'open', sealed: false, sheets: { submitted: 2, of: 2, recused: 1 } });
    expect(card.peers.map(({ unitShortName }) => unitShortName)).toEqual(['Hội U1', 'Hội U3']);
    expect(card.aggregate).toEqual(points(3_300, 1_300, 2_300, 50, 0));
    expect(card.recusals).toEqual([{ step: 'score', by: 'Hội U2', reason: CONFLICT, at: expect.any(String) as string }]);
  });

  it('does not judge that unit either, though it leads the group: the next in the order does, and is told', async () => {
    const card = await cardOf(bloc, 'secretary', 'u4');
    expect([card.reviewerName, card.verifierName]).toEqual(['Hội U5', 'Hội U1']);
    expect((await cardOf(bloc, 'secretary', 'u3')).reviewerName).toBe('Hội U2');
    expect(await lettersOn(world, card.id, 'scorecard-opened')).toEqual(['u5.head']);
    const refused = await onCard(bloc, 'u2.head', 'u4', { type: 'review', scores: [], comment: '' });
    expect(refused.body).toMatchObject({ status: 403, code: 'recused', next: expect.stringMatching(/Thư ký Hội đồng/) });
    const titles = async (name: string) => (await workOf(bloc, name, ['Scorecard'])).waiting.map(([title]) => title);
    expect(await titles('u5.head')).toContain('Thống nhất điểm: Hội U4');
    expect(await titles('u2.head')).not.toContain('Thống nhất điểm: Hội U4');
  });

  it('cannot decline after the seal is open', async () => {
    const { rows } = await world.owner.query<{ id: string; version: number }>(
      `select h.id, h.version from sheet h join unit_name n on n.unit_id = h.rater_unit_id join scorecard s on s.id = h.scorecard_id
        where h.state = 'recused' and s.cycle_id = $1`,
      [bloc.cycleId],
    );
    const sheet = rows[0]!;
    const refused = await (await bloc.person('u2.head')).event(sheetPath(bloc, sheet), { type: 'reopen', version: sheet.version });
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/needs-sealed-scores' });
  });

  /** Every sheet of the group but those that were declined. */
  async function finishRest(): Promise<void> {
    for (const rater of ['u1', 'u2', 'u3', 'u4'])
      for (const unit of ['u1', 'u2', 'u3', 'u4'])
        if (rater !== unit && (await sheetOf(bloc, rater, unit)).state === 'draft') await submitSheet(bloc, rater, unit, points(3_000));
  }
});

describe('a unit that nobody is left to score', () => {
  let bloc: SmallBloc;
  beforeAll(async () => {
    bloc = await makeCompiledBloc(world, 'khong-con-ai-cham');
    await bloc.setClock('2020-11-20T02:00:00Z');
    for (const unit of ['u6', 'u7']) await submitSelf(bloc, unit, points(3_000));
    for (const rater of ['u6', 'u7']) done(await declineSheet(bloc, rater, 'u5'));
    for (const [rater, unit] of [
      ['u5', 'u6'],
      ['u5', 'u7'],
      ['u6', 'u7'],
      ['u7', 'u6'],
    ] as const)
      await submitSheet(bloc, rater, unit, points(3_500));
  });

  it('opens with the group though it comes last, and is judged item by item', async () => {
    expect((await submitSelf(bloc, 'u5', points(3_900))).state).toBe('open');
    const all = await onCard(bloc, 'u1.head', 'u5', { type: 'review', scores: [], comment: '' });
    expect(all.body).toMatchObject({ status: 422, type: '/problems/needs-judged-items' });
    expect(done(await onCard(bloc, 'u1.head', 'u5', { type: 'review', scores: everyItem(3_000), comment: '' })).state).toBe('reviewed');
  });
});

describe('who is to judge a registration and declines', () => {
  let bloc: SmallBloc;
  beforeAll(async () => {
    bloc = await makeOpenBloc(world, { slug: 'xin-khong-xet', now: '2020-03-02T02:00:00Z' });
    const mine = await registrationOf(bloc, 'u3.head', 'u3');
    const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '10', previous: '', evidence: 'Danh sách' }];
    const draft = { version: mine.version, aim: { kind: 'title', code: 'flag' }, targets, note: '' };
    done(await (await bloc.person('u3.head')).put(`${bloc.path}/registrations/${mine.id}`, draft));
    done(await onRegistration(bloc, 'u3.head', 'u3', { type: 'submit' }));
    await addPerson(world, bloc, 'secretary2', [{ role: 'bloc-secretary', bloc: bloc.bloc, year: 2020 }]);
  });
  const decline = (person: string) => onRegistration(bloc, person, 'u3', { type: 'recuse', reason: CONFLICT });

  it.each([
    ['the deputy head’s unit comes after the leader', 'u2.head', 'Hội U5', ['u5.head']],
    ['then the head’s', 'u5.head', 'Hội U1', ['u1.head']],
    ['then the bloc’s secretary', 'u1.head', null, ['secretary', 'secretary2']],
  ])('is passed over: %s, and the next one gets a letter', async (_, person, next, told) => {
    const passed = done(await decline(person));
    expect(passed).toMatchObject({ state: 'submitted', reviewerName: next });
    expect((await lettersOn(world, passed.id, 'registration-recused')).slice(-told.length).sort()).toEqual(told);
    expect(await lettersOn(world, passed.id, 'registration-unjudged')).toEqual(next ? [] : ['council']);
    expect((await onRegistration(bloc, person, 'u3', { type: 'accept' })).body).toMatchObject({ status: 403, code: 'recused' });
  });

  it('as a person is recused in every capacity, and another of the post judges', async () => {
    expect((await workOf(bloc, 'secretary', ['Registration'])).waiting.map(([title]) => title)).toContain('Chấp nhận: Hội U3');
    const declined = done(await decline('secretary'));
    expect(declined.actions).toContainEqual(
      expect.objectContaining({ type: 'accept', needs: [expect.objectContaining({ code: 'recused' })] }),
    );
    expect((await onRegistration(bloc, 'secretary', 'u3', { type: 'accept' })).body).toMatchObject({ code: 'recused' });
    expect((await workOf(bloc, 'secretary', ['Registration'])).waiting.map(([title]) => title)).not.toContain('Chấp nhận: Hội U3');
    expect(done(await onRegistration(bloc, 'secretary2', 'u3', { type: 'accept' })).state).toBe('accepted');
  });

  it('stands in the history with unit, person and reason', async () => {
    const { id } = await registrationOf(bloc, 'secretary', 'u3');
    const history = done(
      await (
        await bloc.person('secretary')
      ).get<{ items: { sentence: string; reason: string | null }[] }>(`${bloc.path}/registrations/${id}/history`),
    );
    const declined = history.items.filter(({ sentence }) => sentence.endsWith('Xin không xét'));
    expect(declined.map(({ sentence }) => sentence.split(' (')[0])).toEqual([
      'Hội U2',
      'Hội U5',
      'Hội U1',
      'Người secretary: Xin không xét',
    ]);
    expect(new Set(declined.map(({ reason }) => reason))).toEqual(new Set([CONFLICT]));
  });
});

describe('who is to judge a unit’s scores and declines', () => {
  let bloc: SmallBloc;
  beforeAll(async () => {
    bloc = await makeCompiledBloc(world, 'xin-khong-tham-dinh', { cycle: { ...CYCLE, rules: { ...RULES, peers: { mode: 'none' } } } });
    await bloc.setClock('2020-11-10T02:00:00Z');
    for (const unit of ['u3', 'u4']) await submitSelf(bloc, unit, points(3_900, 1_900, 3_900));
    await addPost(world, bloc, 'u2.head', { role: 'council-secretary' });
  });
  const decline = (person: string, unit: string) => onCard(bloc, person, unit, { type: 'recuse', reason: CONFLICT });

  it('passes the agreement on, and nobody verifies what they agreed', async () => {
    const first = done(await decline('u2.head', 'u3'));
    expect(first).toMatchObject({ state: 'open', reviewerName: 'Hội U5', verifierName: 'Hội U1' });
    const second = done(await decline('u5.head', 'u3'));
    expect(second).toMatchObject({ state: 'open', reviewerName: 'Hội U1', verifierName: null });
    expect(await lettersOn(world, second.id, 'scorecard-recused')).toEqual(['u5.head', 'u1.head']);
    expect(second.recusals.map(({ step, by }) => [step, by])).toEqual([
      ['review', 'Hội U2'],
      ['review', 'Hội U5'],
    ]);
  });

  it('holds for every post of a person of the unit: a council secretary of the leading unit does not verify', async () => {
    done(await onCard(bloc, 'u1.head', 'u3', { type: 'review', scores: [], comment: '' }));
    const both = await bloc.person('u2.head');
    const me = done(await both.get<{ posts: { id: string; role: string }[] }>('/api/session'));
    for (const post of me.posts) {
      const acting = (await world.signIn(`u2.head@${bloc.bloc}.example`)).actingAs(post.id);
      const card = await cardOf(bloc, 'secretary', 'u3');
      const answer = await acting.event(`${bloc.path}/scorecards/${card.id}`, {
        type: 'verify',
        version: card.version,
        scores: [],
        comment: '',
      });
      expect([403, 404]).toContain(answer.status);
    }
    expect((await onCard(bloc, 'u2.head', 'u3', { type: 'verify', scores: [], comment: '' })).body).toMatchObject({ code: 'recused' });
    expect(done(await onCard(bloc, 'council', 'u3', { type: 'verify', scores: [], comment: '' })).state).toBe('verified');
  });

  it('leaves the agreement to the bloc’s secretary where no unit is left, who is told; nobody else may do it', async () => {
    await submitSelf(bloc, 'u6', points(3_900, 1_900, 3_900));
    for (const person of ['u5.head', 'u1.head']) done(await decline(person, 'u6'));
    const card = await cardOf(bloc, 'secretary', 'u6');
    expect(card).toMatchObject({ state: 'open', reviewerName: null });
    expect((await lettersOn(world, card.id, 'scorecard-recused')).at(-1)).toBe('secretary');
    // The council’s secretary, who alone can name another for that post, hears of it as well.
    expect(await lettersOn(world, card.id, 'scorecard-unjudged')).toEqual(['council', 'u2.head']);
    expect(done(await onCard(bloc, 'secretary', 'u6', { type: 'review', scores: [], comment: '' })).state).toBe('reviewed');
  });

  it('passes the verification on to the deputy head’s unit, then to a person; who declined still sees the card', async () => {
    done(await onCard(bloc, 'u2.head', 'u4', { type: 'review', scores: [], comment: '' }));
    expect(done(await decline('u1.head', 'u4'))).toMatchObject({ state: 'reviewed', verifierName: 'Hội U5' });
    expect(done(await decline('u5.head', 'u4'))).toMatchObject({ state: 'reviewed', verifierName: null });
    expect(done(await decline('council', 'u4')).actions).toContainEqual(
      expect.objectContaining({ type: 'verify', needs: [expect.objectContaining({ code: 'recused' })] }),
    );
    expect(done(await onCard(bloc, 'secretary', 'u4', { type: 'verify', scores: [], comment: '' })).state).toBe('verified');
  });
});

describe('whoever belongs to a unit', () => {
  let bloc: SmallBloc;
  const REVIEW = { type: 'review', scores: [], comment: '' };
  beforeAll(async () => {
    bloc = await makeCompiledBloc(world, 'don-vi-minh', { cycle: { ...CYCLE, rules: { ...RULES, peers: { mode: 'none' } } } });
    await bloc.setClock('2020-11-10T02:00:00Z');
    await submitSelf(bloc, 'u6', points(3_900, 1_900, 3_900));
    await addPost(world, bloc, 'u5.head', { role: 'unit-officer', unitCode: 'u6' });
  });

  it('does not judge it by any other post, acting in whichever, and is not offered it as work', async () => {
    const card = await cardOf(bloc, 'secretary', 'u6');
    const me = done(await (await bloc.person('u5.head')).get<{ posts: { id: string; role: string }[] }>('/api/session'));
    const held = me.posts.filter(({ role }) => role.startsWith('unit-'));
    expect(held.map(({ role }) => role).sort()).toEqual(['unit-head', 'unit-officer']);
    const as = async (post: string | null) => {
      const person = await world.signIn(`u5.head@${bloc.bloc}.example`);
      const answer = await (post ? person.actingAs(post) : person).event(cardPath(bloc, card), { ...REVIEW, version: card.version });
      return answer.body.code;
    };
    for (const post of [null, ...held.map(({ id }) => id)]) expect(['own-unit', 'forbidden']).toContain(await as(post));
    expect(await as(null)).toBe('own-unit');
    expect((await workOf(bloc, 'u5.head', ['Scorecard'])).waiting.map(([title]) => title)).toEqual(['Tự chấm: Hội U5']);
  });

  it('may pass the judging on for the unit that is charged with it', async () => {
    expect(done(await onCard(bloc, 'u5.head', 'u6', { type: 'recuse', reason: CONFLICT })).reviewerName).toBe('Hội U1');
    expect((await onCard(bloc, 'u5.head', 'u6', REVIEW)).body).toMatchObject({ code: 'recused' });
  });
});
