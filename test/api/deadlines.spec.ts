import { DeadlineSenders } from '@thidua/api/platform/worker/deadline-senders';
import type { RunningWorker } from '@thidua/api/platform/worker/worker';
import { randomUUID } from 'node:crypto';
import { cardOf, cardPath, done, makeCompiledBloc, points, sheetOf, sheetPath, submitSelf, submitSheet } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

/** The last day of peer scoring is 25/11/2020: it ends when this day begins in Viet Nam. */
const MIDNIGHT = '2020-11-25T17:00:00Z';

let world: World;
const workers: RunningWorker[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});
afterAll(() => world.close());

const startWorkers = async (count: number) => {
  for (let n = 0; n < count; n += 1) workers.push(await startWorkerOf(world));
};

/** A bloc whose unit `u4` has submitted its own points and has one of three sheets. */
async function oneOfThree(slug: string): Promise<SmallBloc> {
  const bloc = await makeCompiledBloc(world, slug);
  await bloc.setClock('2020-11-20T02:00:00Z');
  for (const unit of ['u1', 'u4']) await submitSelf(bloc, unit, points(3_000, 1_500, 3_000));
  await submitSheet(bloc, 'u1', 'u4', points(2_000, 1_000, 2_000));
  return bloc;
}

const deadlineOf = async (recordId: string) => {
  const { rows } = await world.owner.query<{ due_at: Date; done_at: Date | null; last_answer: string | null }>(
    'select due_at, done_at, last_answer from deadline where record_id = $1',
    [recordId],
  );
  expect(rows).toHaveLength(1);
  return rows[0]!;
};
/** A deadline of the tests' own kind of record, due now. @returns the record's id */
async function kilnDeadline(bloc: SmallBloc, send: (recordId: string, event: string) => Promise<void>): Promise<string> {
  const id = randomUUID();
  world.app.get(DeadlineSenders).keep('Kiln', (_, recordId, event) => send(recordId, event));
  const made = `insert into deadline (id, bloc_id, province_id, record_kind, record_id, event, due_at)
    select gen_random_uuid(), bloc_id, province_id, 'Kiln', $2, 'fire', business_now() from place where slug = $1`;
  await world.owner.query(made, [bloc.bloc, id]);
  return id;
}
/** Deadlines are kept in the order in which they are due: with the newest, all before it were looked at. */
async function everythingDueIsKept(bloc: SmallBloc): Promise<void> {
  const id = await kilnDeadline(bloc, () => Promise.resolve());
  await eventually(async () => (await deadlineOf(id)).done_at);
}
const unsealings = async (recordId: string) => {
  const { rows } = await world.owner.query<{ kind: string; pending: number }>(
    `select body::jsonb -> 'actor' ->> 'kind' as kind, (body::jsonb ->> 'pendingInGroup')::int as pending from journal
      where record_id = $1 and body::jsonb ->> 'event' = 'unseal'`,
    [recordId],
  );
  return rows;
};

