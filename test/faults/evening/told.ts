import type { Role } from './mix.js';

/** A draft that somebody works on: a score card of one's own unit, or a sheet on another. */
export interface Draft {
  readonly kind: 'Scorecard' | 'Sheet';
  readonly id: string;
  readonly version: number;
  /** Whether it can be submitted once it is filled in. */
  readonly submits: boolean;
}

/** Somebody on line: the session, the bloc or province, and what is theirs alone to write. */
export interface Person {
  readonly role: Role;
  /** What the cookie of the session holds. */
  readonly secret: string;
  readonly bloc: string;
  readonly province: string;
  readonly drafts: readonly Draft[];
}

/** What the client is told when it starts. */
export interface ToClient {
  readonly url: string;
  readonly seed: number;
  readonly people: readonly Person[];
}

/** A part of the evening: so many of the people at work for so long, with so many more asking beside them. */
export interface Stage {
  readonly name: string;
  readonly people: number;
  readonly crowd: number;
  readonly seconds: number;
}

/** Times of the answers that were no refusals, in milliseconds. */
export interface RouteFigures {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

/** What became of the lines that people keep open. */
export interface Lines {
  opened: number;
  refused: number;
  cut: number;
  words: number;
}

/** What the client saw in a stage. */
export interface Seen {
  readonly seconds: number;
  readonly routes: Readonly<Record<string, RouteFigures>>;
  /** All saves of drafts together. */
  readonly autosaves: RouteFigures;
  /** Answers by status, and code where there was one. */
  readonly answers: Readonly<Record<string, number>>;
  /** Requests to which no answer came, by why. */
  readonly unanswered: Readonly<Record<string, number>>;
  /** 503s that did not say when to try again. */
  readonly withoutRetryAfter: number;
  /** Seconds from the beginning of the stage, or from when its crowd had gone, to the last answer of 503; null where there was none. */
  readonly lastRefusal: number | null;
  /** Share of one processor that the client used, and how late its own timers were at worst, in milliseconds (99 of 100). */
  readonly client: { readonly processor: number; readonly late: number };
  /** Open lines on which people are told that something has changed (server-sent events): how many were opened, refused, cut; words heard. */
  readonly lines: Lines;
  readonly ledger: string;
}
