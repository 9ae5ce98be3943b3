import type { Role } from '@thidua/workflows/actor';
import type { Cast, CastPost } from './people.data.js';
import { PEOPLE, SUBSTITUTES } from './people.data.js';
import { blocOf, groupOf, nameOf, PLAN, type BlocName, type Kind, type ProvinceName } from './plan.js';
import {
  AREAS,
  DONE_BY,
  FORBIDDEN,
  GIVER,
  MAKERS,
  POLICY,
  type Forbidden,
  type Made,
  type Seen,
  type Sentence,
  type Tie,
} from './policy.data.js';

/**
 * What an answer comes to: `shown`; `theirs` (a write that only its stale version, or the record's state, held back); `refused: <code>`
 * (known, but not theirs); `hidden` (as if it were not there); `sign-in`.
 */
export type Outcome = 'shown' | 'theirs' | 'hidden' | 'sign-in' | `refused: ${string}`;

/** Asking to read, under the names of the pages that belong to a record. */
export const READING: readonly string[] = ['read', 'history', 'pdf', 'text', 'signature', 'deliveries', 'papers', 'checkpoint-address'];

/** A right in force: a post or the duty that follows from it. */
interface Right {
  readonly role: Role;
  readonly unit?: string;
  readonly bloc?: BlocName;
  readonly province?: ProvinceName;
  /** The leader of the group that a duty is about; null in a bloc without groups. */
  readonly group?: string | null;
  /** The kinds that it reaches, where it is used in another's stead. */
  readonly within?: readonly Kind[];
  /** Whose it is. */
  readonly holder?: string;
}

/** The rights that follow from a post: a unit's people are members of its bloc; its head leads what the unit leads. */
function rightsOf(post: CastPost): Right[] {
  const { instead } = post;
  if (!instead) return ownRightsOf(post);
  const within = instead.areas.flatMap((area): readonly Kind[] => AREAS[area]);
  const rights = ownRightsOf(post).map((right) => ({ ...right, within }));
  return instead.ofBloc ? rights.filter(({ role }) => role === 'bloc-head') : rights;
}

function ownRightsOf({ role, unit, bloc: ofBloc, province }: CastPost): Right[] {
  const post = { role, ...(unit ? { unit } : {}), ...(ofBloc ? { bloc: ofBloc } : {}), ...(province ? { province } : {}) };
  if (!unit) return [post];
  const bloc = blocOf(unit);
  const { head, deputy, groups } = PLAN[bloc];
  const duties: Right[] = [{ role: 'bloc-member', unit, bloc, group: groupOf(unit) }];
  if (role === 'unit-head') {
    if (head === unit) duties.push({ role: 'bloc-head', unit, bloc });
    if (deputy === unit) duties.push({ role: 'deputy-head', unit, bloc });
    if (groups.some(({ leader }) => leader === unit)) duties.push({ role: 'group-leader', unit, bloc, group: unit });
  }
  return [post, ...duties];
}

const inForce = ({ posts }: Cast): CastPost[] => posts.filter(({ term }) => !term);

/** The rights by which somebody may do something: those of the chosen post, or of all. */
const rightsInUse = (cast: Cast): Right[] =>
  (cast.acting === undefined ? inForce(cast) : [cast.posts[cast.acting]!])
    .flatMap(rightsOf)
    .map((right) => ({ ...right, holder: personOf(cast) }));

const EVERYBODY: readonly Cast[] = [...PEOPLE, ...SUBSTITUTES];
const castOf = (name: string): Cast => EVERYBODY.find((cast) => cast.name === name)!;

/** Whose post somebody uses of whom a substitution is. */
const giverOf = ({ person }: Seen): string | undefined => castOf(person!).posts.find(({ instead }) => instead)?.instead!.of;

/** Somebody and whoever they stand in for today: what binds one of them binds the other. */
const bonds = (cast: Cast): Cast[] => [cast, ...inForce(cast).flatMap(({ instead }) => (instead ? [castOf(instead.of)] : []))];

const planOf = ({ bloc, unit }: Seen) => ({
  reviewer: unit ? (PLAN[bloc].reviewer[unit] ?? null) : null,
  verifier: unit ? (PLAN[bloc].verifier[unit] ?? null) : null,
});

/** Whether a right stands so to a record. */
function stands(tie: Tie, right: Right, record: Seen): boolean {
  switch (tie) {
    case 'its unit':
      return record.unit !== undefined && record.unit === right.unit && record.rater === undefined;
    case 'reviewer':
      return right.unit !== undefined && planOf(record).reviewer === right.unit;
    case 'verifier':
      return right.unit !== undefined && planOf(record).verifier === right.unit;
    case 'rater':
      return record.rater !== undefined && record.rater === right.unit;
    case 'group':
      return record.bloc === right.bloc && record.unit !== undefined && groupOf(record.unit) === right.group;
    case 'bloc':
      return record.bloc === right.bloc;
    case 'province':
      return PLAN[record.bloc].province === right.province;
    case 'installation':
      return true;
    case 'giver':
      return right.within === undefined && right.holder === giverOf(record);
    case 'taker':
      return right.within === undefined && right.holder === record.person;
  }
}