describe('the last day of peer scoring', () => {
  it('is over at midnight in Viet Nam; then the seal opens by itself, by the program, without the sheets that are missing', async () => {
    const bloc = await oneOfThree('khoi-han-1');
    const { id } = await cardOf(bloc, 'u4.head', 'u4');
    expect((await deadlineOf(id)).due_at.toISOString()).toBe('2020-11-25T17:00:00.000Z');
    await startWorkers(1);
    await bloc.setClock('2020-11-25T16:59:00Z');
    await everythingDueIsKept(bloc);
    expect(await cardOf(bloc, 'u4.head', 'u4')).toMatchObject({ state: 'peer', sealed: true });
    await bloc.setClock(MIDNIGHT);
    await eventually(async () => (await cardOf(bloc, 'u4.head', 'u4')).state === 'open');
    expect(await cardOf(bloc, 'u4.head', 'u4')).toMatchObject({ sheets: { submitted: 1, of: 3 }, sealed: false });
    expect(await unsealings(id)).toEqual([{ kind: 'system', pending: 11 }]);
  });

  it('attack 22: is kept once by two workers, also when it passed while none ran', async () => {
    const bloc = await oneOfThree('khoi-han-2');
    const { id } = await cardOf(bloc, 'u4.head', 'u4');
    await bloc.setClock('2020-12-01T02:00:00Z');
    await startWorkers(2);
    await eventually(async () => (await deadlineOf(id)).done_at);
    const left = `select count(*)::int as n from deadline d join place p using (bloc_id) where p.slug = $1 and done_at is null`;
    await eventually(async () => (await world.owner.query<{ n: number }>(left, [bloc.bloc])).rows[0]!.n === 0);
    expect(await unsealings(id)).toEqual([{ kind: 'system', pending: 11 }]);
  });

  it('ends the writing of sheets that were not sent, by name, whether or not the seal is open yet; what was written stays', async () => {
    const bloc = await oneOfThree('khoi-han-8');
    const rater = await bloc.person('u3.officer');
    const draft = await sheetOf(bloc, 'u3', 'u4');
    done(await rater.put(sheetPath(bloc, draft), { version: draft.version, scores: points(2_000).slice(0, 1) }));
    await bloc.setClock(MIDNIGHT);
    const late = await sheetOf(bloc, 'u3', 'u4');
    expect(late).toMatchObject({ state: 'draft', taken: false, scores: points(2_000).slice(0, 1) });
    expect(late.actions.map(({ type }) => type)).not.toContain('edit');
    for (const who of ['u3.head', 'u3.officer']) {
      const edit = await (await bloc.person(who)).put(sheetPath(bloc, late), { version: late.version, scores: points(700) });
      expect(edit.body).toMatchObject({ status: 409, type: '/problems/needs-sealed-scores' });
    }
    expect(await sheetOf(bloc, 'u3', 'u4')).toMatchObject({ version: late.version, scores: late.scores });
  });

  it('does not touch a card whose unit has not submitted; submitted late, it goes to its reviewer at once', async () => {
    const bloc = await oneOfThree('khoi-han-3');
    await startWorkers(1);
    await bloc.setClock('2020-11-26T02:00:00Z');
    const { id } = await cardOf(bloc, 'u3.head', 'u3');
    expect(await eventually(async () => (await deadlineOf(id)).done_at && deadlineOf(id))).toMatchObject({
      last_answer: 'not-in-this-state',
    });
    const late = await submitSelf(bloc, 'u3', points(3_000, 1_500, 3_000));
    expect(late.state).toBe('open');
  });

  it('so a unit that comes late to avoid its peers gains nothing: its reviewer gives every point, and says why', async () => {
    const bloc = await oneOfThree('khoi-han-6');
    await bloc.setClock('2020-11-26T02:00:00Z');
    const late = await submitSelf(bloc, 'u3', points(4_000, 2_000, 4_000, 500));
    expect(late).toMatchObject({ official: [], totals: null });
    const leader = await bloc.person('u2.head');
    const agree = (scores: readonly object[]) =>
      leader.event<{ totals: object }>(cardPath(bloc, late), { type: 'review', version: late.version, scores, comment: '' });
    const reason = 'Nộp sau hạn, nhóm đối chiếu hồ sơ gốc.';
    const judged = points(3_000, 1_500, 3_000).map((score) => ({ ...score, reason }));
    for (const scores of [[], judged.slice(1)])
      expect((await agree(scores)).body).toMatchObject({ status: 422, type: '/problems/needs-judged-items' });
    expect((await agree(points(4_000, 2_000, 4_000, 500))).body).toMatchObject({
      status: 422,
      type: '/problems/needs-reason-for-difference',
    });
    expect(done(await agree(judged)).totals).toMatchObject({ total: 7_500 });
  });

  it('takes no sheet after the last day, also while the seal has not been opened yet', async () => {
    const bloc = await oneOfThree('khoi-han-7');
    const sheet = await sheetOf(bloc, 'u3', 'u4');
    const head = await bloc.person('u3.head');
    const written = done(
      await head.put<{ version: number }>(sheetPath(bloc, sheet), { version: sheet.version, scores: points(1_000, 1_000, 1_000) }),
    );
    await bloc.setClock('2020-11-26T02:00:00Z');
    const refused = await head.event(sheetPath(bloc, sheet), { type: 'submit', version: written.version });
    expect(refused.body).toMatchObject({ status: 409, type: '/problems/needs-sealed-scores' });
  });

  it('cannot be kept by a person', async () => {
    const bloc = await oneOfThree('khoi-han-4');
    await bloc.setClock('2020-11-26T02:00:00Z');
    const card = await cardOf(bloc, 'u2.head', 'u4');
    const pressed = await (await bloc.person('u2.head')).event(cardPath(bloc, card), { type: 'unseal', version: card.version });
    expect(pressed).toMatchObject({ status: 400, body: { code: 'wrong-shape' } });
  });
});

describe('a deadline whose event does not get through', () => {
  it('is tried again until it does, and then never again', async () => {
    const bloc = await makeCompiledBloc(world, 'khoi-han-5');
    const sent: string[] = [];
    const id = await kilnDeadline(bloc, (recordId, event) => {
      sent.push(`${event} ${recordId}`);
      return sent.length < 3 ? Promise.reject(new Error('cold')) : Promise.resolve();
    });
    await startWorkers(2);
    await eventually(async () => (await deadlineOf(id)).done_at);
    expect(sent).toEqual(Array.from({ length: 3 }, () => `fire ${id}`));
    expect((await deadlineOf(id)).last_answer).toBe('sent');
  });
});
