import type { CycleRules } from '../cycle/rules.schema.js';
import { NO_REMINDER, type MayBeReminded } from '../progress/reminder.js';
import { vietnamDay } from '../working-days.js';
import type { ScorecardFacts, SelfScore } from './scorecard.schema.js';
import { beforeReview, beforeVerification, itemsOf, lacksPeers, unanswered, type ItemPoints } from './scoring.js';
import type { SheetFacts } from './sheet.schema.js';

/** Whether the peers of a card still score it. */
const isScored = (state: string): boolean => state === 'self' || state === 'peer';

/** Whether a card is under seal: nothing that depends on its peers' sheets may be read. The seal of a unit that was taken out never opens. */
export const isSealed = (state: string): boolean => isScored(state) || state === 'excluded';

/** Whether a unit left the year's emulation: it has ended by today, or its own head withdrew its registration. */
export const hasLeft = (endedOn: string | null, registration: string | null, now: Date): boolean =>
  (endedOn !== null && endedOn <= vietnamDay(now)) || registration === 'withdrawn';

/** A score card as far as its facts depend on it. */
export interface CardContent extends MayBeReminded {
  readonly state: string;
  readonly selfScores: readonly SelfScore[];
  readonly leaderScores: readonly ItemPoints[];
  readonly gone: boolean;
}

/** The sheets of a card: how many there are, how many of its group are still awaited (recused ones are not), and what those that are in say once the seal is open. */
export interface CardSheets {
  readonly sheets: number;
  readonly pending: number;
  readonly peers: readonly (readonly ItemPoints[])[];
}

/** Whether the last day of peer scoring is over. */
export const peersAreLate = (rules: CycleRules, now: Date): boolean => vietnamDay(now) > rules.deadlines.peerScore;

/** Codes of items with points that ask for evidence and have none. */
function lackingEvidence(rules: CycleRules, scores: readonly SelfScore[]): string[] {
  const asked = new Set(itemsOf(rules.criteria).flatMap(({ code, evidence }) => (evidence ? [code] : [])));
  return scores.filter(({ item, points, evidence }) => asked.has(item) && points > 0 && !evidence).map(({ item }) => item);
}

/** The points of each item before the judgement that is due. */
function before(card: CardContent, rules: CycleRules, { sheets, peers }: CardSheets): Record<string, number> {
  if (card.state === 'open') return beforeReview(rules, lacksPeers(sheets, peers) ? [] : card.selfScores, peers);
  return card.state === 'reviewed' ? beforeVerification(rules, { peers, leader: card.leaderScores }) : {};
}

/** Facts of a score card from what it says, its sheets, the year's rules and the business day. */
export function scorecardFacts(card: CardContent, given: CardSheets, rules: CycleRules, now: Date): ScorecardFacts {
  const { sheets, pending, peers } = given;
  const { peerScore } = rules.deadlines;
  const lacking = unanswered(rules.criteria, card.selfScores);
  const withoutEvidence = lackingEvidence(rules, card.selfScores);
  return {
    lacking: lacking.length,
    lackingItems: lacking.join(', '),
    withoutEvidence: withoutEvidence.length,
    evidenceItems: withoutEvidence.join(', '),
    sheets,
    pending,
    deadlinePassed: peersAreLate(rules, now),
    gone: card.gone,
    ...(card.reminder ?? NO_REMINDER),
    deadline: peerScore.split('-').reverse().join('/'),
    reasonMinimum: rules.reasonMinimum,
    unscored: card.state === 'open' && lacksPeers(sheets, peers) ? itemsOf(rules.criteria).map(({ code }) => code) : [],
    before: before(card, rules, given),
    peers,
  };
}

/** The states of the cards of a sheet: the one that it is on, and the rater's own. */
export interface SheetCards {
  readonly cardState: string;
  readonly raterState: string;
}

/** Facts of a peer sheet from what it says, the cards of both units, and the business day. */
export function sheetFacts(scores: readonly ItemPoints[], { cardState, raterState }: SheetCards, rules: CycleRules, now: Date): SheetFacts {
  const lacking = unanswered(rules.criteria, scores);
  return {
    lacking: lacking.length,
    lackingItems: lacking.join(', '),
    selfSubmitted: cardState !== 'self',
    stillTaken: isScored(cardState) && !peersAreLate(rules, now),
    takingPart: cardState !== 'excluded' && raterState !== 'excluded',
  };
}
