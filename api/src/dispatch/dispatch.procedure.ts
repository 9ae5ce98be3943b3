import { dispatchFacts, papersFor, papersToSend, type DispatchSurroundings } from '@thidua/workflows/dispatch/dispatch.facts';
import { dispatchLetters, paperLine } from '@thidua/workflows/dispatch/dispatch.letters';
import { dispatchMachine } from '@thidua/workflows/dispatch/dispatch.machine';
import type { DispatchEvent, DispatchFacts, PaperSent, Recipient } from '@thidua/workflows/dispatch/dispatch.schema';
import type { RecipientLine } from '@thidua/workflows/register/document.schema';
import { nameOn, namesOf, TODAY, YEAR_SETS } from '../cycle/year-sets.js';
import { procedure, type Beside, type Moment, type RecordRow } from '../platform/door/procedure.js';
import { carriedPapers, newestPapers } from './papers.js';

/** A row of `dispatch`. */
export interface DispatchRow extends RecordRow {
  readonly cycleId: string;
  readonly lines: readonly RecipientLine[];
  readonly papers: readonly PaperSent[];
  readonly sentAt: string | null;
}

/** What letters print, and what the papers and addresses are taken from, travel with the facts. */
export interface DispatchColumns extends DispatchSurroundings {
  readonly year: number;
  readonly blocName: string;
}
type Known = DispatchFacts & DispatchColumns;
type DispatchMoment = Moment<DispatchRow, Known, DispatchEvent>;

/** The newest letter to the recipient of a receipt. */
export const newestLetter = (receipt: string, alias: string): string =>
  `join lateral (select * from delivery where bloc_id = $1 and receipt_id = ${receipt}.id order by n desc limit 1) ${alias} on true`;

/** Whom the lines of a year's papers can mean, as JSON; the names are those of the business day. The year is joined as `c`, the province as `v`. What is sent has its letters. */
const ADDRESS_BOOK = `
  jsonb_build_object('council', v.council, 'board', v.board, 'members', (
    select coalesce(jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'name', n.name, 'email', a.email,
             'blocRole', case m.unit_id when c.head_unit_id then 'head' when c.deputy_unit_id then 'deputy' end) order by m.position), '[]')
      from members m join addresses a on a.id = m.unit_id ${nameOn('m.unit_id', 'n', TODAY)} where m.cycle_id = c.id))`;

const FACTS = `
  with page as materialized (select id, province_id, cycle_id, state from dispatch where bloc_id = $1 and id = any($2)),
  ${YEAR_SETS}, ${namesOf('select unit_id from members')},
  addresses as materialized (select id, email from unit where id = any(array(select unit_id from members))),
  receipts as materialized (select * from receipt where bloc_id = $1 and cycle_id = any(array(select cycle_id from page))),
  letters as materialized (
    select distinct on (receipt_id) receipt_id, address, state from delivery
     where bloc_id = $1 and record_id = any(array(select id from page)) order by receipt_id, n desc)
  select d.id, c.year, (select name from home) as "blocName", ${newestPapers('d.cycle_id')} as newest, ${carriedPapers('d.cycle_id', 'd.id')} as carried,
         case when d.state = 'draft' then ${ADDRESS_BOOK} end as book,
         (select coalesce(jsonb_agg(jsonb_build_object('receiptId', r.id, 'kind', r.kind, 'unitId', r.unit_id, 'name', r.recipient_name,
                   'receiptState', r.state, 'address', l.address, 'letterState', l.state) order by r.kind = 'unit', r.kind = 'board', m.position), '[]')
            from receipts r join letters l on l.receipt_id = r.id left join members m on m.cycle_id = r.cycle_id and m.unit_id = r.unit_id
           where r.dispatch_id = d.id) as letters
    from page d join years c on c.id = d.cycle_id join province v on v.id = d.province_id`;

/** Facts of a dispatch from its row and what stands around it. */
export function complete(record: DispatchRow, columns: Readonly<Record<string, unknown>>): Known {
  const around = columns as unknown as DispatchColumns;
  return { ...around, ...dispatchFacts(record, around) };
}

