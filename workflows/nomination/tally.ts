import type { NominationRules, Share } from '../cycle/rules.schema.js';

/** A show of hands for one unit. */
export interface Hands {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** Whether `count` of `whole` reaches a share: count·q ≥ p·whole, or more than that when strict. Integers only (scoring.md 4.3, I-14). */
export const reaches = (count: number, whole: number, { p, q }: Share, strict = false): boolean =>
  strict ? count * q > p * whole : count * q >= p * whole;

/** The least count that reaches a share of `whole`. */
export const needed = (whole: number, { p, q }: Share, strict = false): number =>
  strict ? Math.floor((p * whole) / q) + 1 : Math.ceil((p * whole) / q);

/** What a threshold is taken of: all members, those present, or the hands raised for yes or no. */
export function baseOf(rule: NominationRules['threshold']['base'], members: number, present: number, hands: Hands): number {
  if (rule === 'members') return members;
  return rule === 'present' ? present : hands.yes + hands.no;
}

/** Whether a unit passes the vote. With no hand raised nothing passes. */
export function passes(rules: NominationRules, members: number, present: number, hands: Hands): boolean {
  const { threshold } = rules;
  return hands.yes > 0 && reaches(hands.yes, baseOf(threshold.base, members, present, hands), threshold, threshold.strict);
}
