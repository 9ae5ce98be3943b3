import type { Indicator, SectionAward } from '@thidua/workflows/report/content.schema';
import { SectionDraft } from '@thidua/workflows/report/section.schema';
import type { Language } from '@thidua/workflows/wording';
import { z } from 'zod';
import { faultsOfShape, NO_FAULTS, type Faults } from '../platform/faults.js';
import { numberInWords, numberRefused, parseNumber, scaledTwice } from '../platform/numbers.js';
import type { Whole } from '../ui/draft-desk.js';
import type { Choices, Difference } from '../ui/stale-region.js';
import { awardInWords, figureInWords } from './figure-words.js';

const Text = z.string().max(4000);
const Qualifier = z.enum(['exact', 'over', 'nearly', 'about']);

/** A figure while it is written: what is typed, also where no number can be read from it yet. */
export const IndicatorWriting = z.object({
  key: Text,
  label: Text,
  value: Text,
  unit: Text,
  qualifier: Qualifier,
  comparison: z.object({
    kind: z.enum(['', 'increase', 'ofPlan', 'aboveTarget']),
    value: Text,
    unit: Text,
    qualifier: Qualifier,
    base: Text,
  }),
  outOf: Text,
  partOf: Text,
  note: Text,
});
export type IndicatorWriting = z.infer<typeof IndicatorWriting>;

export const AwardWriting = z.object({
  direction: z.enum(['received', 'given']),
  name: Text,
  issuer: Text,
  recipients: Text,
  count: Text,
});
export type AwardWriting = z.infer<typeof AwardWriting>;

/** A section while it is written. */
export const SectionWriting = z.object({
  paragraphs: z.array(Text).max(20),
  indicators: z.array(IndicatorWriting).max(80),
  awards: z.array(AwardWriting).max(40),
});
export type SectionWriting = z.infer<typeof SectionWriting>;

export const NO_COMPARISON: IndicatorWriting['comparison'] = { kind: '', value: '', unit: '', qualifier: 'exact', base: '' };
export const NEW_INDICATOR: IndicatorWriting = {
  key: '',
  label: '',
  value: '',
  unit: '',
  qualifier: 'exact',
  comparison: NO_COMPARISON,
  outOf: '',
  partOf: '',
  note: '',
};
export const NEW_AWARD: AwardWriting = { direction: 'received', name: '', issuer: '', recipients: '', count: '' };

/** What five paragraphs of a section usually say (domain.md 7.5). An empty section begins with them. */
export const GUIDES: readonly string[] = [
  $localize`:@@section.guide1:Thực hiện chỉ đạo; kế hoạch, đăng ký của đơn vị.`,
  $localize`:@@section.guide2:Tổ chức: chi hội, hội viên, hội viên mới.`,
  $localize`:@@section.guide3:Nhiệm vụ chuyên môn, số liệu so với kế hoạch và năm trước.`,
  $localize`:@@section.guide4:Nguồn lực vận động, giúp đỡ, nhân đạo.`,
  $localize`:@@section.guide5:Khen thưởng được nhận và đã tặng.`,
];

/** What of a section is written by people, as its form shows it. */
export function writingOf({ paragraphs, indicators, awards }: SectionDraft, language: Language): SectionWriting {
  const typed = (value: number | null | undefined) => (value === null || value === undefined ? '' : numberInWords(value, language));
  return {
    paragraphs: paragraphs.length > 0 ? [...paragraphs] : GUIDES.map(() => ''),
    indicators: indicators.map(({ comparison, outOf, partOf, note, value, ...rest }) => ({
      ...rest,
      value: typed(value),
      comparison: comparison
        ? { ...comparison, value: typed(comparison.value), qualifier: comparison.qualifier ?? 'exact' }
        : NO_COMPARISON,
      outOf: typed(outOf),
      partOf: partOf ?? '',
      note: note ?? '',
    })),
    awards: awards.map(({ issuer, count, ...rest }) => ({ ...rest, issuer: issuer ?? '', count: typed(count) })),
  };
}

/** The name of a figure as a key: `Hội viên mới` → `hoi-vien-moi`. */
export const keyOf = (label: string): string =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');

/** A figure gets another name: its key follows, and so do the figures that are said to be parts of it. */
export function renamed(indicators: readonly IndicatorWriting[], at: number, label: string): IndicatorWriting[] {
  const before = indicators[at]!.key;
  const key = keyOf(label);
  const others = indicators.some((other, index) => index !== at && other.key === before);
  return indicators.map((indicator, index) => {
    if (index === at) return { ...indicator, label, key };
    return before !== '' && !others && indicator.partOf === before ? { ...indicator, partOf: key } : indicator;
  });
}

