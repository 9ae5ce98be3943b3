import { createHash } from 'node:crypto';

/** A record as a checkpoint's changes tell it. */
export interface Standing {
  readonly kind: string;
  readonly id: string;
  readonly entries: number;
  readonly head: string;
}

const digest = (prefix: number, content: Buffer): Buffer => createHash('sha256').update(Buffer.of(prefix)).update(content).digest();

/**
 * The root of the tree of RFC 6962 over records, built from its leaves up, level by level: neighbours are paired, and who has none goes up
 * as it is. This is the verifier's own; what signs builds the tree from the top.
 */
export function rootOver(records: Iterable<Standing>): string {
  const named = [...records].map((one) => ({ name: Buffer.from(`${one.kind} ${one.id}`), one }));
  named.sort((a, b) => Buffer.compare(a.name, b.name));
  let level = named.map(({ one }) => digest(0, Buffer.from([one.kind, one.id, String(one.entries), one.head].join('\n'))));
  if (level.length === 0) return createHash('sha256').digest('hex');
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2)
      above.push(at + 1 < level.length ? digest(1, Buffer.concat([level[at]!, level[at + 1]!])) : level[at]!);
    level = above;
  }
  return level[0]!.toString('hex');
}
