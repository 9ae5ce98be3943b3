import { randomBytes } from 'node:crypto';
import { sha256 } from './canonical.js';

/** What stands beside words that may have to be erased, and goes with them: without it nobody can try words out against their sum. */
export const newSalt = (): Buffer => randomBytes(16);

/** What the journal keeps of words that stand beside it: sha256(salt || words). Words of before salts have none. */
export const reasonSum = (words: string, salt: Uint8Array | null): string =>
  sha256(Buffer.concat([salt ?? Buffer.alloc(0), Buffer.from(words)]));
