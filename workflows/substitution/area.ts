import { z } from 'zod';

/** What a substitution may reach: records of one sort each. */
export const AREAS = ['registrations', 'scores', 'rounds', 'report', 'documents', 'year'] as const;
export const Area = z.enum(AREAS);
export type Area = z.infer<typeof Area>;

const KINDS: Readonly<Record<Area, readonly string[]>> = {
  registrations: ['Registration'],
  scores: ['Scorecard', 'Sheet'],
  rounds: ['Ranking', 'Round'],
  report: ['Section', 'Report'],
  documents: ['Document', 'Dispatch', 'Receipt'],
  year: ['Cycle'],
};

/** Whether a substitution of these areas reaches this act. The year around the records may be read in every area. */
export const reaches = (areas: readonly Area[], action: string, kind: string): boolean =>
  areas.some((area) => KINDS[area].includes(kind)) || (kind === 'Cycle' && action === 'read');

/** The area in which records of a kind lie; null where no substitution reaches them. */
export const areaOf = (kind: string): Area | null => AREAS.find((area) => KINDS[area].includes(kind)) ?? null;
