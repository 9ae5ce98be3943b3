import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import { Problem } from '@thidua/workflows/problem';
import type { PageQuery } from '@thidua/workflows/page';
import { aimName } from '@thidua/workflows/registration/registration.facts';
import {
  REGISTRATION_EDITABLE,
  REGISTRATION_SENT,
  type RegistrationEdit,
  type RegistrationEvent,
  type RegistrationState,
  type RegistrationView,
} from '@thidua/workflows/registration/registration.schema';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { ASKED_YEAR } from '../cycle/asked-year.js';
import { remindedAt } from '../cycle/reminders.js';
import { nameOn, namesOf, YEAR_SETS } from '../cycle/year-sets.js';
import { camelRow } from '../platform/database/camel.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { registrationProcedure, type RegistrationRow } from './registration.procedure.js';

/** The registrations that a condition on `r` selects. */
const select = (where: string): string => `
  with page as materialized (select r.* from registration r where r.bloc_id = $1 and ${where}),
  ${YEAR_SETS}, ${namesOf('select unit_id from page union select reviewer_unit_id from page')}
  select to_jsonb(r) as record, n.name as "unitName", n.short_name as "unitShortName", g.number as "groupNumber", rn.short_name as "reviewerName", c.rules
    from page r
    join years c on c.id = r.cycle_id
    join members m on m.cycle_id = r.cycle_id and m.unit_id = r.unit_id
    left join groups g on g.id = r.group_id
    ${nameOn('r.unit_id', 'n')} ${nameOn('r.reviewer_unit_id', 'rn')}
   order by m.position`;

interface Row {
  readonly record: Record<string, unknown>;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly groupNumber: number | null;
  readonly reviewerName: string | null;
  readonly rules: CycleRules;
}

@Injectable()
export class RegistrationService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
  ) {}

  /** The registrations of a year that the reader may see, in the order of the report's sections. */
  list(at: At, query: PageQuery): Promise<{ items: RegistrationView[]; next: null }> {
    return this.reader.read(at, async (reading) => ({
      items: await this.views(reading, `r.cycle_id = ${ASKED_YEAR}`, [at.blocId, query.year ?? null]),
      next: null,
    }));
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<RegistrationView> {
    return this.reader.read(at, (reading) => this.oneOf(reading, at.blocId, id));
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      await this.oneOf(reading, at.blocId, id);
      return { items: await historyOf(reading, 'Registration', id) };
    });
  }

  /** Saves a draft. @throws Problem 'stale' | 'forbidden' | 'not-in-this-state' */
  async edit(at: At, id: string, { version, ...draft }: RegistrationEdit): Promise<RegistrationView> {
    await this.door.edit(registrationProcedure, at, id, version, (_, actor) => ({
      ...draft,
      targets: JSON.stringify(draft.targets),
      enteredBy: actor.personId,
    }));
    return this.one(at, id);
  }

  /** The only way in which a registration changes state. @throws Problem 'stale' | 'forbidden' | the name of each guard that does not hold */
  async send(at: At, id: string, event: RegistrationEvent): Promise<RegistrationView> {
    await this.door.pass(registrationProcedure, at, id, event);
    return this.one(at, id);
  }

  private async oneOf(reading: Reading, blocId: string, id: string): Promise<RegistrationView> {
    const [view] = await this.views(reading, 'r.id = $2', [blocId, id]);
    if (!view) throw new Problem('not-found');
    return view;
  }

  private async views(reading: Reading, where: string, values: unknown[]): Promise<RegistrationView[]> {
    const visible = visibleTo(reading.rights, 'Registration', 'r', values);
    const rows = await reading.rows<Row>(select(`${where} and ${visible}`), values);
    const records = rows.map((row) => camelRow(row.record) as unknown as RegistrationRow);
    const actions = await reading.actions(registrationProcedure, records);
    return rows.map((row, at) => {
      const record = records[at]!;
      const shown = REGISTRATION_SENT.includes(record.state as RegistrationState) || may(reading.rights, 'edit', 'Registration', record);
      const seen = shown ? record : { ...record, aim: null, targets: [], note: '' };
      const unsent = REGISTRATION_EDITABLE.includes(record.state as RegistrationState);
      return {
        ...view(row, seen, actions.get(record.id) ?? []),
        remindedAt: remindedAt(reading.rights, 'Registration', unsent, record),
      };
    });
  }
}

/** A registration as its reader sees it. What a unit has not sent, or was given back to rewrite, nobody else reads. */
function view(row: Row, record: RegistrationRow, actions: RegistrationView['actions']): Omit<RegistrationView, 'remindedAt'> {
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    actions,
    unitId: record.unitId,
    unitName: row.unitName,
    unitShortName: row.unitShortName,
    groupNumber: row.groupNumber,
    reviewerUnitId: record.reviewerUnitId,
    reviewerName: row.reviewerName,
    aim: record.aim,
    aimName: aimName(row.rules, record.aim),
    targets: record.targets,
    note: record.note,
    reason: record.reason,
    submittedAt: instant(record.submittedAt),
    decidedAt: instant(record.decidedAt),
    due: row.rules.deadlines.registration,
  };
}

const instant = (text: string | null): string | null => (text ? new Date(text).toISOString() : null);
