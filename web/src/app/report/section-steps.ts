import type { SectionView } from '@thidua/workflows/report/section.schema';
import type { Language } from '@thidua/workflows/wording';
import { dayInWords, dayOf } from '../platform/dates.js';
import type { Step } from '../ui/state-steps.js';

const AT: Readonly<Record<string, number>> = { draft: 0, submitted: 2, returned: 0, accepted: 3 };

/** The way of a section: written, submitted by the head, looked at by the secretary, in the report. Returned it is written again. */
export function sectionSteps(view: SectionView, language: Language): Step[] {
  const day = (instant: string | null) => (instant ? dayInWords(dayOf(instant), language) : undefined);
  const due = $localize`:@@section.stepDue:hạn ${dayInWords(view.due, language)}:due:`;
  const steps: { name: string; note: string | undefined }[] = [
    { name: $localize`:@@section.stepDraft:Soạn`, note: view.unitShortName },
    { name: $localize`:@@section.stepSubmit:Lãnh đạo đơn vị gửi`, note: day(view.submittedAt) ?? due },
    { name: $localize`:@@section.stepAccept:Thư ký Khối xem`, note: day(view.acceptedAt) },
    { name: $localize`:@@section.stepReport:Trong báo cáo`, note: undefined },
  ];
  const at = AT[view.state] ?? 0;
  return steps.map(({ name, note }, index) => ({
    name,
    ...(note ? { note } : {}),
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
  }));
}
