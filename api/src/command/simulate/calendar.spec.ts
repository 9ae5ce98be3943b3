import { lintDeadlines } from '@thidua/workflows/cycle/criteria-lint';
import { canonicalJson, sha256 } from '../../platform/journal/canonical.js';
import { calendarOf } from './calendar.js';

describe('the calendar of a simulated installation', () => {
  it.each([
    ['in the middle of scoring', '2026-11-29', [2024, 2025, 2026], '2024-11-29'],
    ['after the turn of the year', '2027-01-15', [2024, 2025, 2026], '2025-01-15'],
    ['on a leap day', '2028-02-29', [2025, 2026, 2027], '2026-02-28'],
    ['in summer', '2026-07-01', [2024, 2025, 2026], '2024-07-01'],
  ])('ends %s with the year that goes on', (_, today, years, first) => {
    const planned = calendarOf(today, 3);
    expect(planned.map(({ year }) => year)).toEqual(years);
    expect(planned.map(({ newest }) => newest)).toEqual([false, false, true]);
    expect(planned[0]!.anchor).toBe(`${first}T00:00:00+07:00`);
    expect(planned[2]!.rules.deadlines).toMatchObject({ selfScore: today });
    for (const { rules, rulesHash } of planned) expect([lintDeadlines(rules), sha256(canonicalJson(rules))]).toEqual([[], rulesHash]);
  });
});
