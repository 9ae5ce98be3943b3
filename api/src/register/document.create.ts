import { may } from '@thidua/workflows/ability';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { isCouncilLine, isCouncilOnly, papersToMake, type YearOfPapers } from '@thidua/workflows/register/document.facts';
import type { DocumentDraft, RecipientLine } from '@thidua/workflows/register/document.schema';
import { documentTypeWords } from '@thidua/workflows/register/document.words';
import type { DocumentType } from '@thidua/workflows/register/numbering';
import { Problem } from '@thidua/workflows/problem';
import type { At } from '../platform/door/caller.js';
import type { Creation } from '../platform/door/creation.js';
import type { Reading } from '../platform/door/reader.js';
import { membersOf } from '../cycle/cycle.service.js';
import { usualRecipients } from './composition/frame.js';
import { contentMade } from './document.beside.js';
import { standingPapers } from './document.basis.js';
import { gather, type Gathered } from './document.compile.js';
import type { CompiledContent } from './document.moment.js';

/** A document that will be made, with what was read for it. */
export interface ToCreate {
  readonly draft: DocumentDraft;
  readonly cycleId: string;
  readonly headUnitId: string;
  readonly recipients: readonly RecipientLine[];
  readonly councilOnly: boolean;
  readonly gathered: Gathered;
}

interface Year {
  readonly id: string;
  readonly headUnitId: string;
  readonly rules: CycleRules;
  readonly compiled: boolean;
  readonly closed: boolean;
  readonly council: string;
  readonly board: string;
}

const YEAR = `
  select c.id, c.head_unit_id as "headUnitId", c.rules, p.council ->> 'name' as council, p.board ->> 'name' as board,
         exists (select 1 from report r where r.bloc_id = $1 and r.cycle_id = c.id) as compiled,
         year_is_closed(c.bloc_id, c.id) as closed
    from cycle c join province p on p.id = c.province_id where c.bloc_id = $1 and c.year = $2`;

const ORIGINAL = `
  select not exists (select 1 from document e where e.bloc_id = $1 and e.replaces_id = d.id) as free
    from document d where d.bloc_id = $1 and d.cycle_id = $2 and d.type = $3 and d.id = $4 and d.state in ('signed', 'issued')`;

const PAPERS = `
  select c.id as "cycleId", array(select distinct d.type from document d where d.bloc_id = $1 and d.cycle_id = c.id) as made,
         array(select e.type ${standingPapers('at')}) as signed,
         exists (select 1 from report r where r.bloc_id = $1 and r.cycle_id = c.id and r.state = 'frozen') as "reportFrozen",
         coalesce((select bool_and(o.state = 'decided') from round o where o.bloc_id = $1 and o.cycle_id = c.id), false) as "roundsDecided"
    from cycle c, lateral (select c.bloc_id, c.id as cycle_id) at
   where c.bloc_id = $1 and not year_is_closed(c.bloc_id, c.id) and c.year = coalesce($2, (select max(year) from cycle where bloc_id = $1))`;

/** The types of papers that a year waits for and that the reader may make. @param year without it the newest */
export async function paperTypesToMake(reading: Reading, at: At, year?: number): Promise<DocumentType[]> {
  const [found] = await reading.rows<YearOfPapers & { cycleId: string }>(PAPERS, [at.blocId, year ?? null]);
  if (!found) return [];
  const record = { blocId: at.blocId, provinceId: at.provinceId, cycleId: found.cycleId, state: 'draft' };
  return may(reading.rights, 'create', 'Document', record) ? papersToMake(found) : [];
}

/** Reads what a new document needs. @throws Problem as `DocumentService.create` */
export async function toCreate(reading: Reading, at: At, draft: DocumentDraft): Promise<ToCreate> {
  const [year] = await reading.rows<Year>(YEAR, [at.blocId, draft.year]);
  if (!year) throw new Problem('unknown-reference', { what: 'năm thi đua', value: draft.year });
  const record = { blocId: at.blocId, provinceId: at.provinceId, cycleId: year.id, state: 'draft' };
  if (!may(reading.rights, 'create', 'Document', record)) throw new Problem('forbidden');
  if (year.closed) throw new Problem('year-closed');
  if (!year.compiled) throw new Problem('needs-decided-rounds', { waitingRounds: year.rules.titles.length });
  const { type, replaces } = draft;
  if (replaces) {
    const [original] = await reading.rows<{ free: boolean }>(ORIGINAL, [at.blocId, year.id, type, replaces.id]);
    if (!original?.free) throw new Problem('needs-signed-original');
  }
  const councilOnly = isCouncilOnly(type, year.rules);
  const recipients = draft.recipients ?? usualRecipients(year.council, year.board, await membersOf(reading, year.id), councilOnly);
  if (councilOnly && !recipients.every(isCouncilLine)) throw new Problem('needs-council-lines');
  const composition = { cycleId: year.id, type, replacesId: replaces?.id ?? null, meetingPlace: draft.meetingPlace ?? null, recipients };
  return {
    draft,
    cycleId: year.id,
    headUnitId: year.headUnitId,
    recipients,
    councilOnly,
    gathered: await gather(reading, composition, { id: null, headUnitId: year.headUnitId }),
  };
}

/** The document as the door makes it, with its content in the same write. */
export function creationOf({ draft, cycleId, headUnitId, recipients, councilOnly }: ToCreate, content: CompiledContent): Creation {
  const { type, year, replaces, meetingPlace } = draft;
  return {
    kind: 'Document',
    what: `${documentTypeWords[type].vi} năm ${year}`,
    table: 'document',
    scope: 'bloc',
    state: 'draft',
    columns: () => ({
      cycleId,
      headUnitId,
      type,
      recipients,
      councilOnly,
      contentId: content.id,
      replacesId: replaces?.id ?? null,
      replacesReason: replaces?.reason ?? null,
      meetingPlace: meetingPlace ?? null,
    }),
    beside: [contentMade(content)],
    entry: { type, content: content.id, basis: content.basis, ...(replaces ? { replaces: replaces.id, reason: replaces.reason } : {}) },
  };
}
