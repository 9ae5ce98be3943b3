import { z } from 'zod';
import { GivenPost } from '../account/account.schema.js';
import { HeldRole } from '../actor.js';
import { Day, Line, Reason, recordFields, seen } from '../record.js';

const Email = z.email().max(254).toLowerCase();

/** A change of a person: name, address, posts, leaving and coming back. */
export const PersonEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rename'), ...seen, name: Line(2, 120) }),
  z.strictObject({ type: z.literal('readdress'), ...seen, email: Email }),
  z.strictObject({ type: z.literal('give-post'), ...seen, post: GivenPost }),
  /** `on` is the last day of the term: rights move at the midnight after it, in Vietnam. */
  z.strictObject({ type: z.literal('end-post'), ...seen, postId: z.uuid(), on: Day, reason: Reason }),
  z.strictObject({ type: z.literal('invite'), ...seen }),
  z.strictObject({ type: z.literal('leave'), ...seen, reason: Reason }),
  z.strictObject({ type: z.literal('rejoin'), ...seen }),
  z.strictObject({ type: z.literal('erase'), ...seen, reason: Reason }),
]);
export type PersonEvent = z.infer<typeof PersonEvent>;

/** What the machine must know of a person. */
export interface PersonFacts {
  /** Posts held now or to come that whoever acts may not give: who holds one is above them. */
  readonly postsAbove: number;
  /** Whether the person has set a password. */
  readonly signedIn: boolean;
}

/** Where a term stands today. */
export const Standing = z.enum(['coming', 'held', 'ended']);
export type Standing = z.infer<typeof Standing>;

/** A post of a person over time. */
export const TermView = z.object({
  id: z.uuid(),
  role: HeldRole,
  roleName: z.string(),
  title: z.string(),
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  blocSlug: z.string().nullable(),
  year: z.int().nullable(),
  from: Day,
  to: Day.nullable(),
  standing: Standing,
});
export type TermView = z.infer<typeof TermView>;
/** The terms of one's own posts, also those that are over or still to come, the newest first. */
export const TermList = z.object({ items: z.array(TermView) });
export type TermList = z.infer<typeof TermList>;

/** A person as whoever keeps the accounts sees them. */
export const PersonRecord = z.object({
  ...recordFields,
  name: z.string(),
  email: z.string(),
  /** Whether a password is set: without one the person has not come in by the invitation. */
  signedIn: z.boolean(),
  posts: z.array(TermView),
});
export type PersonRecord = z.infer<typeof PersonRecord>;