/** What the API is told, as far as it can be read. */
export function draftOf({ paragraphs, indicators, awards }: SectionWriting, language: Language): object {
  // What cannot be read is no number: the schema refuses it, and its place says why.
  const number = (text: string) => parseNumber(text, language) ?? Number.NaN;
  return {
    paragraphs,
    indicators: indicators.map(({ comparison, outOf, partOf, note, value, ...rest }) => ({
      ...rest,
      value: number(value),
      ...(comparison.kind ? { comparison: { ...comparison, value: number(comparison.value) } } : {}),
      ...(outOf.trim() ? { outOf: number(outOf) } : {}),
      ...(partOf ? { partOf } : {}),
      ...(note.trim() ? { note } : {}),
    })),
    awards: awards.map(({ issuer, count, ...rest }) => ({
      ...rest,
      issuer: issuer.trim() || null,
      count: count.trim() ? number(count) : null,
    })),
  };
}

const NUMBERS = /\/(?:value|outOf|count)$/;
/** The key is made from the name: what is wrong with it is wrong with the name. */
const placed = (pointer: string): string => pointer.replace(/\/key$/, '/label');

/** What is typed at a place of the draft; both have the same shape. */
const typedAt = (writing: SectionWriting, place: string): string =>
  String(
    place
      .split('/')
      .slice(1)
      .reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>>)[key], writing),
  );

function inWords(found: Faults, writing: SectionWriting, language: Language): Faults {
  const faults = new Map<string, string>();
  for (const [pointer, sentence] of found) {
    const place = placed(pointer);
    const refused = NUMBERS.test(place) ? numberRefused(typedAt(writing, place), language) : null;
    if (place === pointer || !found.has(place)) faults.set(place, refused ?? sentence);
  }
  return faults;
}

/** The section that is saved, or what is wrong with what is written. */
export function wholeOf(writing: SectionWriting, language: Language): Whole {
  const parsed = SectionDraft.safeParse(draftOf(writing, language));
  const doubled = scaledTwiceIn(writing);
  if (parsed.success && doubled.size === 0) return { body: parsed.data };
  const found = parsed.success ? NO_FAULTS : inWords(faultsOfShape(parsed.error.issues), writing, language);
  return { faults: new Map([...found, ...doubled]) };
}

/** Figures that multiply where their unit does so already. */
const scaledTwiceIn = ({ indicators }: SectionWriting): Faults =>
  new Map(
    indicators.flatMap(({ value, outOf, unit, comparison }, at) =>
      [
        { place: 'value', fault: scaledTwice(value, unit) },
        { place: 'outOf', fault: scaledTwice(outOf, unit) },
        { place: 'comparison/value', fault: comparison.kind ? scaledTwice(comparison.value, comparison.unit) : null },
      ].flatMap(({ place, fault }) => (fault ? [[`/indicators/${at}/${place}`, fault] as const] : [])),
    ),
  );

/** The field of a place in the draft: `/indicators/1/comparison/base` → `indicators-2-comparison-base`. */
export const fieldOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
    .join('-');

const KEYS = ['paragraphs', 'indicators', 'awards'] as const;
const LABELS: Readonly<Record<(typeof KEYS)[number], string>> = {
  paragraphs: $localize`:@@section.text:Nội dung`,
  indicators: $localize`:@@section.figures:Số liệu`,
  awards: $localize`:@@section.awards:Khen thưởng`,
};

/** In which parts two writings differ, in words. */
export function differencesOf(yours: SectionWriting, theirs: SectionWriting, language: Language): Difference[] {
  const say = (writing: SectionWriting): Readonly<Record<(typeof KEYS)[number], string>> => {
    const whole = wholeOf(writing, language);
    const read = 'body' in whole ? (whole.body as SectionDraft) : null;
    return {
      paragraphs: writing.paragraphs.filter((paragraph) => paragraph.trim()).join('\n'),
      indicators: lines<Indicator, IndicatorWriting>(read?.indicators, writing.indicators, (one) => figureInWords(one, language), spoken),
      awards: lines<SectionAward, AwardWriting>(
        read?.awards,
        writing.awards,
        (one) => awardInWords(one, language),
        ({ name }) => name,
      ),
    };
  };
  const [mine, other] = [say(yours), say(theirs)];
  return KEYS.filter((key) => JSON.stringify(yours[key]) !== JSON.stringify(theirs[key])).map((key) => ({
    key,
    label: LABELS[key],
    yours: mine[key],
    theirs: other[key],
  }));
}

const spoken = ({ label, value, unit }: IndicatorWriting): string => `${label}: ${value} ${unit}`;

function lines<Read, Written>(
  read: readonly Read[] | undefined,
  written: readonly Written[],
  say: (one: Read) => string,
  otherwise: (one: Written) => string,
): string {
  return (read ? read.map(say) : written.map(otherwise)).join('\n');
}

/** The writing that the choices make of the two. */
export const merged = (yours: SectionWriting, theirs: SectionWriting, choices: Choices): SectionWriting => ({
  paragraphs: choices['paragraphs'] === 'yours' ? yours.paragraphs : theirs.paragraphs,
  indicators: choices['indicators'] === 'yours' ? yours.indicators : theirs.indicators,
  awards: choices['awards'] === 'yours' ? yours.awards : theirs.awards,
});
