import type { CycleRules } from '../cycle/rules.schema.js';
import type { RankingRow } from '../ranking/ranking.schema.js';
import { eligibility, type Entrant } from './eligibility.js';
import { agreed, counted, marked } from './meeting.js';
import type { Candidate, RoundEvent, RoundFacts } from './round.schema.js';
import { needed } from './tally.js';

/** A round as far as its facts depend on it. */
export interface RoundContent {
  readonly state: string;
  readonly titleCode: string;
  readonly seats: number;
  readonly candidates: readonly Candidate[];
  /** Ids of the units that took part in the meeting, once it has decided something. */
  readonly attendance: readonly string[];
}

/** What a round weighs: the published ranking, the member units and the rounds before it. */
export interface RoundSurroundings {
  readonly rules: CycleRules;
  readonly ranking: readonly RankingRow[] | null;
  readonly earlierWaiting: number;
  readonly earlierTitles: string;
  readonly entrants: readonly Omit<Entrant, 'rank' | 'total'>[];
  /** Units that declined to take part in deciding. */
  readonly recused: readonly string[];
}

/** The units of the ranking as a round weighs them, the best first. Before it opens a preview, then frozen. */
function weighed(round: RoundContent, { rules, ranking, entrants }: RoundSurroundings): Candidate[] {
  return (ranking ?? []).flatMap(({ unitId, rank, total }): Candidate[] => {
    const entrant = entrants.find((candidate) => candidate.unitId === unitId);
    if (!entrant) return [];
    const { eligible, lower, reasons, conflicts } = eligibility({ ...entrant, rank, total }, round.titleCode, rules);
    const weighedNow = {
      eligible,
      lower,
      reasons: reasons.map(({ code, filling }) => ({ code, filling: { ...filling } })),
      conflicts: [...conflicts],
    };
    return [{ unitId, rank, total, aim: entrant.aim, ...weighedNow, nominated: false, tied: false, reason: null, votes: null }];
  });
}

/** Facts of a round from what it holds, its year and the published ranking. */
export function roundFacts(round: RoundContent, around: RoundSurroundings): RoundFacts {
  const all = around.entrants.map(({ unitId }) => unitId);
  const candidates = round.state === 'draft' ? weighed(round, around) : round.candidates;
  const { nomination } = around.rules;
  return {
    rankingPublished: around.ranking !== null,
    earlierWaiting: around.earlierWaiting,
    earlierTitles: around.earlierTitles,
    seats: round.seats,
    seatsOpen: round.seats - candidates.filter(({ nominated }) => nominated).length,
    method: nomination.method,
    rules: nomination,
    members: all.filter((unitId) => !around.recused.includes(unitId)),
    declined: all.filter((unitId) => around.recused.includes(unitId)),
    memberCount: all.length,
    quorum: needed(all.length, nomination.quorum),
    candidates,
    attended: round.attendance,
  };
}

/** The candidates after an event: frozen when the round opens, marked when the meeting decides. */
export function candidatesAfter(facts: RoundFacts, event: RoundEvent): Candidate[] {
  switch (event.type) {
    case 'open':
    case 'recuse':
    case 'readmit':
      return [...facts.candidates];
    case 'consent':
      return marked(facts.candidates, agreed(facts, event), event.nominees);
    case 'count':
      return marked(facts.candidates, counted(facts, event), event.votes);
    case 'settle':
      return marked(facts.candidates, { elected: event.unitIds, tied: [] }, []);
  }
}
