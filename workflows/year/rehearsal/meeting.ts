import { candidatesAfter, roundFacts, type RoundSurroundings } from '../../nomination/candidates.js';
import { roundMachine } from '../../nomination/round.machine.js';
import type { RoundEvent, RoundFacts } from '../../nomination/round.schema.js';
import { rankingMachine } from '../../ranking/ranking.machine.js';
import { rank } from '../../ranking/ranking.js';
import type { RankingFacts, RankingRow } from '../../ranking/ranking.schema.js';
import { totals } from '../../scorecard/scoring.js';
import { shortNameOf } from '../names.js';
import { part } from './part.js';
import { officialOf } from './scoring.js';
import type { RankingRecord, RoundRow, Stage } from './stage.js';
import { fewNames } from '../../wording.js';

function rankingFacts({ cards, file }: Stage, now: Date): RankingFacts {
  const waiting = [...cards.values()].filter(({ state }) => state !== 'verified');
  return { waitingCards: waiting.length, waitingUnits: fewNames(waiting.map(({ unitId }) => shortNameOf(file, unitId, now))) };
}

/** The rows that a publication freezes. A first year has no rank of the year before. */
function standings(stage: Stage): RankingRow[] {
  const contenders = [...stage.cards.values()].map((card) => ({
    unitId: card.unitId,
    previousRank: null,
    ...totals(stage.rules.criteria, officialOf(stage, card)),
  }));
  return rank(contenders, stage.rules.tieChain).map((row) => ({ ...row, sections: { ...row.sections }, tiedWith: [...row.tiedWith] }));
}

export const rankingPart = part<RankingRecord>({
  machine: rankingMachine,
  editable: [],
  row: (stage) => stage.ranking ?? undefined,
  facts: (stage, _, now) => rankingFacts(stage, now),
  done: (stage, ranking) => {
    ranking.rows = standings(stage);
  },
});

/** What a round weighs, gathered from the other records of the year. */
function around(stage: Stage, round: RoundRow): RoundSurroundings {
  const { head, deputy, groups } = stage.file.cycle;
  const others = [...stage.rounds.values()].filter((other) => other !== round);
  const earlier = others.filter(({ position, state }) => position < round.position && state !== 'decided');
  const awarded = new Set(
    others.flatMap(({ state, candidates }) =>
      state === 'decided' ? candidates.filter(({ nominated }) => nominated).map(({ unitId }) => unitId) : [],
    ),
  );
  return {
    rules: stage.rules,
    ranking: stage.ranking?.state === 'published' ? stage.ranking.rows : null,
    earlierWaiting: earlier.length,
    earlierTitles: earlier.map(({ titleCode }) => stage.rules.titles.find(({ code }) => code === titleCode)!.name).join(', '),
    recused: [], // a year file tells of none
    entrants: stage.members().map(({ unitId }) => ({
      unitId,
      aim: stage.registrations.get(unitId)?.aim ?? null,
      registration: stage.registrations.get(unitId)?.state ?? 'draft',
      blocRole: head === unitId ? 'head' : deputy === unitId ? 'deputy' : null,
      leads: groups.some(({ leader }) => leader === unitId),
      awarded: awarded.has(unitId),
    })),
  };
}

const factsOf = (stage: Stage, round: RoundRow): RoundFacts => roundFacts(round, around(stage, round));

export const roundPart = part<RoundRow>({
  machine: roundMachine,
  editable: [],
  row: (stage, title) => stage.rounds.get(title),
  facts: factsOf,
  done: (_, round, told, { facts }) => {
    const event = told as unknown as RoundEvent;
    round.candidates = candidatesAfter(facts as RoundFacts, event);
    if ('attendance' in event) round.attendance = event.attendance;
  },
});
