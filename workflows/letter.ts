import type { Language } from './wording.js';

/** What a letter says, in plain sentences; the mailer adds greeting, link and foot, as text and as HTML. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Writes a letter from its facts: names and dates as people read them. */
export type LetterWriter = (facts: Readonly<Record<string, string>>, language: Language) => Letter;
