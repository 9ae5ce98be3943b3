import { registrationLetters } from '@thidua/workflows/registration/registration.letters';
import { registrationMachine } from '@thidua/workflows/registration/registration.machine';
import {
  REGISTRATION_EDITABLE,
  type RegistrationDraft,
  type RegistrationEvent,
  type RegistrationFacts,
} from '@thidua/workflows/registration/registration.schema';
import { aimName, registrationFacts } from '@thidua/workflows/registration/registration.facts';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { atCycle } from '../cycle/cycle.procedure.js';
import { benchOf, newJudges, reasonSumOf, recusalMade, type BenchColumns } from '../cycle/recusals.js';
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

/** A row of `registration`. */
export interface RegistrationRow extends RecordRow, RegistrationDraft, RemindedRow {
  readonly cycleId: string;
  readonly unitId: string;
  readonly groupId: string | null;
  readonly reviewerUnitId: string | null;
  readonly reason: string | null;
  readonly submittedAt: string | null;
  readonly decidedAt: string | null;
}

type RegistrationMoment = Moment<RegistrationRow, RegistrationFacts & LetterColumns, RegistrationEvent>;

/** Names that letters print; they travel with the facts. */
interface LetterColumns extends BenchColumns, ReminderColumns {
  readonly reviewerName: string | null;
  readonly unitName: string;
  readonly blocName: string;
  readonly year: number;
  readonly aimName: string;
  /** The last day to submit, `YYYY-MM-DD`. */
  readonly due: string;
}

const FACTS = `
  with page as materialized (
    select id, cycle_id, unit_id, group_id, reviewer_unit_id, reminded_by from registration where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS}, ${namesOf('select unit_id from page union select reviewer_unit_id from page')}, ${REMINDERS}
  select r.id, c.state as "cycleState", c.rules, c.year, ${BLOC_NAME} as "blocName", n.short_name as "unitName", rn.short_name as "reviewerName",
        ${benchOf('r')}, ${reminderBy('r')}
    from page r join years c on c.id = r.cycle_id ${nameOn('r.unit_id', 'n', TODAY)} ${nameOn('r.reviewer_unit_id', 'rn', TODAY)}`;

/** Facts of a registration from its row, its year and the business day. */
function complete(record: RegistrationRow, columns: Readonly<Record<string, unknown>>, now: Date): RegistrationFacts & LetterColumns {
  const { cycleState, rules, ...letter } = columns as unknown as LetterColumns & {
    readonly cycleState: string;
    readonly rules: CycleRules;
  };
  const reminder = lastReminder(record, letter, now);
  const said = registrationFacts({ ...record, reminder }, { state: cycleState, rules }, now);
  return { ...said, ...letter, aimName: aimName(rules, record.aim) ?? '', due: rules.deadlines.registration };
}

/** The next unit in the order judges. Where no unit does, the person who declines is recused, and another of the post judges. */
const passedOn = ({ facts, record }: RegistrationMoment) =>
  newJudges(facts, { ...record, verifierUnitId: null }, record.reviewerUnitId)?.reviewerUnitId ?? null;

const content = ({ record }: RegistrationMoment) => sha256(canonicalJson({ aim: record.aim, targets: record.targets, note: record.note }));

/** The journal keeps the sum of what is sent off, every reason in its words, and of a recusal the sum and who judges now. */
function entry(moment: RegistrationMoment): Readonly<Record<string, unknown>> {
  const { event, record } = moment;
  if (event.type === 'submit') return { content: content(moment) };
  if (event.type === 'recuse')
    return { ...reasonSumOf({ ...moment, event }), reviewer: { before: record.reviewerUnitId, after: passedOn(moment) } };
  return 'reason' in event ? { reason: event.reason } : {};
}

export const registrationProcedure = procedure<RegistrationRow, RegistrationFacts & LetterColumns, RegistrationEvent>({
  kind: 'Registration',
  table: 'registration',
  machine: registrationMachine,
  editable: REGISTRATION_EDITABLE,
  guardRows: 'select 1 from cycle c join registration r on r.cycle_id = c.id where r.bloc_id = $1 and r.id = $2 for share of c',
  facts: FACTS,
  complete,
  set: (moment) => {
    const { event, now } = moment;
    if (event.type === 'submit') return { submittedAt: now.toISOString(), reason: null };
    if (event.type === 'accept') return { decidedAt: now.toISOString() };
    if (event.type === 'recuse') return { reviewerUnitId: passedOn(moment) };
    if (event.type === 'remind') return reminded(moment);
    if (event.type === 'return') return { decidedAt: now.toISOString(), reason: event.reason };
    return event.type === 'withdraw' ? { reason: event.reason } : {};
  },
  entry,
  beside: ({ event, record: { unitId, reviewerUnitId }, ...moment }) =>
    event.type === 'recuse'
      ? [recusalMade({ kind: 'Registration', step: 'judge', unitId: reviewerUnitId, aboutUnitId: unitId }, { ...moment, event })]
      : [],
  letters: registrationLetters,
  letterFacts: ({ facts, event, actor, now }) => ({
    by: facts.reviewerName ?? actor.name,
    unit: facts.unitName,
    year: String(facts.year),
    bloc: facts.blocName,
    aim: facts.aimName,
    ...('reason' in event ? { reason: event.reason } : {}),
    ...(event.type === 'remind' ? toldByReminder(facts.due, { actor, now }) : {}),
  }),
});

// Every member of a year that opens has a registration to write.
atCycle('open', () => [
  {
    name: 'registrations_made',
    sql: `insert into registration (id, bloc_id, province_id, cycle_id, unit_id, group_id, reviewer_unit_id)
      select gen_random_uuid(), u.bloc_id, u.province_id, u.id, m.unit_id, m.group_id, m.reviewer_unit_id from u join member m on m.cycle_id = u.id`,
    values: [],
  },
]);
