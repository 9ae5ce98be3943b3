import { reviewerFor, verifierFor } from '../cycle/reviewer.js';
import { vietnamDay } from '../working-days.js';
import type { HeldRole } from '../actor.js';
import type { YearFile, YearPerson } from './year-file.schema.js';

/** The records that a year file acts on. */
export type ActKind =
  | 'Province'
  | 'Cycle'
  | 'Registration'
  | 'Scorecard'
  | 'Sheet'
  | 'Ranking'
  | 'Round'
  | 'Section'
  | 'Report'
  | 'Document'
  | 'Dispatch'
  | 'Receipt';

/** The post whose holder does an act: of a unit, or of bloc, province or installation. Null for a recipient behind a letter’s link. */
export interface Capacity {
  readonly role: HeldRole;
  readonly unit: string | null;
}

/** One act of the year: where it stands in the file, when, on which record, and in which capacity it is done. */
export interface TimedAct {
  readonly pointer: string;
  readonly on: string;
  readonly kind: ActKind;
  readonly type: string;
  /** The record: unit code, `rater>rated`, title, document type, or the kind itself where a year has only one. */
  readonly record: string;
  readonly capacity: Capacity | null;
  readonly by: string | null;
}

interface Act {
  readonly type: string;
  readonly on: string;
  readonly by?: string | undefined;
}

const of = (role: HeldRole, unit: string | null = null): Capacity => ({ role, unit });
const headOf = (unit: string): Capacity => of('unit-head', unit);

/** The unit that reviews, else the bloc’s secretary (design.md, “Own-unit fallback”). */
export function reviewerOf(file: YearFile, unit: string): Capacity {
  const reviewer = reviewerUnitOf(file, unit);
  return reviewer ? headOf(reviewer) : of('bloc-secretary');
}

function reviewerUnitOf(file: YearFile, unit: string): string | null {
  const leader = file.cycle.groups.find((group) => group.units.includes(unit))?.leader ?? null;
  return reviewerFor(unit, leader, duties(file));
}

const duties = (file: YearFile) => ({ headUnitId: file.cycle.head, deputyUnitId: file.cycle.deputy });

/** The unit that verifies for the bloc; where none is left the bloc’s secretary, or the council’s where the bloc’s has reviewed. */
export function verifierOf(file: YearFile, unit: string): Capacity {
  const leaders = file.cycle.groups.map((group) => group.leader);
  const reviewer = reviewerUnitOf(file, unit);
  const verifier = verifierFor(unit, reviewer, duties(file), leaders);
  if (verifier) return headOf(verifier);
  return of(reviewer ? 'bloc-secretary' : 'council-secretary');
}

/** Who writes, submits and judges the record of a unit. */
function unitCapacity(file: YearFile, kind: ActKind, type: string, unit: string): Capacity {
  if (type === 'edit') return of('unit-officer', unit);
  if (kind === 'Section' && type === 'reopen') return of('bloc-secretary');
  if (type === 'accept' || type === 'return' || type === 'review' || type === 'verify') {
    if (kind === 'Section') return of('bloc-secretary');
    return type === 'verify' || (kind === 'Scorecard' && type === 'return') ? verifierOf(file, unit) : reviewerOf(file, unit);
  }
  return headOf(unit);
}

/** Who does what to the records that belong to the bloc. */
const blocRoles: Readonly<Partial<Record<ActKind, Readonly<Record<string, HeldRole | 'bloc-head'>>>>> = {
  Province: { create: 'administrator' },
  Cycle: { create: 'council-secretary', open: 'bloc-head', compile: 'bloc-secretary', close: 'bloc-head' },
  Ranking: { publish: 'bloc-secretary' },
  Round: { open: 'bloc-secretary', consent: 'bloc-head', count: 'bloc-head', settle: 'bloc-head' },
  Report: { edit: 'bloc-secretary', freeze: 'bloc-head', reopen: 'bloc-head' },
  Document: {
    create: 'bloc-secretary',
    compile: 'bloc-secretary',
    propose: 'bloc-secretary',
    pass: 'records-officer',
    return: 'records-officer',
    prepare: 'bloc-head',
    sign: 'bloc-head',
    issue: 'records-officer',
  },
  Dispatch: { create: 'records-officer', send: 'records-officer' },
};

