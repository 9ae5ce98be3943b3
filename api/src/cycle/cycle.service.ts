import { Injectable } from '@nestjs/common';
import { lintCycle } from '@thidua/workflows/cycle/criteria-lint';
import type { CycleDraft, CycleEvent, CycleView, Member } from '@thidua/workflows/cycle/cycle.schema';
import { reviewerFor, verifierFor } from '@thidua/workflows/cycle/reviewer';
import { MACHINE_VERSION } from '@thidua/workflows/machines';
import { Problem } from '@thidua/workflows/problem';
import { unitWords } from '@thidua/workflows/unit/unit.words';
import { dayWritten } from '@thidua/workflows/working-days';
import type { z } from 'zod';
import { camelRow } from '../platform/database/camel.js';
import { Database } from '../platform/database/database.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { unitName } from '../unit/unit-name.js';
import { nameOn, namesOf, YEAR_SETS } from './year-sets.js';
import { cycleProcedure, type CycleRow } from './cycle.procedure.js';
import { memberRows } from './cycle.members.js';

const MEMBERS = `
  insert into member (id, bloc_id, province_id, cycle_id, unit_id, group_id, position, reviewer_unit_id, verifier_unit_id)
  select gen_random_uuid(), u.bloc_id, u.province_id, u.id, m.unit_id, m.group_id, m.position, m.reviewer_unit_id, m.verifier_unit_id
    from u, jsonb_to_recordset($1::jsonb) m(unit_id uuid, group_id uuid, position int, reviewer_unit_id uuid, verifier_unit_id uuid)`;
const GROUPS = `
  insert into bloc_group (id, bloc_id, province_id, cycle_id, number, name, leader_unit_id)
  select g.id, u.bloc_id, u.province_id, u.id, g.number, g.name, g.leader_unit_id
    from u, jsonb_to_recordset($1::jsonb) g(id uuid, number int, name text, leader_unit_id uuid)`;

