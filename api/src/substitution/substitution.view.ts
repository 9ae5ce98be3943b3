import { stateName } from '@thidua/workflows/words';
import type { Action } from '@thidua/workflows/record';
import type { FittingPost, Standing, SubstitutionView } from '@thidua/workflows/substitution/substitution.schema';
import { areaWords, mannerWords, standingWords } from '@thidua/workflows/substitution/substitution.words';
import type { Language } from '@thidua/workflows/wording';
import type { SubstitutionRow } from './substitution.procedure.js';

/** What a view reads beside the substitution itself. */
export interface SubstitutionColumns {
  readonly record: Record<string, unknown>;
  readonly fits: boolean;
  readonly principal: SubstitutionView['principal'];
  readonly substitute: SubstitutionView['substitute'];
  readonly blocName: string | null;
  readonly year: number | null;
}

function standingOf(record: SubstitutionRow, fits: boolean, now: Date): Standing {
  if (record.endedAt !== null) return 'ended';
  if (new Date(record.validTo) <= now) return 'over';
  if (!fits) return 'idle';
  return new Date(record.validFrom) > now ? 'ahead' : 'running';
}

const instant = (text: string): string => new Date(text).toISOString();

/** A substitution as one of its parties sees it. */
export function substitutionView(
  { fits, principal, substitute, blocName, year }: SubstitutionColumns,
  record: SubstitutionRow,
  actions: Action[],
  now: Date,
  language: Language,
): SubstitutionView {
  const standing = standingOf(record, fits, now);
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    actions,
    manner: record.manner,
    mannerName: mannerWords[record.manner][language],
    principal,
    substitute,
    areas: record.areas.map((area) => ({ area, name: areaWords[area][language] })),
    year: blocName !== null && year !== null ? { blocName, year } : null,
    from: instant(record.validFrom),
    to: instant(record.validTo),
    endedAt: record.endedAt && instant(record.endedAt),
    standing,
    standingName: standing === 'ended' ? stateName('Substitution', record.state, language) : standingWords[standing][language],
    paper: record.paper,
    note: record.note,
  };
}

/** A row of `fitting_posts`. */
export interface FittingRow extends Omit<FittingPost, 'principalPostId' | 'mannerName' | 'year'> {
  readonly blocId: string | null;
  readonly cycleId: string | null;
  readonly blocName: string | null;
  readonly year: number | null;
}

export const fittingPost = (principalPostId: string, row: FittingRow, language: Language): FittingPost => {
  const { postId, personId, name, title, unitName, manner, cycleId, blocName, year } = row;
  return {
    ...{ principalPostId, postId, personId, name, title, unitName, manner },
    mannerName: mannerWords[manner][language],
    year: cycleId !== null && blocName !== null && year !== null ? { cycleId, blocName, year } : null,
  };
};