function blocCapacity(file: YearFile, kind: ActKind, type: string): Capacity {
  const role = blocRoles[kind]?.[type];
  if (!role) throw new Error(`Nobody is named for ${type} of ${kind}`);
  return role === 'bloc-head' ? headOf(file.cycle.head) : of(role);
}

function timed(kind: ActKind, record: string, base: string, acts: readonly Act[], capacity: (type: string) => Capacity): TimedAct[] {
  return acts.map((act, at) => ({
    pointer: `${base}/acts/${at}`,
    on: act.on,
    kind,
    type: act.type,
    record,
    capacity: capacity(act.type),
    by: act.by ?? null,
  }));
}

/** All acts of a file in the order in which the file names them. */
export function actsOf(file: YearFile): TimedAct[] {
  const unitActs = (kind: ActKind, list: 'registrations' | 'scorecards' | 'sections') =>
    file[list].flatMap(({ unit, acts }, at) => timed(kind, unit, `/${list}/${at}`, acts, (type) => unitCapacity(file, kind, type, unit)));
  const blocActs = (kind: ActKind, record: string, base: string, acts: readonly Act[]) =>
    timed(kind, record, base, acts, (type) => blocCapacity(file, kind, type));
  return [
    {
      pointer: '/setUp',
      on: file.setUp.on,
      kind: 'Province',
      type: 'create',
      record: 'Province',
      capacity: of('administrator'),
      by: file.setUp.by ?? null,
    },
    ...blocActs('Cycle', 'Cycle', '/cycle', file.cycle.acts),
    ...unitActs('Registration', 'registrations'),
    ...unitActs('Scorecard', 'scorecards'),
    ...file.sheets.flatMap(({ rater, rated, acts }, at) =>
      timed('Sheet', `${rater}>${rated}`, `/sheets/${at}`, acts, (type) => of(type === 'edit' ? 'unit-officer' : 'unit-head', rater)),
    ),
    ...blocActs('Ranking', 'Ranking', '/ranking', file.ranking.acts),
    ...file.meeting.rounds.flatMap((round, at) => blocActs('Round', round.title, `/meeting/rounds/${at}`, round.acts)),
    ...unitActs('Section', 'sections'),
    ...blocActs('Report', 'Report', '/report', file.report.acts),
    ...file.documents.flatMap((document, at) => blocActs('Document', document.type, `/documents/${at}`, document.acts)),
    ...blocActs('Dispatch', 'Dispatch', '/dispatch', file.dispatch.acts),
    ...file.receipts.map((receipt, at): TimedAct => ({
      pointer: `/receipts/${at}`,
      on: receipt.on,
      kind: 'Receipt',
      type: 'confirm',
      record: receipt.recipient,
      capacity: null,
      by: null,
    })),
  ];
}

/** The acts in the order in which they are played: by time, and as the file stands where times are equal. */
export const playOrder = (file: YearFile): TimedAct[] => actsOf(file).sort((a, b) => Date.parse(a.on) - Date.parse(b.on));

/** Whether a person holds a post on a day (Vietnam). */
const holdsOn = (person: YearPerson, { role, unit }: Capacity, day: string): boolean =>
  person.posts.some(
    (post) => post.role === role && (unit === null || post.unit === unit) && post.from <= day && (!post.to || day <= post.to),
  );

/** Whether a person holds the post on the day (Vietnam) of an act. */
export const holds = (person: YearPerson, capacity: Capacity, on: string): boolean => holdsOn(person, capacity, vietnamDay(new Date(on)));

/** Who does an act: the person named by it, else the first in the file who holds the post on that day. */
export function personFor(file: YearFile, act: TimedAct): YearPerson | undefined {
  if (act.by !== null) return file.people.find((person) => person.id === act.by);
  const { capacity } = act;
  if (!capacity) return undefined;
  const day = vietnamDay(new Date(act.on));
  return file.people.find((person) => holdsOn(person, capacity, day));
}
