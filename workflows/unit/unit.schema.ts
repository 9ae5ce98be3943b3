import { z } from 'zod';
import { BlocDraft, ProvinceDraft, UnitName } from '../account/account.schema.js';
import { Day, Line, Reason, recordFields, seen } from '../record.js';

/** The decision that a change of a unit rests on, e.g. “Quyết định số 12/QĐ-UBND ngày 5/1/2020”. */
const Basis = Line(6, 300);
const change = { ...seen, on: Day, basis: Basis };

/** What happens to a unit over time; each keeps the day from which it holds and the decision it rests on (domain.md 2.2). */
export const UnitEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('rename'),
    ...change,
    name: UnitName.shape.name,
    shortName: UnitName.shape.shortName,
    nameEn: UnitName.shape.nameEn,
  }),
  z.strictObject({ type: z.literal('readdress'), ...seen, email: z.email().max(254).nullable() }),
  /** It becomes part of another unit, which is there already: made anew for the merger, or one of those that merge. */
  z.strictObject({ type: z.literal('merge'), ...change, into: z.uuid() }),
  /** Others come out of it (tách): it stays beside them. */
  z.strictObject({ type: z.literal('split'), ...change, into: z.array(z.uuid()).min(1).max(10) }),
  /** It comes apart (chia): others stand in its place. */
  z.strictObject({ type: z.literal('divide'), ...change, into: z.array(z.uuid()).min(2).max(10) }),
  /** It goes to another bloc of the province: from the next year on it is a member there. */
  z.strictObject({ type: z.literal('transfer'), ...change, place: Line(2, 200) }),
  /** It goes to another province, where it is made anew. */
  z.strictObject({ type: z.literal('depart'), ...change, place: Line(2, 200) }),
  z.strictObject({ type: z.literal('dissolve'), ...change }),
  /** Its ending was recorded by mistake: it has not ended. */
  z.strictObject({ type: z.literal('restore'), ...seen, reason: Reason }),
]);
export type UnitEvent = z.infer<typeof UnitEvent>;

/** What the machine must know of a unit. */
export interface UnitFacts {
  /** Posts at the unit without a last day. */
  readonly openPosts: number;
  /** The years of blocs that have gone on without it since it ended (scoring, or a decided round), as people read them; empty where none has. */
  readonly yearsWithout: string;
}

export const LineageKind = z.enum(['rename', 'merge', 'split', 'divide', 'transfer', 'depart', 'dissolve']);
export type LineageKind = z.infer<typeof LineageKind>;

/** One event of a unit's lineage, seen from the unit: what became of it (`after`), or what it came from (`before`). */
export const LineageView = z.object({
  kind: LineageKind,
  side: z.enum(['before', 'after']),
  on: Day,
  basis: z.string(),
  unitId: z.uuid().nullable(),
  /** The other unit by its name of that day, or the place that it went to. */
  other: z.string().nullable(),
});
export type LineageView = z.infer<typeof LineageView>;

/** A unit with its names over time and its lineage. */
export const UnitRecord = z.object({
  ...recordFields,
  code: z.string(),
  email: z.string().nullable(),
  /** The name of today; of a unit that ended, its last. */
  name: z.string(),
  shortName: z.string(),
  endedOn: Day.nullable(),
  names: z.array(z.object({ name: z.string(), shortName: z.string(), nameEn: z.string(), from: Day, to: Day.nullable() })),
  lineage: z.array(LineageView),
});
export type UnitRecord = z.infer<typeof UnitRecord>;

/** A province's council and standing body as they stand now; papers that were sent keep what was printed on them. */
export const ProvinceEvent = z.strictObject({
  type: z.literal('revise'),
  ...seen,
  name: ProvinceDraft.shape.name,
  council: ProvinceDraft.shape.council,
  board: ProvinceDraft.shape.board,
});
export type ProvinceEvent = z.infer<typeof ProvinceEvent>;
export const ProvinceRecord = z.object({ ...recordFields, slug: z.string(), ...ProvinceDraft.omit({ slug: true }).shape });
export type ProvinceRecord = z.infer<typeof ProvinceRecord>;
/** The provinces that a reader keeps. */
export const ProvinceChoice = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });
export type ProvinceChoice = z.infer<typeof ProvinceChoice>;
export const ProvinceList = z.object({ items: z.array(ProvinceChoice) });
export type ProvinceList = z.infer<typeof ProvinceList>;

/** A bloc as whoever keeps it sees it. */
export const BlocRecord = z.object({ ...recordFields, slug: z.string(), ...BlocDraft.omit({ province: true, slug: true }).shape });
export type BlocRecord = z.infer<typeof BlocRecord>;

/** How a bloc is called and how its papers are headed from now on. */
export const BlocRevision = z.strictObject({ type: z.literal('revise'), ...seen, ...BlocDraft.omit({ province: true, slug: true }).shape });
export type BlocRevision = z.infer<typeof BlocRevision>;
