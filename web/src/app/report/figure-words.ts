import type { Indicator, SectionAward } from '@thidua/workflows/report/content.schema';
import type { Language } from '@thidua/workflows/wording';
import { numberInWords } from '../platform/numbers.js';

/** What the qualifiers are called, in a list and before a figure. */
export const QUALIFIER_NAMES: Readonly<Record<Indicator['qualifier'], string>> = {
  exact: $localize`:@@figure.exact:đúng`,
  over: $localize`:@@figure.over:trên`,
  nearly: $localize`:@@figure.nearly:gần`,
  about: $localize`:@@figure.about:khoảng`,
};

/** `13,1 tỷ đồng`, `86,6%`: value and unit are not parted at a line's end. */
const measure = (value: string, unit: string): string => (unit === '%' ? `${value}%` : `${value}\u00a0${unit}`);

/** `trên 13,1 tỷ đồng`, `8/10 hội cấp huyện` */
export function valueInWords({ value, unit, qualifier, outOf }: Indicator, language: Language): string {
  const number = numberInWords(value, language);
  const whole = measure(outOf === undefined ? number : `${number}/${numberInWords(outOf, language)}`, unit);
  return qualifier === 'exact' ? whole : `${QUALIFIER_NAMES[qualifier]} ${whole}`;
}

/** `tăng 29,6% so với cùng kỳ`; empty without a comparison. */
export function comparisonInWords({ comparison }: Indicator, language: Language): string {
  if (!comparison) return '';
  const { kind, value, unit, qualifier = 'exact', base } = comparison;
  const plain = measure(numberInWords(Math.abs(value), language), unit);
  const amount = qualifier === 'exact' ? plain : `${QUALIFIER_NAMES[qualifier]} ${plain}`;
  if (kind === 'ofPlan') return $localize`:@@figure.ofPlan:đạt ${amount}:amount: ${base}:base:`;
  if (kind === 'aboveTarget') return $localize`:@@figure.aboveTarget:vượt ${amount}:amount: so với ${base}:base:`;
  return value < 0
    ? $localize`:@@figure.decrease:giảm ${amount}:amount: so với ${base}:base:`
    : $localize`:@@figure.increase:tăng ${amount}:amount: so với ${base}:base:`;
}

/** A figure in one line. */
export function figureInWords(indicator: Indicator, language: Language): string {
  const comparison = comparisonInWords(indicator, language);
  return `${indicator.label}: ${valueInWords(indicator, language)}${comparison ? `, ${comparison}` : ''}`;
}

/** An award in one line; what nobody stated is left out. */
export function awardInWords({ direction, name, issuer, recipients, count }: SectionAward, language: Language): string {
  const who = count === null ? recipients : `${numberInWords(count, language)} ${recipients}`;
  if (direction === 'given') return $localize`:@@award.given:Tặng ${name}:name: cho ${who}:who:`;
  return issuer
    ? $localize`:@@award.receivedFrom:${who}:who: được ${issuer}:issuer: tặng ${name}:name:`
    : $localize`:@@award.received:${who}:who: được tặng ${name}:name:`;
}
