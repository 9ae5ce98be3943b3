import type { HeldRole } from '@thidua/workflows/actor';
import type { AreaName } from './policy.data.js';
import type { BlocName, ProvinceName } from './plan.js';

/** A post as it is given to somebody: in a unit, in a bloc's year, or in a province. */
export interface CastPost {
  readonly role: HeldRole;
  readonly unit?: string;
  readonly bloc?: BlocName;
  readonly province?: ProvinceName;
  /** Over since yesterday, or not begun before tomorrow; without it in force. */
  readonly term?: 'ended' | 'to come';
  /** A post of somebody else that is used in their stead. */
  readonly instead?: InStead;
}

/** How somebody uses another's post. Over since midnight, or beginning next week, where the post's term says so. */
export interface InStead {
  /** Whose post it is, by name of the cast. */
  readonly of: string;
  readonly manner: 'KT' | 'TUQ';
  readonly areas: readonly AreaName[];
  /** For the head of the bloc alone: the deputy head's unit stands in. */
  readonly ofBloc?: true;
}

/** Somebody of the matrix. `acting`: the number of the post that is chosen by `Acting-As`. */
export interface Cast {
  readonly name: string;
  readonly posts: readonly CastPost[];
  /** A unit of bloc A that they declined to judge by name, or a document of it by its type. */
  readonly declined?: { readonly unit: string } | { readonly type: 'BC' };
  readonly acting?: number;
  /** Not signed in at all, or with a session that was never given out. */
  readonly session?: 'none' | 'made up';
}

const head = (unit: string): Cast => ({ name: `${unit}.head`, posts: [{ role: 'unit-head', unit }] });
const deputy = (unit: string): Cast => ({ name: `${unit}.deputy`, posts: [{ role: 'unit-deputy', unit }] });
const officer = (unit: string): Cast => ({ name: `${unit}.officer`, posts: [{ role: 'unit-officer', unit }] });
const office = (bloc: BlocName): Cast[] => [
  { name: `${bloc}.secretary`, posts: [{ role: 'bloc-secretary', bloc }] },
  { name: `${bloc}.records`, posts: [{ role: 'records-officer', bloc }] },
  { name: `${bloc}.observer`, posts: [{ role: 'observer', bloc }] },
];
const council = (province: ProvinceName): Cast[] => [
  { name: `${province}.council`, posts: [{ role: 'council-secretary', province }] },
  { name: `${province}.member`, posts: [{ role: 'council-member', province }] },
];
const over = (cast: Cast): Cast => ({
  name: `${cast.name}, over`,
  posts: cast.posts.map((post) => ({ ...post, term: 'ended' as const })),
});

const SECRETARY_A = { role: 'bloc-secretary', bloc: 'A' } as const;
const HEAD_AND_SECRETARY: Cast = { name: 'u1.head+A.secretary', posts: [{ role: 'unit-head', unit: 'u1' }, SECRETARY_A] };
const LEADER_AND_SECRETARY: Cast = { name: 'u2.head+A.secretary', posts: [{ role: 'unit-head', unit: 'u2' }, SECRETARY_A] };

/** Everybody whom the matrix asks: each post by itself, several posts in one hand, terms that are over or to come, strangers. */
export const PEOPLE: readonly Cast[] = [
  ...['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'].map(head),
  ...['u1', 'u2', 'u3', 'u6'].map(officer),
  ...['u1', 'u3'].map(deputy),
  ...['w1', 'w2', 'q1', 'q2', 'q3'].map(head),
  ...['w2', 'q3'].map(officer),
  ...office('A'),
  ...office('B'),
  ...office('C'),
  ...council('P'),
  ...council('Q'),
  { name: 'administrator', posts: [{ role: 'administrator' }] },
  { name: 'nobody', posts: [] },
  // Several posts in one hand: rights add up, conflicts of interest follow every one of them.
  HEAD_AND_SECRETARY,
  LEADER_AND_SECRETARY,
  { name: 'u3.officer+A.secretary', posts: [{ role: 'unit-officer', unit: 'u3' }, SECRETARY_A] },
  { name: 'A.records+A.secretary', posts: [{ role: 'records-officer', bloc: 'A' }, SECRETARY_A] },
  {
    name: 'u3.head+w2.head',
    posts: [
      { role: 'unit-head', unit: 'u3' },
      { role: 'unit-head', unit: 'w2' },
    ],
  },
  {
    name: 'P.council+u3.officer',
    posts: [
      { role: 'council-secretary', province: 'P' },
      { role: 'unit-officer', unit: 'u3' },
    ],
  },
  // The chosen capacity narrows what is granted; what is forbidden follows the person.
  { ...HEAD_AND_SECRETARY, name: 'u1.head+A.secretary as secretary', acting: 1 },
  { ...LEADER_AND_SECRETARY, name: 'u2.head+A.secretary as secretary', acting: 1 },
  { ...LEADER_AND_SECRETARY, name: 'u2.head+A.secretary as head', acting: 0 },
  // Sessions opened on the last day of a term, asked on the day after.
  over(head('u1')),
  over(head('u2')),
  over(head('u3')),
  over({ name: 'A.secretary', posts: [SECRETARY_A] }),
  over({ name: 'A.records', posts: [{ role: 'records-officer', bloc: 'A' }] }),
  over({ name: 'P.council', posts: [{ role: 'council-secretary', province: 'P' }] }),
  over({ name: 'administrator', posts: [{ role: 'administrator' }] }),
  { name: 'u3.head, to come', posts: [{ role: 'unit-head', unit: 'u3', term: 'to come' }] },
  // Who declined: by name, whatever the post.
  { ...head('u2'), name: 'u2.head, declined u3', declined: { unit: 'u3' } },
  { name: 'B.secretary, declined w3', posts: [{ role: 'bloc-secretary', bloc: 'B' }], declined: { unit: 'w3' } },
  { name: 'A.records, declined BC', posts: [{ role: 'records-officer', bloc: 'A' }], declined: { type: 'BC' } },
  { name: 'u1.head, declined BC', posts: [{ role: 'unit-head', unit: 'u1' }], declined: { type: 'BC' } },
  { name: 'stranger', posts: [], session: 'none' },
  { name: 'made-up session', posts: [], session: 'made up' },
];

