import { jest } from '@jest/globals';
import type { History } from '@thidua/workflows/record';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Answer } from '../support/client.js';
import { leaveFigures } from '../support/long-form.mjs';
import { makeCompiledBloc, nameOf } from '../support/scores.js';
import { settle } from '../support/settling.js';
import { makeSmallBloc, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

/** `npm run fuzz` asks for more, and for another seed each time. */
const PATHS = Number(process.env['FUZZ_PATHS'] ?? 20);
const SEED = Number(process.env['FUZZ_SEED'] ?? 2020);
const LONGEST = 12;

jest.setTimeout(120_000 + PATHS * 2_000);

const REASON = 'Đề nghị làm rõ chỉ tiêu phát triển hội viên.';

/** A kind of record of the unit `u3`, in plain words that know nothing of machine and permissions. */
interface Play {
  readonly table: string;
  readonly pages: string;
  readonly initial: string;
  readonly editable: readonly string[];
  /** What is written in it: nothing, and all that a submission asks for. */
  readonly drafts: { readonly empty: object; readonly whole: object };
  /** What an empty one lacks. */
  readonly lacking: readonly string[];
  /** `state event → state`. */
  readonly ways: Readonly<Record<string, string>>;
  readonly may: Readonly<Record<string, readonly string[]>>;
  /** What the unit’s own people are told who would judge it. */
  readonly judged: { readonly acts: readonly string[]; readonly code: string };
  /** From whom it is hidden in which states; whoever is not named here reads it in all. */
  readonly hiddenFrom: Readonly<Record<string, readonly string[]>>;
}

const REGISTRATION: Play = {
  table: 'registration',
  pages: 'registrations',
  initial: 'draft',
  editable: ['draft', 'returned'],
  drafts: {
    empty: { aim: null, targets: [], note: '' },
    whole: {
      aim: { kind: 'title', code: 'flag' },
      targets: [{ name: 'Hội viên mới', unit: 'người', planned: '120', previous: '', evidence: 'Danh sách' }],
      note: '',
    },
  },
  lacking: ['needs-aim', 'needs-targets'],
  ways: {
    ...{ 'draft submit': 'submitted', 'draft withdraw': 'withdrawn', 'returned submit': 'submitted', 'returned withdraw': 'withdrawn' },
    ...{ 'submitted accept': 'accepted', 'submitted return': 'returned', 'submitted recall': 'draft', 'submitted withdraw': 'withdrawn' },
  },
  may: { 'u3.officer': ['edit'], 'u3.head': ['edit', 'submit', 'recall', 'withdraw'], 'u2.head': ['accept', 'return'] },
  judged: { acts: ['accept', 'return'], code: 'own-unit' },
  hiddenFrom: { 'u4.head': ['draft', 'submitted', 'returned', 'accepted', 'withdrawn'] },
};

const SECTION: Play = {
  table: 'section',
  pages: 'sections',
  initial: 'draft',
  editable: ['draft', 'returned'],
  drafts: {
    empty: { paragraphs: [], indicators: [], awards: [] },
    whole: { paragraphs: ['Trong năm, Hội đã tổ chức các hoạt động theo kế hoạch.'], indicators: [], awards: [] },
  },
  lacking: ['needs-text'],
  ways: {
    ...{ 'draft submit': 'submitted', 'returned submit': 'submitted', 'submitted recall': 'draft' },
    ...{ 'submitted accept': 'accepted', 'submitted return': 'returned', 'accepted reopen': 'returned' },
  },
  may: { 'u3.officer': ['edit'], 'u3.head': ['edit', 'submit', 'recall'], secretary: ['accept', 'return', 'reopen'] },
  judged: { acts: ['accept', 'return', 'reopen'], code: 'needs-other-secretary' },
  hiddenFrom: { 'u4.head': ['draft', 'submitted', 'returned'], 'u2.head': ['draft', 'submitted', 'returned'] },
};

/** People of the bloc; `u1` heads it. */
const PEOPLE = ['u3.officer', 'u3.head', 'u2.head', 'u4.head', 'u1.head', 'secretary'];

/** A step: somebody does something, having seen the newest version or an older one, once or with a repeat of the same request. */
interface Step {
  readonly who: string;
  readonly act: string;
  readonly draft: 'empty' | 'whole';
  readonly stale: boolean;
  readonly twice: boolean;
  /** Which of the ways on is taken instead, by whoever may; null for what was said above. */
  readonly lead: number | null;
}

/** Where the record is, by the model. */
interface At {
  readonly state: string;
  readonly version: number;
  readonly whole: boolean;
  readonly entries: number;
}

const stepsOf = (play: Play): fc.Arbitrary<Step[]> => {
  const acts = [...new Set(Object.values(play.may).flat())];
  const rightly = fc.constantFrom(...Object.entries(play.may).flatMap(([who, may]) => may.map((act) => ({ who, act }))));
  const anyhow = fc.record({ who: fc.constantFrom(...PEOPLE), act: fc.constantFrom(...acts) });
  const step = fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: rightly }, { weight: 1, arbitrary: anyhow }),
      fc.record({
        draft: fc.constantFrom('whole' as const, 'whole' as const, 'empty' as const),
        stale: fc.nat(9).map((n) => n === 0),
        twice: fc.nat(6).map((n) => n === 0),
        lead: fc.option(fc.nat(11), { freq: 2 }),
      }),
    )
    .map(([one, how]) => ({ ...one, ...how }));
  return fc.array(step, { minLength: 3, maxLength: LONGEST, size: 'max' });
};

