import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import type { Language } from '@thidua/workflows/wording';
import { dayInWords, dayOf } from '../platform/dates.js';
import type { Step } from '../ui/state-steps.js';

const AT: Readonly<Record<string, number>> = { draft: 0, submitted: 2, returned: 2, accepted: 4 };

/** The way of a registration: written, submitted by the head, examined, accepted. A return stays at the examination. */
export function registrationSteps(view: RegistrationView, language: Language): Step[] {
  const day = (instant: string | null) => (instant ? dayInWords(dayOf(instant), language) : undefined);
  const due = $localize`:@@registration.stepDue:hạn ${dayInWords(view.due, language)}:due:`;
  const returned =
    view.state === 'returned' ? $localize`:@@registration.stepReturned:Trả lại ${day(view.decidedAt) ?? ''}:day:` : undefined;
  const steps = [
    { name: $localize`:@@registration.stepDraft:Soạn`, note: view.unitShortName },
    { name: $localize`:@@registration.stepSubmit:Lãnh đạo đơn vị gửi`, note: day(view.submittedAt) ?? due },
    { name: $localize`:@@registration.stepReview:Xem xét`, note: returned ?? view.reviewerName ?? undefined },
    { name: $localize`:@@registration.stepAccept:Chấp nhận`, note: view.state === 'accepted' ? day(view.decidedAt) : undefined },
  ];
  const at = AT[view.state] ?? 0;
  return steps.map((step, index) => ({
    name: step.name,
    ...(step.note ? { note: step.note } : {}),
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
  }));
}
