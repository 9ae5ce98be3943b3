import { eventName } from '@thidua/workflows/words';
import type { Action, Need } from '@thidua/workflows/record';
import type { Language } from '@thidua/workflows/wording';
import type { IconName } from './icon-paths.js';

/** How a page asks for an event, beside its name. All of it is optional: an event without a manner is a plain button. */
export interface EventManner {
  /** The event needs a reason of this many characters: an inline field set opens, no dialog. */
  readonly reason?: { readonly least: number; readonly label?: string; readonly hint?: string };
  /** It cannot be taken back: it is asked once more below the buttons, with what follows. */
  readonly final?: true;
  /** The page asks for more, on this page or on its own: the press is `(ask)` and not `(send)`. */
  readonly asks?: boolean;
  /** Who gets it next, and what can no longer be changed. */
  readonly after?: string;
  /** Seldom wanted, such as withdrawing: it stands after the others and is never the filled one. */
  readonly quiet?: boolean;
  readonly icon?: IconName;
  /** Another name than the event's own, when the page's words are plainer (“Trình lãnh đạo Hội”). */
  readonly name?: string;
}
export type EventManners = Readonly<Record<string, EventManner>>;

/** An event that was pressed, with what the person gave. */
export interface Pressed {
  readonly type: string;
  readonly reason?: string;
}

/** An event as it is drawn. */
export interface EventChoice {
  readonly type: string;
  readonly name: string;
  readonly manner: EventManner;
  /** `on` works; `missing` works once this page is filled in; `off` is another's turn, a deadline, a state. */
  readonly can: 'on' | 'missing' | 'off';
  readonly needs: readonly Need[];
  /** What the page is for: the first in the order of the machine, also while it is off. */
  readonly main: boolean;
}

/** What the page of a record offers: reminding its unit stands where all units are seen at once. */
export const onItsPage = (actions: readonly Action[]): Action[] => actions.filter(({ type }) => type !== 'remind');

/** Whether the reader may write the record and nothing else: there is no button to draw. */
export const onlyWrites = (actions: readonly Action[]): boolean => actions.length > 0 && actions.every(({ type }) => type === 'edit');

/** The events of a record in the order of its machine, quiet ones after, those that are off last. `edit` is the form, not a button. */
export function choicesOf(
  kind: string,
  actions: readonly Action[],
  manners: EventManners,
  places: Readonly<Record<string, string>>,
  language: Language,
): EventChoice[] {
  const choices = actions
    .filter((action) => action.type !== 'edit')
    .map((action): Omit<EventChoice, 'main'> => {
      const manner = manners[action.type] ?? {};
      const here = action.needs.every((need) => places[need.code] !== undefined);
      return {
        type: action.type,
        name: manner.name ?? eventName(kind, action.type, language),
        manner,
        can: action.needs.length === 0 ? 'on' : here ? 'missing' : 'off',
        needs: action.needs,
      };
    });
  const ordered = [...choices.filter(({ manner }) => !manner.quiet), ...choices.filter(({ manner }) => manner.quiet)];
  const told = ordered.map((choice, at): EventChoice => ({ ...choice, main: at === 0 }));
  return [...told.filter(({ can }) => can !== 'off'), ...told.filter(({ can }) => can === 'off')];
}
