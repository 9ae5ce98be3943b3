import { grantingPost } from '@thidua/workflows/ability';
import { formatCheck, pointInWords } from '@thidua/workflows/register/format-check';
import { numbered, symbolOf } from '@thidua/workflows/register/numbering';
import { Problem } from '@thidua/workflows/problem';
import { createHash } from 'node:crypto';
import type { Config } from '../platform/config/config.js';
import type { Reading } from '../platform/door/reader.js';
import type { Block } from '../platform/pdf/blocks.js';
import type { Press } from '../platform/pdf/press.js';
import { filled } from './composition/blanks.js';
import { fullName } from './composition/compose.js';
import { inStead } from './composition/stead.js';
import { descriptionOf, TEXT_SIZE } from './description.js';
import { sampleMark } from './document.banner.js';
import { printedOrRefused } from './document.compile.js';
import { finalFilling } from './document.filling.js';
import { secretaryOf, signerBy, type Secretary, type Signer } from './document.people.js';
import type { DocumentRow, PreparedPages } from './document.moment.js';
import { documentProcedure } from './document.procedure.js';

/** What was read for the pages: the content as it was checked, the next number, the day, and who will sign. */
export interface ToPrepare {
  readonly record: DocumentRow;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly author: string;
  readonly symbol: string;
  readonly number: number;
  readonly day: string;
  readonly signer: Signer;
  readonly secretary: Secretary;
  readonly invented: boolean;
}

const CONTENT = `
  select x.title, x.blocks, b.name as author, b.symbol, jsonb_array_length(c.invented) > 0 as invented
    from document d join cycle c on c.id = d.cycle_id join document_content x on x.id = d.content_id join bloc b on b.id = d.bloc_id
   where d.bloc_id = $1 and d.id = $2`;

interface ContentColumns {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly author: string;
  readonly symbol: string;
  readonly invented: boolean;
}

/** Reads what the pages need, for whoever opens the document to sign it. */
export async function toPrepare(reading: Reading, record: DocumentRow): Promise<ToPrepare> {
  const [content] = await reading.rows<ContentColumns>(CONTENT, [reading.scope.blocId, record.id]);
  const facts = (await reading.facts(documentProcedure.facts, [record.id])).get(record.id)!;
  const post = grantingPost(reading.actor, 'prepare', documentProcedure.kind, record);
  return {
    ...content!,
    symbol: symbolOf(record.type, content!.symbol),
    record,
    number: Number(facts.nextNumber),
    day: String(facts.today),
    signer: await signerBy(reading, record, post),
    secretary: await secretaryOf(reading, record.id, ''),
  };
}

/** Prints the pages that will be signed. @throws Problem 'needs-sound-format' when number, day or name spoil the format */
export async function prepared(press: Press, mode: Config['mode'], wanted: ToPrepare): Promise<PreparedPages> {
  const { record, title, symbol, number, day, signer, secretary } = wanted;
  const blocks = inStead(filled(wanted.blocks, finalFilling({ number, symbol, day }, { signer, secretary })), signer.stead);
  const printed = await printedOrRefused(press, blocks, {
    title: fullName(record.type, title),
    author: wanted.author,
    subject: `Số ${numbered(number, symbol)}`,
    createdAt: new Date(`${day}T00:00:00+07:00`),
    size: TEXT_SIZE,
    ...sampleMark(mode, wanted.invented),
  });
  const faults = formatCheck(descriptionOf(record.type, blocks, printed)).filter(({ holds }) => !holds);
  if (faults.length > 0) {
    const formatFaultNames = faults.map((point) => pointInWords(point, 'vi').name).join(', ');
    throw new Problem('needs-sound-format', { formatFaults: faults.length, formatFaultNames });
  }
  const { bytes, pages } = printed;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { number, symbol, day, signerName: signer.name, signerPost: signer.post, stead: signer.stead, bytes, pages, sha256 };
}