/** Whether a right that is used in another's stead was given for records of this kind; the year around them is always read. */
const extendsTo = ({ within }: Right, action: string, kind: Kind): boolean =>
  within === undefined || within.includes(kind) || (kind === 'Cycle' && action === 'read');

const says = (sentence: Sentence, right: Right, action: string, record: Seen): boolean =>
  sentence.who === right.role &&
  sentence.may.includes(action) &&
  extendsTo(right, action, record.kind) &&
  stands(sentence.tie, right, record) &&
  (sentence.when?.(record, planOf(record)) ?? true);

const granted = (cast: Cast, action: string, record: Seen): boolean =>
  rightsInUse(cast).some((right) => POLICY[record.kind].some((sentence) => says(sentence, right, action, record)));

/** The reason for which somebody may not do this, whatever they are granted; the last that holds. */
function prohibition(cast: Cast, action: string, record: Seen): string | null {
  const concerns = ({ who, acts }: Forbidden): boolean => {
    if (!acts.includes(action)) return false;
    if (who === 'of its unit')
      return bonds(cast)
        .flatMap(inForce)
        .some(({ unit }) => unit !== undefined && unit === record.unit);
    if (who === 'oneself') return personOf(cast) === record.person;
    if (who === 'declined') return bonds(cast).some(({ declined }) => declined && isDeclined(declined, record));
    return bonds(cast).some((bond) => personOf(bond) === DONE_BY[nameOf(record)]?.[who]);
  };
  return (FORBIDDEN[record.kind] ?? []).findLast(concerns)?.code ?? null;
}

const isDeclined = (declined: NonNullable<Cast['declined']>, { bloc, unit, type }: Seen): boolean =>
  'unit' in declined ? declined.unit === unit : bloc === 'A' && declined.type === type;

/** Whose person a cast is: one person may act in several capacities. */
export const personOf = ({ name }: Cast): string => name.replace(/ as .*$/, '');

const may = (cast: Cast, action: string, record: Seen): boolean =>
  granted(cast, action, record) && prohibition(cast, action, record) === null;

/** What somebody is owed who asks for this. */
export function expected(cast: Cast, action: string, record: Seen): Outcome {
  if (cast.session) return 'sign-in';
  if (READING.includes(action)) return may(cast, 'read', record) ? 'shown' : 'hidden';
  if (may(cast, action, record)) return 'theirs';
  return may(cast, 'read', record) ? `refused: ${prohibition(cast, action, record) ?? 'forbidden'}` : 'hidden';
}

/** Whether somebody finds a record in a list. */
export const finds = (cast: Cast, record: Seen): boolean => !cast.session && may(cast, 'read', record);

/** The states in which what a unit wrote is read by others; of a sheet nobody but its rater reads anything. */
const SENT: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  Registration: ['submitted', 'accepted'],
  Section: ['submitted', 'accepted'],
  Scorecard: ['peer', 'open', 'reviewed', 'verified', 'excluded'],
  Sheet: ['draft', 'submitted', 'recused'],
};

/** Whether somebody reads what was written in a record: a draft is its own unit’s until it is sent. */
export const readsWords = (cast: Cast, record: Seen): boolean =>
  finds(cast, record) && ((SENT[record.kind] ?? []).includes(record.state) || may(cast, 'edit', record));

/** Whether a bloc is there for somebody: within the scope of a post in force. */
export const reaches = (cast: Cast, bloc: BlocName): boolean =>
  inForce(cast)
    .flatMap(rightsOf)
    .some((right) => right.bloc === bloc || right.province === PLAN[bloc].province || right.role === 'administrator');

/** Whether a province is there for somebody: by a post in it, in one of its blocs or units, or because provinces are theirs to keep. */
export const reachesProvince = (cast: Cast, province: ProvinceName): boolean =>
  inForce(cast)
    .flatMap(rightsOf)
    .some(({ role, province: own, bloc, unit }) => {
      const lies = own ?? PLAN[bloc ?? (unit ? blocOf(unit) : 'A')].province;
      return role === 'administrator' || lies === province;
    });

/** Where something is made: a bloc, or a province, or the installation. */
export interface MakingPlace {
  readonly bloc?: BlocName;
  readonly province?: ProvinceName;
}

/** What somebody is owed who makes something there. */
export function expectedOfMaking(cast: Cast, made: Made, { bloc, province }: MakingPlace): Outcome {
  if (cast.session) return 'sign-in';
  const may = rightsInUse(cast).some((right) =>
    MAKERS[made].who.some(
      ([role, tie]) =>
        role === right.role &&
        (tie === 'installation' ||
          (tie === 'giver' && right.within === undefined && right.holder === GIVER) ||
          (tie === 'bloc' && right.bloc === bloc) ||
          (tie === 'province' && right.province === (bloc ? PLAN[bloc].province : province))),
    ),
  );
  if (may) return 'theirs';
  const there = bloc ? reaches(cast, bloc) : !province || reachesProvince(cast, province);
  if (!there) return 'hidden';
  return made === 'Substitution' ? 'refused: needs-own-post' : 'refused: forbidden';
}
