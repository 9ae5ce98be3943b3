import { papersFor } from '@thidua/workflows/dispatch/dispatch.facts';
import type { DispatchedPaper, PaperSent, Recipient } from '@thidua/workflows/dispatch/dispatch.schema';
import { documentTypeWords } from '@thidua/workflows/register/document.words';
import { Problem } from '@thidua/workflows/problem';
import type { Language } from '@thidua/workflows/wording';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../platform/journal/canonical.js';

/** A paper with its signed file. */
export interface PaperFile {
  readonly paper: PaperSent;
  readonly bytes: Buffer;
}

/**
 * The year's papers that no other replaces, as a JSON list. A replacement counts from the day it is drafted: until it is issued, the year owes it.
 * @param cycle the column that holds the year's id, as the query names it; the bloc is $1
 */
export const newestPapers = (cycle: string): string => `
  (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'type', x.type, 'state', x.state, 'title', k.title, 'number', x.number, 'symbol', x.symbol,
            'day', x.day, 'sha256', x.sha256, 'councilOnly', x.council_only, 'replaces', case when o.id is not null then jsonb_build_object('number', o.number, 'symbol', o.symbol) end, 'lines', x.recipients) order by x.id), '[]')
     from document x left join document_content k on k.id = x.content_id left join document o on o.id = x.replaces_id
    where x.bloc_id = $1 and x.cycle_id = ${cycle} and not exists (select 1 from document n where n.bloc_id = $1 and n.replaces_id = x.id))`;

/** Ids of the papers that sent dispatches of a year carried, but for one dispatch, as a JSON list. */
export const carriedPapers = (cycle: string, butFor: string): string => `
  (select coalesce(jsonb_agg(p ->> 'documentId'), '[]') from dispatch o cross join jsonb_array_elements(o.papers) p
    where o.bloc_id = $1 and o.cycle_id = ${cycle} and o.state = 'sent' and o.id is distinct from ${butFor})`;

/** Papers in the reader's words. */
export const papersInWords = (papers: readonly PaperSent[], language: Language): DispatchedPaper[] =>
  papers.map((paper) => ({ ...paper, typeName: documentTypeWords[paper.type][language] }));

/** What a paper's file is called: type and number, `Báo cáo 04-BC-KTĐCTCHCTS1.pdf`. */
export const fileNameOf = ({ type, number }: PaperSent): string => `${documentTypeWords[type].vi} ${number.replaceAll('/', '-')}.pdf`;

const FILES = `
  select r.kind, paper, f.bytes
    from receipt r join dispatch d on d.id = r.dispatch_id cross join jsonb_array_elements(d.papers) with ordinality listed(paper, place)
    join document_file f on f.bloc_id = $1 and f.document_id = (paper ->> 'documentId')::uuid and f.kind = 'signed' and f.sha256 = paper ->> 'sha256'
   where r.bloc_id = $1 and r.id = $2 and ($3::text is null or paper ->> 'documentId' = $3) order by place`;

/**
 * The signed files that the recipient of a receipt got, or one of them, just as they were when they were sent.
 * @throws Problem 'not-found' when there is none; Error when a file is not the one that was sent
 */
export async function filesOf(
  db: EntityManager,
  blocId: string,
  receiptId: string,
  documentId: string | null = null,
): Promise<PaperFile[]> {
  const sent = await db.query<(PaperFile & { readonly kind: Recipient['kind'] })[]>(FILES, [blocId, receiptId, documentId]);
  const files = sent.filter(({ kind, paper }) => papersFor(kind, [paper]).length > 0);
  if (files.length === 0) throw new Problem('not-found');
  for (const { paper, bytes } of files)
    if (sha256(bytes) !== paper.sha256) throw new Error(`The file of ${paper.number} is not the one that was sent`);
  return files;
}
