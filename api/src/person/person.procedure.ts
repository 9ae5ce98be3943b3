import { abilityFor, may, type Rights } from '@thidua/workflows/ability';
import type { Actor } from '@thidua/workflows/actor';
import { personMachine } from '@thidua/workflows/person/person.machine';
import type { PersonEvent, PersonFacts } from '@thidua/workflows/person/person.schema';
import { standingOf, termRefusal, type Term } from '@thidua/workflows/person/terms';
import { Problem } from '@thidua/workflows/problem';
import { dayWritten, vietnamDay } from '@thidua/workflows/working-days';
import { reasonSum } from '../platform/journal/reason-sum.js';
import { procedure, type Beside, type ChainedRow, type Moment } from '../platform/door/procedure.js';
import type { PostColumns } from '../unit/post-scopes.js';
import { accountBeside, invitationAgain } from './person.account.js';

/** A row of `person`. */
export interface PersonRow extends ChainedRow {
  readonly name: string;
}

/** A post of the person's as the facts give it. */
export interface HeldTerm extends Term {
  readonly id: string;
  readonly title: string;
  readonly blocId: string | null;
}

/** An event as the door takes it: a post that is given comes with the ids of what it is given for. */
export type ResolvedPersonEvent = PersonEvent & { readonly columns?: PostColumns };

/** What is known of a person beside the row. */
interface Known extends PersonFacts {
  readonly terms: readonly HeldTerm[];
  readonly today: string;
}

type Now = Moment<PersonRow, Known, ResolvedPersonEvent>;

const FACTS = `
  select p.id, business_day()::text as today,
         exists (select 1 from account a where a.person_id = p.id and a.password_hash is not null) as "signedIn",
         coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'role', o.role, 'title', o.title, 'unitId', o.unit_id, 'blocId', o.bloc_id,
           'cycleId', o.cycle_id, 'from', o.valid_from, 'to', o.valid_to)) from post o where o.person_id = p.id and o.province_id = $1), '[]') as terms
    from person p where p.province_id = $1 and p.id = any($2)`;

/** The same for every person of a list: what a right reaches does not depend on the record. */
const rightsOf = new WeakMap<Actor, Rights>();
function rights(actor: Actor): Rights {
  const known = rightsOf.get(actor) ?? abilityFor(actor);
  rightsOf.set(actor, known);
  return known;
}

const gives = (actor: Actor, role: string, provinceId: string): boolean => may(rights(actor), 'give', 'Post', { role, provinceId });

function complete(record: PersonRow, columns: Readonly<Record<string, unknown>>, _now: Date, actor: Actor): Known {
  const { terms, today, signedIn } = columns as unknown as Pick<Known, 'terms' | 'today' | 'signedIn'>;
  const lasting = terms.filter((term) => standingOf(term, today) !== 'ended');
  return { terms, today, signedIn, postsAbove: lasting.filter(({ role }) => !gives(actor, role, record.provinceId)).length };
}

/** The post that is given, once it may be. @throws Problem 'post-not-yours' or what the other posts forbid */
function givenPost({ record, facts, event, actor }: Now): PostColumns {
  const post = event.columns!;
  if (!gives(actor, post.role, record.provinceId)) throw new Problem('post-not-yours');
  const term: Term = { role: post.role, unitId: post.unit_id, cycleId: post.cycle_id, from: post.valid_from, to: post.valid_to };
  const refusal = termRefusal(term, facts.terms);
  if (refusal) throw new Problem(refusal);
  return post;
}

/** The post that ends, never later than it would and never before it began. @throws Problem 'not-found' | 'post-ended-already' | 'needs-earlier-end' | 'needs-later-end' */
function endedPost({ facts, event }: Now): HeldTerm {
  const { postId, on } = event as Extract<PersonEvent, { type: 'end-post' }>;
  const term = facts.terms.find(({ id }) => id === postId);
  if (!term) throw new Problem('not-found');
  const standing = standingOf(term, facts.today);
  if (standing === 'ended') throw new Problem('post-ended-already');
  if (term.to !== null && on > term.to) throw new Problem('needs-earlier-end', { to: dayWritten(term.to) });
  if (standing === 'held' && on < term.from) throw new Problem('needs-later-end');
  return term;
}

