import type { MailLetter, MailLine } from '@thidua/workflows/development/mail.schema';
import type { Progress, ProgressCell, ProgressStep } from '@thidua/workflows/progress/progress.schema';
import { randomUUID } from 'node:crypto';
import { sentDuring } from '../bench/harness/recording.js';
import { cardOf, done, makeCompiledBloc, nameOf, points, submitSelf, submitSheet } from '../support/scores.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { eventually, startWorkerOf } from '../support/worker.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let bloc: SmallBloc;
let year: SmallBloc;

beforeAll(async () => {
  world = await startWorld();
  bloc = await makeSmallBloc(world);
  await bloc.setClock('2020-03-13T02:42:00Z');
  done(await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
});
afterAll(() => world.close());

const progressOf = async (of: SmallBloc, name: string): Promise<Progress> =>
  done(await (await of.person(name)).get<Progress>(`${of.path}/progress?year=2020`));
const rowsOf = ({ rows }: Progress, step: ProgressStep) =>
  rows.flatMap(({ unitShortName, cells }) => cells.filter((cell) => cell.step === step).map(({ words }) => `${unitShortName}: ${words}`));
async function cellOf(of: SmallBloc, name: string, unit: string, step: ProgressStep): Promise<ProgressCell> {
  const row = (await progressOf(of, name)).rows.find(({ unitShortName }) => unitShortName === nameOf(unit))!;
  return row.cells.find((cell) => cell.step === step)!;
}

const PATHS: Readonly<Record<string, string>> = { Registration: 'registrations', Scorecard: 'scorecards', Section: 'sections' };
const pathOf = (of: SmallBloc, { kind, id }: ProgressCell) => `${of.path}/${PATHS[kind]}/${id}`;
/** Reminds a unit at the version that stands there now. */
async function remind(of: SmallBloc, name: string, cell: ProgressCell, key?: string) {
  const { rows } = await world.owner.query<{ version: number }>(`select version from ${cell.kind.toLowerCase()} where id = $1`, [cell.id]);
  return (await of.person(name)).event(pathOf(of, cell), { type: 'remind', version: rows[0]!.version }, key);
}
const letters = async (cell: ProgressCell) =>
  (
    await world.owner.query<{ letter: string; address: string }>(
      'select letter, address from delivery where record_id = $1 order by address',
      [cell.id],
    )
  ).rows.map(({ letter, address }) => `${letter} → ${address}`);

describe('where the bloc stands', () => {
  it('is told to secretary, head and deputy of every unit; to a leader of its group; to a unit of itself', async () => {
    for (const name of ['secretary', 'u1.head', 'u5.head'])
      expect(rowsOf(await progressOf(bloc, name), 'registration')).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `Hội U${n}: Chưa gửi`));
    expect(rowsOf(await progressOf(bloc, 'u2.head'), 'registration')).toEqual([1, 2, 3, 4].map((n) => `Hội U${n}: Chưa gửi`));
    expect(rowsOf(await progressOf(bloc, 'u3.officer'), 'registration')).toEqual(['Hội U3: Chưa gửi']);
    expect((await progressOf(bloc, 'records')).rows).toEqual([]);
  });

  it('has its sums over whole groups, for those alone who may read all of them', async () => {
    const sumsOf = async (name: string) => (await progressOf(bloc, name)).steps.map(({ words, groups }) => [words, groups.length]);
    expect(await sumsOf('secretary')).toEqual([['0 trên 7 đơn vị đã gửi', 2]]);
    expect(await sumsOf('u2.head')).toEqual([['0 trên 4 đơn vị đã gửi', 1]]);
    expect(await sumsOf('u3.head')).toEqual([[null, 0]]);
  });

  it('says how many days are left, and that of the own unit', async () => {
    const { rows, calendar } = await progressOf(bloc, 'u3.head');
    expect(rows).toMatchObject([{ own: true, cells: [{ daysLeft: 2, remind: null }] }]);
    expect(calendar[0]).toMatchObject({ key: 'registration', due: '2020-03-15', state: 'current' });
  });

  it('is read in one snapshot, which asks once who reads', async () => {
    const secretary = await bloc.person('secretary');
    await secretary.get(`${bloc.path}/progress`);
    const sent = await sentDuring(() => secretary.get(`${bloc.path}/progress`));
    const counted = (what: RegExp) => sent.filter(({ text }) => what.test(text)).length;
    expect({ asked: counted(/who_asks/), snapshots: counted(/repeatable read/) }).toEqual({ asked: 1, snapshots: 1 });
  });
});

