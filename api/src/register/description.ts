import type { DocumentDescription } from '@thidua/workflows/register/format-check';
import type { DocumentType } from '@thidua/workflows/register/numbering';
import type { Block, Paragraph, Text } from '../platform/pdf/blocks.js';
import type { Printed } from '../platform/pdf/press.js';
import { mm, paper } from '../platform/pdf/sheet.js';

/** Size of the text in every document, points. */
export const TEXT_SIZE = 14;

/** The words of a text, whatever its faces; footnotes are left out. */
export const wordsOf = (text: Text | Paragraph['text']): string =>
  typeof text === 'string' ? text : text.map((run) => (typeof run === 'string' ? run : 'note' in run ? '' : run.text)).join('');

const ofKind = <K extends Block['kind']>(blocks: readonly Block[], kind: K) =>
  blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);

const lengths = Object.fromEntries(
  (['width', 'height', 'left', 'right', 'top', 'bottom'] as const).map((side) => [side, paper[side] / mm]),
) as unknown as DocumentDescription['paper'];

function headOf(blocks: readonly Block[]): DocumentDescription['head'] {
  const [head] = ofKind(blocks, 'head');
  if (!head) return null;
  const { superior = '', issuer, number = '', placeAndDate, type = '', abstract = [] } = head;
  return { superior, issuer, number, placeAndDate, typeName: type, abstract };
}

/** A document as the check of its format sees it: what its blocks say, and what was read in its file. */
export function descriptionOf(type: DocumentType, blocks: readonly Block[], printed: Printed): DocumentDescription {
  const signed = blocks.findIndex(({ kind }) => kind === 'signature');
  const before = ofKind(blocks.slice(0, signed < 0 ? blocks.length : signed), 'paragraph');
  const signatures = ofKind(blocks, 'signature');
  return {
    type,
    paper: lengths,
    size: TEXT_SIZE,
    head: headOf(blocks),
    addressees: ofKind(blocks, 'addressees').flatMap(({ to }) => to),
    bases: ofKind(blocks, 'bases').flatMap(({ items }) => items),
    headings: ofKind(blocks, 'heading').map(({ level, number = '' }) => ({ level, number })),
    lastText: wordsOf(before.at(-1)?.text ?? ''),
    signatories: signatures.flatMap(({ signatories }) =>
      signatories.map(({ authority, name, homePost = '', field = '' }) => ({ authority, name, homePost, field })),
    ),
    recipients: signatures.flatMap(({ recipients = [] }) => recipients),
    annexes: ofKind(blocks, 'annex').map(({ number = '', reference }) => ({ number, reference })),
    file: {
      pages: printed.pages,
      pageNumbers: printed.pageNumbers,
      signatureFields: printed.signatureFields,
      findings: printed.findings,
    },
  };
}
