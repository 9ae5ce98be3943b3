import { createHash } from 'node:crypto';

/** Where a record stands: the number of its entries and the hash of the last (64 hexadecimal digits). */
export interface Leaf {
  readonly kind: string;
  readonly id: string;
  readonly entries: number;
  readonly head: string;
}

const [LEAF, NODE] = [Buffer.of(0), Buffer.of(1)];
const hashOf = (...parts: readonly (Buffer | string)[]): Buffer =>
  parts.reduce<ReturnType<typeof createHash>>((digest, part) => digest.update(part), createHash('sha256')).digest();

/** Leaves stand in the order of kind and id, by the bytes. */
export const inOrder = (a: Leaf, b: Leaf): number => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1);

/** The largest power of two below a count of at least two. */
const leftPart = (count: number): number => 2 ** (Math.ceil(Math.log2(count)) - 1);

function treeOf(hashes: readonly Buffer[], from: number, count: number): Buffer {
  if (count === 1) return hashes[from]!;
  const left = leftPart(count);
  return hashOf(NODE, treeOf(hashes, from, left), treeOf(hashes, from + left, count - left));
}

/**
 * The Merkle root over leaves in the form of RFC 6962, 2.1: a leaf is sha256(0x00 ‖ "kind\nid\nentries\nhead"), a node is
 * sha256(0x01 ‖ left ‖ right), the left part is the largest power of two; the root of nothing is sha256 of nothing.
 * @returns 64 lowercase hexadecimal digits
 */
export function merkleRoot(leaves: readonly Leaf[]): string {
  const hashes = [...leaves].sort(inOrder).map(({ kind, id, entries, head }) => hashOf(LEAF, `${kind}\n${id}\n${entries}\n${head}`));
  return (hashes.length === 0 ? hashOf() : treeOf(hashes, 0, hashes.length)).toString('hex');
}
