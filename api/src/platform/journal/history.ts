import type { Manner } from '@thidua/workflows/actor';
import type { HistoryEntry } from '@thidua/workflows/record';
import { mannerWords } from '@thidua/workflows/substitution/substitution.words';
import { eventName, stateName } from '@thidua/workflows/words';
import type { Language } from '@thidua/workflows/wording';
import type { Wall } from '../door/procedure.js';
import type { Reading } from '../door/reader.js';

interface JournalRow {
  readonly n: number;
  readonly at: Date;
  readonly body: string;
  readonly reason: string | null;
  readonly person: string | null;
  readonly personId: string | null;
  readonly capacity: string | null;
  readonly onBehalfOf: { readonly personId: string; readonly name: string } | null;
  readonly manner: Manner | null;
  readonly enteredBy: { readonly personId: string; readonly name: string } | null;
  readonly unit: string | null;
  /** The unit that the entry is about, where it names one. */
  readonly about: string | null;
}

interface EntryBody {
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  readonly business: string;
  readonly reason?: string;
  /** The name that the bearer of a letter's link gave. */
  readonly by?: string;
  readonly changes?: { what: string; before: string | null; after: string | null; reason?: string | null }[];
}

const sql = (journal: string, place: string, reason = 'null::text') => `
  select j.n, j.at, j.body, ${reason} as reason, a.name as person, a.person_id as "personId", a.capacity, j.body::jsonb #>> '{actor,manner}' as manner,
         case when b.id is not null then jsonb_build_object('personId', b.id, 'name', b.name) end as "onBehalfOf",
         case when e.id is not null then jsonb_build_object('personId', e.id, 'name', e.name) end as "enteredBy",
         (select n.short_name from unit_name n where n.unit_id = (j.body::jsonb #>> '{actor,unit}')::uuid
           and n.valid_from <= j.at and (n.valid_to is null or n.valid_to >= j.at) order by n.valid_from desc limit 1) as unit,
         (select n.short_name from unit_name n where n.unit_id = (j.body::jsonb ->> 'unitId')::uuid
           and n.valid_from <= j.at and (n.valid_to is null or n.valid_to >= j.at) order by n.valid_from desc limit 1) as about
    from ${journal} j
    left join actors_of($2) a on a.n = j.n
    left join person b on b.id = (j.body::jsonb #>> '{actor,onBehalfOf}')::uuid
    left join person e on e.id = (j.body::jsonb ->> 'enteredBy')::uuid
   where j.${place} = $1 and j.record_id = $2 order by j.n`;

/** What was written about people may have to be erased: it stands beside the journal. */
const REASON_OF_RECUSAL = `(select case when x.n = j.n then x.reason else x.withdrawn_reason end from recusal x
   where x.bloc_id = $1 and x.record_id = $2 and j.n in (x.n, x.withdrawn_n) order by x.n = j.n desc limit 1)`;
const OF_BLOC = sql('journal', 'bloc_id', REASON_OF_RECUSAL);
const REASON = '(select r.reason from person_reason r where r.person_id = j.record_id and r.n = j.n)';
const OF_PROVINCE = sql('province_journal', 'province_id', REASON);
const SYSTEM = { vi: 'Hệ thống', en: 'The program' } as const;

function inWords(row: JournalRow, kind: string, language: Language): HistoryEntry {
  const body = JSON.parse(row.body) as EntryBody;
  const actor = row.person ?? body.by ?? SYSTEM[language];
  const { onBehalfOf, manner } = row;
  // Both names: `Nguyễn Văn B, ký thay Trần Thị A`.
  const both = onBehalfOf && manner ? `${actor}, ${mannerWords[manner][language]} ${onBehalfOf.name}` : actor;
  const who = row.unit ? `${row.unit} (${both})` : both;
  return {
    n: row.n,
    at: new Date(body.business).toISOString(),
    sentence: `${who}: ${eventName(kind, body.event, language)}${row.about ? ` (${row.about})` : ''}`,
    actor,
    personId: row.personId,
    enteredBy: row.enteredBy,
    capacity: manner && row.capacity ? `${manner}. ${row.capacity}` : row.capacity,
    onBehalfOf,
    reason: row.reason ?? body.reason ?? null,
    from: body.from ? stateName(kind, body.from, language) : null,
    to: stateName(kind, body.to, language),
    changes: (body.changes ?? []).map((change) => ({ ...change, reason: change.reason ?? null })),
  };
}

/** The history of a record in words. The caller has made sure that the reader may read the record. */
export async function historyOf(reading: Reading, kind: string, id: string, wall: Wall = 'bloc'): Promise<HistoryEntry[]> {
  const { statement, within } =
    wall === 'bloc' ? { statement: OF_BLOC, within: reading.scope.blocId } : { statement: OF_PROVINCE, within: reading.scope.provinceId };
  const rows = await reading.rows<JournalRow>(statement, [within, id]);
  return rows.map((row) => inWords(row, kind, reading.language));
}
