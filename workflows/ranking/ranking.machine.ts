import { setup } from 'xstate';
import type { RankingEvent, RankingFacts } from './ranking.schema.js';

/** The ranking of a year: published once, when the bloc has verified every unit's scores; its rows are frozen then. */
export const rankingMachine = setup({
  types: { context: {} as RankingFacts, input: {} as RankingFacts, events: {} as RankingEvent },
  guards: { 'needs-all-verified': ({ context }) => context.waitingCards === 0 },
}).createMachine({
  id: 'Ranking',
  context: ({ input }) => input,
  initial: 'open',
  states: { open: { on: { publish: { guard: 'needs-all-verified', target: 'published' } } }, published: {} },
});
