import { documentTypeWords } from '@thidua/workflows/register/document.words';
import { vietnamDay } from '@thidua/workflows/working-days';
import type { Config } from '../platform/config/config.js';
import type { Reading } from '../platform/door/reader.js';
import type { Block, DocumentMeta } from '../platform/pdf/blocks.js';
import { unitName } from '../unit/unit-name.js';
import { filled, type Filling } from './composition/blanks.js';
import { fullName } from './composition/compose.js';
import { inStead, steadOf } from './composition/stead.js';
import { TEXT_SIZE } from './description.js';
import { draftBanner } from './document.banner.js';
import { finalFilling, previewFilling } from './document.filling.js';
import { presentSigner, secretaryOf } from './document.people.js';
import type { DocumentRow, Stead } from './document.moment.js';
import { printedNumberOf } from './document.procedure.js';

/** A file that is shown: its bytes, and what it is called when it is kept. */
export interface ShownFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A text that is still to be printed. */
export interface ToShow {
  readonly name: string;
  readonly record: DocumentRow;
  readonly title: string;
  readonly author: string;
  readonly blocks: readonly Block[];
  readonly filling: Filling;
  readonly stead: Stead | null;
  readonly invented: boolean;
  readonly compiledAt: Date;
}

/** What a document's file is called: by its number, before it has one by its type. */
export function fileName(record: Pick<DocumentRow, 'number' | 'symbol' | 'type'>): string {
  const number = printedNumberOf(record);
  return `${number ? number.replaceAll('/', '-') : `${documentTypeWords[record.type].vi} (dự thảo)`}.pdf`;
}

const FILE = `select bytes from document_file where bloc_id = $1 and document_id = $2 and sha256 = $3 and kind = $4`;

const CONTENT = `
  select x.title, x.blocks, x.compiled_at as "compiledAt", b.name as author, b.symbol, jsonb_array_length(c.invented) > 0 as invented
    from document d join document_content x on x.id = d.content_id join bloc b on b.id = d.bloc_id join cycle c on c.id = d.cycle_id
   where d.bloc_id = $1 and d.id = $2`;

type ContentColumns = Pick<ToShow, 'title' | 'blocks' | 'compiledAt' | 'author' | 'invented'> & { readonly symbol: string };

/**
 * The pages of a document as they are now: its signed file, those frozen for signing, or what is to be printed as a draft.
 * @param as 'draft' asks for the text also where there is a file
 */
export async function pagesNow(reading: Reading, record: DocumentRow, as?: 'draft'): Promise<ShownFile | ToShow> {
  const name = fileName(record);
  if (record.sha256 !== null && as !== 'draft') {
    const kind = record.signedAt === null ? 'frozen' : 'signed';
    const [file] = await reading.rows<{ bytes: Buffer }>(FILE, [reading.scope.blocId, record.id, record.sha256, kind]);
    return { name, bytes: file!.bytes };
  }
  const [content] = await reading.rows<ContentColumns>(CONTENT, [reading.scope.blocId, record.id]);
  return { ...content!, name, record, ...(await fillingOf(reading, record, content!.symbol)) };
}

async function fillingOf(reading: Reading, record: DocumentRow, symbol: string): Promise<Pick<ToShow, 'filling' | 'stead'>> {
  const { number, day, signerName, signerPost } = record;
  const given = number !== null && day !== null && record.symbol !== null;
  const signer = given ? { name: signerName ?? '', post: signerPost ?? '', stead: steadOf(record) } : await presentSigner(reading, record);
  const people = { signer, secretary: await secretaryOf(reading, record.id, '') };
  const filling = given
    ? finalFilling({ number, symbol: record.symbol, day }, people)
    : previewFilling(record.type, symbol, Number(vietnamDay(reading.now).slice(0, 4)), people);
  return { filling, stead: signer.stead };
}

/** The blocks of a draft with its blanks filled, and what its file says of itself. */
export function whole(shown: ToShow, mode: Config['mode']): { name: string; blocks: Block[]; meta: DocumentMeta } {
  const { name, record, title, author, blocks, filling, stead, invented, compiledAt } = shown;
  const meta = { title: fullName(record.type, title), author, createdAt: compiledAt, size: TEXT_SIZE, banner: draftBanner(mode, invented) };
  return { name, blocks: inStead(filled(blocks, filling), stead), meta: { ...meta, size: TEXT_SIZE } };
}

const SIGNING = `
  select n.name as organisation, d.day < business_day() as "dayOver", clock_timestamp() as now from document d ${unitName('coalesce(d.signing_unit_id, d.head_unit_id)', 'n')} where d.bloc_id = $1 and d.id = $2`;

/** What a signature that is made now says besides the document: in whose name; whether the day of its number is over; the moment, in real time. */
export interface SigningNow {
  readonly organisation: string;
  readonly dayOver: boolean;
  readonly now: Date;
}

/** For which organisation a document is signed, and whether the day of its number is over. */
export async function signingNow(reading: Reading, { id }: DocumentRow): Promise<SigningNow> {
  const [found] = await reading.rows<SigningNow>(SIGNING, [reading.scope.blocId, id]);
  return found!;
}