/** Days as the journal and the history show them. */
const days = (from: string, to: string | null): string => `${from} – ${to ?? ''}`.trim();

const GIVE = `
  insert into post (id, province_id, person_id, role, unit_id, bloc_id, cycle_id, title, valid_from, valid_to)
  select gen_random_uuid(), u.province_id, u.id, $1::text, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::date, $7::date from u`;
/** A term that has not begun on its last day never was one. */
const TAKE_BACK = 'delete from post p using u where p.person_id = u.id and p.id = $1::uuid and p.valid_from > $2::date';
const END = 'update post p set valid_to = $2::date from u where p.person_id = u.id and p.id = $1::uuid and p.valid_from <= $2::date';
const END_ALL = `update post p set valid_to = $1::date from u
   where p.person_id = u.id and p.valid_from <= $1::date and (p.valid_to is null or p.valid_to > $1::date)`;
const TAKE_ALL_BACK = 'delete from post p using u where p.person_id = u.id and p.valid_from > $1::date';

function posts(moment: Now): Beside[] {
  const { event } = moment;
  if (event.type === 'give-post') {
    const post = givenPost(moment);
    return [{ name: 'post_given', sql: GIVE, values: Object.values({ ...post }) }];
  }
  if (event.type === 'end-post') {
    endedPost(moment);
    const values = [event.postId, event.on];
    return [
      { name: 'post_ended', sql: END, values },
      { name: 'post_taken_back', sql: TAKE_BACK, values },
    ];
  }
  if (event.type !== 'leave') return [];
  const today = [vietnamDay(moment.now)]; // the entry’s own day, also at midnight
  return [
    { name: 'posts_ended', sql: END_ALL, values: today },
    { name: 'posts_taken_back', sql: TAKE_ALL_BACK, values: today },
  ];
}

/** What the journal keeps: no name, no address and no words, which may have to be erased; posts, days and the sum of a reason. */
function entry(moment: Now): Readonly<Record<string, unknown>> {
  const { event, salt } = moment;
  if (event.type === 'give-post') {
    const post = givenPost(moment);
    return { post, changes: [{ what: post.title, before: null, after: days(post.valid_from, post.valid_to) }] };
  }
  if (event.type === 'end-post') {
    const term = endedPost(moment);
    const changes = [{ what: term.title, before: days(term.from, term.to), after: days(term.from, event.on) }];
    // Its row alone would not prove which post ended: two may have one title and the same days.
    const of = { role: term.role, unit_id: term.unitId, bloc_id: term.blocId, cycle_id: term.cycleId };
    return { post: event.postId, of, reasonSum: reasonSum(event.reason, salt), changes };
  }
  return 'reason' in event ? { reasonSum: reasonSum(event.reason, salt) } : {};
}

/** Why it was done, beside the journal. */
const reasonBeside = ({ event, salt }: Now): Beside[] =>
  'reason' in event
    ? [
        {
          name: 'reason_kept',
          sql: 'insert into person_reason (province_id, person_id, n, reason, salt) select u.province_id, u.id, u.entries, $1::text, $2::bytea from u',
          values: [event.reason, salt],
        },
      ]
    : [];

/** What remains of an erased person's name: the same for one person, and nobody's. */
export const pseudonymOf = (id: string): string => `Người đã xóa tên ${id.slice(0, 8)}`;

export const personProcedure = procedure<PersonRow, Known, ResolvedPersonEvent>({
  kind: 'Person',
  table: 'person',
  wall: 'province',
  machine: personMachine,
  facts: FACTS,
  complete,
  set: ({ event, record }) =>
    event.type === 'rename' ? { name: event.name } : event.type === 'erase' ? { name: pseudonymOf(record.id) } : {},
  entry,
  beside: (moment) => [...posts(moment), ...accountBeside(moment.event), ...invitationAgain(moment.event), ...reasonBeside(moment)],
});
