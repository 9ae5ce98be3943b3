import { Injectable } from '@nestjs/common';
import type { PageQuery } from '@thidua/workflows/page';
import type { RecipientLine, RegisterLine } from '@thidua/workflows/register/document.schema';
import { documentTypeWords } from '@thidua/workflows/register/document.words';
import { numbered, type DocumentType } from '@thidua/workflows/register/numbering';
import { vietnamDay } from '@thidua/workflows/working-days';
import type { At } from '../platform/door/caller.js';
import { Reader } from '../platform/door/reader.js';
import { visibleTo } from '../platform/rights/visible.js';
import { printedRecipients } from './composition/frame.js';

interface Row {
  readonly documentId: string;
  readonly type: DocumentType;
  readonly number: number;
  readonly symbol: string;
  readonly day: string;
  readonly state: RegisterLine['state'];
  readonly reason: string | null;
  readonly title: string;
  readonly signer: string | null;
  readonly recipients: readonly RecipientLine[];
  readonly issuedAt: Date | null;
}

const LINES = `
  select n.document_id as "documentId", n.type, n.number, n.symbol, n.day::text as day, n.state, n.reason, x.title, d.recipients,
         case when n.state = 'void' then null else d.signer_name end as signer, case when n.state = 'used' then d.issued_at end as "issuedAt"
    from document_number n join document d on d.id = n.document_id join cycle c on c.id = d.cycle_id join document_content x on x.id = d.content_id
   where n.bloc_id = $1 and (n.year = $2 or c.year = $2)`;

/** The register of outgoing documents (sổ đăng ký văn bản đi): every number that was given, also one that is void, with its reason. */
@Injectable()
export class RegisterService {
  constructor(private readonly reader: Reader) {}

  /** The numbers of a calendar year, and those of the year’s papers that were given after it; of documents that the reader may see. */
  lines(at: At, query: PageQuery): Promise<{ items: RegisterLine[]; next: null }> {
    return this.reader.read(at, async (reading) => {
      const values: unknown[] = [at.blocId, query.year ?? Number(vietnamDay(reading.now).slice(0, 4))];
      const visible = visibleTo(reading.rights, 'Document', 'd', values);
      const rows = await reading.rows<Row>(`${LINES} and ${visible} order by n.year, n.type, n.number`, values);
      return { items: rows.map((row) => lineOf(row, reading.language)), next: null };
    });
  }
}

function lineOf(row: Row, language: 'vi' | 'en'): RegisterLine {
  const kept = row.recipients.find(({ to }) => to === 'archive')?.text ?? null;
  const sent = row.recipients.filter(({ to }) => to !== 'archive');
  return {
    documentId: row.documentId,
    number: numbered(row.number, row.symbol),
    day: row.day,
    typeName: documentTypeWords[row.type][language],
    title: row.title,
    signer: row.signer,
    recipients: printedRecipients(sent, false),
    kept,
    issuedOn: row.issuedAt ? vietnamDay(row.issuedAt) : null,
    state: row.state,
    reason: row.reason,
  };
}