@Injectable()
export class CycleService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
    private readonly database: Database,
  ) {}

  /** Sets a year up: members, groups, head and deputy, rules. @throws Problem 'needs-sound-rules' naming each fault with its pointer, 'unknown-reference', 'already-exists', 'forbidden' */
  async create(at: At, draft: CycleDraft): Promise<{ id: string; version: number }> {
    const faults = lintCycle(draft);
    if (faults.length > 0) {
      const filling = { faults: faults.length, faultList: faults.map((fault) => fault.text[at.caller.language]).join(' ') };
      throw new Problem(
        'needs-sound-rules',
        filling,
        faults.map((fault) => ({
          code: 'needs-sound-rules',
          filling: { faults: 1, faultList: fault.text[at.caller.language] },
          pointer: fault.pointer,
        })),
      );
    }
    const units = await this.unitIds(at, draft.members, draft.year);
    const { groups, members } = memberRows(draft, units, reviewerFor, verifierFor);
    const { year, rules, pledge, campaigns, movements, legalBases, invented } = draft;
    const { id } = await this.door.create(at, {
      kind: 'Cycle',
      what: String(year),
      table: 'cycle',
      scope: 'bloc',
      state: 'draft',
      columns: () => ({
        year,
        machineVersion: MACHINE_VERSION,
        rules,
        pledge,
        campaigns: JSON.stringify(campaigns),
        movements: JSON.stringify(movements),
        legalBases: JSON.stringify(legalBases),
        invented: JSON.stringify(invented),
        headUnitId: units.get(draft.head),
        deputyUnitId: draft.deputy ? units.get(draft.deputy) : null,
      }),
      entry: { year, head: draft.head, deputy: draft.deputy, members: draft.members },
      beside: [
        { name: 'groups_made', sql: GROUPS, values: [JSON.stringify(groups)] },
        { name: 'members_made', sql: MEMBERS, values: [JSON.stringify(members)] },
      ],
    });
    return { id, version: 1 };
  }

  /** Opens, compiles or closes a year. @throws Problem 'stale' | 'forbidden' | the name of each guard that does not hold */
  async send(at: At, id: string, event: CycleEvent): Promise<CycleView> {
    await this.door.pass(cycleProcedure, at, id, event);
    return this.one(at, id);
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<CycleView> {
    return this.reader.read(at, async (reading) => {
      const [view] = await this.views(reading, 'and c.id = $2', [at.blocId, id]);
      if (!view) throw new Problem('not-found');
      return view;
    });
  }

  /** The years of a bloc, newest first; with a year, that one only. */
  list(at: At, year?: number): Promise<{ items: CycleView[]; next: null }> {
    return this.reader.read(at, async (reading) => ({
      items: await this.views(reading, 'and ($2::int is null or c.year = $2)', [at.blocId, year ?? null]),
      next: null,
    }));
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      const [row] = await this.views(reading, 'and c.id = $2', [at.blocId, id]);
      if (!row) throw new Problem('not-found');
      return { items: await historyOf(reading, 'Cycle', id) };
    });
  }

  private async views(reading: Reading, where: string, values: unknown[]): Promise<CycleView[]> {
    const visible = visibleTo(reading.rights, 'Cycle', 'c', values);
    const rows = await reading.rows<{ record: Record<string, unknown> }>(
      `select to_jsonb(c) as record from cycle c where c.bloc_id = $1 ${where} and ${visible} order by c.year desc`,
      values,
    );
    const records = rows.map(({ record }) => camelRow(record) as unknown as CycleRow & CycleView);
    const actions = await reading.actions(cycleProcedure, records);
    const rosters = await rostersOf(reading, records.map(({ id }) => id)); // prettier-ignore
    return records.map((record) => ({
      id: record.id,
      version: record.version,
      state: record.state,
      actions: actions.get(record.id) ?? [],
      year: record.year,
      rules: record.rules,
      rulesHash: record.rulesHash,
      pledge: record.pledge,
      campaigns: record.campaigns,
      movements: record.movements,
      legalBases: record.legalBases,
      invented: record.invented,
      members: rosters.get(record.id)?.members ?? [],
      groups: rosters.get(record.id)?.groups ?? [],
    }));
  }

  /** @throws Problem 'unknown-reference' for a code that no unit has, 'unit-ended' for a unit that ended before the year */
  private async unitIds(at: At, codes: readonly string[], year: number): Promise<Map<string, string>> {
    const rows = await this.database.read(at, (db) =>
      db.query<{ id: string; code: string; endedOn: string | null; name: string }[]>(
        `select i.id, i.code, i.ended_on::text as "endedOn", n.short_name as name from unit i ${unitName('i.id', 'n')}
          where i.province_id = $1 and i.code = any($2)`,
        [at.provinceId, codes],
      ),
    );
    const found = new Map(rows.map((row) => [row.code, row.id]));
    const missing = codes.find((code) => !found.has(code));
    if (missing) throw new Problem('unknown-reference', { what: unitWords.kinds.Unit, value: missing });
    const ended = rows.find(({ endedOn }) => endedOn !== null && endedOn < `${year}-01-01`);
    if (ended) throw new Problem('unit-ended', { unit: ended.name, on: dayWritten(ended.endedOn!) });
    return found;
  }
}

/** The members of a year in the order of the report's sections, under the names that are valid on the business day. */
export const membersOf = async (reading: Reading, cycleId: string): Promise<MemberView[]> =>
  (await rostersOf(reading, [cycleId])).get(cycleId)?.members ?? [];

type MemberView = z.infer<typeof Member>;

/** Who takes part in a year, and in which groups. */
interface Roster {
  readonly members: MemberView[];
  readonly groups: CycleView['groups'];
}

const ROSTERS = `
  with page as materialized (select id as cycle_id from cycle where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS}, ${namesOf('select unit_id from members')},
  units as materialized (select id, code from unit where id = any(array(select unit_id from members)))
  select c.id,
         (select coalesce(jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'code', un.code, 'name', n.name, 'shortName', n.short_name,
                   'groupId', m.group_id, 'groupNumber', g.number, 'position', m.position, 'leads', coalesce(g.leader_unit_id = m.unit_id, false),
                   'blocRole', case when c.head_unit_id = m.unit_id then 'head' when c.deputy_unit_id = m.unit_id then 'deputy' end) order by m.position), '[]')
            from members m join units un on un.id = m.unit_id left join groups g on g.id = m.group_id ${nameOn('m.unit_id', 'n')}
           where m.cycle_id = c.id) as members,
         (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'number', g.number, 'name', g.name, 'leaderUnitId', g.leader_unit_id)
                   order by g.number), '[]')
            from groups g where g.cycle_id = c.id) as groups
    from years c`;

/** Members and groups of several years, by the year's id; each unit's names are read once. */
async function rostersOf(reading: Reading, cycleIds: readonly string[]): Promise<Map<string, Roster>> {
  const rows = await reading.rows<Roster & { id: string }>(ROSTERS, [reading.scope.blocId, cycleIds]);
  return new Map(rows.map(({ id, members, groups }) => [id, { members, groups }]));
}
