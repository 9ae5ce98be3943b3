import { z } from 'zod';
import { Manner } from '../actor.js';
import { Page, PageQuery } from '../page.js';
import { Day, Instant, Line, recordFields, seen } from '../record.js';
import { Area } from './area.js';

export const SUBSTITUTION_STATES = ['given', 'ended'] as const;

/** The written authorisation: its number or symbol, and its day. */
export const AuthorisationPaper = z.strictObject({ number: Line(1, 80), day: Day });
export type AuthorisationPaper = z.infer<typeof AuthorisationPaper>;

const drafted = {
  /** The own post for which somebody stands in, and the post that makes the other fit. */
  principalPostId: z.uuid(),
  substitutePostId: z.uuid(),
  areas: z
    .array(Area)
    .min(1)
    .max(Area.options.length)
    .refine((areas) => new Set(areas).size === areas.length),
  /** Without it from now on. */
  from: Instant.optional(),
  /** The minute at which it ends. */
  to: Instant,
  note: z.string().trim().normalize('NFC').max(500).optional(),
};

/** Somebody to be named who stands in for one: a deputy for the head, or whoever is authorised in writing (NĐ 30/2020 Art. 13). */
export const SubstitutionDraft = z.discriminatedUnion('manner', [
  /** With a year: only what the post does as head of the bloc in that year, by the head of the deputy's unit. */
  z.strictObject({ manner: z.literal(Manner.enum.KT), cycleId: z.uuid().optional(), paper: AuthorisationPaper.optional(), ...drafted }),
  z.strictObject({ manner: z.literal(Manner.enum.TUQ), paper: AuthorisationPaper, ...drafted }),
]);
export type SubstitutionDraft = z.infer<typeof SubstitutionDraft>;

export const SubstitutionEvent = z.discriminatedUnion('type', [z.strictObject({ type: z.literal('end'), ...seen })]);
export type SubstitutionEvent = z.infer<typeof SubstitutionEvent>;

/** What the machine of a substitution must know: whether its time is over. */
export interface SubstitutionFacts {
  readonly over: boolean;
}

const Party = z.object({ personId: z.uuid(), postId: z.uuid(), name: z.string(), title: z.string(), unitName: z.string() });

/** Where a substitution stands at this minute; `idle` while one of its two posts is not in force or no longer fits. */
export const Standing = z.enum(['ahead', 'running', 'idle', 'over', 'ended']);
export type Standing = z.infer<typeof Standing>;

/** A substitution as the one who gave or got it sees it. */
export const SubstitutionView = z.object({
  ...recordFields,
  manner: Manner,
  mannerName: z.string(),
  principal: Party,
  substitute: Party,
  areas: z.array(z.object({ area: Area, name: z.string() })),
  /** The bloc and year of which it reaches the head's duty alone; null where it reaches the whole post. */
  year: z.object({ blocName: z.string(), year: z.int() }).nullable(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  standing: Standing,
  standingName: z.string(),
  paper: AuthorisationPaper.nullable(),
  note: z.string(),
});
export type SubstitutionView = z.infer<typeof SubstitutionView>;
/** What the reader gave or got, newest first. */
export const SubstitutionPage = Page(SubstitutionView);
export type SubstitutionPage = z.infer<typeof SubstitutionPage>;
/** How many of them are read at once. */
export const SUBSTITUTIONS_ON_PAGE = 10;
export const SubstitutionQuery = PageQuery.omit({ year: true }).extend({
  limit: PageQuery.shape.limit.unwrap().default(SUBSTITUTIONS_ON_PAGE),
});
export type SubstitutionQuery = z.infer<typeof SubstitutionQuery>;

/** Somebody who may be named for a post of the reader, and how. */
export const FittingPost = z.object({
  principalPostId: z.uuid(),
  postId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  title: z.string(),
  unitName: z.string(),
  manner: Manner,
  mannerName: z.string(),
  year: z.object({ cycleId: z.uuid(), blocName: z.string(), year: z.int() }).nullable(),
});
export type FittingPost = z.infer<typeof FittingPost>;
export const FittingPosts = z.object({ items: z.array(FittingPost) });
export type FittingPosts = z.infer<typeof FittingPosts>;
