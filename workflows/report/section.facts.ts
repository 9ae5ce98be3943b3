import { NO_REMINDER, type MayBeReminded } from '../progress/reminder.js';
import type { SectionDraft, SectionFacts } from './section.schema.js';

/** The paragraphs that say something: an empty one is no part of a section. */
export const written = (paragraphs: readonly string[]): string[] => paragraphs.filter((paragraph) => paragraph.trim() !== '');

/** Words as Vietnamese counts them: what spaces separate. A sign that stands alone is no word. */
export const countWords = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + paragraph.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length, 0);

/** What the machine of a section must know, from what it says and how the report stands. */
export function sectionFacts(section: Pick<SectionDraft, 'paragraphs' | 'indicators'> & MayBeReminded, reportState: string): SectionFacts {
  const keys = section.indicators.map(({ key }) => key);
  const repeated = section.indicators.filter(({ key }, at) => keys.indexOf(key) < at);
  return {
    ...(section.reminder ?? NO_REMINDER),
    reportOpen: reportState === 'draft',
    paragraphs: written(section.paragraphs).length,
    repeatedKeys: [...new Set(repeated.map(({ label }) => label))].join('; '),
  };
}
