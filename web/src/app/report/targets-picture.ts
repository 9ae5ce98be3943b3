import type { RegistrationView, Target } from '@thidua/workflows/registration/registration.schema';
import type { Indicator } from '@thidua/workflows/report/content.schema';
import type { SectionView } from '@thidua/workflows/report/section.schema';
import type { Language } from '@thidua/workflows/wording';
import { numberInWords } from '../platform/numbers.js';
import type { Picture } from '../ui/picture/drawing.js';
import type { FileCell } from '../ui/table-file.js';
import { blank, fillingOf } from '../ui/picture/patterns.js';
import { stacked, stackedHeight } from '../ui/picture/stacked.js';
import { resultsOf } from './results.js';

/** What has become of a unit's targets: how many a figure of its section reaches, does not reach, and of how many none tells. */
export interface Told {
  readonly unit: string;
  readonly reached: number;
  readonly below: number;
  readonly untold: number;
}

/** What became of the targets of the units whose registration and section are both read; a withdrawn registration has none. */
export const toldOf = (
  sections: readonly Pick<SectionView, 'unitId' | 'unitShortName' | 'indicators' | 'year'>[],
  registrations: readonly Pick<RegistrationView, 'unitId' | 'state' | 'targets'>[],
): Told[] =>
  sections.flatMap(({ unitId, unitShortName, indicators, year }) => {
    const registered = registrations.find((registration) => registration.unitId === unitId && registration.state === 'accepted');
    if (!registered || registered.targets.length === 0) return [];
    const shares = registered.targets.map((target) => shareOf(target, indicators, year));
    const count = (holds: (share: number | null) => boolean) => shares.filter(holds).length;
    return [
      {
        unit: unitShortName,
        reached: count((share) => share !== null && share >= 100),
        below: count((share) => share !== null && share < 100),
        untold: count((share) => share === null),
      },
    ];
  });

/** The share of its plan that a target has come to; null: no figure of its name tells, or its plan is no number. */
function shareOf(target: Target, indicators: readonly Indicator[], year: number): number | null {
  const plan = resultsOf(indicators, [target], year).find(({ plan }) => plan?.registered)?.plan;
  return plan?.share ?? null;
}

const REACHED = $localize`:@@targets.reached:Đạt kế hoạch`;
const BELOW = $localize`:@@targets.below:Chưa đạt kế hoạch`;
const UNTOLD = $localize`:@@targets.untold:Phần báo cáo chưa có số liệu cùng tên`;

/** A unit of which no figure tells has reached nothing that anybody knows of. */
function rowInWords({ unit, reached, below, untold }: Told): string {
  if (reached + below === 0) return $localize`:@@targets.noFigures:${unit}:unit:: chưa có số liệu`;
  return $localize`:@@targets.row:${unit}:unit:: ${reached}:reached: trên ${reached + below + untold}:all: chỉ tiêu đạt`;
}

/** How far the units have come with the targets that they registered. */
export function targetsPicture(told: readonly Told[], year: number, language: Language): Picture {
  const number = (figure: number): FileCell => ({ text: numberInWords(figure, language), figure });
  const partsOf = ({ reached, below, untold }: Told) => [reached, below, untold];
  const all = (unit: Told) => partsOf(unit).reduce((sum, part) => sum + part, 0);
  const sum = (of: (unit: Told) => number) => told.reduce((total, unit) => total + of(unit), 0);
  const [reached, known, whole] = [sum((unit) => unit.reached), sum((unit) => unit.reached + unit.below), sum(all)];
  return {
    file: `chi-tieu-${year}`,
    caption: $localize`:@@targets.caption:Chỉ tiêu của các đơn vị`,
    finding: $localize`:@@targets.finding:${known}:known: trên ${whole}:whole: chỉ tiêu đã đăng ký có số liệu; ${reached}:reached: chỉ tiêu đạt kế hoạch.`,
    columns: [
      { name: $localize`:@@scorecards.unit:Đơn vị` },
      ...[$localize`:@@targets.registered:Chỉ tiêu đã đăng ký`, REACHED, BELOW, UNTOLD].map((name) => ({ name, figures: true })),
    ],
    rows: told.map((unit) => [{ text: unit.unit }, ...[all(unit), ...partsOf(unit)].map(number)]),
    height: stackedHeight(told.length, 3),
    draw: (paper) =>
      stacked(paper, {
        rows: told.map(rowInWords),
        parts: [
          { name: REACHED, filling: fillingOf(0) },
          { name: BELOW, filling: fillingOf(1) },
          { name: UNTOLD, filling: blank },
        ],
        most: Math.max(...told.map(all)),
        cell: (row, part) => {
          const value = partsOf(told[row]!)[part]!;
          return { value, words: value > 0 ? [String(value)] : [] };
        },
      }),
  };
}
