import { cycleMachine } from '@thidua/workflows/cycle/cycle.machine';
import type { CycleEvent, CycleFacts } from '@thidua/workflows/cycle/cycle.schema';
import { lintCriteria, lintDeadlines, lintTieChain } from '@thidua/workflows/cycle/criteria-lint';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { vietnamDay } from '@thidua/workflows/working-days';
import { nameOn, namesOf, TODAY, YEAR_SETS } from './year-sets.js';
import { procedure, type Beside, type Moment, type RecordRow } from '../platform/door/procedure.js';
import { canonicalJson, sha256 } from '../platform/journal/canonical.js';
import { fewNames } from '@thidua/workflows/wording';

/** A row of `cycle`. */
export interface CycleRow extends RecordRow {
  readonly year: number;
  readonly headUnitId: string;
  readonly deputyUnitId: string | null;
  readonly rules: CycleRules;
  readonly rulesHash: string | null;
}

/** The member units that did not withdraw, in the order of the report's sections: who scores and is scored. */
interface Roster {
  readonly roster: readonly { readonly unitId: string; readonly groupId: string | null }[];
}

export type CycleMoment = Moment<CycleRow, CycleFacts & Roster, CycleEvent>;

/** What a higher feature makes when a year opens or its registrations are compiled: rows of its own, in the same write. */
export type CycleBirth = (moment: CycleMoment) => readonly Beside[];

const births = new Map<CycleEvent['type'], CycleBirth[]>();

/** Lets a higher feature make its records with the year's event. Called once, when the feature's module is loaded. */
export function atCycle(event: CycleEvent['type'], birth: CycleBirth): void {
  births.set(event, [...(births.get(event) ?? []), birth]);
}

const FACTS = `
  with page as materialized (select id, id as cycle_id from cycle where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS},
  registrations as materialized (
    select cycle_id, unit_id, state from registration where bloc_id = $1 and cycle_id = any(array(select cycle_id from page))),
  waiting as materialized (select cycle_id, unit_id from registrations where state not in ('accepted', 'withdrawn')),
  ${namesOf('select unit_id from waiting')},
  documents as materialized (
    select id, cycle_id, state, replaces_id from document where bloc_id = $1 and cycle_id = any(array(select cycle_id from page)))
  select c.id,
         (select count(*)::int from members m where m.cycle_id = c.id) as members,
         (select count(*)::int from waiting r where r.cycle_id = c.id) as "waitingRegistrations",
         coalesce((select jsonb_agg(n.short_name order by n.short_name collate "vi-x-icu") from waiting r ${nameOn('r.unit_id', 'n', TODAY)}
           where r.cycle_id = c.id), '[]') as "waitingUnits",
         (select coalesce(jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'groupId', m.group_id) order by m.position), '[]')
            from members m where m.cycle_id = c.id and not exists (select 1 from registrations r
             where r.cycle_id = c.id and r.unit_id = m.unit_id and r.state = 'withdrawn')) as roster,
         (select count(*)::int from documents d where d.cycle_id = c.id and d.state <> 'issued') as "openDocuments",
         (select count(*)::int from documents d where d.cycle_id = c.id and d.state = 'issued') as "issuedDocuments",
         (select count(*)::int from documents d where d.cycle_id = c.id and d.state = 'issued'
            and not exists (select 1 from documents n where n.replaces_id = d.id)
            and not exists (select 1 from dispatch o where o.bloc_id = $1 and o.cycle_id = c.id and o.state = 'sent'
                              and o.papers @> jsonb_build_array(jsonb_build_object('documentId', d.id)))) as "unsentDocuments"
    from page c`;

/** Opens: the rules are frozen with their hash. Compiles: what the year needs next is made. */
export const cycleProcedure = procedure<CycleRow, CycleFacts & Roster, CycleEvent>({
  kind: 'Cycle',
  table: 'cycle',
  machine: cycleMachine,
  guardRows: 'select 1 from registration where bloc_id = $1 and cycle_id = $2 order by id for no key update',
  facts: FACTS,
  complete: (record, columns) => {
    const faults = [...lintCriteria(record.rules.criteria), ...lintTieChain(record.rules), ...lintDeadlines(record.rules)];
    return {
      ...(columns as unknown as CycleFacts & Roster),
      waitingUnits: fewNames(columns['waitingUnits'] as string[]),
      faults: faults.length,
      faultList: faults.map((fault) => fault.text.vi).join(' '),
    };
  },
  set: ({ event, record, now }) => {
    if (event.type === 'open') return { rulesHash: sha256(canonicalJson(record.rules)) };
    // A closed year keeps the names of its last day, whatever its units are called later.
    return { closedOn: event.type === 'close' ? vietnamDay(now) : null };
  },
  entry: ({ event, record }) => ({
    ...(event.type === 'open' ? { rules: sha256(canonicalJson(record.rules)) } : {}),
    ...('reason' in event ? { reason: event.reason } : {}),
  }),
  beside: (moment) => (births.get(moment.event.type) ?? []).flatMap((birth) => birth(moment)),
});
