import type { Filling, Said } from '../wording.js';
import { said } from '../wording.js';

/** Minutes for which a proof that it is oneself holds. Signing in is one. */
export const PROOF_MINUTES = 10;

/** What an account proves itself by: the code of its second factor where it has one, else the password. */
export const PROOF_WAYS = ['code', 'password'] as const;
export type ProofWay = (typeof PROOF_WAYS)[number];

/** When a session last proved whose it is (trust time), and what its account would prove it by. */
export interface Proof {
  readonly at: Date;
  readonly by: ProofWay;
}

const EVERY = 'every event';

/**
 * What an open session alone cannot do, by kind and event: signing and the number that is taken for it, naming who signs in one's stead
 * (they prove themselves by their own password), opening a round, all that decides it and who takes part, taking a unit out of the ranking,
 * and the administration of provinces, units, people and blocs, in which a new event is asked for a proof from its first day.
 */
const ASKED: Readonly<Record<string, readonly string[] | typeof EVERY>> = {
  Document: ['prepare', 'sign'],
  Substitution: ['create'],
  Round: ['open', 'recuse', 'readmit', 'consent', 'count', 'settle'],
  Scorecard: ['exclude'],
  Province: EVERY,
  Unit: EVERY,
  Person: EVERY,
  Post: EVERY,
  Bloc: EVERY,
};

/** Whether an event is one that asks for a proof. */
export function asksProof(kind: string, event: string): boolean {
  const asked = Object.hasOwn(ASKED, kind) ? ASKED[kind]! : [];
  return asked === EVERY || asked.includes(event);
}

/** Whether an event waits until whoever acts has proved anew that it is them. */
export const proofIsOwed = (kind: string, event: string, proved: Date, now: Date): boolean =>
  asksProof(kind, event) && now.getTime() - proved.getTime() >= PROOF_MINUTES * 60_000;

const NAMES: Readonly<Record<ProofWay, Said>> = {
  code: said('mã của ứng dụng xác thực', 'the code of your authenticator'),
  password: said('mật khẩu', 'your password'),
};

/** What fills the sentence that asks for a proof. */
export const proofFilling = (by: ProofWay): Filling => ({ minutes: PROOF_MINUTES, by, what: NAMES[by] });
