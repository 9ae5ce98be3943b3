import type { DocumentView } from '@thidua/workflows/register/document.schema';
import { documentTypeWords } from '@thidua/workflows/register/document.words';
import { pointInWords, type FormatPoint } from '@thidua/workflows/register/format-check';
import { numbered } from '@thidua/workflows/register/numbering';
import { mannerWords } from '@thidua/workflows/substitution/substitution.words';
import type { Language } from '@thidua/workflows/wording';
import type { DocumentRow } from './document.moment.js';
import { printedNumberOf } from './document.procedure.js';

interface Related {
  readonly id: string;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly state: string;
}

/** What a document's view reads beside the document itself. */
export interface DocumentColumns {
  readonly record: Record<string, unknown>;
  readonly year: number;
  readonly due: string;
  readonly title: string;
  readonly pages: number;
  readonly format: readonly FormatPoint[];
  readonly original: Related | null;
  readonly replacement: Related | null;
}

const related = (condition: string): string => `(
    select jsonb_build_object('id', e.id, 'number', e.number, 'symbol', e.symbol, 'state', e.state) from document e
     where e.bloc_id = $1 and ${condition})`;

export const SELECT_DOCUMENTS = `
  select to_jsonb(d) as record, c.year, c.rules -> 'deadlines' ->> 'documents' as due, x.title, x.format,
         coalesce((select f.pages from document_file f where f.bloc_id = $1 and f.document_id = d.id and f.sha256 = d.sha256), x.pages) as pages,
         ${related('e.id = d.replaces_id')} as original, ${related('e.replaces_id = d.id')} as replacement
    from document d join cycle c on c.id = d.cycle_id join document_content x on x.id = d.content_id
   where d.bloc_id = $1`;

const instant = (text: string | null): string | null => (text ? new Date(text).toISOString() : null);
const numberOf = ({ number, symbol }: Related): string | null => (number === null || symbol === null ? null : numbered(number, symbol));

const signerOf = ({ signerName, signerPost, signerManner, principalName }: DocumentRow, language: Language): DocumentView['signer'] =>
  signerName === null
    ? null
    : {
        name: signerName,
        post: signerPost ?? '',
        manner: signerManner,
        mannerName: signerManner && mannerWords[signerManner][language],
        principal: principalName,
      };

/** A document as its reader sees it, in the reader's language. */
export function documentView(
  row: DocumentColumns,
  record: DocumentRow,
  contentCurrent: boolean,
  actions: DocumentView['actions'],
  language: Language,
): DocumentView {
  const { original, replacement } = row;
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    actions,
    year: row.year,
    type: record.type,
    typeName: documentTypeWords[record.type][language],
    title: row.title,
    number: printedNumberOf(record),
    day: record.day,
    pages: row.pages,
    sha256: record.sha256,
    recipients: [...record.recipients],
    format: row.format.map((point) => ({ rule: point.rule, holds: point.holds, ...pointInWords(point, language) })),
    contentCurrent,
    signer: signerOf(record, language),
    replaces: original && { id: original.id, number: numberOf(original), reason: record.replacesReason ?? '' },
    replacedBy: replacement && { id: replacement.id, number: numberOf(replacement), state: replacement.state },
    reason: record.reason,
    due: row.due,
    proposedAt: instant(record.proposedAt),
    checkedAt: instant(record.checkedAt),
    signedAt: instant(record.signedAt),
    issuedAt: instant(record.issuedAt),
  };
}
