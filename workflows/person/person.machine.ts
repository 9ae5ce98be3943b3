import { and, setup } from 'xstate';
import type { PersonEvent, PersonFacts } from './person.schema.js';

/**
 * A person: named, addressed, given posts, gone, come back, erased. Posts begin and end on days of their own; who has left can do nothing
 * from that moment on, and comes back by a new invitation. An erased person stays as a pseudonym: what they did can still be proved.
 */
export const personMachine = setup({
  types: { context: {} as PersonFacts, input: {} as PersonFacts, events: {} as PersonEvent },
  guards: {
    'needs-posts-of-yours': ({ context }) => context.postsAbove === 0,
    'needs-no-password-yet': ({ context }) => !context.signedIn,
  },
}).createMachine({
  id: 'Person',
  context: ({ input }) => input,
  initial: 'active',
  states: {
    active: {
      on: {
        'give-post': { guard: 'needs-posts-of-yours', target: 'active' },
        rename: { guard: 'needs-posts-of-yours', target: 'active' },
        readdress: { guard: 'needs-posts-of-yours', target: 'active' },
        'end-post': { guard: 'needs-posts-of-yours', target: 'active' },
        invite: { guard: and(['needs-posts-of-yours', 'needs-no-password-yet']), target: 'active' },
        leave: { guard: 'needs-posts-of-yours', target: 'left' },
      },
    },
    left: { on: { rejoin: { guard: 'needs-posts-of-yours', target: 'active' }, erase: 'erased' } },
    erased: {},
  },
});
