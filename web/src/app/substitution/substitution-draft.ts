import type { Area } from '@thidua/workflows/substitution/area';
import type { FittingPost } from '@thidua/workflows/substitution/substitution.schema';

/** A day and a time of day, as they are entered. */
interface EnteredMinute {
  readonly day: string;
  readonly time: string;
}

/** What the form holds. */
export interface Entered {
  readonly chosen: FittingPost | null;
  readonly areas: readonly Area[];
  readonly from: EnteredMinute;
  readonly to: EnteredMinute;
  readonly paper: { readonly number: string; readonly day: string };
  readonly note: string;
}

/** A minute in Vietnam, whatever zone the browser is in; nothing where nothing is entered. */
const minute = ({ day, time }: EnteredMinute): string | undefined => (day || time ? `${day}T${time}:00+07:00` : undefined);

/** Nobody is chosen yet: everything else is judged all the same. */
const NOBODY = { manner: 'KT', principalPostId: '', postId: '', year: null } as const;

/** The draft that a form means, to be judged by its shape: what is not entered is left out. */
export function draftFrom({ chosen, areas, from, to, paper, note }: Entered): object {
  const [begins, ends] = [minute(from), minute(to)];
  const { manner, principalPostId, postId, year } = chosen ?? NOBODY;
  return {
    manner,
    principalPostId,
    substitutePostId: postId,
    ...(year ? { cycleId: year.cycleId } : {}),
    ...(manner === 'TUQ' ? { paper: { number: paper.number, day: paper.day } } : {}),
    areas,
    ...(begins ? { from: begins } : {}),
    to: ends ?? '',
    ...(note.trim() ? { note } : {}),
  };
}
