import type { Role } from './actor.js';
import type { Language } from './wording.js';

/** What a letter says, in plain sentences; the mailer adds greeting, link and foot, as text and as HTML. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Writes a letter from its facts: names and dates as people read them. */
export type LetterWriter = (facts: Readonly<Record<string, string>>, language: Language) => Letter;

/** Who gets a letter: the holders of these posts today, narrowed by unit, bloc, year or province. */
export interface Addressees {
  readonly roles: readonly Role[];
  readonly unitId?: string;
  readonly blocId?: string;
  readonly cycleId?: string;
  readonly provinceId?: string;
}

/** A letter that a transition may ask for: whom it reaches, told from the record's columns, and what it says. */
export interface LetterKind {
  readonly to: (record: Readonly<Record<string, unknown>>) => Addressees;
  readonly write: LetterWriter;
}
