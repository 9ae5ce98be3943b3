import type { Proof, ProofWay } from '@thidua/workflows/account/proof';
import type { Actor, Post, Recusal } from '@thidua/workflows/actor';
import { Problem } from '@thidua/workflows/problem';
import type { Caller } from './caller.js';

/** What `who_asks` and `actor_of_session` answer. */
export interface ActorRow {
  readonly personId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly Post[];
  /** When the session last proved whose it is, in trust time, and what its account proves it by. */
  readonly provedAt: string;
  readonly provesBy: ProofWay;
}

/** The actor's row with what they are recused from, as `who_asks` answers. */
export interface ActorColumns {
  readonly actor: ActorRow | null;
  readonly recusals: readonly Recusal[];
}

/**
 * The actor of a request from what the database said of the session.
 * @throws Problem 'sign-in-needed' without a live session, 'unknown-capacity' when `Acting-As` names no post in force.
 */
export function actorFrom({ actor: row, recusals }: ActorColumns, caller: Caller): Actor {
  if (caller.actor) return caller.actor;
  if (!row) throw new Problem('sign-in-needed');
  if (caller.actingAs && !row.posts.some((post) => post.id === caller.actingAs)) throw new Problem('unknown-capacity');
  return { kind: 'person', personId: row.personId, name: row.name, posts: row.posts, actingAs: caller.actingAs, recusals };
}

/** When and how whoever asks last proved to be themselves; null for the program and for the bearer of a link, who have no session. */
export const proofFrom = (row: ActorRow | null, caller: Caller): Proof | null =>
  caller.actor || !row ? null : { at: new Date(row.provedAt), by: row.provesBy };
