import type { Actor, Post } from '@thidua/workflows/actor';

/**
 * Who did something, as the journal keeps it: the person, and the post by whose right. In another's stead it names that one's post, the
 * person, how, and the substitution; entries of one's own are as they always were.
 */
export const actorInJournal = ({ kind, personId }: Actor, post: Post | null) => ({
  kind,
  person: personId,
  post: post?.standsFor?.postId ?? post?.id ?? null,
  role: post?.role ?? null,
  unit: post?.unitId ?? null,
  onBehalfOf: post?.standsFor?.personId,
  manner: post?.standsFor?.manner,
  substitution: post?.standsFor ? post.id : undefined,
});