describe('a reminder', () => {
  it('of the group’s leader comes to the unit’s head and officer as a letter, with what, until when, by whom, and the way to it', async () => {
    const worker = await startWorkerOf(world);
    const cell = await cellOf(bloc, 'u2.head', 'u3', 'registration');
    expect(cell.remind).toEqual({ type: 'remind', needs: [] });
    expect(done(await remind(bloc, 'u2.head', cell))).toMatchObject({
      state: 'draft',
      remindedAt: expect.stringMatching(/^2020-03-13T02:4/),
    });
    for (const who of ['head', 'officer']) {
      const box = `/api/dev/mail?to=u3.${who}@khoi-nho.example`;
      const [line] = await eventually(async () => {
        const { items } = (await world.stranger().get<{ items: MailLine[] }>(box)).body;
        return items.length > 0 && items;
      });
      const letter = done(await world.stranger().get<MailLetter>(`/api/dev/mail/${line!.id}`));
      expect(letter.subject).toBe('[BẢN MẪU] [Khối thử 2020] Nhắc Hội U3 gửi bản đăng ký thi đua');
      for (const words of ['Hạn gửi: Chủ nhật 15/03/2020.', 'Người nhắc: Người u2.head.', `/vi/khoi-nho/2020/registrations/${cell.id}`])
        expect(letter.text).toContain(words);
    }
    await worker.stop();
  });

  it('stands in the history of the record, which its unit reads', async () => {
    const cell = await cellOf(bloc, 'u3.head', 'u3', 'registration');
    const history = done(
      await (await bloc.person('u3.officer')).get<{ items: { sentence: string; enteredBy: unknown }[] }>(`${pathOf(bloc, cell)}/history`),
    );
    expect(history.items).toMatchObject([{ sentence: 'Hội U2 (Người u2.head): Nhắc đơn vị', enteredBy: null }]);
    expect(cell).toMatchObject({ remindedAt: expect.any(String) as string, remind: null });
  });

  it('does not tell who had written the draft', async () => {
    const officer = await bloc.person('u7.officer');
    const cell = await cellOf(bloc, 'u7.officer', 'u7', 'registration');
    done(await officer.put(pathOf(bloc, cell), { version: 1, aim: null, targets: [], note: 'Đang viết' }));
    done(await remind(bloc, 'u5.head', cell));
    const { rows } = await world.owner.query<{ body: string }>('select body from journal where record_id = $1', [cell.id]);
    expect(rows.map(({ body }) => Object.keys(JSON.parse(body) as object).includes('enteredBy'))).toEqual([false]);
  });

  it('is sent once a day, whoever asks: the second is told when the first was and by whom', async () => {
    const cell = await cellOf(bloc, 'secretary', 'u3', 'registration');
    expect(cell.remind!.needs).toMatchObject([
      {
        code: 'needs-day-since-reminder',
        detail: expect.stringMatching(/^Đã nhắc lúc 09:4\d, 13\/03\/2020; người nhắc: Người u2\.head\.$/) as string,
      },
    ]);
    expect((await remind(bloc, 'secretary', cell)).body).toMatchObject({ status: 409, code: 'needs-day-since-reminder' });
    expect(await letters(cell)).toHaveLength(2);
    await bloc.setClock('2020-03-13T17:00:01Z'); // midnight in Vietnam
    expect(done(await remind(bloc, 'secretary', cell))).toMatchObject({ remindedAt: expect.stringMatching(/^2020-03-13T17:00/) });
    await bloc.setClock('2020-03-13T02:42:00Z');
  });

  it('sent twice with one key is sent once', async () => {
    const cell = await cellOf(bloc, 'u2.head', 'u4', 'registration');
    const key = randomUUID();
    const leader = await bloc.person('u2.head');
    const event = { type: 'remind', version: 1 };
    const answers = await Promise.all([1, 2, 3].map(() => leader.event(pathOf(bloc, cell), event, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await letters(cell)).toEqual([
      'registration-reminded → u4.head@khoi-nho.example',
      'registration-reminded → u4.officer@khoi-nho.example',
    ]);
  });

  it('is nobody else’s: not another group’s leader’s, not the head’s, not a unit’s', async () => {
    const cell = await cellOf(bloc, 'secretary', 'u6', 'registration');
    expect((await remind(bloc, 'u2.head', cell)).status).toBe(404);
    expect((await remind(bloc, 'u1.head', cell)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await remind(bloc, 'u6.head', cell)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await letters(cell)).toEqual([]);
  });

  it('is refused for what was sent, and for what can no longer be sent', async () => {
    const cell = await cellOf(bloc, 'u1.head', 'u1', 'registration');
    const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '10', previous: '', evidence: 'Danh sách' }];
    const saved = done(
      await (
        await bloc.person('u1.officer')
      ).put<{ version: number }>(pathOf(bloc, cell), { version: 1, aim: { kind: 'title', code: 'flag' }, targets, note: '' }),
    );
    done(await (await bloc.person('u1.head')).event(pathOf(bloc, cell), { type: 'submit', version: saved.version }));
    expect(await cellOf(bloc, 'secretary', 'u1', 'registration')).toMatchObject({ words: 'Chờ Hội U2 xem xét', remind: null });
    expect((await remind(bloc, 'secretary', cell)).body).toMatchObject({ status: 409, code: 'not-in-this-state' });
    await bloc.setClock('2020-03-15T17:00:01Z');
    const late = await cellOf(bloc, 'secretary', 'u6', 'registration');
    expect(late).toMatchObject({ daysLeft: -1, remind: { needs: [{ code: 'needs-time' }] } });
    expect((await remind(bloc, 'secretary', late)).body).toMatchObject({ status: 409, code: 'needs-time' });
    await bloc.setClock('2020-03-13T02:42:00Z');
  });
});

describe('once the list is compiled', () => {
  beforeAll(async () => {
    year = await makeCompiledBloc(world, 'khoi-tong-hop');
    await year.setClock('2020-11-13T02:00:00Z');
  });

  it('units are reminded of their own scores, by their leader and the secretary, and the peers are not told', async () => {
    const cell = await cellOf(year, 'u2.head', 'u3', 'selfScore');
    done(await remind(year, 'u2.head', cell));
    expect(await letters(cell)).toEqual([
      'scorecard-reminded → u3.head@khoi-tong-hop.example',
      'scorecard-reminded → u3.officer@khoi-tong-hop.example',
    ]);
    expect((await remind(year, 'secretary', cell)).body).toMatchObject({ code: 'needs-day-since-reminder' });
    expect((await cellOf(year, 'u3.officer', 'u3', 'selfScore')).remindedAt).not.toBeNull();
    expect((await cellOf(year, 'u4.head', 'u3', 'selfScore')).remindedAt).toBeNull();
    expect((await cardOf(year, 'u4.head', 'u3')).remindedAt).toBeNull();
  });

  it('and of their sections by the secretary alone', async () => {
    const cell = await cellOf(year, 'secretary', 'u3', 'sections');
    expect((await remind(year, 'u2.head', cell)).status).toBe(404);
    done(await remind(year, 'secretary', cell));
    expect(await letters(cell)).toHaveLength(2);
    expect((await remind(year, 'secretary', cell)).body).toMatchObject({ status: 409, code: 'needs-day-since-reminder' });
  });

  it('what peers have given under seal is known as a number alone, and not who gave it', async () => {
    for (const unit of ['u1', 'u2', 'u3', 'u4']) await submitSelf(year, unit, points(3_700, 1_900, 3_700, 100, 0));
    await submitSheet(year, 'u1', 'u3', points(3_600, 1_800, 3_600, 0, 0));
    for (const name of ['secretary', 'u1.head', 'u2.head', 'u3.head']) {
      const told = await progressOf(year, name);
      expect(rowsOf(told, 'peerScore')).toContain('Hội U3: Niêm phong: 1 trên 3 đơn vị đã gửi');
      expect(JSON.stringify(told)).not.toMatch(/3600|1800|36,00/);
    }
    expect(rowsOf(await progressOf(year, 'u6.head'), 'peerScore')).toEqual([5, 6, 7].map((n) => `Hội U${n}: Chưa tới`));
  });
});
