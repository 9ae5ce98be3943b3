import { Injectable } from '@nestjs/common';
import type { ProvinceBloc, ProvinceBlocQuery, ProvinceReceipt, ProvinceReceiptQuery } from '@thidua/workflows/council/council.schema';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import type { Page } from '@thidua/workflows/page';
import type { Language } from '@thidua/workflows/wording';
import { currentStep, daysLeft } from '@thidua/workflows/work/work';
import { vietnamDay } from '@thidua/workflows/working-days';
import { markOf, placeOf } from '../platform/database/keyset.js';
import type { At } from '../platform/door/caller.js';
import { Reader } from '../platform/door/reader.js';
import { visibleTo } from '../platform/rights/visible.js';

interface BlocColumns extends Omit<ProvinceBloc, 'step'> {
  readonly deadlines: CycleRules['deadlines'] | null;
}

interface ReceiptColumns extends Omit<ProvinceReceipt, 'sentAt' | 'confirmedAt'> {
  readonly sentAt: Date;
  readonly confirmedAt: Date | null;
  /** Where the row stands in the list, to the microsecond. */
  readonly at: string;
}

/** What readers of a whole province see of its blocs, under the province's own login: one equality of their own grant level. */
@Injectable()
export class CouncilService {
  constructor(private readonly reader: Reader) {}

  /** The blocs of the province that the reader may see, each with its newest year; by name. */
  blocs(at: At, { after, limit }: ProvinceBlocQuery): Promise<Page<ProvinceBloc>> {
    return this.reader.readProvince(at, async (reading) => {
      const [name, id] = placeOf(after, ['text', 'id']);
      const values: unknown[] = [at.provinceId, name ?? null, id ?? null, limit + 1];
      const visible = (kind: string, alias: string) => visibleTo(reading.rights, kind, alias, values);
      const knows = reading.rights.can('read', 'Receipt');
      const rows = await reading.rows<BlocColumns>(
        `with shown as (
           select b.id, b.slug, b.name, b.short_name from bloc b
            where b.province_id = $1 and ${visible('Bloc', 'b')}
              and ($2::text is null or (b.name collate "vi-x-icu", b.id) > ($2::text collate "vi-x-icu", $3::uuid))
            order by b.name collate "vi-x-icu", b.id limit $4
         ), newest as (
           select distinct on (c.bloc_id) c.bloc_id, c.id, c.year, c.state from cycle c
            where c.province_id = $1 and ${visible('Cycle', 'c')} order by c.bloc_id, c.year desc
         ), counted as (
           select r.cycle_id, count(*)::int as receipts, count(*) filter (where r.state = 'waiting')::int as waiting from receipt r
            where r.province_id = $1 and r.kind <> 'unit' and ${visible('Receipt', 'r')} group by r.cycle_id
         )
         select s.id, s.slug, s.name, s.short_name as "shortName", n.year, n.state,
                (select y.rules -> 'deadlines' from cycle y where y.id = n.id) as deadlines,
                ${knows ? 'coalesce(k.receipts, 0)' : 'null::int'} as receipts, ${knows ? 'coalesce(k.waiting, 0)' : 'null::int'} as waiting
           from shown s left join newest n on n.bloc_id = s.id left join counted k on k.cycle_id = n.id
          order by s.name collate "vi-x-icu", s.id`,
        values,
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const items = page.map((row) => blocView(row, vietnamDay(reading.now), reading.language));
      return { items, next: rows.length > limit && last ? markOf([last.name, last.id]) : null };
    });
  }

  /** What the blocs of the province sent to its council and standing body, newest first. */
  receipts(at: At, { after, limit, state }: ProvinceReceiptQuery): Promise<Page<ProvinceReceipt>> {
    return this.reader.readProvince(at, async (reading) => {
      const [moment, id] = placeOf(after, ['instant', 'id']);
      const values: unknown[] = [at.provinceId, moment ?? null, id ?? null, limit + 1, state ?? null];
      const rows = await reading.rows<ReceiptColumns>(
        `with shown as materialized (
           select r.* from receipt r
            where r.province_id = $1 and r.kind <> 'unit' and ${visibleTo(reading.rights, 'Receipt', 'r', values)}
              and ($5::text is null or r.state = $5)
              and ($2::timestamptz is null or (r.created_at, r.id) < ($2::timestamptz, $3::uuid))
            order by r.created_at desc, r.id desc limit $4
         ), sending as materialized (
           select d.id, d.papers, d.sent_at, c.year, b.slug, b.name
             from dispatch d join cycle c on c.id = d.cycle_id join bloc b on b.id = d.bloc_id where d.id in (select dispatch_id from shown)
         )
         select s.id, s.state, d.slug as "blocSlug", d.name as "blocName", d.year, s.recipient_name as "recipientName",
                (select coalesce(jsonb_agg(p ->> 'number'), '[]') from jsonb_array_elements(d.papers) p) as numbers,
                d.sent_at as "sentAt", s.confirmed_at as "confirmedAt", s.confirmed_by as "confirmedBy",
                s.incoming_number as "incomingNumber", s.incoming_date::text as "incomingDate", s.created_at::text as at
           from shown s join sending d on d.id = s.dispatch_id
          order by s.created_at desc, s.id desc`,
        values,
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return { items: page.map(receiptView), next: rows.length > limit && last ? markOf([last.at, last.id]) : null };
    });
  }
}

/** Only a year that is under way has come to a step. */
function blocView({ deadlines, ...row }: BlocColumns, today: string, language: Language): ProvinceBloc {
  const underWay = row.state === 'open' || row.state === 'compiled';
  const step = underWay && deadlines ? currentStep(deadlines, today, language) : null;
  return { ...row, step: step && { name: step.name, due: step.due, daysLeft: daysLeft(today, step.due) } };
}

const receiptView = ({ at: _, ...row }: ReceiptColumns): ProvinceReceipt => ({
  ...row,
  sentAt: row.sentAt.toISOString(),
  confirmedAt: row.confirmedAt?.toISOString() ?? null,
});
