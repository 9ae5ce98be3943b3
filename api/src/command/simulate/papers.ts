import type { RecipientLine } from '@thidua/workflows/register/document.schema';
import { sha256 } from '../../platform/journal/canonical.js';
import { actorSql, atSql, diceSql, recordsSql, SYSTEM, type Step } from './chained.js';
import { arraySql, constantSql, literal, numberSql, objectSql, orNullSql, plainSql, textSql, type Sql } from './canonical-sql.js';
import { pagesOf } from './sample-pages.js';
import type { Stage } from './scheme.js';

const [FROZEN, SIGNED] = [pagesOf('frozen'), pagesOf('signed')];
const SUMS = { frozen: sha256(FROZEN), signed: sha256(SIGNED) };

/** The papers of a year, with the day after the anchor on which each is signed. */
const PAPERS = [
  ['BB', 'Hội nghị bình xét, suy tôn, đề nghị khen thưởng năm ', 26],
  ['BC', 'Tổng kết phong trào thi đua, công tác khen thưởng năm ', 29],
  ['TTr', 'Về việc đề nghị khen thưởng năm ', 29],
] as const;

const LINES: readonly RecipientLine[] = [
  { to: 'council', text: 'Như trên' },
  { to: 'board', text: 'Như trên' },
  { to: 'members', text: 'Các đơn vị thành viên Khối thi đua' },
  { to: 'archive', text: 'Lưu: VT' },
];

const idSql = (type: Sql, cycle: Sql): Sql => `pg_temp.made_id('document ' || ${type} || ' ' || ${cycle})`;
const BASIS = 'simulate';
const HEAD = actorSql('unit-head', 's.head_unit_id', { role: 'bloc-head', unit: 's.head_unit_id' });
const SECRETARY = actorSql('bloc-secretary', 's.cycle_id');
const RECORDS_OFFICER = actorSql('records-officer', 's.cycle_id');
const PRINTED = plainSql(`'01/' || s.symbol`);
const content = { content: plainSql('s.content_id'), basis: constantSql(BASIS) };
const numbered = (sum: string) => ({ number: PRINTED, sha256: constantSql(sum) });

/** From draft to issued, one step after the other. */
const DOCUMENT_STEPS: readonly Step[] = (
  [
    ['create', 'draft', SECRETARY, 8, { ...content, type: plainSql('s.type') }],
    ['propose', 'proposed', SECRETARY, 9, content],
    ['pass', 'checked', RECORDS_OFFICER, 10, content],
    [
      'prepare',
      'prepared',
      HEAD,
      13,
      { number: constantSql(1), symbol: textSql('s.symbol'), day: plainSql('s.day'), sha256: constantSql(SUMS.frozen) },
    ],
    ['sign', 'signing', HEAD, 14, numbered(SUMS.frozen)],
    ['finish', 'signed', SYSTEM, 14, numbered(SUMS.signed)],
    ['issue', 'issued', RECORDS_OFFICER, 15, numbered(SUMS.signed)],
  ] as const
).map(([event, to, actor, hour, members], at, all): Step => ({
  event,
  from: at === 0 ? null : all[at - 1]![1],
  to,
  actor,
  at: atSql('s.after', hour, String(at)),
  version: String(at + 1),
  members,
}));
const when = (event: string): Sql => DOCUMENT_STEPS.find((step) => step.event === event)!.at;

