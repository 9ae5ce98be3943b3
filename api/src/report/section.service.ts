import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { PageQuery } from '@thidua/workflows/page';
import { Problem } from '@thidua/workflows/problem';
import { countWords } from '@thidua/workflows/report/section.facts';
import {
  EMPTY_SECTION,
  SECTION_SENT,
  type SectionEdit,
  type SectionEvent,
  type SectionState,
  type SectionView,
} from '@thidua/workflows/report/section.schema';
import { ASKED_YEAR } from '../cycle/asked-year.js';
import { remindedAt } from '../cycle/reminders.js';
import { nameOn, namesOf, YEAR_SETS } from '../cycle/year-sets.js';
import { camelRow } from '../platform/database/camel.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { refuseUnprintable } from '../platform/pdf/printable.js';
import { visibleTo } from '../platform/rights/visible.js';
import { sectionNumber, sectionProcedure, type SectionRow } from './section.procedure.js';

/** The sections that a condition on `s` selects, in the order of the report. */
const select = (where: string, limit: number): string => `
  with page as materialized (select s.* from section s where s.bloc_id = $1 and ${where} order by s.position limit ${limit}),
  ${YEAR_SETS}, ${namesOf('select unit_id from page')}
  select to_jsonb(s) as record, c.year, c.rules, n.name as "unitName", n.short_name as "unitShortName", g.number as "groupNumber"
    from page s
    join years c on c.id = s.cycle_id
    left join groups g on g.id = s.group_id ${nameOn('s.unit_id', 'n')}
   order by s.position`;

interface Row {
  readonly record: Record<string, unknown>;
  readonly year: number;
  readonly rules: CycleRules;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly groupNumber: number | null;
}

@Injectable()
export class SectionService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
  ) {}

  /** The sections of a year that the reader may see, in the order of the report. `next` is the place of the last one shown. */
  list(at: At, query: PageQuery): Promise<{ items: SectionView[]; next: string | null }> {
    return this.reader.read(at, async (reading) => {
      const after = Number.parseInt(query.after ?? '0', 10) || 0;
      const where = `s.cycle_id = ${ASKED_YEAR} and s.position > $3`;
      const rows = await this.rows(reading, where, [at.blocId, query.year ?? null, after], query.limit + 1);
      const shown = rows.slice(0, query.limit);
      return { items: await views(reading, shown), next: rows.length > query.limit ? String(recordOf(shown.at(-1)!).position) : null };
    });
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<SectionView> {
    return this.reader.read(at, async (reading) => (await views(reading, [await this.row(reading, at, id)]))[0]!);
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      await this.row(reading, at, id);
      return { items: await historyOf(reading, 'Section', id) };
    });
  }

  /** Saves a draft. @throws Problem 'cannot-print' with pointers | 'stale' | 'forbidden' | 'not-in-this-state' */
  async edit(at: At, id: string, { version, ...draft }: SectionEdit): Promise<SectionView> {
    refuseUnprintable(draft);
    await this.door.edit(sectionProcedure, at, id, version, () => draft);
    return this.one(at, id);
  }

  /** The only way in which a section moves. @throws Problem 'stale' | 'forbidden' | the name of each guard that does not hold */
  async send(at: At, id: string, event: SectionEvent): Promise<SectionView> {
    await this.door.pass(sectionProcedure, at, id, event);
    return this.one(at, id);
  }

  private async row(reading: Reading, at: At, id: string): Promise<Row> {
    const [row] = await this.rows(reading, 's.id = $2', [at.blocId, id], 1);
    if (!row) throw new Problem('not-found');
    return row;
  }

  private rows(reading: Reading, where: string, values: unknown[], limit: number): Promise<Row[]> {
    const visible = visibleTo(reading.rights, 'Section', 's', values);
    return reading.rows<Row>(select(`${where} and ${visible}`, limit), values);
  }
}

const recordOf = (row: Row): SectionRow => camelRow(row.record) as unknown as SectionRow;
const instant = (text: string | null): string | null => (text ? new Date(text).toISOString() : null);

async function views(reading: Reading, rows: readonly Row[]): Promise<SectionView[]> {
  const records = rows.map(recordOf);
  const actions = await reading.actions(sectionProcedure, records);
  return rows.map((row, at) => {
    const record = records[at]!;
    const shown = SECTION_SENT.includes(record.state as SectionState) || may(reading.rights, 'edit', 'Section', record);
    const seen = shown ? record : { ...record, ...EMPTY_SECTION };
    const unsent = !SECTION_SENT.includes(record.state as SectionState);
    return { ...view(row, seen, actions.get(record.id) ?? []), remindedAt: remindedAt(reading.rights, 'Section', unsent, record) };
  });
}

/** A section as its reader sees it. What a unit has not sent, or was given back to rewrite, nobody else reads. */
function view(row: Row, record: SectionRow, actions: SectionView['actions']): Omit<SectionView, 'remindedAt'> {
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    actions,
    year: row.year,
    unitId: record.unitId,
    unitName: row.unitName,
    unitShortName: row.unitShortName,
    groupNumber: row.groupNumber,
    number: sectionNumber(record),
    due: row.rules.deadlines.sections,
    paragraphs: record.paragraphs,
    indicators: record.indicators,
    awards: record.awards,
    words: countWords(record.paragraphs),
    reason: record.reason,
    submittedAt: instant(record.submittedAt),
    acceptedAt: instant(record.acceptedAt),
  };
}
