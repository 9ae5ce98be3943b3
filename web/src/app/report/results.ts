import type { Target } from '@thidua/workflows/registration/registration.schema';
import type { Indicator } from '@thidua/workflows/report/content.schema';
import { parseNumber } from '../platform/numbers.js';

/** Against what a figure stands: the value where one is known, and what share of it (per cent) the figure is. */
export interface Against {
  readonly value: number | null;
  readonly share: number;
  /** It was registered as a target, not stated by the section itself. */
  readonly registered: boolean;
}

/** A figure that stands against the year's plan, against the year before, or against both. */
export interface Result {
  readonly indicator: Indicator;
  readonly plan: Against | null;
  readonly previous: Against | null;
}

/**
 * The figures of a section that stand against something: a target of the same name and unit that was registered comes first, then what
 * the section itself says of the plan or of the year before. What stands against another year or a wider aim is not among them.
 */
export const resultsOf = (indicators: readonly Indicator[], targets: readonly Target[], year: number): Result[] =>
  indicators.flatMap((indicator) => {
    const target = targets.find(({ name, unit }) => same(name, indicator.label) && same(unit, indicator.unit));
    const plan = against(indicator, target?.planned) ?? statedPlan(indicator);
    const previous = against(indicator, target?.previous) ?? statedPrevious(indicator, year);
    return plan || previous ? [{ indicator, plan, previous }] : [];
  });

const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Targets are Vietnamese records: `1.200` is twelve hundred, in whatever language the page is read. */
function against({ value }: Indicator, typed: string | undefined): Against | null {
  const number = typed ? parseNumber(typed, 'vi') : null;
  return number !== null && number > 0 && value >= 0 ? { value: number, share: (value / number) * 100, registered: true } : null;
}

/** What a section says of itself. */
const STATED = { value: null, registered: false };

function statedPlan({ comparison, value, unit }: Indicator): Against | null {
  if (comparison?.kind !== 'ofPlan' || comparison.unit !== '%' || comparison.value < 0) return null;
  // “165 % of the plan” as the figure itself has no other value that the plan could be compared with.
  return unit === '%' && value === comparison.value ? { ...STATED, value: 100, share: value } : { ...STATED, share: comparison.value };
}

function statedPrevious({ comparison, value, unit }: Indicator, year: number): Against | null {
  if (comparison?.kind !== 'increase' || !isYearBefore(comparison.base, year) || value < 0) return null;
  if (same(comparison.unit, unit) && unit !== '%') {
    const before = value - comparison.value;
    return before > 0 ? { ...STATED, value: before, share: (value / before) * 100 } : null;
  }
  // A share that rose by “2 %” may have risen by points or by parts: nobody can tell.
  return comparison.unit === '%' && unit !== '%' && comparison.value >= -100 ? { ...STATED, share: 100 + comparison.value } : null;
}

const isYearBefore = (base: string, year: number): boolean => {
  const years: readonly string[] = base.match(/\b\d{4}\b/g) ?? [];
  return years.length > 0 ? years.every((stated) => stated === String(year - 1)) : /cùng kỳ|năm trước/i.test(base);
};
