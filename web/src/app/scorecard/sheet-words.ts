import { formatPoints } from '@thidua/workflows/centipoints';
import type { CriteriaItem } from '@thidua/workflows/cycle/rules.schema';
import type { SheetView } from '@thidua/workflows/scorecard/sheet.schema';
import { sheetStepInWords } from '@thidua/workflows/scorecard/step';
import type { Language } from '@thidua/workflows/wording';
import { dayInWords } from '../platform/dates.js';
import type { EventManners } from '../ui/event-choice.js';
import type { Correction } from '../ui/error-summary.js';
import { unansweredOf, type CriteriaPart } from './criteria-rows.js';
import { cellId } from './grid-keys.js';
import type { ScoreDesk } from './score-desk.js';
import type { SheetDesks } from './sheet-desks.js';

const isUnsent = ({ state, taken }: SheetView): boolean => state === 'draft' && !taken;

/** Where a sheet stands for its rater. */
export const sheetStep = (sheet: SheetView, language: Language): string =>
  isUnsent(sheet)
    ? $localize`:@@sheets.notSent:Không gửi, đã hết hạn`
    : sheetStepInWords({ state: sheet.state, begun: sheet.scores.length > 0 }, language);

/** How declining to score, and taking it up again, is asked. */
export const decliningManners = (): EventManners => ({
  recuse: {
    quiet: true,
    icon: 'block',
    reason: {
      least: 10,
      label: $localize`:@@sheets.declineReason:Lý do xin không chấm`,
      hint: $localize`:@@sheets.declineHint:Ít nhất 10 ký tự. Ghi vào biên bản; điểm đã ghi trên phiếu này bị xóa.`,
    },
  },
  reopen: { icon: 'undo', after: $localize`:@@sheets.reopenAfter:Phiếu bắt đầu lại từ đầu. Chỉ nhận lại được khi niêm phong chưa mở.` },
});

/** Once no sheet is taken any more: which were not sent. Null while some still are. */
export function unsentWords(sheets: readonly SheetView[], language: Language): string | null {
  const [first] = sheets;
  if (!first || sheets.some(({ taken }) => taken)) return null;
  const day = dayInWords(first.due, language);
  const units = sheets.filter(isUnsent).map(({ unitShortName }) => unitShortName);
  return units.length > 0
    ? $localize`:@@sheets.unsent:Ngày cuối là ${day}:day:. Phiếu chấm ${units.join(', ')}:units: chưa gửi nên không được tính; không sửa và không gửi được nữa.`
    : $localize`:@@sheets.allSent:Ngày cuối là ${day}:day:. Mọi phiếu đã gửi; điểm các đơn vị chấm nhau ở trang Chấm điểm.`;
}

/** Why an item's text cannot go to the server as it stands. */
export function faultInWords(item: CriteriaItem, desk: ScoreDesk, language: Language): string {
  const fault = desk.faultOf(item.code);
  if (fault === 'no-points') return $localize`:@@scores.noPoints:có minh chứng mà chưa có điểm, chưa lưu`;
  if (fault === 'unreadable') return $localize`:@@scores.unreadable:không phải là một số, chưa lưu`;
  const [points, max] = [desk.points[item.code] ?? 0, item.max].map((value) => formatPoints(value, language));
  return $localize`:@@scores.above:${points}:points: vượt mức tối đa ${max}:max:, chưa lưu`;
}

/** Each cell of a unit's column that keeps its sheet from being sent, with a way to it: what is wrong, then what is missing. */
export function correctionsOf(
  sheet: SheetView,
  column: number,
  desks: SheetDesks,
  parts: readonly CriteriaPart[],
  language: Language,
): Correction[] {
  const items = parts.flatMap((part) => part.items);
  const desk = desks.of(sheet);
  const wrong = new Set(desk?.unsaved());
  const at = (item: CriteriaItem) => cellId({ row: items.indexOf(item), column });
  const unit = sheet.unitShortName;
  return [
    ...items
      .filter(({ code }) => desk && wrong.has(code))
      .map((item) => ({
        fieldId: at(item),
        text: $localize`:@@sheets.wrong:${unit}:unit:, ${item.code}:code:: ${faultInWords(item, desk!, language)}:fault:`,
      })),
    ...unansweredOf(parts, desks.pointsOf(sheet))
      .filter(({ code }) => !wrong.has(code))
      .map((item) => ({ fieldId: at(item), text: $localize`:@@sheets.missing:${unit}:unit:, ${item.code}:code:: chưa chấm` })),
  ];
}
