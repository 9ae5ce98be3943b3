import { textOfPages } from '@thidua/api/platform/pdf/reading';
import { PROOF_MINUTES } from '@thidua/workflows/account/proof';
import type { History } from '@thidua/workflows/record';
import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import type { DocumentView } from '@thidua/workflows/register/document.schema';
import { documentAs, documentPath, fileOf, makeDocument, press } from '../support/documents.js';
import { wordsInJournals } from '../support/journal-words.js';
import { addPerson } from '../support/posts.js';
import { sumsHold } from '../support/reason-sums.js';
import { CONFLICT, declineSheet, lettersOn, onCard } from '../support/recusals.js';
import { cardOf, done, makeCompiledBloc, points, sheetOf, submitSelf, submitSheet } from '../support/scores.js';
import { CYCLE, RULES, type SmallBloc } from '../support/small-bloc.js';
import { workOf } from '../support/work.js';
import { startWorld, type World } from '../support/world.js';

const HANDS = { ...RULES.nomination, method: 'show-of-hands' as const, threshold: { p: 1, q: 2, strict: true, base: 'members' as const } };
const SCORED = ['u1', 'u2', 'u3', 'u5', 'u6', 'u7'];
const GROUPS_LEFT = [['u1', 'u2', 'u3'], ['u5', 'u6', 'u7']]; // prettier-ignore
const UNIT = /Hội U\d/;

let world: World;
let bloc: SmallBloc;
const id: Record<string, string> = {};

/** A year of seven in which `u4` withdrew and `u2` declined to score `u3`; every other card is verified and the ranking published. */
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeCompiledBloc(world, 'hoi-nghi', { cycle: { ...CYCLE, rules: { ...RULES, nomination: HANDS } }, aims: { u4: null } });
  await bloc.setClock('2020-11-20T02:00:00Z');
  for (const unit of SCORED) await submitSelf(bloc, unit, points(3_900 - 100 * Number(unit[1]), 1_500, 3_500));
  done(await declineSheet(bloc, 'u2', 'u3'));
  for (const units of GROUPS_LEFT)
    for (const rater of units)
      for (const unit of units)
        if (rater !== unit && (await sheetOf(bloc, rater, unit)).state === 'draft')
          await submitSheet(bloc, rater, unit, points(3_900 - 100 * Number(unit[1]), 1_500, 3_500));
  for (const unit of SCORED) {
    const card = await cardOf(bloc, 'secretary', unit);
    const head = (name: string | null) => `${name!.match(UNIT)![0].slice(4).toLowerCase()}.head`;
    done(await onCard(bloc, head(card.reviewerName), unit, { type: 'review', scores: [], comment: '' }));
    done(await onCard(bloc, head(card.verifierName), unit, { type: 'verify', scores: [], comment: '' }));
  }
  const secretary = await bloc.person('secretary');
  const [ranking] = done(await secretary.get<{ items: RankingView[] }>(`${bloc.path}/rankings`)).items;
  const published = done(
    await secretary.event<RankingView>(`${bloc.path}/rankings/${ranking!.id}`, { type: 'publish', version: ranking!.version }),
  );
  for (const { unitId, unitShortName } of [...published.rows, ...published.unranked]) id[unitShortName.slice(4).toLowerCase()] = unitId;
  await bloc.setClock('2020-12-10T02:00:00Z');
});
afterAll(() => world.close());

async function roundOf(title: string): Promise<RoundView> {
  const { items } = done(await (await bloc.person('secretary')).get<{ items: RoundView[] }>(`${bloc.path}/rounds`));
  return items.find((item) => item.title.code === title)!;
}
async function onRound(person: string, title: string, event: { type: string } & Record<string, unknown>) {
  const { id: round, version } = await roundOf(title);
  return (await bloc.person(person)).event<RoundView>(`${bloc.path}/rounds/${round}`, { version, ...event });
}
const count = (attendance: readonly string[], yes: number) => ({
  type: 'count',
  attendance: attendance.map((unit) => id[unit]),
  votes: [{ unitId: id.u1, yes, no: attendance.length - yes, abstain: 0 }],
});

