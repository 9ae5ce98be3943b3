import { may, refusalOf, type Rights } from '@thidua/workflows/ability';
import type { Actor } from '@thidua/workflows/actor';
import { eventsIn, unmetNeeds } from '@thidua/workflows/advance';
import type { Action } from '@thidua/workflows/record';
import type { Language } from '@thidua/workflows/wording';
import { needInWords } from '../http/needs.js';
import type { ChainedRow, Procedure, SeenEvent } from './procedure.js';

/**
 * The events that this reader may send to a record now. One that is theirs but cannot work yet carries its needs;
 * one that a prohibition takes from them (their own unit) carries the prohibition; others are absent.
 */
export function actionsFor<Row extends ChainedRow, Facts extends object, Event extends SeenEvent>(
  procedure: Procedure<Row, Facts, Event>,
  record: Row,
  columns: Readonly<Record<string, unknown>>,
  rights: Rights,
  actor: Actor,
  now: Date,
  language: Language,
): Action[] {
  const facts = procedure.complete ? procedure.complete(record, columns, now, actor) : (columns as Facts);
  const writable = procedure.editable?.includes(record.state) && !procedure.editNeed?.(facts);
  const edit = writable && may(rights, 'edit', procedure.kind, record) ? [{ type: 'edit', needs: [] }] : [];
  const events = eventsIn(procedure.machine, record.state).flatMap((type): Action[] => {
    if (!may(rights, type, procedure.kind, record)) {
      const code = refusalOf(rights, type, procedure.kind, record);
      const taken = code !== 'forbidden' && grantedButFor(rights, type, procedure.kind, record);
      return taken ? [{ type, needs: [needInWords({ code }, language)] }] : [];
    }
    return [{ type, needs: unmetNeeds(procedure.machine, record.state, facts, { type }).map((unmet) => needInWords(unmet, language)) }];
  });
  return [...edit, ...events];
}

/** Whether a grant holds that a prohibition then takes away. */
const grantedButFor = (rights: Rights, action: string, kind: string, record: object): boolean =>
  rights.rulesFor(action, kind).some((rule) => !rule.inverted && rule.matchesConditions(record));
