import type { CycleRules } from '../cycle/rules.schema.js';
import { NO_REMINDER, type MayBeReminded } from '../progress/reminder.js';
import { vietnamDay } from '../working-days.js';
import type { Aim, RegistrationFacts, Target } from './registration.schema.js';

/** The name of an aim in the year's rules, or null. */
export function aimName(rules: Pick<CycleRules, 'titles' | 'completionLevels'>, aim: Aim | null): string | null {
  if (!aim) return null;
  const known = aim.kind === 'title' ? rules.titles : rules.completionLevels;
  return known.find((candidate) => candidate.code === aim.code)?.name ?? null;
}

/** Facts of a registration from what it says, its reminders, its year and the business day. */
export function registrationFacts(
  draft: { readonly aim: Aim | null; readonly targets: readonly Target[] } & MayBeReminded,
  cycle: { readonly state: string; readonly rules: CycleRules },
  now: Date,
): RegistrationFacts {
  const { registration } = cycle.rules.deadlines;
  return {
    cycleOpen: cycle.state === 'open',
    deadlinePassed: vietnamDay(now) > registration,
    deadline: registration.split('-').reverse().join('/'),
    aimKnown: aimName(cycle.rules, draft.aim) !== null,
    ...(draft.reminder ?? NO_REMINDER),
    targets: draft.targets.length,
    targetsWithoutEvidence: draft.targets.filter((target) => target.evidence === '').length,
  };
}