/** What a letter says, and the business time at which it was queued. */
const letterFacts = ({ facts, now }: DispatchMoment, kind: Recipient['kind'], papers: readonly PaperSent[]) => ({
  kind,
  bloc: facts.blocName,
  year: String(facts.year),
  papers: papersFor(kind, papers).map(paperLine).join('\n'),
  at: now.toISOString(),
});

/** A receipt and a letter for each recipient. */
const sending = (moment: DispatchMoment): readonly Beside[] => [
  {
    name: 'receipts_made',
    sql: `insert into receipt (id, bloc_id, province_id, cycle_id, dispatch_id, kind, unit_id, recipient_name)
      select gen_random_uuid(), u.bloc_id, u.province_id, u.cycle_id, u.id, r.kind, r."unitId", r.name
        from u, jsonb_to_recordset($1::jsonb) r(kind text, "unitId" uuid, name text) returning *`,
    values: [JSON.stringify(moment.facts.recipients)],
  },
  {
    name: 'letters_made',
    sql: `insert into delivery (id, bloc_id, province_id, record_kind, record_id, n, letter, facts, unit_id, recipient_name, address, receipt_id)
      select gen_random_uuid(), u.bloc_id, u.province_id, 'Dispatch', u.id, u.entries, 'dispatch-sent', a.facts, r.unit_id, r.recipient_name, a.address, r.id
        from u, receipts_made r
        join jsonb_to_recordset($1::jsonb) a(kind text, "unitId" uuid, address text, facts jsonb) on a.kind = r.kind and a."unitId" is not distinct from r.unit_id`,
    values: [
      JSON.stringify(moment.facts.recipients.map((to) => ({ ...to, facts: letterFacts(moment, to.kind, papersToSend(moment.facts)) }))),
    ],
  },
];

const kindOf = ({ facts }: DispatchMoment, receiptId: string): Recipient['kind'] =>
  facts.letters.find((letter) => letter.receiptId === receiptId)?.kind ?? 'unit';

/** Another letter of the same receipt; receipt and papers stay. */
const resending = (moment: DispatchMoment, receiptId: string, address: string): readonly Beside[] => [
  {
    name: 'letter_made',
    sql: `insert into delivery (id, bloc_id, province_id, record_kind, record_id, n, letter, facts, unit_id, recipient_name, address, receipt_id)
      select gen_random_uuid(), u.bloc_id, u.province_id, 'Dispatch', u.id, u.entries, 'dispatch-sent', $1::jsonb, r.unit_id, r.recipient_name, $2, r.id
        from u join receipt r on r.bloc_id = u.bloc_id and r.dispatch_id = u.id and r.id = $3::uuid`,
    values: [JSON.stringify(letterFacts(moment, kindOf(moment, receiptId), moment.record.papers)), address, receiptId],
  },
];

/** The journal keeps what was sent to how many, and every corrected address with the one before. */
function entry({ event, facts }: DispatchMoment): Readonly<Record<string, unknown>> {
  if (event.type === 'send') {
    const papers = papersToSend(facts).map(({ number, sha256 }) => ({ number, sha256 }));
    return { papers, recipients: facts.recipients.length };
  }
  const before = facts.letters.find(({ receiptId }) => receiptId === event.receiptId);
  return {
    receipt: event.receiptId,
    reason: event.reason,
    changes: [{ what: before?.name ?? '', before: before?.address ?? null, after: event.address }],
  };
}

export const dispatchProcedure = procedure<DispatchRow, Known, DispatchEvent>({
  kind: 'Dispatch',
  // Letters come back, and councils confirm, also after the year.
  outlivesYear: true,
  table: 'dispatch',
  machine: dispatchMachine,
  // The year's papers: none is issued or replaced while they are being counted.
  guardRows:
    'select 1 from document where bloc_id = $1 and cycle_id = (select cycle_id from dispatch where bloc_id = $1 and id = $2) order by id for share',
  facts: FACTS,
  complete,
  set: ({ event, facts, now }) => (event.type === 'send' ? { papers: papersToSend(facts), sentAt: now.toISOString() } : {}),
  entry,
  beside: (moment) => (moment.event.type === 'send' ? sending(moment) : resending(moment, moment.event.receiptId, moment.event.address)),
  letters: dispatchLetters,
});
