import { Injectable } from '@nestjs/common';
import type { PageQuery } from '@thidua/workflows/page';
import { Problem } from '@thidua/workflows/problem';
import type { ReportEdit, ReportEvent, ReportView } from '@thidua/workflows/report/report.schema';
import { ASKED_YEAR } from '../cycle/asked-year.js';
import { camelRow } from '../platform/database/camel.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { refuseUnprintable } from '../platform/pdf/printable.js';
import { visibleTo } from '../platform/rights/visible.js';
import { reportProcedure, type ReportRow } from './report.procedure.js';
import { reportView, selectReports, type ReportColumns } from './report.view.js';

@Injectable()
export class ReportService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
  ) {}

  /** The report of a year, if the reader may see it. */
  list(at: At, query: PageQuery): Promise<{ items: ReportView[]; next: null }> {
    return this.reader.read(at, async (reading) => ({
      items: await this.views(reading, `p.cycle_id = ${ASKED_YEAR}`, [at.blocId, query.year ?? null]),
      next: null,
    }));
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<ReportView> {
    return this.reader.read(at, (reading) => this.oneOf(reading, at, id));
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      await this.oneOf(reading, at, id);
      return { items: await historyOf(reading, 'Report', id) };
    });
  }

  /** Saves the head's own parts. @throws Problem 'cannot-print' with pointers | 'stale' | 'forbidden' | 'not-in-this-state' */
  async edit(at: At, id: string, { version, ...draft }: ReportEdit): Promise<ReportView> {
    refuseUnprintable(draft);
    await this.door.edit(reportProcedure, at, id, version, () => draft);
    return this.one(at, id);
  }

  /** Freezes the report, or opens it again. @throws Problem 'stale' | 'forbidden' | the name of each guard that does not hold */
  async send(at: At, id: string, event: ReportEvent): Promise<ReportView> {
    await this.door.pass(reportProcedure, at, id, event);
    return this.one(at, id);
  }

  private async oneOf(reading: Reading, at: At, id: string): Promise<ReportView> {
    const [view] = await this.views(reading, 'p.id = $2', [at.blocId, id]);
    if (!view) throw new Problem('not-found');
    return view;
  }

  private async views(reading: Reading, where: string, values: unknown[]): Promise<ReportView[]> {
    const visible = visibleTo(reading.rights, 'Report', 'p', values);
    const rows = await reading.rows<ReportColumns>(selectReports(`${where} and ${visible}`), values);
    const records = rows.map(({ record }) => camelRow(record) as unknown as ReportRow);
    const actions = await reading.actions(reportProcedure, records);
    return rows.map((row, at) => reportView(row, records[at]!, actions.get(records[at]!.id) ?? [], reading));
  }
}
