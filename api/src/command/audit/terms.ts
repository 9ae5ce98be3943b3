import { z } from 'zod';
import { jsonIn } from './canonical-form.js';

/** What a post is, and for what it is held. */
export interface Scope {
  readonly role: string;
  readonly unitId: string | null;
  readonly blocId: string | null;
  readonly cycleId: string | null;
}

/** A post over time: as its row has it, or as the journal leaves it (where an entry does not tell the title: null). */
export interface Term extends Scope {
  readonly title: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** A unit that ended: when that was entered (real time), and its last day. */
export interface UnitEnd {
  readonly at: string;
  readonly on: string;
}

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Id = z.string().nullable().default(null);
/** Which post is meant: what it is, and for what it is held. */
const Scope = z
  .object({ role: z.string(), unit_id: Id, bloc_id: Id, cycle_id: Id })
  .transform((post): Scope => ({ role: post.role, unitId: post.unit_id, blocId: post.bloc_id, cycleId: post.cycle_id }));
/** An administrator's entry tells the role alone: the title is the role's, and the post begins before every year. */
const Given = z
  .object({
    role: z.string(),
    unit_id: Id,
    bloc_id: Id,
    cycle_id: Id,
    title: Id,
    valid_from: Day.default('1945-01-01'),
    valid_to: Day.nullable().default(null),
  }) // prettier-ignore
  .transform((post): Term => ({
    role: post.role,
    unitId: post.unit_id,
    blocId: post.bloc_id,
    cycleId: post.cycle_id,
    title: post.title,
    from: post.valid_from,
    to: post.valid_to,
  }));
/** `2020-01-01 – 2020-12-31`, the last day left out where there is none. */
const Days = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} –( \d{4}-\d{2}-\d{2})?$/)
  .transform((days) => ({ from: days.slice(0, 10), to: days.slice(13) || null }));

/** What entries say of posts. Whatever else they hold, and what is in no such form, leaves posts as they are. */
const OfPerson = z.discriminatedUnion('event', [
  z.object({ event: z.literal('create'), at: z.string(), posts: z.array(Given) }),
  z.object({ event: z.literal('give-post'), at: z.string(), post: Given }),
  z.object({
    event: z.literal('end-post'),
    at: z.string(),
    post: z.string(),
    of: Scope.optional(),
    changes: z.tuple([z.object({ what: z.string(), before: Days, after: Days })]),
  }),
  z.object({ event: z.literal('leave'), at: z.string(), business: z.iso.datetime() }),
]);
const OfUnit = z.object({ id: z.string(), at: z.string(), to: z.literal('ended'), on: Day });

/** The end of a unit that an entry tells; null for every other entry. */
export const unitEndIn = (body: string): (UnitEnd & { readonly id: string }) | null => OfUnit.safeParse(jsonIn(body)).data ?? null;

const dayInVietnam = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
const sameScope = (a: Scope, b: Scope): boolean =>
  a.role === b.role && a.unitId === b.unitId && a.blocId === b.blocId && a.cycleId === b.cycleId;

/** A person's posts, followed entry by entry: the program's own rules of what begins, ends and is taken back, written once more. */
export class FollowedTerms {
  private terms: Term[] = [];
  private read = '';
  private isFirst = true;

  constructor(
    private readonly unitEnds: ReadonlyMap<string, readonly UnitEnd[]>,
    /** The rows by their ids, which tell apart posts of one title and the same days where an entry is too old to do so. */
    private readonly rows: ReadonlyMap<string, Term>,
  ) {}

  take(body: string): void {
    const entry = OfPerson.safeParse(jsonIn(body)).data;
    if (entry) {
      this.endWithUnits(entry.at);
      this.apply(entry);
    }
    this.isFirst = false;
  }

  /** The posts as the last entry left them. */
  end(): readonly Term[] {
    this.endWithUnits('9999');
    return this.terms;
  }

  private apply(entry: z.infer<typeof OfPerson>): void {
    if (entry.event === 'create') this.terms.push(...entry.posts);
    if (entry.event === 'give-post') this.terms.push(entry.post);
    if (entry.event === 'end-post') {
      const [{ what, before, after }] = entry.changes;
      const fitting = this.terms.filter((term) => term.title === what && term.from === before.from && term.to === before.to);
      this.endOne(this.meant(fitting, entry.of, entry.post), after.to);
    }
    if (entry.event !== 'leave') return;
    const day = dayInVietnam(entry.business);
    // Administrators of before the journal kept them: what their leaving ended is taken from the rows.
    if (this.isFirst) this.terms.push(...[...this.rows.values()].filter(({ role, to }) => role === 'administrator' && to === day));
    for (const term of [...this.terms]) if (term.to === null || term.to > day) this.endOne(term, day);
  }

  /** The post that an entry means among those of its title and days: it tells which; older ones named the row alone. */
  private meant(fitting: readonly Term[], of: Scope | undefined, id: string): Term | null {
    if (of) return fitting.find((term) => sameScope(term, of)) ?? null;
    const row = this.rows.get(id);
    return fitting.find((term) => row && sameScope(term, row)) ?? fitting[0] ?? null;
  }

  /** A term ends on a day; one that would begin after it never was. */
  private endOne(term: Term | null, on: string | null): void {
    if (!term || on === null) return;
    this.terms.splice(this.terms.indexOf(term), 1, ...(term.from > on ? [] : [{ ...term, to: on }]));
  }

  /** What the ends of units that were entered up to a moment did: no limited post of theirs goes beyond the last day. */
  private endWithUnits(until: string): void {
    this.terms = this.terms.map((term) => {
      const ends = (term.unitId && this.unitEnds.get(term.unitId)) || [];
      const passed = ends.filter(({ at }) => at > this.read && at <= until);
      return passed.reduce((one, { on }) => (one.to !== null && one.to > on ? { ...one, to: on > one.from ? on : one.from } : one), term);
    });
    this.read = until;
  }
}

/** Whether a row is what the journal leaves; a title that no entry tells may be any. */
export const isSame = (row: Term, told: Term): boolean =>
  sameScope(row, told) && (told.title === null || told.title === row.title) && row.from === told.from && row.to === told.to;

/** Whether a row is of the post that the journal leaves with another title or other days. */
export const isOfSamePost = sameScope;
