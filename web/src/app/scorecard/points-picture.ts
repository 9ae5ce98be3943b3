import { formatPoints } from '@thidua/workflows/centipoints';
import type { CriteriaTable } from '@thidua/workflows/cycle/rules.schema';
import type { Totals } from '@thidua/workflows/scorecard/scoring';
import type { Language } from '@thidua/workflows/wording';
import type { Picture } from '../ui/picture/drawing.js';
import { fillingOf } from '../ui/picture/patterns.js';
import { stacked, stackedHeight, type Stacked } from '../ui/picture/stacked.js';

/** A unit with the points that stand. */
export interface Pointed {
  readonly name: string;
  readonly totals: Totals;
}

/** A part of the criteria table: a section, or what is added above the scale. */
interface Part {
  /** What stands in a bar. */
  readonly code: string;
  readonly name: string;
  of(totals: Totals): number;
}

/** The points of units, section by section, in the order in which they come. Whoever is sealed or not agreed yet is not among them. */
export function pointsPicture(
  units: readonly Pointed[],
  { file, caption, table }: { file: string; caption: string; table: CriteriaTable },
  language: Language,
): Picture {
  const parts = partsOf(table);
  const points = (value: number) => ({ text: formatPoints(value, language), figure: value / 100 });
  const columns = [...parts.map(({ name }) => name), PENALTY, TOTAL];
  return {
    file,
    caption,
    finding: findingOf(units, language),
    columns: [{ name: UNIT }, ...columns.map((name) => ({ name, figures: true, format: '0.00' }))],
    rows: units.map(({ name, totals }) => [
      { text: name },
      ...parts.map((part) => points(part.of(totals))),
      points(totals.penalty),
      points(totals.total),
    ]),
    height: stackedHeight(units.length, parts.length),
    draw: (paper) => stacked(paper, barsOf(units, parts, table, language)),
  };
}

const UNIT = $localize`:@@scorecards.unit:Đơn vị`;
const BONUS = $localize`:@@ranking.bonus:Điểm thưởng`;
const PENALTY = $localize`:@@ranking.penalty:Điểm trừ`;
const TOTAL = $localize`:@@ranking.total:Tổng điểm`;

const partsOf = ({ sections, bonus }: CriteriaTable): Part[] => [
  ...sections.map(({ code, name }): Part => ({ code, name: `${code}. ${name}`, of: (totals) => totals.sections[code] ?? 0 })),
  ...(bonus.items.length > 0 ? [{ code: '+', name: BONUS, of: (totals: Totals) => totals.bonus }] : []),
];

function findingOf(units: readonly Pointed[], language: Language): string {
  const all = units.map(({ totals }) => totals.total);
  const [most, least] = [Math.max(...all), Math.min(...all)];
  const names = (total: number) => units.flatMap(({ name, totals }) => (totals.total === total ? [name] : [])).join(', ');
  const said = (total: number) => formatPoints(total, language);
  if (most === least) return $localize`:@@pointsPicture.equal:${names(most)}:units:: ${said(most)}:points: điểm.`;
  return $localize`:@@pointsPicture.finding:Cao nhất: ${names(most)}:most:, ${said(most)}:mostPoints: điểm. Thấp nhất: ${names(least)}:least:, ${said(least)}:leastPoints: điểm.`;
}

const barsOf = (units: readonly Pointed[], parts: readonly Part[], { scale }: CriteriaTable, language: Language): Stacked => ({
  rows: units.map((unit) => rowName(unit, language)),
  parts: parts.map(({ name }, at) => ({ name, filling: fillingOf(at) })),
  most: Math.max(scale, ...units.map(({ totals }) => totals.base + totals.bonus)),
  cell: (row, part) => {
    const value = parts[part]!.of(units[row]!.totals);
    const points = formatPoints(value, language);
    return { value, words: [`${parts[part]!.code} ${points}`, points] };
  },
});

function rowName({ name, totals }: Pointed, language: Language): string {
  const total = formatPoints(totals.total, language);
  const less = formatPoints(totals.penalty, language);
  return totals.penalty > 0
    ? $localize`:@@pointsPicture.rowLess:${name}:unit:: ${total}:points: điểm, sau khi trừ ${less}:less:`
    : $localize`:@@pointsPicture.row:${name}:unit:: ${total}:points: điểm`;
}
