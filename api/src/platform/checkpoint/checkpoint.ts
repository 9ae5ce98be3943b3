import { canonicalJson } from '../journal/canonical.js';
import type { CheckpointKey } from './checkpoint-key.js';
import { inOrder, merkleRoot, type Leaf } from './merkle.js';

/** Raised when an older verifier could no longer judge what is written; since 2 the installation has checkpoints of its own. */
export const CHECKPOINT_FORMAT = 2;

/** Why a checkpoint was made: the day's own, the end of a worker, or a command. */
export type Occasion = 'daily' | 'stop' | 'command';

/** What is signed, as canonical JSON. Times are real, in UTC; the day is Vietnam's; hashes are 64 hexadecimal digits. */
export interface Statement {
  readonly format: number;
  /** Null: the installation, over all records that lie in no bloc. */
  readonly bloc: string | null;
  /** Checkpoints of a place count from 1, without a gap. */
  readonly n: number;
  readonly day: string;
  readonly at: string;
  readonly occasion: Occasion;
  /** How many records the root stands over. */
  readonly records: number;
  readonly root: string;
  /** How many records were not where their journal, or the checkpoint before, had them. */
  readonly differing: number;
  /** The sum of the whole line of the place's checkpoint before; 64 zeros for the first. */
  readonly previous: string;
  /**
   * In a bloc's statement the newest checkpoint of the installation, with the sum of its whole line: the letter that carries the statement
   * then witnesses the installation's own checkpoints too, which are sent to nobody. Null before there is one.
   */
  readonly installation?: Cited | null;
  /** The fingerprint of the key that signs. */
  readonly key: string;
}

/** A checkpoint that another one names. */
export interface Cited {
  readonly n: number;
  readonly sum: string;
}

/**
 * A checkpoint as it is kept: one line of JSON. The statement stands in it as the text that was signed (Ed25519, base64); `changes` are the
 * leaves that are new since the checkpoint before, `[kind, id, entries, head]`, with 0 entries for a record that is gone. Whoever applies
 * the changes of all lines in their order has the leaves over which each root stands.
 */
export interface Signed {
  readonly statement: Statement;
  readonly signature: string;
  readonly line: string;
}

/** What became of the leaves since the checkpoint before. */
export interface Progress {
  readonly changes: readonly Leaf[];
  /** Records that went back, were rewritten at their end, or are gone. */
  readonly setBack: readonly Leaf[];
}

/** Compares the leaves of now with those of the checkpoint before. */
export function progressOf(known: ReadonlyMap<string, Leaf>, leaves: readonly Leaf[]): Progress {
  const now = new Set(leaves.map(({ id }) => id));
  const gone = [...known.values()].filter(({ id, entries }) => entries > 0 && !now.has(id)).map((leaf) => ({ ...leaf, entries: 0 }));
  const moved = leaves.filter(({ id, kind, entries, head }) => {
    const was = known.get(id);
    return !was || was.kind !== kind || was.entries !== entries || was.head !== head;
  });
  const setBack = moved.filter(({ id, entries }) => (known.get(id)?.entries ?? 0) >= entries);
  return { changes: [...moved, ...gone].sort(inOrder), setBack: [...setBack, ...gone] };
}

/** Signs a checkpoint over leaves. */
export function signCheckpoint(
  told: Omit<Statement, 'format' | 'records' | 'root' | 'key'>,
  leaves: readonly Leaf[],
  changes: readonly Leaf[],
  key: CheckpointKey,
): Signed {
  const statement: Statement = {
    ...told,
    format: CHECKPOINT_FORMAT,
    records: leaves.length,
    root: merkleRoot(leaves),
    key: key.fingerprint,
  };
  const text = canonicalJson(statement);
  const signature = key.sign(text);
  const rows = changes.map(({ kind, id, entries, head }) => [kind, id, entries, head]);
  return { statement, signature, line: canonicalJson({ statement: text, signature, changes: rows }) };
}