const standIn = (name: string, own: CastPost, unit: string, instead: InStead, term?: CastPost['term']): Cast => ({
  name,
  posts: [own, { role: 'unit-head', unit, instead, ...(term ? { term } : {}) }],
});
const DEPUTY_2 = { role: 'unit-deputy', unit: 'u2' } as const;
const FOR_U2 = standIn('u2.deputy for u2.head', DEPUTY_2, 'u2', { of: 'u2.head', manner: 'KT', areas: ['registrations', 'scores'] });
/** Deputy of one unit and officer of another, in the stead of whoever judges that other. */
const OF_TWO = standIn('u2.deputy+u3.officer for u2.head', DEPUTY_2, 'u2', {
  of: 'u2.head+A.secretary',
  manner: 'KT',
  areas: ['registrations', 'scores'],
});

/** Whoever acts by a post that is not their own, at the instance of its holder; asked like everybody else. */
export const SUBSTITUTES: readonly Cast[] = [
  standIn('u3.deputy for u3.head', { role: 'unit-deputy', unit: 'u3' }, 'u3', {
    of: 'u3.head',
    manner: 'KT',
    areas: ['registrations', 'report'],
  }),
  // Since midnight it is over; the session was opened before.
  standIn(
    'u3.deputy for u3.head, over',
    { role: 'unit-deputy', unit: 'u3' },
    'u3',
    { of: 'u3.head', manner: 'KT', areas: ['scores'] },
    'ended',
  ),
  standIn(
    'u3.deputy for u3.head, to come',
    { role: 'unit-deputy', unit: 'u3' },
    'u3',
    { of: 'u3.head', manner: 'KT', areas: ['rounds'] },
    'to come',
  ),
  FOR_U2,
  { ...FOR_U2, name: `${FOR_U2.name} as deputy`, acting: 0 },
  { ...FOR_U2, name: `${FOR_U2.name} as substitute`, acting: 1 },
  { ...OF_TWO, posts: [...OF_TWO.posts, { role: 'unit-officer', unit: 'u3' }] },
  standIn('u2.officer for u2.head', { role: 'unit-officer', unit: 'u2' }, 'u2', { of: 'u2.head', manner: 'TUQ', areas: ['report'] }),
  standIn('u2.deputy for u2.head, declined u3', DEPUTY_2, 'u2', {
    of: 'u2.head, declined u3',
    manner: 'KT',
    areas: ['registrations', 'scores'],
  }),
  standIn('u1.deputy for u1.head', { role: 'unit-deputy', unit: 'u1' }, 'u1', {
    of: 'u1.head',
    manner: 'KT',
    areas: ['documents', 'year'],
  }),
  // What the head proposed as the bloc's secretary, the deputy does not sign in the head's stead.
  standIn('u1.deputy for u1.head+A.secretary', { role: 'unit-deputy', unit: 'u1' }, 'u1', {
    of: 'u1.head+A.secretary',
    manner: 'KT',
    areas: ['documents'],
  }),
  standIn('u1.deputy for u1.head, declined BC', { role: 'unit-deputy', unit: 'u1' }, 'u1', {
    of: 'u1.head, declined BC',
    manner: 'KT',
    areas: ['documents'],
  }),
  standIn('u5.head for u1.head', { role: 'unit-head', unit: 'u5' }, 'u1', {
    of: 'u1.head',
    manner: 'KT',
    areas: ['rounds', 'report'],
    ofBloc: true,
  }),
];