describe('a unit that declines to decide on a title', () => {
  it('is recorded by the secretary or the chair, once, with its reason', async () => {
    done(await onRound('secretary', 'flag', { type: 'open' }));
    const declined = done(await onRound('secretary', 'flag', { type: 'recuse', unitId: id.u6, reason: CONFLICT }));
    expect(declined).toMatchObject({ state: 'open', members: 7, quorum: 5 });
    expect(declined.electors.map(({ unitId }) => unitId)).not.toContain(id.u6);
    expect(declined.recusals).toEqual([{ unitId: id.u6, unitShortName: 'Hội U6', reason: CONFLICT, at: expect.any(String) as string }]);
    expect(done(await onRound('u1.head', 'flag', { type: 'recuse', unitId: id.u7, reason: CONFLICT }))).toMatchObject({
      members: 7,
      quorum: 5,
    });
    const again = await onRound('u1.head', 'flag', { type: 'recuse', unitId: id.u7, reason: CONFLICT });
    expect(again.body).toMatchObject({ status: 422, type: '/problems/needs-elector' });
    expect((await onRound('u3.head', 'flag', { type: 'recuse', unitId: id.u3, reason: CONFLICT })).body).toMatchObject({
      code: 'forbidden',
    });
  });

  it('stands in the history by its name', async () => {
    const { id: round } = await roundOf('flag');
    const { items } = done(
      await (
        await bloc.person('u3.officer')
      ).get<{ items: { sentence: string; reason: string | null }[] }>(`${bloc.path}/rounds/${round}/history`),
    );
    expect(items.map(({ sentence, reason }) => [sentence, reason])).toContainEqual([
      'Người secretary: Ghi đơn vị xin không bình xét (Hội U6)',
      CONFLICT,
    ]);
  });

  it('decides again when that is recorded before the decision, and declines anew', async () => {
    const back = { type: 'readmit', unitId: id.u7, reason: 'Ghi nhầm đơn vị tại hội nghị.' };
    expect((await onRound('u3.head', 'flag', back)).body).toMatchObject({ code: 'forbidden' });
    const other = await onRound('secretary', 'flag', { ...back, unitId: id.u3 });
    expect(other.body).toMatchObject({ status: 422, type: '/problems/needs-declined-unit' });
    const again = done(await onRound('secretary', 'flag', back));
    expect(again.recusals.map(({ unitId }) => unitId)).toEqual([id.u6]);
    expect(again.electors.map(({ unitId }) => unitId)).toContain(id.u7);
    const { items } = done(await (await bloc.person('u3.officer')).get<History>(`${bloc.path}/rounds/${again.id}/history`));
    expect(items.at(-1)).toMatchObject({ reason: back.reason });
    done(await onRound('u1.head', 'flag', { type: 'recuse', unitId: id.u7, reason: CONFLICT }));
    const { rows } = await world.owner.query(
      'select withdrawn_at is null as "inForce" from recusal where record_id = $1 and unit_id = $2 order by declared_at',
      [again.id, id.u7],
    );
    expect(rows).toEqual([{ inForce: false }, { inForce: true }]);
    const declared = 3; // by u6, and by u7 twice, which came back once
    expect(await sumsHold(world, again.id)).toEqual(Array(declared + 1).fill(true));
  });

  it('asks whoever records it to prove anew that it is them', async () => {
    await world.owner.query('update session set proved_at = clock_timestamp() - make_interval(mins => $1)', [PROOF_MINUTES]);
    for (const [type, unitId] of [
      ['recuse', id.u5],
      ['readmit', id.u7],
    ] as const)
      expect((await onRound('u1.head', 'flag', { type, unitId, reason: CONFLICT })).body).toMatchObject({ code: 'needs-fresh-proof' });
    await world.owner.query('update session set proved_at = clock_timestamp()');
  });

  it('is not counted as present and lowers no quorum; the threshold is of those that decide', async () => {
    expect((await onRound('u1.head', 'flag', count(['u1', 'u2', 'u3', 'u6'], 3))).body).toMatchObject({ code: 'needs-known-attendance' });
    // 4 of the 5 that decide are two thirds of these, and too few of all 7.
    expect((await onRound('u1.head', 'flag', count(['u1', 'u2', 'u3', 'u5'], 3))).body).toMatchObject({ code: 'needs-quorum' });
    // 3 of 5 that decide are more than half; of all 7 members they would not be.
    const decided = done(await onRound('u1.head', 'flag', count(['u1', 'u2', 'u3', 'u4', 'u5'], 3)));
    expect(decided.state).toBe('decided');
    expect(decided.candidates.filter(({ nominated }) => nominated).map(({ unitId }) => unitId)).toEqual([id.u1]);
  });

  it('decides on the next title again', async () => {
    done(await onRound('secretary', 'certificate', { type: 'open' }));
    const round = await roundOf('certificate');
    expect(round).toMatchObject({ members: 7, recusals: [] });
    expect(round.electors).toHaveLength(7);
    const votes = [{ unitId: id.u2, yes: 6, no: 0, abstain: 0, reason: 'Danh hiệu cao hơn đã hết suất đề nghị.' }];
    done(await onRound('u1.head', 'certificate', { type: 'count', attendance: SCORED.map((unit) => id[unit]), votes }));
  });
});

