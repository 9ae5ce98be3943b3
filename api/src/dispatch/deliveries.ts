import type { DeliveryView } from '@thidua/workflows/dispatch/dispatch.schema';
import type { Reading } from '../platform/door/reader.js';
import { visibleTo } from '../platform/rights/visible.js';
import { newestLetter } from './dispatch.procedure.js';

/** When a letter was queued in business time stands in its facts; what the worker did since is added to it, since it works in real time. */
const business = (real: string): string => `(l.facts ->> 'at')::timestamptz + (l.${real} - l.created_at)`;

/** How the newest letter to each recipient stands: the council and its standing body first, then the units in their order. */
export async function deliveriesOf(reading: Reading, dispatchId: string): Promise<DeliveryView[]> {
  const values: unknown[] = [reading.scope.blocId, dispatchId];
  const visible = visibleTo(reading.rights, 'Receipt', 'r', values);
  const rows = await reading.rows<Row>(
    `select r.id as "receiptId", r.kind, r.recipient_name as name, l.address, l.state, l.attempts, l.last_answer as answer,
            ${business('sent_at')} as "sentAt", case when l.state = 'queued' then ${business('next_at')} end as "nextAt",
            r.confirmed_at as "confirmedAt", r.confirmed_by as "confirmedBy", r.incoming_number as "incomingNumber", r.incoming_date::text as "incomingDate"
       from receipt r ${newestLetter('r', 'l')} left join member m on m.cycle_id = r.cycle_id and m.unit_id = r.unit_id
      where r.bloc_id = $1 and r.dispatch_id = $2 and ${visible}
      order by r.kind = 'unit', r.kind = 'board', m.position`,
    values,
  );
  return rows.map((row) => ({ ...row, sentAt: iso(row.sentAt), nextAt: iso(row.nextAt), confirmedAt: iso(row.confirmedAt) }));
}

type Instants = 'sentAt' | 'nextAt' | 'confirmedAt';
type Row = Omit<DeliveryView, Instants> & Readonly<Record<Instants, Date | null>>;

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
