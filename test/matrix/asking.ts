import { randomUUID } from 'node:crypto';
import { CYCLE } from '../support/small-bloc.js';
import { PASSWORD } from '../support/world.js';
import type { MakingPlace, Outcome } from './oracle.js';
import { BLOCS, PLACES, PLAN, PROVINCES, PROVINCIAL, type BlocName, type Kind, type ProvinceName, type Witness } from './plan.js';
import { GIVER, type Made } from './policy.data.js';
import type { Actor } from './rich-people.js';
import { MADE_UP, type RichWorld } from './rich-world.js';

/** A version that no record has reached: whoever may act is told so, and nothing changes (the door asks for rights first). */
const NEVER_SEEN = 1_000_000;
const REASON = 'Một lý do đủ dài để được nhận.';
const NOBODYS_UNIT = '00000000-0000-4000-8000-000000000000';

/** One request. */
export interface Ask {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Pages of a kind, below the address of a record. */
interface Pages {
  readonly at: string;
  readonly reads: readonly string[];
  readonly edit?: Readonly<Record<string, unknown>>;
  readonly events: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const FROM = { on: '2020-12-20', basis: 'Quyết định số 12/QĐ-UBND' };
const OFFICE = { name: 'Hội đồng khác', shortName: 'Hội đồng', email: 'khac@mau.example' };
const HEADING = { symbol: 'KTĐ', place: 'Bắc Giang', superior: 'HỘI ĐỒNG', issuerLines: ['KHỐI'] };
const EMPTY_PARTS = { leadership: [], papers: [], assessment: [], limitations: [], causes: [], directions: [], bases: [] };
/** A step that is sent back, or declined. */
const GIVEN_BACK = { return: { reason: REASON }, recuse: { reason: REASON } };
const JUDGED = { scores: [], comment: '' };
const ATTENDED = { attendance: [NOBODYS_UNIT] };
const COUNTED = [{ unitId: NOBODYS_UNIT, yes: 1, no: 0, abstain: 0 }];

/** How each kind of record is asked for: its pages, what an edit holds, its events and what they carry. */
export const PAGES: Readonly<Record<Kind, Pages>> = {
  Province: {
    at: '',
    reads: ['read', 'history'],
    events: { revise: { name: 'Tỉnh khác', council: OFFICE, board: OFFICE } },
  },
  Unit: {
    at: 'units',
    reads: ['read', 'history'],
    events: {
      rename: { ...FROM, name: 'Hội tên khác', shortName: 'Hội khác', nameEn: 'Union' },
      readdress: { email: null },
      merge: { ...FROM, into: MADE_UP },
      split: { ...FROM, into: [MADE_UP] },
      divide: { ...FROM, into: [MADE_UP, NOBODYS_UNIT] },
      transfer: { ...FROM, place: 'Khối khác' },
      depart: { ...FROM, place: 'Tỉnh khác' },
      dissolve: FROM,
      restore: { reason: REASON },
    },
  },
  Person: {
    at: 'people',
    reads: ['read', 'history'],
    events: {
      rename: { name: 'Người khác' },
      readdress: { email: 'khac@mau.example' },
      // A unit that nobody has: whoever may not give the post is not even told that.
      'give-post': { post: { role: 'unit-officer', unitCode: 'khong-co', title: 'Chuyên viên', from: '2020-12-20' } },
      'end-post': { postId: MADE_UP, on: '2020-12-31', reason: REASON },
      invite: {},
      leave: { reason: REASON },
      rejoin: {},
      erase: { reason: REASON },
    },
  },
  Substitution: { at: 'substitutions', reads: ['read', 'history'], events: { end: {} } },
  Bloc: {
    at: '',
    reads: ['read', 'history', 'checkpoint-address'],
    events: { revise: { name: 'Khối khác', shortName: 'Khối khác', nameEn: 'Bloc', ...HEADING } },
  },
  Cycle: { at: 'cycles', reads: ['read', 'history'], events: { open: {}, compile: {}, close: {}, reopen: { reason: REASON } } },
  Registration: {
    at: 'registrations',
    reads: ['read', 'history'],
    edit: { aim: null, targets: [], note: '' },
    events: { submit: {}, recall: {}, accept: {}, ...GIVEN_BACK, withdraw: { reason: REASON }, remind: {} },
  },
  Scorecard: {
    at: 'scorecards',
    reads: ['read', 'history'],
    edit: { scores: [] },
    events: { submit: {}, review: JUDGED, verify: JUDGED, ...GIVEN_BACK, exclude: { reason: REASON }, remind: {} },
  },
  Sheet: {
    at: 'sheets',
    reads: ['read', 'history'],
    edit: { scores: [], note: '' },
    events: { submit: {}, recuse: { reason: REASON }, reopen: {} },
  },
  Ranking: { at: 'rankings', reads: ['read', 'history'], events: { publish: {} } },
  Round: {
    at: 'rounds',
    reads: ['read', 'history'],
    events: {
      open: {},
      recuse: { unitId: NOBODYS_UNIT, reason: REASON },
      readmit: { unitId: NOBODYS_UNIT, reason: REASON },
      consent: { ...ATTENDED, nominees: [] },
      count: { ...ATTENDED, votes: COUNTED },
      settle: { unitIds: [], method: 'lot', reason: REASON },
    },
  },
  Section: {
    at: 'sections',
    reads: ['read', 'history'],
    edit: { paragraphs: [], indicators: [], awards: [] },
    events: { submit: {}, recall: {}, accept: {}, return: { reason: REASON }, reopen: { reason: REASON }, remind: {} },
  },
  Report: {
    at: 'reports',
    reads: ['read', 'history'],
    edit: { asOf: null, ...EMPTY_PARTS, closing: '' },
    events: { freeze: {}, reopen: { reason: REASON } },
  },
  Document: {
    at: 'documents',
    reads: ['read', 'history', 'pdf', 'text', 'signature'],
    events: { compile: {}, propose: {}, pass: {}, ...GIVEN_BACK, prepare: {}, sign: { sha256: 'a'.repeat(64) }, issue: {} },
  },
  Dispatch: {
    at: 'dispatches',
    reads: ['read', 'history', 'deliveries'],
    events: { send: {}, resend: { receiptId: MADE_UP, address: 'moi@mau.example', reason: REASON } },
  },
  Receipt: { at: 'receipts', reads: ['read', 'history', 'papers'], events: { confirm: { name: 'Nguyễn Thị Tiếp Nhận' } } },
};

/** Everything that can be asked of a record of a kind. */
export function actionsOf(kind: Kind): string[] {
  const { reads, edit, events } = PAGES[kind];
  return [...reads, ...(edit ? ['edit'] : []), ...Object.keys(events), ...(kind === 'Bloc' ? ['address-checkpoints'] : [])];
}

/** The address of the place in which records of a kind lie: a bloc, or its province. */
export const homeOf = (kind: Kind, bloc: BlocName): string =>
  PROVINCIAL.includes(kind) ? `/api/provinces/${PROVINCES[PLAN[bloc].province]}` : `/api/blocs/${PLAN[bloc].slug}`;

/** The request that does this with a record; `id`: another record in its place. */
export function askOf(rich: RichWorld, record: Witness, action: string, id: string = rich.idOf(record)): Ask {
  const { at, reads, edit, events } = PAGES[record.kind];
  const home = homeOf(record.kind, record.bloc);
  const path = PLACES.includes(record.kind) ? home : `${home}/${at}/${id}`;
  if (action === 'address-checkpoints')
    return { method: 'PUT', path: `${path}/checkpoint-address`, body: { version: NEVER_SEEN, address: null } };
  if (action === 'read') return { method: 'GET', path };
  if (action === 'papers') return { method: 'GET', path: `${path}/papers/${rich.paperIds[record.bloc]}/pdf` };
  if (reads.includes(action)) return { method: 'GET', path: `${path}/${action}` };
  if (action === 'edit') return { method: 'PUT', path, body: { ...edit, version: NEVER_SEEN } };
  return { method: 'POST', path: `${path}/events`, body: { type: action, version: NEVER_SEEN, ...events[action] } };
}

/** Something that is made, where, and by which request: whatever it is, it is there already, so that nothing comes of it. */
interface Making {
  readonly made: Made;
  readonly place: MakingPlace;
  readonly ask: Ask;
}

/** Every making at every place. */
export function makings(rich: RichWorld): Making[] {
  const post = (made: Made, place: MakingPlace, path: string, body: Ask['body']): Making => ({
    made,
    place,
    ask: { method: 'POST', path, body: body! },
  });
  const body = { name: 'Hội đồng', shortName: 'Hội đồng', email: 'hoi-dong@mau.example' };
  const names = [{ name: 'Hội có rồi', shortName: 'Hội', nameEn: 'Union', from: '1990-01-01' }];
  const ofProvinces = (Object.entries(PROVINCES) as [ProvinceName, string][]).flatMap(([province, slug]) => {
    const bloc = BLOCS.find((name) => PLAN[name].province === province)!;
    const named = { province: slug, slug: PLAN[bloc].slug, name: 'Khối có rồi', shortName: 'Khối', nameEn: 'Bloc' };
    return [
      post('Unit', { province }, `/api/provinces/${slug}/units`, { code: PLAN[bloc].units[0], names }),
      post('Person', { province }, `/api/provinces/${slug}/people`, {
        name: 'Người có rồi',
        email: 'a.secretary@mau.example',
        password: PASSWORD,
        posts: [],
      }),
      post('Bloc', { province }, '/api/blocs', { ...named, ...HEADING }),
    ];
  });
  const ofBlocs = BLOCS.flatMap((bloc) => {
    const { slug, units } = PLAN[bloc];
    const cycle = { ...CYCLE, head: units[0], deputy: units[1], members: [...units], groups: [] };
    const replaces = { id: MADE_UP, reason: REASON };
    return [
      post('Cycle', { bloc }, `/api/blocs/${slug}/cycles`, cycle),
      post('Document', { bloc }, `/api/blocs/${slug}/documents`, { type: 'BC', year: 2020, replaces }),
      post('Dispatch', { bloc }, `/api/blocs/${slug}/dispatches`, { year: 2020 }),
    ];
  });
  const province = post('Province', {}, '/api/provinces', { slug: 'tinh-p', name: 'Tỉnh có rồi', council: body, board: body });
  const substitution = post('Substitution', { province: 'P' }, `/api/provinces/${PROVINCES.P}/substitutions`, {
    principalPostId: rich.postIdOf(GIVER),
    substitutePostId: MADE_UP,
    manner: 'KT',
    areas: ['scores'],
    to: '2020-12-31T17:00:00+07:00',
  });
  return [province, ...ofProvinces, ...ofBlocs, substitution];
}

/** Where the records of a kind are listed, of a year or to the end of the longest page. */
export const listOf = (kind: Kind, bloc: BlocName): string =>
  `${homeOf(kind, bloc)}/${PAGES[kind].at}?${PROVINCIAL.includes(kind) ? 'limit=100' : 'year=2020'}`;

/** What came back, as far as the matrix looks at it. */
export interface Told {
  readonly status: number;
  readonly text: string;
  readonly code: string | null;
}

/** Sends one request as somebody, with a key of its own. */
export async function tell(rich: Pick<RichWorld, 'url'>, { headers }: Pick<Actor, 'headers'>, { method, path, body }: Ask): Promise<Told> {
  const answer = await fetch(rich.url + path, {
    method,
    headers: {
      ...headers,
      ...(method === 'GET' ? {} : { 'x-thidua': '1', 'idempotency-key': randomUUID() }),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  const problem = (answer.headers.get('content-type') ?? '').startsWith('application/problem+json');
  return { status: answer.status, text, code: problem ? (JSON.parse(text) as { code: string }).code : null };
}

/** Refusals of a write that come after the question whose it is. */
const AFTER_RIGHTS: readonly string[] = ['stale', 'year-closed', 'not-in-this-state', 'needs-sealed-scores', 'unknown-reference'];
/** How the making of something is held back that is there already, or whose paper is not. */
const MAKING_HELD_BACK: readonly string[] = ['already-exists', 'needs-signed-original', 'needs-new-papers', 'needs-fitting-post'];

/** What an answer comes to; anything unforeseen, also a write that was done, is named by its status and code. */
export function outcomeOf(reading: boolean, { status, code }: Told, making = false): Outcome | string {
  if (status === 401 && code === 'sign-in-needed') return 'sign-in';
  if (status === 404 && code === 'not-found') return 'hidden';
  // A proof is asked for last, of whoever may.
  if (!reading && code === 'needs-fresh-proof') return 'theirs';
  if (status === 403) return `refused: ${code}`;
  if (reading && status === 200) return 'shown';
  if (!reading && code && (making ? MAKING_HELD_BACK : AFTER_RIGHTS).includes(code)) return 'theirs';
  return `${status} ${code ?? 'done'}`;
}

/** Works through questions, several at a time. */
export async function inTurn<T>(questions: readonly T[], ask: (question: T) => Promise<void>, atOnce = 24): Promise<void> {
  const rest = questions[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const question of rest) await ask(question);
    }),
  );
}