const DOCUMENT_ROWS = `
  select s.*, 'issued' as state, 7 as version, 7 as entries, 1 as number, '${SUMS.signed}' as sha256, ${literal(JSON.stringify(LINES))}::jsonb as recipients, type = 'BB' as council_only,
         case when type = 'BB' then 'Hội trường ' || place end as meeting_place, ${when('propose')} as proposed_at, ${when('pass')} as checked_at, ${when('prepare')} as prepared_at,
         ${when('finish')} as signed_at, ${when('issue')} as issued_at, pg_temp.made_id('bloc-secretary ' || cycle_id) as proposed_by, pg_temp.made_id('records-officer ' || cycle_id) as checked_by,
         pg_temp.made_id('unit-head ' || head_unit_id) as prepared_by, 'Chủ tịch' as signer_post
    from (select c.*, t.type, t.title || c.year as title, t.after, ${idSql('t.type', 'c.cycle_id')} as id, pg_temp.made_id('content ' || t.type || ' ' || c.cycle_id) as content_id,
                 t.type || '-KTĐ' || c.b as symbol, (c.anchor at time zone 'Asia/Ho_Chi_Minh')::date + t.after as day, p.name as signer_name, b.place
            from sim_cycle c join sim_bloc b using (bloc_id) join person p on p.id = pg_temp.made_id('unit-head ' || c.head_unit_id),
                 (values ${PAPERS.map(([type, title, after]) => `('${type}', '${title}', ${after})`).join(', ')}) t(type, title, after)
           where not c.newest) s`;

const DOCUMENTS: readonly Sql[] = [
  ...recordsSql({
    kind: 'Document',
    table: 'document',
    journal: 'journal',
    columns:
      `cycle_id head_unit_id type recipients content_id number symbol day sha256 proposed_by checked_by prepared_by signer_name signer_post
      proposed_at checked_at prepared_at signed_at issued_at meeting_place council_only`.split(/\s+/),
    rows: DOCUMENT_ROWS,
    steps: DOCUMENT_STEPS,
  }),
  `insert into document_content (id, bloc_id, province_id, document_id, basis, title, blocks, format, pages, compiled_at)
     select content_id, bloc_id, province_id, id, '${BASIS}', s.title, '[]', '[]', 1, proposed_at from (${DOCUMENT_ROWS}) s order by 1`,
  `insert into document_number (id, bloc_id, province_id, document_id, owner_id, year, type, number, symbol, day, state)
     select pg_temp.made_id('number ' || id), bloc_id, province_id, id, bloc_id, extract(year from day)::int, type, number, symbol, day, 'used' from document order by 1`,
  `insert into number_series (province_id, owner_id, year, type, last) select province_id, bloc_id, extract(year from day)::int, type, number from document`,
  `insert into document_file (id, bloc_id, province_id, document_id, kind, sha256, pages, bytes, made_at)
     select pg_temp.made_id(kind || ' ' || id), bloc_id, province_id, id, kind, f.sha256, 1, decode(f.bytes, 'base64'), case kind when 'frozen' then prepared_at else signed_at end
       from document, (values ('frozen', '${SUMS.frozen}', '${FROZEN.toString('base64')}'), ('signed', '${SUMS.signed}', '${SIGNED.toString('base64')}')) f(kind, sha256, bytes) order by 1`,
];

const SENT = atSql('31', 8);
const KEPT_PAPERS = `(select jsonb_agg(jsonb_build_object('day', d.day, 'type', d.type, 'title', x.title, 'number', '01/' || d.symbol, 'sha256', d.sha256,
    'replaces', null, 'documentId', d.id, 'councilOnly', d.council_only) order by d.type) from document d join document_content x on x.id = d.content_id where d.cycle_id = c.cycle_id)`;

const DISPATCHES = recordsSql({
  kind: 'Dispatch',
  table: 'dispatch',
  journal: 'journal',
  columns: ['cycle_id', 'lines', 'papers', 'sent_at'],
  rows: `select s.*, ${SENT} as sent_at from (select c.*, pg_temp.made_id('dispatch ' || c.cycle_id) as id, 'sent' as state, 2 as version, 2 as entries,
      ${literal(JSON.stringify(LINES))}::jsonb as lines, ${KEPT_PAPERS} as papers from sim_cycle c where not c.newest offset 0) s`,
  steps: [
    {
      event: 'create',
      from: null,
      to: 'draft',
      actor: RECORDS_OFFICER,
      at: atSql('30', 15),
      version: '1',
      members: { lines: constantSql(LINES.map(({ to }) => to)), year: numberSql('s.year') },
    },
    {
      event: 'send',
      from: 'draft',
      to: 'sent',
      actor: RECORDS_OFFICER,
      at: SENT,
      version: '2',
      members: {
        recipients: numberSql('s.units + 2'),
        papers: arraySql(
          [0, 1, 2].map((at) => objectSql({ number: textSql(`s.papers -> ${at} ->> 'number'`), sha256: constantSql(SUMS.signed) })),
        ),
      },
    },
  ],
});

