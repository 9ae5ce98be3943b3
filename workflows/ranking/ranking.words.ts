import type { TieStep } from '../cycle/rules.schema.js';
import type { Unranked } from './ranking.schema.js';
import { refusal, said, type FeatureWords, type Said } from '../wording.js';

export const rankingWords = {
  kinds: { Ranking: said('bảng xếp hạng', 'ranking') },
  states: { Ranking: { open: said('Chưa công bố', 'Not published yet'), published: said('Đã công bố', 'Published') } },
  events: { Ranking: { publish: said('Công bố xếp hạng', 'Publish the ranking') } },
  problems: {
    'needs-all-verified': refusal(
      409,
      said(
        'Còn {waitingCards} đơn vị chưa được Khối thẩm định điểm: {waitingUnits}.',
        'The bloc has not verified the scores of {waitingCards} units: {waitingUnits}.',
      ),
      said('Chờ thẩm định xong, hoặc nhắc đơn vị đang giữ việc.', 'Wait for verification, or remind whoever it waits for.'),
    ),
  },
} as const satisfies FeatureWords;

/** Why a member has no rank. */
export const unrankedWords: Readonly<Record<Unranked['why'], Said>> = {
  withdrawn: said('đã rút đăng ký', 'withdrew its registration'),
  excluded: said('không còn tham gia thi đua trong năm', 'left this year’s emulation'),
};

/** What a step of the tie chain is called, as the ranking and the minutes print it. */
export function tieStepName(step: TieStep): Said {
  if (step === 'lower-penalty') return said('điểm trừ thấp hơn', 'lower penalty');
  if (step === 'higher-bonus') return said('điểm thưởng cao hơn', 'higher bonus');
  if (step === 'previous-rank') return said('thứ hạng năm trước cao hơn', 'better rank last year');
  if (step === 'meeting') return said('quyết định của hội nghị', 'decision of the meeting');
  const section = step.slice('higher-section:'.length);
  return said(`điểm nhóm ${section} cao hơn`, `higher score in section ${section}`);
}
