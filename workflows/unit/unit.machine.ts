import { setup } from 'xstate';
import type { ProvinceEvent, UnitEvent, UnitFacts } from './unit.schema.js';

/**
 * A unit is renamed, goes elsewhere, becomes part of another, comes apart or is dissolved; once it has ended only its past can be read, unless the
 * ending was recorded by mistake and no bloc has drawn a consequence from it.
 */
export const unitMachine = setup({
  types: { context: {} as UnitFacts, input: {} as UnitFacts, events: {} as UnitEvent },
  guards: {
    'needs-ended-posts': ({ context }) => context.openPosts === 0,
    'needs-unused-ending': ({ context }) => context.yearsWithout === '',
  },
}).createMachine({
  id: 'Unit',
  context: ({ input }) => input,
  initial: 'active',
  states: {
    active: {
      on: {
        rename: 'active',
        readdress: 'active',
        merge: { guard: 'needs-ended-posts', target: 'ended' },
        split: 'active',
        divide: { guard: 'needs-ended-posts', target: 'ended' },
        transfer: 'active',
        depart: { guard: 'needs-ended-posts', target: 'ended' },
        dissolve: { guard: 'needs-ended-posts', target: 'ended' },
      },
    },
    ended: { on: { restore: { guard: 'needs-unused-ending', target: 'active' } } },
  },
});

/** A province stands; what is printed of its council and who is written to may change. */
export const provinceMachine = setup({ types: { events: {} as ProvinceEvent } }).createMachine({
  id: 'Province',
  initial: 'active',
  states: { active: { on: { revise: 'active' } } },
});
