import type { Block, Signatory } from '../../platform/pdf/blocks.js';
import type { DocumentRow, Stead } from '../document.moment.js';
import { SIGNATURE_FIELD } from './frame.js';

const HEAD = 'Trưởng Khối';

/** `TM. KHỐI THI ĐUA / KT. TRƯỞNG KHỐI / PHÓ TRƯỞNG KHỐI`; below the chair of minutes in whose stead the meeting was chaired. Source: NĐ 30/2020 Art. 13. */
const authorityInStead = (authority: readonly string[], { manner, rank }: Stead): string[] => [
  ...authority.filter((line) => line !== HEAD),
  `${manner}. ${HEAD}`,
  rank,
];

/** The blocks of a document as whoever signs in another's stead signs them; without one as they are. */
export function inStead(blocks: Block[], stead: Stead | null): Block[] {
  if (!stead) return blocks;
  const changed = (who: Signatory): Signatory =>
    who.field === SIGNATURE_FIELD ? { ...who, authority: authorityInStead(who.authority, stead) } : who;
  return blocks.map((block) => (block.kind === 'signature' ? { ...block, signatories: block.signatories.map(changed) } : block));
}

/** In whose stead the pages of a document were prepared; null where the head signs. */
export function steadOf({ signerManner, signerRank, principalId, principalName, signingUnitId }: DocumentRow): Stead | null {
  if (!signerManner || !signerRank || !principalId || !principalName) return null;
  return { manner: signerManner, rank: signerRank, principalId, principalName, signingUnitId };
}

/** The same as columns of the document. */
export const columnsOf = (stead: Stead | null) => ({
  principalId: stead?.principalId ?? null,
  principalName: stead?.principalName ?? null,
  signerManner: stead?.manner ?? null,
  signerRank: stead?.rank ?? null,
  signingUnitId: stead?.signingUnitId ?? null,
});
