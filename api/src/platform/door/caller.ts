import type { Actor } from '@thidua/workflows/actor';
import type { Language } from '@thidua/workflows/wording';

/** Who asks, before anyone is looked up: the secret of a session and what the request said. */
export interface Caller {
  /** SHA-256 of the session's secret; null for a stranger. */
  readonly token: Buffer | null;
  /** The program itself or the bearer of a letter's link; then no session is read. */
  readonly actor?: Actor;
  readonly actingAs: string | null;
  /** The key against double sending, and the hash of the request that it came with. */
  readonly key: string | null;
  readonly requestHash: string;
  readonly language: Language;
}

/** Where a record lies. */
export interface Place {
  readonly blocId: string;
  readonly provinceId: string;
}

/** A request to one bloc: the place and who asks. */
export interface At extends Place {
  readonly caller: Caller;
}

/** A caller for what the program does by itself. */
export const asProgram = (actor: Actor, language: Language = 'vi'): Caller => ({
  token: null,
  actor,
  actingAs: null,
  key: null,
  requestHash: '',
  language,
});
