import type { ReadingBlock } from '@thidua/workflows/register/document.schema';
import type { Block, Cell, Head, Note, Paragraph, Row, Run, Signature, Table } from '../platform/pdf/blocks.js';
import { listed } from './composition/spelling.js';
import { wordsOf } from './description.js';

/** A paragraph with its footnotes in brackets where they are called: who hears the text hears them in their place. */
const withNotes = (text: Paragraph['text']): string =>
  typeof text === 'string'
    ? text
    : (text as readonly (Run | Note)[])
        .map((run) => (typeof run === 'string' ? run : 'note' in run ? ` (${run.note.replace(/\.$/, '')})` : run.text))
        .join('');

const line = (text: string, bold = false): ReadingBlock => ({ kind: 'line', text, bold });
const upper = (text: string): string => text.toLocaleUpperCase('vi');

const headLines = ({ superior, issuer, number, placeAndDate, type, abstract = [] }: Head): ReadingBlock[] => [
  line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', true),
  line('Độc lập - Tự do - Hạnh phúc', true),
  ...(superior ? [line(upper(superior))] : []),
  line(upper(issuer.join(' ')), true),
  ...(number ? [line(number)] : []),
  line(placeAndDate),
  { kind: 'heading', level: 1, text: [...(type ? [upper(type)] : []), ...abstract].join(' – ') },
];

const cellOf = (cell: Cell) => (typeof cell === 'string' ? { text: cell, span: 1 } : { text: wordsOf(cell.text), span: cell.colSpan ?? 1 });
const rowOf = ({ cells }: Row) => cells.map(cellOf);
const tableText = ({ caption, head, rows, notes = [] }: Table): ReadingBlock[] => [
  { kind: 'table', caption: caption ?? null, head: head.map(rowOf), rows: rows.map(rowOf) },
  ...notes.map((text) => line(text)),
];

const signatureText = ({ signatories, recipients = [] }: Signature): ReadingBlock[] => [
  ...signatories.flatMap(({ authority, name, homePost, field, stated }): ReadingBlock[] => [
    line(upper(authority.join(' – ')), true),
    ...(field ? [line('(Chỗ của chữ ký số)')] : []),
    ...(stated ? [line(stated)] : []),
    line(name, true),
    ...(homePost ? [line(homePost)] : []),
  ]),
  ...(recipients.length > 0 ? [line('Nơi nhận:', true), { kind: 'list' as const, ordered: false, items: listed(recipients) }] : []),
];

function blockText(block: Block): ReadingBlock[] {
  switch (block.kind) {
    case 'head':
      return headLines(block);
    case 'addressees':
      return [line('Kính gửi:'), { kind: 'list', ordered: false, items: listed(block.to) }];
    case 'bases':
      return listed(block.items).map((text) => ({ kind: 'paragraph', text }));
    case 'heading':
      return [{ kind: 'heading', level: block.level + 1, text: `${block.number ?? ''} ${block.text}`.trim() }];
    case 'paragraph':
      return [{ kind: 'paragraph', text: withNotes(block.text) }];
    case 'list':
      return [{ kind: 'list', ordered: block.marker === '1.' || block.marker === 'a)', items: block.items.map(wordsOf) }];
    case 'table':
      return tableText(block);
    case 'signature':
      return signatureText(block);
    case 'annex':
      return [
        { kind: 'heading', level: 2, text: `Phụ lục${block.number ? ` ${block.number}` : ''}. ${block.title}` },
        line(block.reference),
      ];
  }
}

/** What a document says in the order in which it is read, without its pages. */
export const readingText = (blocks: readonly Block[]): ReadingBlock[] => blocks.flatMap(blockText);
