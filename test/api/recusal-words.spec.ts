import { erasedReason } from '@thidua/workflows/cycle/recusal';
import type { PersonRecord } from '@thidua/workflows/person/person.schema';
import type { History } from '@thidua/workflows/record';
import type { SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import { createHash } from 'node:crypto';
import { audit } from '../support/audited.js';
import { makeCheckpoints } from '../support/checkpoints.js';
import { wordsInJournals } from '../support/journal-words.js';
import { leave } from '../support/posts.js';
import { declineSheet, onCard } from '../support/recusals.js';
import { cardOf, cardPath, done, makeCompiledBloc, points, submitSelf } from '../support/scores.js';
import { CYCLE, RULES, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const WIFE = 'Vợ tôi là Chủ tịch hội ấy.';
const BROTHER = 'Người u2.head là anh ruột của tôi.';

let world: World;
let bloc: SmallBloc;
let sealed: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeCompiledBloc(world, 'ly-do', { cycle: { ...CYCLE, rules: { ...RULES, peers: { mode: 'none' } } } });
  sealed = await makeCompiledBloc(world, 'ly-do-phieu');
  await bloc.setClock('2020-11-10T02:00:00Z');
  await submitSelf(bloc, 'u3', points(3_900, 1_900, 3_900));
});
afterAll(() => world.close());

const historyOf = async (of: SmallBloc, person: string, path: string) =>
  done(await (await of.person(person)).get<History>(`${path}/history`)).items.filter(({ sentence }) => /Xin không/.test(sentence));
/** Whoever left is erased by the administrator. */
async function erase(of: SmallBloc, name: string): Promise<void> {
  const { id, version } = await leave(of, name);
  const people = `/api/provinces/tinh-${of.bloc}/people`;
  done(await (await world.admin()).event<PersonRecord>(`${people}/${id}`, { type: 'erase', version, reason: 'Người ấy yêu cầu xóa tên.' }));
}
/** Whatever the database still holds of these words, outside the minutes that were signed. */
async function held(words: string): Promise<number> {
  const { rows } = await world.owner.query<{ n: number }>(
    `select count(*)::int as n from (select j.body as text from journal j union all select r::text from recusal r union all select s::text from sheet s
       union all select d::text from delivery d) everything where position($1 in text) > 0`,
    [words],
  );
  return rows[0]!.n;
}

describe('why somebody declined', () => {
  it('is read in the history, while the journal keeps its sum', async () => {
    done(await onCard(bloc, 'u2.head', 'u3', { type: 'recuse', reason: WIFE }));
    done(await onCard(bloc, 'u5.head', 'u3', { type: 'recuse', reason: BROTHER }));
    done(await declineSheet(sealed, 'u3', 'u4', WIFE));
    const card = await cardOf(bloc, 'secretary', 'u3');
    expect((await historyOf(bloc, 'secretary', cardPath(bloc, card))).map(({ reason }) => reason)).toEqual([WIFE, BROTHER]);
    expect(card.recusals.map(({ reason }) => reason)).toEqual([WIFE, BROTHER]);
    const { rows } = await world.owner.query<{ sum: string }>(
      `select body::jsonb ->> 'reasonSum' as sum from journal where record_id = $1 and body::jsonb ->> 'event' = 'recuse' order by n`,
      [card.id],
    );
    expect(rows.map(({ sum }) => sum)).toEqual([WIFE, BROTHER].map((words) => createHash('sha256').update(words).digest('hex')));
    expect(await wordsInJournals(world)).toEqual([]);
    await makeCheckpoints(world);
  });

  it('goes with whoever said it, once they are erased; what is proved stays proved', async () => {
    await erase(bloc, 'u2.head');
    const card = await cardOf(bloc, 'secretary', 'u3');
    expect(card.recusals[0]!.reason).toBe(erasedReason.vi);
    const [first] = await historyOf(bloc, 'secretary', cardPath(bloc, card));
    expect(first).toMatchObject({ reason: null, sentence: expect.stringMatching(/Người đã xóa tên/) as string });
    await erase(sealed, 'u3.head');
    const sheets = done(await (await sealed.person('u3.officer')).get<{ items: SheetView[] }>(`${sealed.path}/sheets`)).items;
    expect(sheets.find(({ unitShortName }) => unitShortName === 'Hội U4')).toMatchObject({ state: 'recused', reason: null });
    expect(await held(WIFE)).toBe(0);
    expect(await audit(world)).toMatchObject({ code: 0 });
  });

  it('keeps the words of others, without the name of who was erased', async () => {
    const card = await cardOf(bloc, 'secretary', 'u3');
    expect(card.recusals[1]!.reason).toMatch(/^Người đã xóa tên \S+ là anh ruột của tôi\.$/);
    expect((await historyOf(bloc, 'secretary', cardPath(bloc, card)))[1]!.reason).toBe(card.recusals[1]!.reason);
    expect(await held('Người u2.head là')).toBe(0);
  });
});
