import type { DocumentType } from '@thidua/workflows/register/numbering';

/** The three blocs of the matrix: A and B lie in one province, C in another. */
export const BLOCS = ['A', 'B', 'C'] as const;
export type BlocName = (typeof BLOCS)[number];
export type ProvinceName = 'P' | 'Q';

/** A bloc as it is meant, written by hand: the expectations of the matrix are read from here, not from what the program derived. */
export interface PlannedBloc {
  readonly slug: string;
  readonly province: ProvinceName;
  readonly units: readonly string[];
  readonly head: string;
  readonly deputy: string | null;
  readonly groups: readonly { readonly leader: string; readonly units: readonly string[] }[];
  /** Who reviews a unit's registration and scores, and who verifies the scores; null: the secretary does. */
  readonly reviewer: Readonly<Record<string, string | null>>;
  readonly verifier: Readonly<Record<string, string | null>>;
}

/** A and C: two groups, led by the second and the fifth unit, the fifth stands in for the head. B: no groups and no deputy head. */
export const PLAN: Readonly<Record<BlocName, PlannedBloc>> = {
  A: {
    slug: 'khoi-a',
    province: 'P',
    units: ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'],
    head: 'u1',
    deputy: 'u5',
    groups: [
      { leader: 'u2', units: ['u1', 'u2', 'u3', 'u4'] },
      { leader: 'u5', units: ['u5', 'u6', 'u7'] },
    ],
    reviewer: { u1: 'u2', u2: 'u5', u3: 'u2', u4: 'u2', u5: 'u1', u6: 'u5', u7: 'u5' },
    verifier: { u1: 'u5', u2: 'u1', u3: 'u1', u4: 'u1', u5: 'u2', u6: 'u1', u7: 'u1' },
  },
  B: {
    slug: 'khoi-b',
    province: 'P',
    units: ['w1', 'w2', 'w3'],
    head: 'w1',
    deputy: null,
    groups: [],
    reviewer: { w1: null, w2: null, w3: null },
    verifier: { w1: null, w2: 'w1', w3: 'w1' },
  },
  C: {
    slug: 'khoi-c',
    province: 'Q',
    units: ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'],
    head: 'q1',
    deputy: 'q5',
    groups: [
      { leader: 'q2', units: ['q1', 'q2', 'q3', 'q4'] },
      { leader: 'q5', units: ['q5', 'q6', 'q7'] },
    ],
    reviewer: { q1: 'q2', q2: 'q5', q3: 'q2', q4: 'q2', q5: 'q1', q6: 'q5', q7: 'q5' },
    verifier: { q1: 'q5', q2: 'q1', q3: 'q1', q4: 'q1', q5: 'q2', q6: 'q1', q7: 'q1' },
  },
};

export const PROVINCES: Readonly<Record<ProvinceName, string>> = { P: 'tinh-p', Q: 'tinh-q' };

/** The bloc that a unit is a member of. */
export const blocOf = (unit: string): BlocName => BLOCS.find((bloc) => PLAN[bloc].units.includes(unit))!;

/** The group of a unit by its leader; null in a bloc without groups. */
export const groupOf = (unit: string): string | null => PLAN[blocOf(unit)].groups.find(({ units }) => units.includes(unit))?.leader ?? null;

/** Kinds of records with a page of their own, and the states that each goes through. */
export const STATES = {
  Province: ['active'],
  Unit: ['active'],
  Person: ['active'],
  Substitution: ['given'],
  Bloc: ['active'],
  Cycle: ['draft', 'open', 'compiled', 'closed'],
  Registration: ['draft', 'submitted', 'accepted', 'returned', 'withdrawn'],
  Scorecard: ['self', 'peer', 'open', 'reviewed', 'verified', 'excluded'],
  Sheet: ['draft', 'submitted', 'recused'],
  Ranking: ['open', 'published'],
  Round: ['draft', 'open', 'tied', 'decided'],
  Section: ['draft', 'submitted', 'accepted', 'returned'],
  Report: ['draft', 'frozen'],
  Document: ['draft', 'proposed', 'returned', 'checked', 'prepared', 'signing', 'signed', 'issued'],
  Dispatch: ['draft', 'sent'],
  Receipt: ['waiting', 'confirmed'],
} as const;
export type Kind = keyof typeof STATES;
export const KINDS = Object.keys(STATES) as Kind[];

