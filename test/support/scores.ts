import type { CycleDraft } from '@thidua/workflows/cycle/cycle.schema';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import type { SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import type { Answer } from './client.js';
import { CYCLE, GROUPS, makeSmallBloc, UNITS, type SmallBloc } from './small-bloc.js';
import type { World } from './world.js';

/** The items of the small bloc's criteria, in their order: three of the sections, a bonus, a penalty. */
export const ITEMS = ['I.1', 'I.2', 'II.1', 'V.1', 'VI.1'] as const;

/** Points for the items in their order, in hundredths; items without a value get 0. */
export const points = (...values: number[]) => ITEMS.map((item, at) => ({ item, points: values[at] ?? 0 }));

/** Who reviews and who verifies each unit of the small bloc: `u2` and `u5` lead, `u1` is head, `u5` stands in. */
export const REVIEWER: Readonly<Record<string, string>> = { u1: 'u2', u2: 'u5', u3: 'u2', u4: 'u2', u5: 'u1', u6: 'u5', u7: 'u5' };
export const VERIFIER: Readonly<Record<string, string>> = { u1: 'u5', u2: 'u1', u3: 'u1', u4: 'u1', u5: 'u2', u6: 'u1', u7: 'u1' };

/** What a person's event must not be: refused. @throws Error with the answer */
export function done<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

interface Aim {
  readonly kind: 'title' | 'level';
  readonly code: string;
}

/** Opens the year, lets every unit register (the flag unless told otherwise) and compiles the list. */
export async function makeCompiledBloc(
  world: World,
  slug: string,
  { cycle = CYCLE, aims = {} }: { cycle?: CycleDraft; aims?: Readonly<Record<string, Aim | null>> } = {},
): Promise<SmallBloc> {
  const bloc = await makeSmallBloc(world, slug, cycle);
  await bloc.setClock('2020-03-02T02:00:00Z');
  const head = await bloc.person('u1.head');
  const year = `${bloc.path}/cycles/${bloc.cycleId}`;
  const opened = done(await head.event<{ version: number }>(year, { type: 'open', version: 1 }));
  for (const unit of UNITS) await register(bloc, unit, aims[unit]);
  done(await head.event(year, { type: 'compile', version: opened.version }));
  return bloc;
}

/** A unit's registration is accepted, or withdrawn when it aims at nothing. */
export async function register(bloc: SmallBloc, unit: string, aim: Aim | null = { kind: 'title', code: 'flag' }): Promise<void> {
  const head = await bloc.person(`${unit}.head`);
  const list = done(await head.get<{ items: { id: string; version: number; unitShortName: string }[] }>(`${bloc.path}/registrations`));
  const own = list.items.find((item) => item.unitShortName === nameOf(unit))!;
  const path = `${bloc.path}/registrations/${own.id}`;
  if (!aim) return void done(await head.event(path, { type: 'withdraw', version: own.version, reason: 'Sáp nhập trong năm.' }));
  const targets = [{ name: 'Hội viên mới', unit: 'người', planned: '10', previous: '', evidence: 'Danh sách' }];
  const saved = done(await head.put<{ version: number }>(path, { version: own.version, aim, targets, note: '' }));
  const sent = done(await head.event<{ version: number }>(path, { type: 'submit', version: saved.version }));
  done(await (await bloc.person(`${REVIEWER[unit]}.head`)).event(path, { type: 'accept', version: sent.version }));
}

export const nameOf = (unit: string): string => `Hội ${unit.toUpperCase()}`;

/** A unit's score card as a person sees it. */
export async function cardOf(bloc: SmallBloc, person: string, unit: string): Promise<ScorecardView> {
  const list = done(await (await bloc.person(person)).get<{ items: ScorecardView[] }>(`${bloc.path}/scorecards`));
  const card = list.items.find((item) => item.unitShortName === nameOf(unit));
  if (!card) throw new Error(`${person} sees no card of ${unit}`);
  return card;
}
export const cardPath = (bloc: SmallBloc, card: { id: string }) => `${bloc.path}/scorecards/${card.id}`;

/** The sheet of one unit on another, as the rater's head sees it. */
export async function sheetOf(bloc: SmallBloc, rater: string, unit: string, person = `${rater}.head`): Promise<SheetView> {
  const list = done(await (await bloc.person(person)).get<{ items: SheetView[] }>(`${bloc.path}/sheets`));
  const sheet = list.items.find((item) => item.unitShortName === nameOf(unit));
  if (!sheet) throw new Error(`${rater} has no sheet on ${unit}`);
  return sheet;
}
export const sheetPath = (bloc: SmallBloc, sheet: { id: string }) => `${bloc.path}/sheets/${sheet.id}`;

/** The officer writes the unit's own points, the head submits them. */
export async function submitSelf(bloc: SmallBloc, unit: string, scores: readonly object[]): Promise<ScorecardView> {
  const card = await cardOf(bloc, `${unit}.officer`, unit);
  const saved = done(
    await (await bloc.person(`${unit}.officer`)).put<ScorecardView>(cardPath(bloc, card), { version: card.version, scores }),
  );
  return done(
    await (await bloc.person(`${unit}.head`)).event<ScorecardView>(cardPath(bloc, card), { type: 'submit', version: saved.version }),
  );
}

/** The officer of a rater writes its sheet, the head submits it. */
export async function submitSheet(bloc: SmallBloc, rater: string, unit: string, scores: readonly object[]): Promise<SheetView> {
  const sheet = await sheetOf(bloc, rater, unit);
  const officer = await bloc.person(`${rater}.officer`);
  const saved = done(await officer.put<SheetView>(sheetPath(bloc, sheet), { version: sheet.version, scores }));
  return done(
    await (await bloc.person(`${rater}.head`)).event<SheetView>(sheetPath(bloc, sheet), { type: 'submit', version: saved.version }),
  );
}

/** The unit that reviews and the one that verifies agree without a difference. */
export async function verify(bloc: SmallBloc, unit: string): Promise<ScorecardView> {
  const reviewer = `${REVIEWER[unit]}.head`;
  const open = await cardOf(bloc, reviewer, unit);
  const reviewed = done(
    await (
      await bloc.person(reviewer)
    ).event<ScorecardView>(cardPath(bloc, open), { type: 'review', version: open.version, scores: [], comment: '' }),
  );
  const verifier = await bloc.person(`${VERIFIER[unit]}.head`);
  return done(
    await verifier.event<ScorecardView>(cardPath(bloc, open), { type: 'verify', version: reviewed.version, scores: [], comment: '' }),
  );
}

/** Every sheet of a group that is not in yet, so that its seals open; its units have submitted their own points. */
export async function finishSheets(bloc: SmallBloc, group: number): Promise<void> {
  const { units } = GROUPS.find(({ number }) => number === group)!;
  for (const rater of units)
    for (const unit of units) {
      if (rater === unit || (await sheetOf(bloc, rater, unit)).state === 'submitted') continue;
      await submitSheet(bloc, rater, unit, points(3_700 + 10 * Number(unit[1]), 1_900, 3_700, 100, 0));
    }
}

/** Everything that is still missing of the scores: the sheets inside the groups, then each card's review and verification. */
export async function finishScores(bloc: SmallBloc): Promise<void> {
  for (const { number } of GROUPS) await finishSheets(bloc, number);
  for (const unit of UNITS) {
    const card = await cardOf(bloc, `${unit}.head`, unit);
    if (card.state === 'open') await verify(bloc, unit);
    else if (card.state === 'reviewed') {
      const verifier = await bloc.person(`${VERIFIER[unit]}.head`);
      done(await verifier.event(cardPath(bloc, card), { type: 'verify', version: card.version, scores: [], comment: '' }));
    }
  }
}
