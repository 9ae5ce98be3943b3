import { recusalMade } from '../cycle/recusals.js';
import type { Beside } from '../platform/door/procedure.js';
import type { CompiledContent, DocumentMoment, PreparedPages, SignedFile } from './document.moment.js';

/** Why a number is void when its day is over; what stands in the register. */
const NOT_SIGNED = 'Chưa ký trong ngày cấp số';

/** What is written together with a document: its content, its number in the register, its files, its deadlines. */
export function besideEvent(moment: DocumentMoment): readonly Beside[] {
  const { event, record } = moment;
  switch (event.type) {
    case 'compile':
      return event.content ? [contentMade(event.content)] : [];
    case 'prepare':
      return event.pages ? numbered(moment, event.pages) : [];
    case 'return':
      return record.number === null ? [] : [numberMade('void', `Trả lại trước khi ký: ${event.reason}`)];
    case 'expire':
      return [numberMade('void', NOT_SIGNED)];
    case 'sign':
      return [finishDue];
    case 'finish':
      return [numberMade('used', null), fileMade('signed', event.file)];
    case 'recuse': {
      const step = record.state === 'proposed' ? 'check' : 'propose';
      return [recusalMade({ kind: 'Document', step, unitId: null, aboutUnitId: null }, { ...moment, event })];
    }
    case 'propose':
    case 'pass':
    case 'fail':
    case 'issue':
      return [];
  }
}

/** The compiled content, which is never changed. */
export const contentMade = ({ id, basis, title, blocks, format, pages, compiledAt }: CompiledContent): Beside => ({
  name: 'content_made',
  sql: `insert into document_content (id, bloc_id, province_id, document_id, basis, title, blocks, format, pages, compiled_at)
    select $1::uuid, u.bloc_id, u.province_id, u.id, $2::text, $3::text, $4::jsonb, $5::jsonb, $6::int, $7::timestamptz from u`,
  values: [id, basis, title, JSON.stringify(blocks), JSON.stringify(format), pages, compiledAt],
});

/** The number is taken from its series and stands in the register, the pages are frozen, and at midnight (Vietnam) the day is over. */
const numbered = ({ facts: { seriesOwner } }: DocumentMoment, pages: PreparedPages): Beside[] => [
  {
    name: 'number_taken',
    sql: `insert into number_series as s (province_id, owner_id, year, type, last)
      select u.province_id, $1::uuid, extract(year from u.day)::int, u.type, u.number from u
      on conflict (owner_id, year, type) do update set last = excluded.last where s.last = excluded.last - 1`,
    values: [seriesOwner],
  },
  {
    name: 'number_reserved',
    sql: `insert into document_number (id, bloc_id, province_id, document_id, owner_id, year, type, number, symbol, day)
      select gen_random_uuid(), u.bloc_id, u.province_id, u.id, $1::uuid, extract(year from u.day)::int, u.type, u.number, u.symbol, u.day from u`,
    values: [seriesOwner],
  },
  fileMade('frozen', pages),
  {
    name: 'expiry_set',
    sql: `insert into deadline (id, bloc_id, province_id, record_kind, record_id, event, due_at)
      select gen_random_uuid(), u.bloc_id, u.province_id, 'Document', u.id, 'expire', (u.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' from u
      on conflict (record_id, event, due_at) do nothing`,
    values: [],
  },
];

const fileMade = (kind: 'frozen' | 'signed', file: SignedFile): Beside => ({
  name: `file_${kind}`,
  sql: `insert into document_file (id, bloc_id, province_id, document_id, kind, sha256, pages, bytes)
    select gen_random_uuid(), u.bloc_id, u.province_id, u.id, $1::text, $2::text, $3::int, $4::bytea from u
    on conflict (document_id, kind, sha256) do nothing`,
  values: [kind, file.sha256, file.pages, Buffer.from(file.bytes)],
});

/** What becomes of the number that was reserved for the document. */
const numberMade = (state: 'used' | 'void', reason: string | null): Beside => ({
  name: 'number_settled',
  sql: `update document_number n set state = $1::text, reason = $2::text from u where n.document_id = u.id and n.state = 'reserved'`,
  values: [state, reason],
});

/** The worker makes the signature at once. */
const finishDue: Beside = {
  name: 'finish_due',
  sql: `insert into deadline (id, bloc_id, province_id, record_kind, record_id, event, due_at)
    select gen_random_uuid(), u.bloc_id, u.province_id, 'Document', u.id, 'finish', business_now() from u`,
  values: [],
};
