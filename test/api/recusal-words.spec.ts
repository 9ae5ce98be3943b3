import { textOfPages } from '@thidua/api/platform/pdf/reading';
import { ownerSource } from '@thidua/api/platform/setup/migrate';
import { EraseWhatIsTheirs1795300095000 } from '@thidua/migrations/1795300095000-erase-what-is-theirs';
import { erasedReason } from '@thidua/workflows/cycle/recusal';
import type { RoundView } from '@thidua/workflows/nomination/round.schema';
import type { PersonRecord } from '@thidua/workflows/person/person.schema';
import type { RankingView } from '@thidua/workflows/ranking/ranking.schema';
import type { History } from '@thidua/workflows/record';
import type { DocumentView } from '@thidua/workflows/register/document.schema';
import type { SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import { createHash } from 'node:crypto';
import { audit } from '../support/audited.js';
import { makeCheckpoints } from '../support/checkpoints.js';
import { documentAs, documentPath, fileOf, preparedDocument } from '../support/documents.js';
import { wordsInJournals } from '../support/journal-words.js';
import { addPerson, handOver, leave } from '../support/posts.js';
import { declineSheet, onCard } from '../support/recusals.js';
import { decideRounds, makeScoredBloc } from '../support/report.js';
import { cardOf, cardPath, done, makeCompiledBloc, points, sheetOf, sheetPath, submitSelf } from '../support/scores.js';
import { CYCLE, RULES, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

const WIFE = 'Vợ tôi là Chủ tịch hội ấy.';
/** Names somebody twice, and two others whose names only look like theirs. */
const BROTHER = 'Người u2.head,Người u2.head là anh ruột của tôi; Người u2.headơ và Người u2-head thì không.';
const NAMESAKE = 'Người u2.head là bạn học của tôi.';
const SISTER = 'Chị tôi là Phó Chủ tịch hội ấy.';
const MEETING = 'Theo lời Người secretary và Người u5.officer, chủ tịch hai hội là vợ chồng';

let world: World;
let bloc: SmallBloc;
let sealed: SmallBloc;
let meeting: SmallBloc;
beforeAll(async () => {
  world = await startWorld();
  bloc = await makeCompiledBloc(world, 'ly-do', { cycle: { ...CYCLE, rules: { ...RULES, peers: { mode: 'none' } } } });
  sealed = await makeCompiledBloc(world, 'ly-do-phieu');
  await bloc.setClock('2020-11-10T02:00:00Z');
  await submitSelf(bloc, 'u3', points(3_900, 1_900, 3_900));
  meeting = await makeScoredBloc(world, 'ly-do-hop');
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
const sumOf = (words: string, salt: Buffer): string => createHash('sha256').update(salt).update(words).digest('hex');
/** What the journal keeps of why somebody declined, with the salt that stands beside the words. */
async function sumsOf(recordId: string): Promise<{ sum: string; salt: Buffer | null; edited: boolean }[]> {
  const { rows } = await world.owner.query<{ sum: string; salt: Buffer | null; edited: boolean }>(
    `select j.body::jsonb ->> 'reasonSum' as sum, r.salt, r.edited_by_erasure as edited
       from journal j join recusal r on r.record_id = j.record_id and r.n = j.n where j.record_id = $1 order by j.n`,
    [recordId],
  );
  return rows;
}
let paper: DocumentView;
const pressed = async (person: string, event: { type: string } & Record<string, unknown>) => {
  const { version } = await documentAs(meeting, 'u1.head', paper);
  return (await meeting.person(person)).event<DocumentView>(documentPath(meeting, paper), { version, ...event });
};
/** A unit declines to decide on the first title, as the secretary records; the meeting decides all of them. */
async function meetingDeclined(): Promise<RoundView> {
  const [secretary, head] = [await meeting.person('secretary'), await meeting.person('u1.head')];
  const [ranking] = done(await secretary.get<{ items: RankingView[] }>(`${meeting.path}/rankings`)).items;
  done(await secretary.event(`${meeting.path}/rankings/${ranking!.id}`, { type: 'publish', version: ranking!.version }));
  await meeting.setClock('2020-12-10T02:00:00Z');
  const [first] = done(await secretary.get<{ items: RoundView[] }>(`${meeting.path}/rounds`)).items;
  const path = `${meeting.path}/rounds/${first!.id}`;
  const open = done(await secretary.event<RoundView>(path, { type: 'open', version: first!.version }));
  const { unitId } = open.electors.at(-1)!;
  const declined = done(await secretary.event<RoundView>(path, { type: 'recuse', version: open.version, unitId, reason: MEETING }));
  const nominees = open.candidates.filter(({ eligible }) => eligible).slice(0, open.seatsOpen).map((candidate) => ({ unitId: candidate.unitId })); // prettier-ignore
  const attendance = declined.electors.map((elector) => elector.unitId);
  done(await head.event(path, { type: 'consent', version: declined.version, attendance, nominees }));
  await decideRounds(meeting);
  return declined;
}
/** Minutes that were opened for signing and sent back, and compiled again. */
async function drafted(): Promise<DocumentView> {
  paper = await preparedDocument(meeting, 'BB');
  expect(await frozenPages()).toBe(1);
  done(await pressed('u1.head', { type: 'return', reason: 'Ghi rõ hơn giờ khai mạc.' }));
  done(await pressed('secretary', { type: 'compile' }));
  expect(await held('lời Người secretary')).toBe(3); // in the recusal and in both compilations
  return paper;
}
const textOf = async (bytes: Buffer): Promise<string> => (await textOfPages(bytes)).join('\n').replace(/\s+/g, ' ');
async function frozenPages(): Promise<number> {
  const { rows } = await world.owner.query(`select 1 from document_file where document_id = $1 and kind = 'frozen'`, [paper.id]);
  return rows.length;
}
/** Goes back behind this version’s tables, does something there, and comes forward again. */
async function renewed(before: () => Promise<unknown>): Promise<void> {
  const source = await (await ownerSource(world.ownerUrl, [])).initialize();
  const [runner, migration] = [source.createQueryRunner(), new EraseWhatIsTheirs1795300095000()];
  try {
    await migration.down(runner);
    await before();
    await migration.up(runner);
  } finally {
    await runner.release();
    await source.destroy();
  }
}
/** Whatever the database still holds of these words, outside the minutes that were signed. */
async function held(words: string): Promise<number> {
  const { rows } = await world.owner.query<{ n: number }>(
    `select count(*)::int as n from (select j.body as text from journal j union all select r::text from recusal r union all select s::text from sheet s
       union all select d::text from delivery d union all select x::text from document_content x) everything where position($1 in text) > 0`,
    [words],
  );
  return rows[0]!.n;
}

describe('why somebody declined', () => {
  it('is read in the history, while the journal keeps its sum', async () => {
    done(await onCard(bloc, 'u2.head', 'u3', { type: 'recuse', reason: WIFE }));
    done(await onCard(bloc, 'u5.head', 'u3', { type: 'recuse', reason: BROTHER }));
    done(await declineSheet(sealed, 'u3', 'u4', WIFE));
    done(await declineSheet(sealed, 'u5', 'u7', NAMESAKE));
    const card = await cardOf(bloc, 'secretary', 'u3');
    expect((await historyOf(bloc, 'secretary', cardPath(bloc, card))).map(({ reason }) => reason)).toEqual([WIFE, BROTHER]);
    expect(card.recusals.map(({ reason }) => reason)).toEqual([WIFE, BROTHER]);
    const sums = await sumsOf(card.id);
    expect(sums.map(({ sum }) => sum)).toEqual([WIFE, BROTHER].map((words, at) => sumOf(words, sums[at]!.salt!)));
    expect(new Set(sums.map(({ salt }) => salt!.toString('hex'))).size).toBe(2);
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

  it('keeps the words of others, without the name of who was erased: the whole name, and only theirs', async () => {
    const card = await cardOf(bloc, 'secretary', 'u3');
    expect(card.recusals[1]!.reason).toMatch(
      /^(Người đã xóa tên [0-9a-f]{8}),\1 là anh ruột của tôi; Người u2\.headơ và Người u2-head thì không\.$/,
    );
    expect((await historyOf(bloc, 'secretary', cardPath(bloc, card)))[1]!.reason).toBe(card.recusals[1]!.reason);
    expect(await held('Người u2.head là anh')).toBe(0);
    expect(await audit(world)).toMatchObject({ code: 0 });
  });

  it('cannot be tried out against the sum once words or a name were erased', async () => {
    const { id } = await cardOf(bloc, 'secretary', 'u3');
    expect(await sumsOf(id)).toMatchObject([
      { salt: null, edited: true },
      { salt: null, edited: true },
    ]);
  });

  it('names a namesake of another province as before', async () => {
    expect(await held(NAMESAKE)).toBe(2); // in the recusal and on the sheet
  });

  it('stays on a sheet that another head declined after the one who took it up again and is erased', async () => {
    const old = 'Em tôi là Chánh Văn phòng hội ấy.';
    const declined = done(await declineSheet(sealed, 'u6', 'u7', old));
    done(await (await sealed.person('u6.head')).event(sheetPath(sealed, declined), { type: 'reopen', version: declined.version }));
    await handOver(sealed, 'u6.head', 'u6.new');
    const { id, version } = await sheetOf(sealed, 'u6', 'u7', 'u6.new');
    done(await (await sealed.person('u6.new')).event(sheetPath(sealed, { id }), { type: 'recuse', version, reason: SISTER }));
    await erase(sealed, 'u6.head');
    expect(await sheetOf(sealed, 'u6', 'u7', 'u6.new')).toMatchObject({ state: 'recused', reason: SISTER });
    expect(await held(old)).toBe(0);
  });

  it('stays where a unit said it at a meeting whose minutes somebody kept who is erased: only their name goes', async () => {
    const round = await meetingDeclined();
    expect(await sumsOf(round.id)).toMatchObject([{ edited: false }]);
    paper = await drafted();
    await erase(meeting, 'secretary');
    const { items } = done(await (await meeting.person('u1.head')).get<{ items: RoundView[] }>(`${meeting.path}/rounds`));
    const [declined] = items.find(({ id }) => id === round.id)!.recusals;
    expect(declined!.reason).toMatch(/^Theo lời Người đã xóa tên \S{8} và Người u5\.officer, chủ tịch hai hội là vợ chồng$/);
    expect(await sumsOf(round.id)).toMatchObject([{ salt: null, edited: true }]);
  });

  it('goes from minutes that nobody signed, as compiled now and before, and from pages of a number that is void; they are compiled anew', async () => {
    expect(await held('lời Người secretary')).toBe(0);
    expect(await frozenPages()).toBe(0);
    const post = { role: 'bloc-secretary', title: 'Thư ký Khối', bloc: meeting.bloc, year: 2020 };
    await addPerson(world, meeting, 'secretary2', [post]);
    expect(await documentAs(meeting, 'secretary2', paper)).toMatchObject({ state: 'returned', contentCurrent: false });
    expect(done(await pressed('secretary2', { type: 'compile' })).contentCurrent).toBe(true);
    expect(await textOf(await fileOf(meeting, 'secretary2', paper))).toMatch(/Theo lời Người đã xóa tên \S{8} và Người u5\.officer/);
  });

  it('stays on pages that wait for a signature; if they are sent back, it goes, and the minutes are compiled anew', async () => {
    done(await pressed('secretary2', { type: 'propose' }));
    done(await pressed('records', { type: 'pass' }));
    done(await pressed('u1.head', { type: 'prepare' }));
    const shown = await fileOf(meeting, 'u1.head', paper);
    await erase(meeting, 'u5.officer');
    expect((await fileOf(meeting, 'u1.head', paper)).equals(shown)).toBe(true);
    expect(await held('Người u5.officer, chủ tịch')).toBe(1); // in what the pages were made from
    done(await pressed('u1.head', { type: 'return', reason: 'Có người được xóa tên.' }));
    expect(await documentAs(meeting, 'secretary2', paper)).toMatchObject({ state: 'returned', contentCurrent: false });
    expect([await held('Người u5.officer, chủ tịch'), await frozenPages()]).toEqual([0, 0]);
    expect((await pressed('secretary2', { type: 'propose' })).body).toMatchObject({ code: 'needs-current-content' });
    done(await pressed('secretary2', { type: 'compile' }));
    expect(await textOf(await fileOf(meeting, 'secretary2', paper))).not.toMatch(/Người u5\.officer/);
    expect(await audit(world)).toMatchObject({ code: 0 });
  });

  it('goes also from letters about what was declared before its entry was numbered, once the program is renewed', async () => {
    const { id } = await cardOf(bloc, 'secretary', 'u3');
    await renewed(() => world.owner.query('update recusal set n = null where record_id = $1', [id]));
    expect((await sumsOf(id)).map(({ sum }) => sum)).toHaveLength(2);
    expect(await held('là anh ruột của tôi')).toBeGreaterThan(1); // in the recusal and in letters
    await erase(bloc, 'u5.head');
    expect(await held('là anh ruột của tôi')).toBe(0);
  });
});
