import { setup } from 'xstate';
import type { BlocEvent } from './checkpoint.schema.js';

/** A bloc stands as long as its province; what may change is how its papers are headed, and where its checkpoints are written to. */
export const blocMachine = setup({ types: { events: {} as BlocEvent } }).createMachine({
  id: 'Bloc',
  initial: 'active',
  states: { active: { on: { 'address-checkpoints': 'active', revise: 'active' } } },
});