/** Kinds that belong to a province; their witnesses name a bloc of it. */
export const PROVINCIAL: readonly Kind[] = ['Province', 'Unit', 'Person', 'Substitution'];
/** Kinds that are a place themselves: their address holds no id. */
export const PLACES: readonly Kind[] = ['Province', 'Bloc'];

/** A record that is asked for. */
export interface Witness {
  readonly kind: Kind;
  readonly bloc: BlocName;
  /** Whose it is; of a sheet, whom it is on. */
  readonly unit?: string;
  readonly rater?: string;
  readonly type?: DocumentType;
  /** Of a receipt: whose word is owed. */
  readonly recipient?: 'council' | 'board' | 'unit';
  /** Whose record it is, by name of the cast; of a substitution, who stands in. */
  readonly person?: string;
}

const each = (kind: Kind, bloc: BlocName, units: readonly string[]): Witness[] => units.map((unit) => ({ kind, bloc, unit }));
const ofYear = (kind: Kind): Witness[] => BLOCS.map((bloc) => ({ kind, bloc }));

/** Own unit, another of the group, its leader, head and deputy of the bloc, another group, another bloc, another province. */
export const WITNESSES: readonly Witness[] = [
  { kind: 'Province', bloc: 'A' },
  { kind: 'Province', bloc: 'C' },
  ...each('Unit', 'A', ['u3', 'u6']),
  ...each('Unit', 'C', ['q3']),
  { kind: 'Person', bloc: 'A', person: 'u3.head' },
  { kind: 'Person', bloc: 'A', person: 'P.council' },
  { kind: 'Person', bloc: 'C', person: 'q3.head' },
  { kind: 'Substitution', bloc: 'A', person: 'u3.deputy for u3.head' },
  { kind: 'Substitution', bloc: 'A', person: 'u2.deputy for u2.head' },
  { kind: 'Substitution', bloc: 'A', person: 'u5.head for u1.head' },
  ...ofYear('Bloc'),
  ...ofYear('Cycle'),
  ...(['Registration', 'Scorecard', 'Section'] as const).flatMap((kind) => [
    ...each(kind, 'A', ['u1', 'u2', 'u3', 'u6']),
    ...each(kind, 'B', kind === 'Section' ? ['w1', 'w2'] : ['w1', 'w2', 'w3']),
    ...each(kind, 'C', ['q3']),
  ]),
  { kind: 'Sheet', bloc: 'A', rater: 'u3', unit: 'u2' },
  { kind: 'Sheet', bloc: 'A', rater: 'u2', unit: 'u3' },
  { kind: 'Sheet', bloc: 'A', rater: 'u6', unit: 'u7' },
  { kind: 'Sheet', bloc: 'B', rater: 'w2', unit: 'w1' },
  { kind: 'Sheet', bloc: 'C', rater: 'q3', unit: 'q2' },
  ...ofYear('Ranking'),
  ...ofYear('Round'),
  ...ofYear('Report'),
  { kind: 'Document', bloc: 'A', type: 'BC' },
  { kind: 'Document', bloc: 'A', type: 'BB' },
  { kind: 'Document', bloc: 'B', type: 'BC' },
  { kind: 'Document', bloc: 'C', type: 'BB' },
  ...ofYear('Dispatch'),
  { kind: 'Receipt', bloc: 'A', recipient: 'council' },
  { kind: 'Receipt', bloc: 'A', recipient: 'unit', unit: 'u3' },
  { kind: 'Receipt', bloc: 'A', recipient: 'unit', unit: 'u1' },
  { kind: 'Receipt', bloc: 'B', recipient: 'unit', unit: 'w2' },
  { kind: 'Receipt', bloc: 'C', recipient: 'council' },
];

/** How a record is called in the tables: `A Scorecard u3`, `A Sheet u3→u2`, `A Document BC`, `A Receipt council`. */
export function nameOf({ kind, bloc, unit, rater, type, recipient, person }: Witness): string {
  const which = rater ? `${rater}→${unit}` : (type ?? (recipient && recipient !== 'unit' ? recipient : (unit ?? person)));
  return [bloc, kind, which].filter(Boolean).join(' ');
}
