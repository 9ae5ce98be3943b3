import { recusalStepWords } from '@thidua/workflows/cycle/recusal';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { lacksPeers } from '@thidua/workflows/scorecard/scoring';
import { cardStepInWords } from '@thidua/workflows/scorecard/step';
import type { Language } from '@thidua/workflows/wording';
import { dayInWords, dayOf } from '../platform/dates.js';
import type { RecusalLine } from '../ui/recusal-list.js';
import { assigned } from './score-columns.js';

const secretary = () => $localize`:@@registrations.secretary:Thư ký Khối`;
const reviewerOf = ({ reviewerName }: ScorecardView): string => reviewerName ?? secretary();
const verifierOf = ({ verifierName }: ScorecardView): string => verifierName ?? secretary();

/** Where a card stands. What another unit has written so far is not known here, and is taken to be something. */
export function stepOf(view: ScorecardView, language: Language): string {
  const own = view.actions.some(({ type }) => type === 'edit');
  return cardStepInWords({ ...view, begun: !own || view.self.length > 0 }, language);
}

/** Who decides, and until when. */
export function deciders(view: ScorecardView, language: Language): string {
  const day = (date: string) => dayInWords(date, language);
  return $localize`:@@scorecard.who:${reviewerOf(view)}:reviewer: thống nhất điểm, hạn ${day(view.due.review)}:review:; ${verifierOf(view)}:verifier: thẩm định cho Khối, hạn ${day(view.due.verification)}:verification:.`;
}

/** What follows when a unit sends its own points: its peers score it, or it is too late for them. */
export function afterSelf(view: ScorecardView, language: Language): string {
  if (assigned(view) === 0)
    return $localize`:@@selfScore.afterAlone:Sau khi gửi không sửa được; ${reviewerOf(view)}:reviewer: thống nhất điểm.`;
  return view.peersOver
    ? $localize`:@@selfScore.afterLate:Sau khi gửi không sửa được. Đã hết hạn chấm chéo (${dayInWords(view.due.peer, language)}:due:): các đơn vị không chấm nữa, điểm tự chấm không được tính; ${reviewerOf(view)}:reviewer: chấm từng tiêu chí.`
    : $localize`:@@selfScore.after:Sau khi gửi không sửa được; các đơn vị cùng nhóm chấm chéo, niêm phong.`;
}

/** What is to be known of a card's seal. */
export interface SealWords {
  readonly kind: 'sealed' | 'over';
  readonly text: string;
}

/** What to say of the seal, or of peers who did not score; null where there is nothing to say. */
export function sealOf(view: ScorecardView, language: Language): SealWords | null {
  const due = dayInWords(view.due.peer, language);
  if (assigned(view) === 0 || view.state === 'excluded') return null;
  if (!view.sealed) return lacksPeers(assigned(view), view.peers) ? { kind: 'over', text: withoutPeers(view, due) } : null;
  const sent = sentInWords(view);
  if (!view.peersOver) {
    const until = $localize`:@@scorecard.until:Các đơn vị chấm chéo nhau mở cùng lúc: khi tất cả đã gửi phiếu hoặc hết ngày ${due}:due:.`;
    return { kind: 'sealed', text: `${sent}. ${until}` };
  }
  return {
    kind: 'over',
    text:
      view.state === 'self'
        ? $localize`:@@scorecard.lateSelf:Đã hết hạn chấm chéo (${due}:due:) mà đơn vị chưa gửi điểm tự chấm. Các đơn vị không chấm nữa, điểm tự chấm không được tính; khi đơn vị gửi, ${reviewerOf(view)}:reviewer: chấm từng tiêu chí.`
        : $localize`:@@scorecard.opening:Đã hết hạn chấm chéo (${due}:due:). ${sent}:sent:; điểm đang được mở.`,
  };
}

/** How many of those that score a card have sent their sheets, and how many declined. */
export function sentInWords({ sheets }: Pick<ScorecardView, 'sheets'>): string {
  const sent = $localize`:@@scorecards.sent:${sheets.submitted}:submitted: trên ${sheets.of}:of: đơn vị đã gửi`;
  return sheets.recused === 0
    ? sent
    : $localize`:@@scorecards.sentAndDeclined:${sent}:sent:, ${sheets.recused}:recused: đơn vị xin không chấm`;
}

/** Who declined to score or judge a unit, in words. */
export const recusalLines = ({ recusals }: ScorecardView, unit: string, language: Language): RecusalLine[] =>
  recusals.map(({ step, by, reason }) => ({ text: `${by} ${recusalStepWords[step][language]} ${unit}`, reason }));

function withoutPeers(view: ScorecardView, due: string): string {
  if (view.sheets.of === 0)
    return $localize`:@@scorecard.allDeclined:Mọi đơn vị được phân công đã xin không chấm, và điểm tự chấm không được tính. ${reviewerOf(view)}:reviewer: chấm từng tiêu chí.`;
  const late = view.submittedAt !== null && dayOf(view.submittedAt) > view.due.peer;
  return late
    ? $localize`:@@scorecard.late:Đơn vị gửi tự chấm sau khi hết hạn chấm chéo (${due}:due:) nên không có điểm của các đơn vị khác, và điểm tự chấm không được tính. ${reviewerOf(view)}:reviewer: chấm từng tiêu chí.`
    : $localize`:@@scorecard.unscored:Không đơn vị nào gửi phiếu chấm trước khi hết hạn (${due}:due:), và điểm tự chấm không được tính. ${reviewerOf(view)}:reviewer: chấm từng tiêu chí.`;
}

/** What was done, as the page confirms it. */
export function doneInWords(event: string, { unitShortName }: ScorecardView): string {
  if (event === 'submit') return $localize`:@@scorecard.doneSubmit:Đã gửi điểm tự chấm của ${unitShortName}:unit:`;
  if (event === 'review') return $localize`:@@scorecard.doneReview:Đã thống nhất điểm của ${unitShortName}:unit:`;
  if (event === 'recuse') return $localize`:@@scorecard.doneRecuse:Đã xin không xét điểm của ${unitShortName}:unit:`;
  if (event === 'exclude') return $localize`:@@scorecard.doneExclude:Đã đưa ${unitShortName}:unit: ra khỏi xếp hạng`;
  if (event === 'verify') return $localize`:@@scorecard.doneVerify:Đã thẩm định điểm của ${unitShortName}:unit:`;
  return $localize`:@@scorecard.doneReturn:Đã trả lại điểm của ${unitShortName}:unit:`;
}

/** Who is next, after what was done. */
export function nextInWords(view: ScorecardView, language: Language): string | null {
  const due = dayInWords(view.due.peer, language);
  if (view.state === 'peer')
    return $localize`:@@scorecard.nextPeers:Các đơn vị cùng nhóm chấm chéo, niêm phong đến khi tất cả đã gửi phiếu, chậm nhất hết ngày ${due}:due:.`;
  if (view.state === 'open') return $localize`:@@scorecard.nextReview:Đang chờ ${reviewerOf(view)}:reviewer: thống nhất điểm.`;
  return view.state === 'reviewed' ? $localize`:@@scorecard.nextVerify:Đang chờ ${verifierOf(view)}:verifier: thẩm định.` : null;
}
