import type { Actor, Recusal } from '../actor.js';
import { said, type Said } from '../wording.js';

/** The steps from which one may be recused, in the order of the year. */
export const RECUSAL_STEPS = ['judge', 'score', 'review', 'verify', 'elect', 'propose', 'check'] as const;
export type RecusalStep = (typeof RECUSAL_STEPS)[number];

const recusalsOf = (actor: Actor): readonly Recusal[] => actor.recusals ?? [];

/** The units that the actor does not judge, each in its year: a conflict with a unit holds for every step of the year. */
export const unitsRecusedFrom = (actor: Actor): { readonly cycleId: string; readonly unitId: string }[] =>
  recusalsOf(actor).flatMap(({ cycleId, aboutUnitId }) => (aboutUnitId ? [{ cycleId, unitId: aboutUnitId }] : []));

/** The ids of the records of a kind from which the actor is recused. */
export const recordsRecusedFrom = (actor: Actor, kind: string): string[] =>
  recusalsOf(actor).flatMap((recusal) => (recusal.kind === kind ? [recusal.recordId] : []));

/** Stands where the words of a recusal were erased. */
export const erasedReason: Said = said('(lời đã được xóa theo yêu cầu)', '(the words were erased on request)');

/** What was declined, as minutes and pages name it: `{by} {step} {unit}`. */
export const recusalStepWords: Readonly<Record<RecusalStep, Said>> = {
  judge: said('xin không xét đăng ký của', 'declined to judge the registration of'),
  score: said('xin không chấm', 'declined to score'),
  review: said('xin không thống nhất điểm của', 'declined to agree the scores of'),
  verify: said('xin không thẩm định điểm của', 'declined to verify the scores of'),
  elect: said('xin không tham gia bình xét', 'declined to take part in deciding'),
  propose: said('xin không lập và trình', 'declined to compile and propose'),
  check: said('xin không kiểm tra thể thức', 'declined to check the format of'),
};
