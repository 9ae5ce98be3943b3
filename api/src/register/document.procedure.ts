import { documentLetters } from '@thidua/workflows/register/document.letters';
import { documentMachine } from '@thidua/workflows/register/document.machine';
import type { DocumentFacts } from '@thidua/workflows/register/document.schema';
import { documentTypeWords } from '@thidua/workflows/register/document.words';
import type { FormatPoint } from '@thidua/workflows/register/format-check';
import { pointInWords } from '@thidua/workflows/register/format-check';
import { numbered, type DocumentType } from '@thidua/workflows/register/numbering';
import { Problem } from '@thidua/workflows/problem';
import { reasonSumOf } from '../cycle/recusals.js';
import { procedure } from '../platform/door/procedure.js';
import { fullName } from './composition/compose.js';
import { besideEvent } from './document.beside.js';
import { delegatedBy, type Delegation } from './document.delegation.js';
import { DOCUMENT_FACTS, OWNER } from './document.facts.js';
import { columnsOf } from './composition/stead.js';
import type { DocumentColumns, DocumentMoment, DocumentPress, DocumentRow, Facts } from './document.moment.js';

/**
 * The report is held shared, so that nothing that is counted moves; then the row of the series is made or locked, in a statement of its own
 * before the next number is read: two documents that are opened at once get two numbers.
 */
const GUARD_ROWS = `
  with series as (
    insert into number_series (province_id, owner_id, year, type)
      select d.province_id, ${OWNER}, extract(year from business_day())::int, d.type
        from document d join cycle c on c.id = d.cycle_id where d.bloc_id = $1 and d.id = $2 and d.state = 'checked'
      on conflict (owner_id, year, type) do update set last = number_series.last returning 1)
  select 1 from report r join document d on d.cycle_id = r.cycle_id where r.bloc_id = $1 and d.id = $2 for share of r`;

type FactColumns = DocumentColumns & {
  readonly format: readonly FormatPoint[];
  readonly lackingPapers: readonly DocumentType[];
  readonly delegations: readonly Delegation[];
} & Pick<DocumentFacts, 'contentCurrent' | 'reportFrozen' | 'waitingRounds' | 'nextNumber' | 'today'>;

/** Facts of a document from its row, its content and the year around it, for whoever acts. */
export function complete(record: DocumentRow, columns: Readonly<Record<string, unknown>>, personId: string | null): Facts {
  const { format, lackingPapers, delegations, ...rest } = columns as unknown as FactColumns;
  const faults = format.filter(({ holds }) => !holds);
  return {
    ...rest,
    unsignedPapers: lackingPapers.map((type) => documentTypeWords[type].vi).join(', '),
    formatFaults: faults.length,
    formatFaultNames: faults.map((point) => pointInWords(point, 'vi').name).join(', '),
    sha256: record.sha256 ?? '',
    preparedBy: record.preparedBy ?? '',
    preparedName: record.signerName ?? '',
    numberDay: record.day ?? '',
    ...delegatedBy(personId, delegations),
    actor: personId ?? '',
  };
}

/** The number is given up, with everything that bears it. */
const UNNUMBERED = { number: null, symbol: null, day: null, sha256: null, preparedBy: null, signerName: null, signerPost: null, principalId: null, principalName: null, signerManner: null, signerRank: null, signingUnitId: null, preparedAt: null } as const; // prettier-ignore

/** What was pressed came without what the program adds: the record had moved on when it was gathered. */
const outdated = ({ record }: DocumentMoment): Problem => new Problem('stale', { yours: record.version, current: record.version + 1 });

function set(moment: DocumentMoment): Readonly<Record<string, unknown>> {
  const { event, actor, now } = moment;
  const at = now.toISOString();
  switch (event.type) {
    case 'compile':
      if (!event.content) throw outdated(moment);
      return { contentId: event.content.id };
    case 'recuse':
      return {};
    case 'propose':
      return { proposedBy: actor.personId, proposedAt: at, checkedBy: null, checkedAt: null, reason: null };
    case 'pass':
      return { checkedBy: actor.personId, checkedAt: at };
    case 'return':
      return { ...UNNUMBERED, reason: event.reason };
    case 'prepare': {
      if (!event.pages) throw outdated(moment);
      const { number, symbol, day, sha256, signerName, signerPost, stead } = event.pages;
      const pages = { number, symbol, day, sha256, signerName, signerPost, ...columnsOf(stead) };
      return { ...pages, preparedBy: actor.personId, preparedAt: at, reason: null };
    }
    case 'sign':
      return { reason: null };
    case 'finish':
      return { sha256: event.file.sha256, signedAt: at };
    case 'fail':
      return { reason: event.reason };
    case 'expire':
      return UNNUMBERED;
    case 'issue':
      return { issuedAt: at };
  }
}

/** The number that a document bears, as it is printed. */
export const printedNumberOf = ({ number, symbol }: Pick<DocumentRow, 'number' | 'symbol'>): string | null =>
  number === null || symbol === null ? null : numbered(number, symbol);

const numberOf = (record: DocumentRow) => (record.number === null ? {} : { number: printedNumberOf(record) });

/** The journal keeps which content was proposed, under which number and hash pages were opened, signed and finished, and every reason. */
function entry({ event, record, facts, salt }: DocumentMoment): Readonly<Record<string, unknown>> {
  switch (event.type) {
    case 'compile':
      return { content: event.content?.id, basis: event.content?.basis };
    case 'propose':
    case 'pass':
      return { content: record.contentId, basis: facts.basis };
    case 'prepare':
      return {
        number: event.pages?.number,
        symbol: event.pages?.symbol,
        day: event.pages?.day,
        sha256: event.pages?.sha256,
        seal: event.pages?.stead?.signingUnitId ?? undefined,
      };
    case 'sign':
      return { number: printedNumberOf(record), sha256: event.sha256 };
    case 'finish':
      return { number: printedNumberOf(record), sha256: event.file.sha256 };
    case 'recuse':
      return { ...reasonSumOf({ event, salt }), ...numberOf(record) };
    case 'return':
    case 'fail':
      return { reason: event.reason, ...numberOf(record) };
    case 'expire':
      return { number: printedNumberOf(record) };
    case 'issue':
      return { number: printedNumberOf(record), sha256: record.sha256 };
  }
}

export const documentProcedure = procedure<DocumentRow, Facts, DocumentPress>({
  kind: 'Document',
  table: 'document',
  machine: documentMachine,
  guardRows: GUARD_ROWS,
  facts: DOCUMENT_FACTS,
  complete: (record, columns, _, actor) => complete(record, columns, actor.personId),
  set,
  entry,
  beside: besideEvent,
  letters: documentLetters,
  letterFacts: ({ facts, event, record, actor }) => ({
    by: actor.name,
    document: fullName(record.type, facts.title),
    number: printedNumberOf(record) ?? '',
    year: String(facts.year),
    bloc: facts.blocName,
    ...('reason' in event ? { reason: event.reason } : {}),
  }),
});
