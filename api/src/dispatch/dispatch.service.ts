import { Injectable } from '@nestjs/common';
import { may } from '@thidua/workflows/ability';
import { linesOfPapers, papersToSend, unissuedPapers, type DispatchSurroundings } from '@thidua/workflows/dispatch/dispatch.facts';
import type { DeliveryView, DispatchDraft, DispatchEvent, DispatchList, DispatchView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { PageQuery } from '@thidua/workflows/page';
import { Problem, type Unmet } from '@thidua/workflows/problem';
import type { RecipientLine } from '@thidua/workflows/register/document.schema';
import { camelRow } from '../platform/database/camel.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { needInWords } from '../platform/http/needs.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { deliveriesOf } from './deliveries.js';
import { complete, dispatchProcedure, type DispatchRow } from './dispatch.procedure.js';
import { dispatchView, SELECT_DISPATCHES, type DispatchColumns } from './dispatch.view.js';
import { carriedPapers, newestPapers } from './papers.js';

/** What a year owes and has sent, whether or not it has a dispatch. */
interface YearPapers extends Pick<DispatchSurroundings, 'newest' | 'carried'> {
  readonly cycleId: string;
  readonly prepared: boolean;
}

const YEAR = `
  select c.id as "cycleId", ${newestPapers('c.id')} as newest, ${carriedPapers('c.id', 'null::uuid')} as carried,
         exists (select 1 from dispatch d where d.bloc_id = $1 and d.cycle_id = c.id and d.state = 'draft') as prepared
    from cycle c where c.bloc_id = $1 and c.year = coalesce($2, (select max(year) from cycle where bloc_id = $1))`;

@Injectable()
export class DispatchService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
  ) {}

  /** The dispatches of a year that the reader may see, newest first, and what the year still owes. */
  list(at: At, query: PageQuery): Promise<DispatchList> {
    return this.reader.read(at, async (reading) => {
      const [year] = await reading.rows<YearPapers>(YEAR, [at.blocId, query.year ?? null]);
      const items = year ? await this.views(reading, 'and d.cycle_id = $2', [at.blocId, year.cycleId]) : [];
      const makes = year && !year.prepared && this.mayMake(reading, at, year);
      return {
        items,
        next: null,
        unissuedPapers: year && this.followsYear(reading, at, year) ? unissuedPapers(year.newest) : '',
        actions: makes ? [{ type: 'create', needs: needsOf(year).map((need) => needInWords(need, reading.language)) }] : [],
      };
    });
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<DispatchView> {
    return this.reader.read(at, (reading) => this.oneOf(reading, at, id));
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      await this.oneOf(reading, at, id);
      return { items: await historyOf(reading, 'Dispatch', id) };
    });
  }

  /** How the letters to the recipients stand whose receipts the reader may see. @throws Problem 'not-found' */
  deliveries(at: At, id: string): Promise<{ items: DeliveryView[]; next: null }> {
    return this.reader.read(at, async (reading) => {
      await this.oneOf(reading, at, id);
      return { items: await deliveriesOf(reading, id), next: null };
    });
  }

  /** Prepares a dispatch. @throws Problem 'forbidden' | 'unknown-reference' | 'already-exists' | 'needs-all-issued' | 'needs-new-papers' */
  async create(at: At, draft: DispatchDraft): Promise<DispatchView> {
    const { cycleId, lines } = await this.reader.read(at, (reading) => this.preparation(reading, at, draft));
    const { id } = await this.door.create(at, {
      kind: 'Dispatch',
      what: String(draft.year),
      table: 'dispatch',
      scope: 'bloc',
      state: 'draft',
      columns: () => ({ cycleId, lines }),
      entry: { year: draft.year, lines: lines.map(({ to }) => to) },
    });
    return this.one(at, id);
  }

  /** Sends, or sends one letter again. @throws Problem 'stale' | 'forbidden' | the name of each guard that does not hold */
  async send(at: At, id: string, event: DispatchEvent): Promise<DispatchView> {
    await this.door.pass(dispatchProcedure, at, id, event);
    return this.one(at, id);
  }

  /** The year and the lines of a dispatch that is to be made: without lines of its own, those of the year's papers. */
  private async preparation(reading: Reading, at: At, draft: DispatchDraft): Promise<{ cycleId: string; lines: readonly RecipientLine[] }> {
    const [year] = await reading.rows<YearPapers>(YEAR, [at.blocId, draft.year]);
    if (!year) throw new Problem('unknown-reference', { what: 'year', value: draft.year });
    if (!this.mayMake(reading, at, year)) throw new Problem('forbidden');
    const [need] = needsOf(year);
    if (need) throw new Problem(need.code, need.filling);
    const lines = draft.lines ?? linesOfPapers(year);
    if (lines.length === 0) throw new Problem('needs-all-issued', { unissuedPapers: unissuedPapers(year.newest) });
    return { cycleId: year.cycleId, lines };
  }

  /** Whether somebody follows the dispatch from its draft on: to all others a paper that is not issued is not there, by no name. */
  private followsYear({ rights }: Reading, { blocId, provinceId }: At, { cycleId }: YearPapers): boolean {
    return may(rights, 'read', 'Dispatch', { blocId, provinceId, cycleId, state: 'draft' });
  }

  private mayMake({ rights }: Reading, { blocId, provinceId }: At, { cycleId }: YearPapers): boolean {
    return may(rights, 'create', 'Dispatch', { blocId, provinceId, cycleId, state: 'draft' });
  }

  private async oneOf(reading: Reading, at: At, id: string): Promise<DispatchView> {
    const [view] = await this.views(reading, 'and d.id = $2', [at.blocId, id]);
    if (!view) throw new Problem('not-found');
    return view;
  }

  private async views(reading: Reading, where: string, values: unknown[]): Promise<DispatchView[]> {
    const visible = visibleTo(reading.rights, 'Dispatch', 'd', values);
    const rows = await reading.rows<DispatchColumns>(`${SELECT_DISPATCHES} ${where} and ${visible} order by d.created_at desc`, values);
    const records = rows.map(({ record }) => camelRow(record) as unknown as DispatchRow);
    const ids = records.map(({ id }) => id);
    const facts = await reading.facts(dispatchProcedure.facts, ids);
    const actions = await reading.actions(dispatchProcedure, records, facts);
    return rows.map((row, at) => {
      const record = records[at]!;
      return dispatchView(row, record, complete(record, facts.get(record.id) ?? {}), actions.get(record.id) ?? [], reading.language);
    });
  }
}

/** A year whose issued papers have all been sent has nothing to prepare. */
const needsOf = (year: YearPapers): Unmet[] =>
  unissuedPapers(year.newest) === '' && papersToSend(year).length === 0 ? [{ code: 'needs-new-papers' }] : [];
