import { formatPoints } from '@thidua/workflows/centipoints';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { tieStepName } from '@thidua/workflows/ranking/ranking.words';
import type { Language } from '@thidua/workflows/wording';

/** A rule of the year as people read it: what it is about, and what holds. */
export interface RuleInWords {
  readonly name: string;
  readonly words: string;
}

/** The rules in which blocs differ, in words. */
export function rulesInWords(rules: CycleRules, language: Language): RuleInWords[] {
  return [
    { name: $localize`:@@rules.peers:Ai chấm chéo`, words: peersInWords(rules.peers) },
    {
      name: $localize`:@@rules.aggregate:Điểm chung của các đơn vị chấm`,
      words: rules.aggregate === 'median' ? $localize`:@@scores.median:Trung vị` : $localize`:@@scores.mean:Trung bình`,
    },
    {
      name: $localize`:@@rules.reason:Lý do khi điểm khác bước trước`,
      words: $localize`:@@rules.least:Ít nhất ${rules.reasonMinimum}:least: ký tự`,
    },
    {
      name: $localize`:@@rules.ties:Khi bằng điểm, lần lượt xét`,
      words: rules.tieChain.map((step) => tieStepName(step)[language]).join('; '),
    },
    { name: $localize`:@@rules.method:Bình xét`, words: methodInWords(rules.nomination) },
    {
      name: $localize`:@@rules.quorum:Số đơn vị dự họp`,
      words: $localize`:@@rules.share:Từ ${rules.nomination.quorum.p}:part:/${rules.nomination.quorum.q}:whole: số đơn vị thành viên trở lên`,
    },
    {
      name: $localize`:@@rules.minimum:Tổng điểm để được xét danh hiệu`,
      words: $localize`:@@rules.from:Từ ${formatPoints(rules.nomination.minimumTotal, language)}:points: điểm`,
    },
    {
      name: $localize`:@@rules.lower:Đề nghị mức thấp hơn đăng ký`,
      words: rules.nomination.lowerTitleWithReason
        ? $localize`:@@rules.lowerYes:Được, kèm lý do trong biên bản`
        : $localize`:@@rules.lowerNo:Không`,
    },
  ];
}

function peersInWords(peers: CycleRules['peers']): string {
  if (peers.mode === 'none') return $localize`:@@rules.peersNone:Không chấm chéo`;
  if (peers.mode === 'assigned') return $localize`:@@rules.peersSome:Mỗi đơn vị được ${peers.k}:count: đơn vị phân công chấm`;
  return $localize`:@@rules.peersAll:Mọi đơn vị cùng nhóm, trừ đơn vị mình; niêm phong đến khi tất cả đã gửi phiếu hoặc hết hạn`;
}

function methodInWords({ method, threshold }: CycleRules['nomination']): string {
  if (method === 'consent') return $localize`:@@rules.consent:Hội nghị thống nhất suy tôn`;
  const { p, q } = threshold;
  return threshold.strict
    ? $localize`:@@rules.handsOver:Giơ tay, cần quá ${p}:part:/${q}:whole:`
    : $localize`:@@rules.hands:Giơ tay, cần từ ${p}:part:/${q}:whole: trở lên`;
}
