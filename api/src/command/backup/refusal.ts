import { fill, type Filling } from '@thidua/workflows/wording';
import { isDiskFull } from '../../platform/database/full.js';
import { backupWords } from './backup.words.js';

/** A backup or a restore that was not done. Its message is what a person reads: Vietnamese, English, what to do next. */
export class Refusal extends Error {
  constructor(
    readonly code: keyof typeof backupWords,
    filling: Filling = {},
    cause?: unknown,
  ) {
    const { detail, next } = backupWords[code];
    const [vi, en] = (['vi', 'en'] as const).map((language) => [fill(detail, language, filling), fill(next, language, filling)] as const);
    super(`✗ ${vi![0]}\n  ${en![0]}\n→ ${vi![1]} · ${en![1]}`, { cause });
    this.name = 'Refusal';
  }
}

/** What the system said no to, as a refusal: a full disk (ours or the database server's), or a file that cannot be used. */
export function refusalOf(error: unknown, file: string): unknown {
  if (error instanceof Refusal || error === null || typeof error !== 'object') return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (isDiskFull(error)) return new Refusal('disk-full', { place: code === '53100' ? 'PostgreSQL' : file }, error);
  if (code && syscall && !/connect|getaddrinfo/.test(syscall)) return new Refusal('file-unusable', { file, why: code }, error);
  return error;
}
