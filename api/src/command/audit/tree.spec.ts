import { createHash } from 'node:crypto';
import { merkleRoot, type Leaf } from '../../platform/checkpoint/merkle.js';
import { rootOver } from './tree.js';

const leaf = (at: number): Leaf => ({
  kind: at % 3 ? 'Sheet' : 'Registration',
  id: `id-${at}`,
  entries: at,
  head: String(at).repeat(64).slice(0, 64),
});
const leaves = (count: number) => Array.from({ length: count }, (_, at) => leaf(at + 1));
const sha256 = (...parts: (Buffer | string)[]) =>
  parts.reduce<ReturnType<typeof createHash>>((digest, part) => digest.update(part), createHash('sha256')).digest();

describe('the root over the heads of a bloc', () => {
  it('of nothing is the sum of nothing, of one record its leaf, of three the left two beside the third (RFC 6962, 2.1)', () => {
    const hashed = leaves(3)
      .sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1))
      .map(({ kind, id, entries, head }) => sha256(Buffer.of(0), `${kind}\n${id}\n${entries}\n${head}`));
    const node = (a: Buffer, b: Buffer) => sha256(Buffer.of(1), a, b);
    expect(merkleRoot([])).toBe(sha256().toString('hex'));
    expect(merkleRoot(leaves(1))).toBe(sha256(Buffer.of(0), `Sheet\nid-1\n1\n${'1'.repeat(64)}`).toString('hex'));
    expect(merkleRoot(leaves(3))).toBe(node(node(hashed[0]!, hashed[1]!), hashed[2]!).toString('hex'));
  });

  it('is the same in whatever order the records come, and to whoever builds it another way', () => {
    for (const count of [0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 33, 100]) {
      const root = merkleRoot(leaves(count));
      expect(merkleRoot(leaves(count).reverse())).toBe(root);
      expect(rootOver(leaves(count).reverse())).toBe(root);
    }
  });

  it.each<[string, Partial<Leaf>]>([
    ['number of entries', { entries: 99 }],
    ['head', { head: 'f'.repeat(64) }],
    ['kind', { kind: 'Round' }],
    ['id', { id: 'id-99' }],
  ])('is another when one record has another %s', (_, other) => {
    const [first, ...rest] = leaves(9);
    expect(merkleRoot([{ ...first!, ...other }, ...rest])).not.toBe(merkleRoot(leaves(9)));
  });
});
