import { reportLetters } from '@thidua/workflows/report/report.letters';
import { sectionFacts, written } from '@thidua/workflows/report/section.facts';
import { sectionMachine } from '@thidua/workflows/report/section.machine';
import type { SectionDraft, SectionEvent, SectionFacts } from '@thidua/workflows/report/section.schema';
import { atCycle } from '../cycle/cycle.procedure.js';
import {
  lastReminder,
  reminded,
  reminderBy,
  REMINDERS,
  toldByReminder,
  type ReminderColumns,
  type RemindedRow,
} from '../cycle/reminders.js';
import { BLOC_NAME, nameOn, namesOf, TODAY, YEAR_SETS } from '../cycle/year-sets.js';
import { procedure, type Moment, type RecordRow } from '../platform/door/procedure.js';
import { canonicalJson, sha256 } from '../platform/journal/canonical.js';

/** A row of `section`. */
export interface SectionRow extends RecordRow, SectionDraft, RemindedRow {
  readonly cycleId: string;
  readonly unitId: string;
  readonly groupId: string | null;
  readonly position: number;
  readonly reason: string | null;
  readonly submittedAt: string | null;
  readonly acceptedAt: string | null;
}

/** Names that letters print; they travel with the facts. */
interface LetterColumns extends ReminderColumns {
  readonly unitName: string;
  readonly blocName: string;
  readonly year: number;
  /** The last day to submit, `YYYY-MM-DD`. */
  readonly due: string;
}

type Facts = SectionFacts & LetterColumns;
type SectionMoment = Moment<SectionRow, Facts, SectionEvent>;

const FACTS = `
  with page as materialized (select id, cycle_id, unit_id, reminded_by from section where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS}, ${namesOf('select unit_id from page')}, ${REMINDERS},
  reports as materialized (select cycle_id, state from report where bloc_id = $1 and cycle_id = any(array(select cycle_id from page)))
  select s.id, p.state as "reportState", c.year, ${BLOC_NAME} as "blocName", n.short_name as "unitName",
         c.rules #>> '{deadlines,sections}' as due, ${reminderBy('s')}
    from page s join reports p on p.cycle_id = s.cycle_id join years c on c.id = s.cycle_id ${nameOn('s.unit_id', 'n', TODAY)}`;

function complete(record: SectionRow, columns: Readonly<Record<string, unknown>>, now: Date): Facts {
  const { reportState, ...names } = columns as unknown as LetterColumns & { reportState: string };
  return { ...sectionFacts({ ...record, reminder: lastReminder(record, names, now) }, reportState), ...names };
}

/** The place of a section in the report: under the third heading of its first part. */
export const sectionNumber = ({ position }: { readonly position: number }): string => `3.${position}`;

/** What is submitted: the paragraphs that say something, figures and awards. */
const content = ({ paragraphs, indicators, awards }: SectionDraft): SectionDraft => ({
  paragraphs: written(paragraphs),
  indicators,
  awards,
});

function set({ event, record, now, actor }: SectionMoment): Readonly<Record<string, unknown>> {
  const at = now.toISOString();
  switch (event.type) {
    case 'submit':
      return { paragraphs: content(record).paragraphs, submittedAt: at, reason: null };
    case 'accept':
      return { acceptedAt: at };
    case 'return':
    case 'reopen':
      return { acceptedAt: null, reason: event.reason };
    case 'recall':
      return { submittedAt: null };
    case 'remind':
      return reminded({ actor, now });
  }
}

export const sectionProcedure = procedure<SectionRow, Facts, SectionEvent>({
  kind: 'Section',
  table: 'section',
  machine: sectionMachine,
  editable: ['draft', 'returned'],
  // The report is not frozen while a section moves: freezing takes this row for itself.
  guardRows: 'select 1 from report p join section s on s.cycle_id = p.cycle_id where s.bloc_id = $1 and s.id = $2 for share of p',
  facts: FACTS,
  complete,
  set,
  entry: ({ event, record }) => ({
    ...('reason' in event ? { reason: event.reason } : {}),
    ...(event.type === 'submit' ? { content: sha256(canonicalJson(content(record))) } : {}),
  }),
  letters: reportLetters,
  letterFacts: ({ facts, event, record, actor, now }) => ({
    unit: facts.unitName,
    year: String(facts.year),
    bloc: facts.blocName,
    number: sectionNumber(record),
    ...('reason' in event ? { reason: event.reason } : {}),
    ...(event.type === 'remind' ? toldByReminder(facts.due, { actor, now }) : {}),
  }),
});

// A compiled year has a section for every member, in the order of the report.
atCycle('compile', () => [
  {
    name: 'sections_made',
    sql: `insert into section (id, bloc_id, province_id, cycle_id, unit_id, group_id, position)
      select gen_random_uuid(), u.bloc_id, u.province_id, u.id, m.unit_id, m.group_id, m.position from u join member m on m.cycle_id = u.id`,
    values: [],
  },
]);