const RECIPIENTS = `
  select c.cycle_id, c.bloc_id, c.province_id, c.anchor, c.year, k as kind, null::uuid as unit_id, v.council_or_board ->> 'name' as recipient_name, v.council_or_board ->> 'email' as address
    from sim_cycle c cross join lateral (select 'council' as k, council as council_or_board from province where id = c.province_id
      union all select 'board', board from province where id = c.province_id) v where not c.newest
  union all
  select m.cycle_id, m.bloc_id, m.province_id, m.anchor, m.year, 'unit', m.unit_id, n.name, n.email from sim_member m join sim_name n using (unit_id) where not m.newest`;
const CONFIRMED = atSql(`31 + ${diceSql('s.id', 'day')} / 64`, 9, `${diceSql('s.id', 'minute')} * 2`);
const orNull = (value: Sql): Sql => orNullSql(value, plainSql(value));
const RECEIPT_ROWS = `
  select s.*, ${CONFIRMED} as confirmed_at, 'confirmed' as state, 2 as version, 1 as entries, 'Văn thư ' || recipient_name as confirmed_by,
         case when kind = 'board' then (100 + ${diceSql('s.id', 'incoming')})::text end as incoming_number,
         case when kind = 'board' then ((${CONFIRMED}) at time zone 'Asia/Ho_Chi_Minh')::date end as incoming_date
    from (select r.*, pg_temp.made_id('receipt ' || cycle_id || ' ' || coalesce(unit_id::text, kind)) as id, pg_temp.made_id('dispatch ' || cycle_id) as dispatch_id from (${RECIPIENTS}) r offset 0) s`;

const RECEIPTS: readonly Sql[] = [
  ...recordsSql({
    kind: 'Receipt',
    table: 'receipt',
    journal: 'journal',
    columns: [
      'cycle_id',
      'dispatch_id',
      'kind',
      'unit_id',
      'recipient_name',
      'confirmed_at',
      'confirmed_by',
      'incoming_number',
      'incoming_date',
    ],
    rows: RECEIPT_ROWS,
    steps: [
      {
        event: 'confirm',
        from: 'waiting',
        to: 'confirmed',
        actor: constantSql({ kind: 'recipient', person: null, post: null, role: null, unit: null }),
        at: 's.confirmed_at',
        version: '2',
        members: { by: textSql('s.confirmed_by'), incomingNumber: orNull('s.incoming_number'), incomingDate: orNull('s.incoming_date') },
      },
    ],
  }),
  // The letters went out in their year and are not sent again.
  `insert into delivery (id, bloc_id, province_id, record_kind, record_id, n, letter, unit_id, recipient_name, address, state, attempts, sent_at, receipt_id)
     select pg_temp.made_id('letter ' || id), bloc_id, province_id, 'Dispatch', dispatch_id, 2, 'dispatch-sent', unit_id, recipient_name, address, 'accepted', 1, ${SENT}, id
       from (${RECEIPT_ROWS}) s order by 1`,
];

/** The papers of closed years, issued, sent and received. Their pages are one sample page. */
export const PAPERS_STAGE: Stage = {
  name: { vi: 'Văn bản, gửi và nhận', en: 'papers, dispatches, receipts' },
  statements: [...DOCUMENTS, ...DISPATCHES, ...RECEIPTS],
};
