import { fill, said, type Language } from '../wording.js';
import { stateName } from '../words.js';

/** A card or sheet as far as the words for where it stands depend on it. */
export interface Standing {
  readonly state: string;
  /** Whether anything has been written on it. */
  readonly begun: boolean;
  readonly reviewerName?: string | null;
  readonly verifierName?: string | null;
  /** Why it was returned, while it is. */
  readonly reason?: string | null;
}

const SECRETARY = said('Thư ký Khối', 'the bloc secretary');
const CARD = {
  untouched: said('Chưa bắt đầu tự chấm', 'Self-scoring not begun'),
  open: said('Chờ {reviewer} thống nhất điểm', 'Waiting for {reviewer} to agree the scores'),
  returned: said('{verifier} trả lại, chờ {reviewer} thống nhất lại điểm', 'Returned by {verifier}, waiting for {reviewer} to agree again'),
  reviewed: said('{reviewer} đã thống nhất, chờ {verifier} thẩm định', 'Agreed by {reviewer}, waiting for {verifier} to verify'),
} as const;
const SHEET = {
  untouched: said('Chưa chấm', 'Not scored yet'),
  early: said('Chờ {unit} gửi tự chấm', 'Waiting for {unit} to send its own scores'),
} as const;

/** Where a score card stands: whoever decides is called by name, since another unit than the group's leader may judge. */
export function cardStepInWords({ state, begun, reviewerName, verifierName, reason }: Standing, language: Language): string {
  const names = { reviewer: reviewerName ?? SECRETARY, verifier: verifierName ?? SECRETARY };
  if (state === 'self' && !begun) return CARD.untouched[language];
  if (state === 'open') return fill(reason ? CARD.returned : CARD.open, language, names);
  return state === 'reviewed' ? fill(CARD.reviewed, language, names) : stateName('Scorecard', state, language);
}

/** Where a peer sheet stands: what nobody has written on is not being scored. */
export function sheetStepInWords({ state, begun }: Standing, language: Language): string {
  return state === 'draft' && !begun ? SHEET.untouched[language] : stateName('Sheet', state, language);
}

/** A sheet on a unit that has not sent its own points: nothing can be sent on it yet. */
export const earlySheetInWords = (unit: string, language: Language): string => fill(SHEET.early, language, { unit });
