import type { RegistrationDraft, RegistrationView } from '@thidua/workflows/registration/registration.schema';
import type { Need } from '@thidua/workflows/record';
import type { Language } from '@thidua/workflows/wording';
import type { Faults } from '../platform/faults.js';
import { numberRefused, readNumber, scaledTwice } from '../platform/numbers.js';
import type { Choices, Difference } from '../ui/stale-region.js';

/** What of a view is written by people. */
export const draftOf = ({ aim, targets, note }: RegistrationView): RegistrationDraft => ({ aim, targets, note });

/** The field of a place in the draft: `/targets/1/evidence` → `target-2-evidence`. */
export function fieldOf(pointer: string): string {
  const [, list, at, field] = pointer.split('/');
  if (list === 'targets' && at !== undefined) return field ? `target-${Number(at) + 1}-${field}` : `target-${Number(at) + 1}`;
  if (list === 'targets') return 'add-target';
  return list === 'note' ? 'note' : 'aim-heading';
}

/** Where on the page each need of `submit` is mended. */
export function placesOf(draft: RegistrationDraft, firstAim: string): Record<string, string> {
  const bare = draft.targets.findIndex(({ evidence }) => evidence.trim() === '');
  return {
    'needs-aim': firstAim,
    'needs-targets': 'add-target',
    'needs-planned-evidence': `target-${Math.max(bare, 0) + 1}-evidence`,
  };
}

/**
 * The figures of targets that may be read as either of two numbers, or multiply what their unit multiplies already. A target may be said in
 * other words than a number (“100% chi hội”): those stand as they are written.
 */
export const unclearIn = ({ targets }: RegistrationDraft, language: Language): Faults =>
  new Map(
    targets.flatMap((target, at) =>
      (['previous', 'planned'] as const).flatMap((field) => {
        const reading = readNumber(target[field], language);
        const unclear = 'why' in reading && reading.why === 'unclear' ? numberRefused(target[field], language) : null;
        const fault = unclear ?? scaledTwice(target[field], target.unit);
        return fault ? [[`/targets/${at}/${field}`, fault] as const] : [];
      }),
    ),
  );

/** The faults of the draft that the needs of `submit` speak of, so that each field says its own. */
export function faultsOfMissing(draft: RegistrationDraft, needs: readonly Need[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const need of needs) {
    if (need.code === 'needs-aim') found.set('/aim', `${need.detail} ${need.next}`);
    if (need.code === 'needs-targets') found.set('/targets', `${need.detail} ${need.next}`);
    if (need.code !== 'needs-planned-evidence') continue;
    draft.targets.forEach((target, at) => {
      if (target.evidence.trim() === '')
        found.set(`/targets/${at}/evidence`, $localize`:@@registration.noEvidence:Chưa có minh chứng dự kiến.`);
    });
  }
  return found;
}

const LABELS: Readonly<Record<keyof RegistrationDraft, string>> = {
  aim: $localize`:@@registration.aimLegend:Danh hiệu hoặc mức hoàn thành`,
  targets: $localize`:@@registrations.targets:Chỉ tiêu`,
  note: $localize`:@@registration.noteLabel:Ghi chú`,
};

/** In which parts two drafts differ, in words. */
export function differencesOf(
  yours: RegistrationDraft,
  theirs: RegistrationDraft,
  aimName: (draft: RegistrationDraft) => string,
): Difference[] {
  const say: Record<keyof RegistrationDraft, (draft: RegistrationDraft) => string> = {
    aim: aimName,
    targets: ({ targets }) =>
      targets.map((target, at) => `${at + 1}. ${target.name}: ${target.planned} ${target.unit}; ${target.evidence}`).join('\n'),
    note: ({ note }) => note,
  };
  return (['aim', 'targets', 'note'] as const)
    .filter((key) => JSON.stringify(yours[key]) !== JSON.stringify(theirs[key]))
    .map((key) => ({ key, label: LABELS[key], yours: say[key](yours), theirs: say[key](theirs) }));
}

/** The draft that the choices make of the two. */
export const merged = (yours: RegistrationDraft, theirs: RegistrationDraft, choices: Choices): RegistrationDraft => ({
  aim: choices['aim'] === 'yours' ? yours.aim : theirs.aim,
  targets: choices['targets'] === 'yours' ? yours.targets : theirs.targets,
  note: choices['note'] === 'yours' ? yours.note : theirs.note,
});
