import { Inject, Injectable } from '@nestjs/common';
import { papersFor, receiptFacts } from '@thidua/workflows/dispatch/dispatch.facts';
import type { LinkConfirmation, PaperSent, ReceiptEvent, ReceiptView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { PageQuery } from '@thidua/workflows/page';
import { Problem } from '@thidua/workflows/problem';
import { ASKED_YEAR } from '../cycle/asked-year.js';
import { YEAR_SETS } from '../cycle/year-sets.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { camelRow } from '../platform/database/camel.js';
import type { At } from '../platform/door/caller.js';
import { Door } from '../platform/door/door.js';
import { Reader, type Reading } from '../platform/door/reader.js';
import { historyOf } from '../platform/journal/history.js';
import { visibleTo } from '../platform/rights/visible.js';
import { instant } from './dispatch.view.js';
import { filesOf, papersInWords, type PaperFile } from './papers.js';
import { DISPATCHES, receiptProcedure, type ReceiptRow } from './receipt.procedure.js';

interface Columns {
  readonly record: Record<string, unknown>;
  readonly year: number;
  readonly blocName: string;
  readonly papers: readonly PaperSent[];
  readonly sentAt: Date;
}

/** The receipts that a condition on `r` selects, of the newest dispatch first. */
const select = (where: string): string => `
  with page as materialized (select r.* from receipt r where r.bloc_id = $1 and ${where}),
  ${YEAR_SETS}, ${DISPATCHES}
  select to_jsonb(r) as record, c.year, (select name from home) as "blocName", d.papers, d.sent_at as "sentAt"
    from page r join dispatches d on d.id = r.dispatch_id join years c on c.id = r.cycle_id
    left join members m on m.cycle_id = r.cycle_id and m.unit_id = r.unit_id
   order by d.created_at desc, r.kind = 'unit', r.kind = 'board', m.position`;

@Injectable()
export class ReceiptService {
  constructor(
    private readonly door: Door,
    private readonly reader: Reader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The receipts of a year that the reader may see, of the newest dispatch first. */
  list(at: At, query: PageQuery): Promise<{ items: ReceiptView[]; next: null }> {
    return this.reader.read(at, async (reading) => ({
      items: await this.views(reading, `r.cycle_id = ${ASKED_YEAR}`, [at.blocId, query.year ?? null]),
      next: null,
    }));
  }

  /** @throws Problem 'not-found' */
  one(at: At, id: string): Promise<ReceiptView> {
    return this.reader.read(at, (reading) => this.oneOf(reading, at, id));
  }

  /** @throws Problem 'not-found' */
  history(at: At, id: string) {
    return this.reader.read(at, async (reading) => {
      await this.oneOf(reading, at, id);
      return { items: await historyOf(reading, 'Receipt', id) };
    });
  }

  /** A paper of the receipt, as it was sent. @throws Problem 'not-found' */
  paper(at: At, id: string, documentId: string): Promise<PaperFile> {
    return this.reader.read(at, async (reading) => {
      await this.oneOf(reading, at, id);
      const [file] = await filesOf(reading.db, at.blocId, id, documentId);
      return file!;
    });
  }

  /** @throws Problem 'stale' | 'forbidden' | the name of each guard that does not hold */
  async send(at: At, id: string, event: ReceiptEvent): Promise<ReceiptView> {
    await this.door.pass(receiptProcedure, at, id, event);
    return this.one(at, id);
  }

  /**
   * The bearer of a link confirms. A press that got no answer is pressed again: the same words find what they did; other words do not
   * change what stands. @throws Problem 'not-in-this-state' | 'stale' | 'needs-incoming-number' | 'needs-incoming-day'
   */
  async confirm(at: At, id: string, { version, ...told }: LinkConfirmation): Promise<ReceiptView> {
    const seen = version ?? (await this.one(at, id)).version;
    try {
      return await this.send(at, id, { ...told, type: 'confirm', version: seen });
    } catch (error) {
      const now = isOvertaken(error) ? await this.one(at, id) : null;
      if (now && saysTheSame(now, told)) return now;
      throw error;
    }
  }

  private async oneOf(reading: Reading, at: At, id: string): Promise<ReceiptView> {
    const [view] = await this.views(reading, 'r.id = $2', [at.blocId, id]);
    if (!view) throw new Problem('not-found');
    return view;
  }

  private async views(reading: Reading, where: string, values: unknown[]): Promise<ReceiptView[]> {
    const visible = visibleTo(reading.rights, 'Receipt', 'r', values);
    const rows = await reading.rows<Columns>(select(`${where} and ${visible}`), values);
    const records = rows.map(({ record }) => camelRow(record) as unknown as ReceiptRow);
    const actions = await reading.actions(receiptProcedure, records);
    return rows.map((row, at) => ({
      ...view(row, records[at]!, reading),
      actions: actions.get(records[at]!.id) ?? [],
      sample: this.config.mode === 'development',
    }));
  }
}

const view = (row: Columns, record: ReceiptRow, { now, language }: Reading) => ({
  id: record.id,
  version: record.version,
  state: record.state,
  blocName: row.blocName,
  year: row.year,
  kind: record.kind,
  unitId: record.unitId,
  recipientName: record.recipientName,
  registersIncoming: receiptFacts(record.kind, row.sentAt, now).registersIncoming,
  papers: papersInWords(papersFor(record.kind, row.papers), language),
  sentAt: row.sentAt.toISOString(),
  confirmedAt: instant(record.confirmedAt),
  confirmedBy: record.confirmedBy,
  incomingNumber: record.incomingNumber,
  incomingDate: record.incomingDate,
});

const isOvertaken = (error: unknown): boolean => error instanceof Problem && ['stale', 'not-in-this-state'].includes(error.code);

const saysTheSame = (now: ReceiptView, told: Omit<LinkConfirmation, 'version'>): boolean =>
  now.confirmedBy === told.name && now.incomingNumber === (told.incomingNumber ?? null) && now.incomingDate === (told.incomingDate ?? null);
