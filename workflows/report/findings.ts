import type { Campaign, LegalBasis, Movement } from '../cycle/cycle.schema.js';
import { conflictInWords, type Conflict } from '../nomination/eligibility.js';
import { said, type Language, type Said } from '../wording.js';
import type { z } from 'zod';
import { REPORT_PLACES, type ReportDraft, type ReportFinding, type ReportPlace } from './report.schema.js';
import { reportPlaceWords } from './report.words.js';
import type { SectionState } from './section.schema.js';
import { doubledWords, sectionFindings, type CheckedSection, type Found } from './section-findings.js';

/** A unit's section among the others of the report. */
export interface ListedSection extends Omit<CheckedSection, 'year'> {
  readonly id: string;
  readonly number: string;
  readonly unitShortName: string;
  readonly state: string;
  /** The title for which the meeting nominated the unit, if it did, and the duties in the bloc that it must be said with. */
  readonly nominated: { readonly title: string; readonly lower: boolean; readonly conflicts: readonly Conflict[] } | null;
}

/** A year's report with what the year says of itself. */
export interface CheckedReport extends ReportDraft {
  readonly year: number;
  readonly campaigns: readonly z.infer<typeof Campaign>[];
  readonly movements: readonly z.infer<typeof Movement>[];
  readonly legalBases: readonly LegalBasis[];
  readonly sections: readonly ListedSection[];
}

/** What a rule found, and where: in a part of the head, or in a unit's section. */
interface Placed extends Found {
  readonly part: ReportPlace | null;
  readonly sectionId: string | null;
  readonly where: Said;
}

const dayOf = (day: string): string => day.split('-').reverse().join('/');
const atReport = (rule: string, part: ReportPlace, sentence: Said): Placed => ({
  rule,
  part,
  sectionId: null,
  where: reportPlaceWords[part],
  sentence,
});

/** R2: the figures end before a campaign does, so the document says up to which day they count. */
function campaigns({ asOf, campaigns: held }: CheckedReport): Placed[] {
  if (!asOf) return [];
  return held
    .filter(({ to }) => to > asOf)
    .map(({ number, to }) =>
      atReport(
        'R2',
        'asOf',
        said(
          `Đợt thi đua ${number} kết thúc ngày ${dayOf(to)}, sau ngày chốt số liệu; văn bản phải ghi “số liệu tính đến ngày ${dayOf(asOf)}”.`,
          `Campaign ${number} ends on ${dayOf(to)}, after the day of the figures; the document must say “figures as of ${dayOf(asOf)}”.`,
        ),
      ),
    );
}

/** R1: a movement whose period does not hold the year of the report. */
function periods({ movements, year }: CheckedReport): Placed[] {
  return movements
    .filter(({ from, to }) => (from !== null && from > year) || (to !== null && to < year))
    .map(({ name, from, to }) => {
      const period = `${from ?? '…'}–${to ?? '…'}`;
      return atReport(
        'R1',
        'leadership',
        said(
          `Phong trào “${name}” (${period}) không diễn ra trong năm ${year}.`,
          `The movement “${name}” (${period}) does not fall in ${year}.`,
        ),
      );
    });
}

/** R3: a legal basis that cannot be found by what is said of it. */
function bases({ legalBases }: CheckedReport): Placed[] {
  return legalBases
    .filter(({ date }) => date === null)
    .map(({ type, number }) =>
      atReport('R3', 'bases', said(`${type} số ${number} chưa ghi ngày ban hành.`, `${type} ${number} does not say its date.`)),
    );
}

/** R17 in the head's own parts. */
function ownWords(report: CheckedReport): Placed[] {
  const texts = REPORT_PLACES.map((part) => ({ part, paragraphs: [report[part] ?? ''].flat() }));
  return texts.flatMap(({ part, paragraphs }) =>
    paragraphs
      .flatMap(doubledWords)
      .map((words) => atReport('R17', part, said(`Lặp từ: “${words} ${words}”.`, `Doubled words: “${words} ${words}”.`))),
  );
}

/** The first letter small, to stand within a sentence. */
const within = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);
const duties = (conflicts: readonly Conflict[], language: Language): string =>
  conflicts.map((conflict) => within(conflictInWords(conflict, language))).join(language === 'vi' ? ', ' : ' and ');

/** R4, R6, R13 of a nominated unit: a lower title than registered, a duty in the bloc, no award to show. */
function nominations({ nominated, awards }: ListedSection): Found[] {
  if (!nominated) return [];
  const { title, lower, conflicts } = nominated;
  const looks: [string, boolean, Said][] = [
    [
      'R4',
      lower,
      said(
        `Được suy tôn ${title}, thấp hơn danh hiệu đã đăng ký; biên bản phải ghi lý do.`,
        `Nominated for ${title}, lower than registered; the minutes must give the reason.`,
      ),
    ],
    [
      'R6',
      conflicts.length > 0,
      said(
        `Được suy tôn ${title} và là ${duties(conflicts, 'vi')}; biên bản phải ghi rõ.`,
        `Nominated for ${title} (${duties(conflicts, 'en')}); the minutes must say so.`,
      ),
    ],
    [
      'R13',
      awards.length === 0,
      said(`Được suy tôn ${title} nhưng chưa nêu khen thưởng nào.`, `Nominated for ${title}, but names no award.`),
    ],
  ];
  return looks.flatMap(([rule, holds, sentence]) => (holds ? [{ rule, sentence }] : []));
}

function ofSection(section: ListedSection, year: number): Placed[] {
  const place = `${section.number} ${section.unitShortName}`;
  const found = [...sectionFindings({ ...section, year }), ...nominations(section)];
  return found.map((one) => ({ ...one, part: null, sectionId: section.id, where: said(place, place) }));
}

/** A section that its unit still writes is not looked at: it says what is missing on its own page. */
const SENT: readonly string[] = ['submitted', 'accepted'] satisfies SectionState[];

/**
 * What an attentive reader will notice before the report is frozen; it stops nobody. The rules bear the numbers of domain.md, Annex B.
 */
export function findingsOf(report: CheckedReport, language: Language): ReportFinding[] {
  const found = [
    ...periods(report),
    ...campaigns(report),
    ...bases(report),
    ...ownWords(report),
    ...report.sections.filter(({ state }) => SENT.includes(state)).flatMap((section) => ofSection(section, report.year)),
  ];
  return found.map(({ where, sentence, ...place }) => ({ ...place, where: where[language], sentence: sentence[language] }));
}