let minutes: DocumentView;
const textOf = async (document: DocumentView): Promise<string> =>
  (await textOfPages(await fileOf(bloc, 'secretary', document))).join(' ').replace(/\s+/g, ' ');

describe('the minutes', () => {
  it('print who declined, from whom and why, and who has no rank', async () => {
    minutes = await makeDocument(bloc, 'BB');
    const text = await textOf(minutes);
    for (const part of [
      'Điểm của 06 đơn vị đã được thẩm định',
      'Không xếp hạng: Hội U4 tỉnh Bắc Giang (đã rút đăng ký; lý do: Sáp nhập trong năm).',
      `- Hội U2 tỉnh Bắc Giang xin không chấm Hội U3 tỉnh Bắc Giang, ngày 20 tháng 11 năm 2020. Lý do: ${CONFLICT}`,
      `- Hội U6 tỉnh Bắc Giang. Lý do: ${CONFLICT.slice(0, -1)}; - Hội U7 tỉnh Bắc Giang. Lý do: ${CONFLICT}`,
      'Danh hiệu này do các đơn vị còn lại bình xét. Số đơn vị phải có mặt tính trên tất cả đơn vị của Khối; đơn vị xin không bình xét không tính là có mặt và không tính vào tỷ lệ đồng ý.',
      'Hội U2 Xin không chấm',
    ])
      expect(text).toContain(part);
  });

  it('are not for the report: it names who has no rank, and nobody who declined', async () => {
    const text = await textOf(await makeDocument(bloc, 'BC'));
    expect(text).not.toMatch(/xin không/i);
    expect(text).toContain('Không xếp hạng: Hội U4 tỉnh Bắc Giang (đã rút đăng ký; lý do: Sáp nhập trong năm).');
  });
});

describe('who is to make or to check a paper and declines', () => {
  it('does no step of it any more, and another of the post does; the council secretary is told', async () => {
    await addPerson(world, bloc, 'secretary2', [{ role: 'bloc-secretary', bloc: bloc.bloc, year: 2020 }]);
    await addPerson(world, bloc, 'records2', [{ role: 'records-officer', bloc: bloc.bloc, year: 2020 }]);
    done(await press(bloc, 'secretary', minutes, { type: 'recuse', reason: CONFLICT }));
    expect((await press(bloc, 'secretary', minutes, { type: 'propose' })).body).toMatchObject({ status: 403, code: 'recused' });
    expect((await workOf(bloc, 'secretary', ['Document'])).waiting.map(([, , link]) => link)).not.toContain(`documents/${minutes.id}`);
    done(await press(bloc, 'secretary2', minutes, { type: 'propose' }));
    done(await press(bloc, 'records', minutes, { type: 'recuse', reason: CONFLICT }));
    expect((await press(bloc, 'records', minutes, { type: 'pass' })).body).toMatchObject({ status: 403, code: 'recused' });
    expect(await lettersOn(world, minutes.id, 'document-recused')).toEqual(['council', 'council']);
    expect(done(await press(bloc, 'records2', minutes, { type: 'pass' })).state).toBe('checked');
    const history = done(
      await (
        await bloc.person('secretary')
      ).get<{ items: { sentence: string; reason: string | null }[] }>(`${documentPath(bloc, minutes)}/history`),
    );
    expect(history.items.filter(({ reason }) => reason === CONFLICT).map(({ sentence }) => sentence)).toEqual([
      'Người secretary: Xin không làm',
      'Người records: Xin không làm',
    ]);
    expect((await documentAs(bloc, 'secretary', minutes)).state).toBe('checked');
  });

  it('leaves no words about people in the journal, nor does whoever declined or was recorded at the meeting', async () => {
    expect(await wordsInJournals(world)).toEqual([]);
  });
});