/** The step that leads on from where the record is, by whoever may take it. */
function leading(play: Play, at: At, step: Step): Step {
  if (step.lead === null) return step;
  const acts = Object.keys(play.ways).flatMap((way) => (way.startsWith(`${at.state} `) ? [way.split(' ')[1]!] : []));
  if (play.editable.includes(at.state) && !at.whole) return { ...step, who: 'u3.officer', act: 'edit', draft: 'whole', stale: false };
  if (acts.length === 0) return step;
  const act = acts[step.lead % acts.length]!;
  return { ...step, act, who: Object.keys(play.may).find((who) => play.may[who]!.includes(act))!, stale: false };
}

/** What the model owes a step: done with the place after it, or refused by this name. */
function owed(play: Play, at: At, { who, act, draft, stale }: Step): { readonly code: string | null; readonly after: At } {
  const refused = (code: string) => ({ code, after: at });
  if (!(play.may[who] ?? []).includes(act)) {
    if (play.hiddenFrom[who]?.includes(at.state)) return refused('not-found');
    return refused(who.startsWith('u3.') && play.judged.acts.includes(act) ? play.judged.code : 'forbidden');
  }
  if (act === 'edit') {
    if (!play.editable.includes(at.state)) return refused('not-in-this-state');
    return stale ? refused('stale') : { code: null, after: { ...at, version: at.version + 1, whole: draft === 'whole' } };
  }
  if (stale) return refused('stale');
  const to = play.ways[`${at.state} ${act}`];
  if (!to) return refused('not-in-this-state');
  if (act === 'submit' && !at.whole) return refused(play.lacking[0]!);
  return { code: null, after: { ...at, state: to, version: at.version + 1, entries: at.entries + 1 } };
}

let world: World;
let blocs: Map<Play, SmallBloc>;
const walked = { paths: 0, steps: 0, done: 0, refused: 0 };

beforeAll(async () => {
  world = await startWorld();
  const open = await makeSmallBloc(world, 'khoi-dang-ky');
  const compiled = await makeCompiledBloc(world, 'khoi-bao-cao');
  await open.setClock('2020-03-02T02:00:00Z');
  await (await open.person('u1.head')).event(`${open.path}/cycles/${open.cycleId}`, { type: 'open', version: 1 });
  blocs = new Map([
    [REGISTRATION, open],
    [SECTION, compiled],
  ]);
}, 120_000);
afterAll(async () => {
  leaveFigures('paths', walked);
  await world.close();
});

interface Shown {
  readonly id: string;
  readonly unitShortName: string;
  readonly state: string;
  readonly version: number;
}
interface Told extends Shown {
  readonly code?: string;
  readonly needs?: readonly { readonly code: string }[];
}

const journalOf = async (bloc: SmallBloc, path: string): Promise<number> =>
  (await (await bloc.person('u3.head')).get<History>(`${path}/history`)).body.items.length;

async function send(play: Play, bloc: SmallBloc, path: string, at: At, step: Step): Promise<Answer<Told>> {
  const person = await bloc.person(step.who);
  const key = randomUUID();
  const version = step.stale ? at.version - 1 : at.version;
  const once = (): Promise<Answer<Told>> =>
    step.act === 'edit'
      ? person.send<Told>('PUT', path, { version, ...play.drafts[step.draft] }, { 'idempotency-key': key })
      : person.event<Told>(
          path,
          { type: step.act, version, ...(['return', 'reopen', 'withdraw'].includes(step.act) ? { reason: REASON } : {}) },
          key,
        );
  const answer = await once();
  if (!step.twice || answer.status >= 300) return answer;
  const repeated = await once();
  expect({ status: repeated.status, state: repeated.body.state, version: repeated.body.version }).toEqual({
    status: answer.status,
    state: answer.body.state,
    version: answer.body.version,
  });
  return repeated;
}

/** Walks a path from a fresh record; every answer must be the model's. */
async function walk(play: Play, steps: readonly Step[]): Promise<void> {
  const bloc = blocs.get(play)!;
  const list = (await (await bloc.person('u3.head')).get<{ items: Shown[] }>(`${bloc.path}/${play.pages}`)).body.items;
  const { id } = list.find(({ unitShortName }) => unitShortName === nameOf('u3'))!;
  const kind = play.table[0]!.toUpperCase() + play.table.slice(1);
  await settle(world.owner, play.table, kind, 'bloc', id, play.initial);
  const path = `${bloc.path}/${play.pages}/${id}`;
  const fresh = (await (await bloc.person('u3.head')).get<Shown>(path)).body;
  const emptied = await (await bloc.person('u3.officer')).put<Told>(path, { version: fresh.version, ...play.drafts.empty });
  expect(emptied.status).toBe(200);
  let at: At = { state: play.initial, version: emptied.body.version, whole: false, entries: await journalOf(bloc, path) };
  walked.paths += 1;
  for (const one of steps) {
    const step = leading(play, at, one);
    const { code, after } = owed(play, at, step);
    const { status, body } = await send(play, bloc, path, at, step);
    walked.steps += 1;
    walked[code ? 'refused' : 'done'] += 1;
    const told =
      status < 300 ? { code: null, state: body.state, version: body.version } : { code: body.code, state: at.state, version: at.version };
    expect({ at, step, ...told }).toEqual({ at, step, code, state: after.state, version: after.version });
    if (code && play.lacking.includes(code)) expect(body.needs!.map((need) => need.code)).toEqual(play.lacking);
    at = after;
  }
  expect(await journalOf(bloc, path)).toBe(at.entries);
}

describe(`a record of a unit goes, through the API, just where a simple model goes (${PATHS} random paths each, seed ${SEED})`, () => {
  it.each([
    ['registration', REGISTRATION],
    ['section of the report', SECTION],
  ])('a %s', async (_, play) => {
    await fc.assert(
      fc.asyncProperty(stepsOf(play), (steps) => walk(play, steps)),
      { numRuns: PATHS, seed: SEED },
    );
  });
});
