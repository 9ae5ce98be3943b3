import type { DocumentView } from '@thidua/workflows/register/document.schema';
import type { Language } from '@thidua/workflows/wording';
import { instantInWords } from '../platform/dates.js';
import type { Step } from '../ui/state-steps.js';

/** At which step of its way a document stands. */
const STEP: Readonly<Record<string, number>> = {
  draft: 0,
  returned: 0,
  proposed: 1,
  checked: 2,
  prepared: 2,
  signing: 2,
  signed: 3,
  issued: 4,
};

/** A document's way out of the door: who did what and when, and for whom it waits. */
export function stepsOf(view: DocumentView, language: Language): Step[] {
  const at = STEP[view.state] ?? 0;
  const when = (instant: string | null) => (instant ? instantInWords(instant, language) : undefined);
  const steps: readonly { readonly name: string; readonly done: string | undefined; readonly waits: string }[] = [
    {
      name: $localize`:@@document.stepPropose:Trình văn bản`,
      done: when(view.proposedAt),
      waits: $localize`:@@document.waitsSecretary:Chờ Thư ký Khối`,
    },
    {
      name: $localize`:@@document.stepCheck:Kiểm tra thể thức`,
      done: when(view.checkedAt),
      waits: $localize`:@@document.waitsRecords:Chờ Văn thư`,
    },
    {
      name: $localize`:@@document.stepSign:Cấp số, ký`,
      done: when(view.signedAt),
      waits:
        view.state === 'signing'
          ? $localize`:@@document.waitsProgram:Đang tạo và kiểm tra chữ ký`
          : $localize`:@@document.waitsHead:Chờ Trưởng Khối`,
    },
    {
      name: $localize`:@@document.stepIssue:Phát hành`,
      done: when(view.issuedAt),
      waits: $localize`:@@document.waitsRecords:Chờ Văn thư`,
    },
  ];
  return steps.map(({ name, done, waits }, n): Step => {
    const state = n < at ? 'done' : n === at ? 'current' : 'ahead';
    const note = state === 'done' ? done : state === 'current' ? waits : undefined;
    return { name, state, ...(note ? { note } : {}) };
  });
}

/** `Báo cáo số 01/BC-KTĐ`, before it has a number `Báo cáo (dự thảo)`. */
export const nameOf = ({ typeName, number }: DocumentView): string =>
  number
    ? $localize`:@@document.named:${typeName}:type: số ${number}:number:`
    : $localize`:@@document.unnumbered:${typeName}:type: (chưa có số)`;
