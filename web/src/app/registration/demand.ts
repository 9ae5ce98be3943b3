import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';

/** How many units aim at a title or level, beside the seats there are (none for a level). */
export interface Demand {
  readonly name: string;
  readonly units: number;
  readonly seats: number | null;
}

/** Demand beside quota, titles first. Withdrawn registrations do not count. */
export function demandOf(rules: CycleRules | undefined, registrations: readonly RegistrationView[]): Demand[] {
  if (!rules) return [];
  const count = (kind: 'title' | 'level', code: string) =>
    registrations.filter(({ aim, state }) => state !== 'withdrawn' && aim?.kind === kind && aim.code === code).length;
  return [
    ...rules.titles.map(({ code, name, seats }) => ({ name, units: count('title', code), seats })),
    ...rules.completionLevels.map(({ code, name }) => ({ name, units: count('level', code), seats: null })),
  ];
}
