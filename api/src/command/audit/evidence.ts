import type { Term } from './terms.js';

/** The two journals: of blocs, and of provinces (units, people, posts). */
export type Journal = 'journal' | 'province_journal';

/** An entry as it is stored. Ids are UUIDs in lower case; hashes 64 hexadecimal digits. */
export interface Entry {
  readonly kind: string;
  readonly id: string;
  readonly n: number;
  readonly prev: string;
  readonly hash: string;
  readonly body: string;
  /** Null in the journal of provinces. */
  readonly blocId: string | null;
  readonly provinceId: string | null;
}

/** What a record's own row says of its chain. */
export interface RecordHead {
  readonly table: string;
  readonly id: string;
  readonly entries: number;
  readonly head: string;
  readonly state: string;
  readonly blocId: string | null;
  readonly provinceId: string | null;
}

/** A post of a person; days as `YYYY-MM-DD`. */
export interface PostRow extends Term {
  readonly id: string;
  readonly personId: string;
}

/** Who stands in for whom; areas as JSON, times as ISO 8601 or as PostgreSQL writes them in UTC. */
export interface SubstitutionRow {
  readonly id: string;
  readonly principalPostId: string;
  readonly principalId: string;
  readonly substitutePostId: string;
  readonly substituteId: string;
  readonly manner: string;
  readonly cycleId: string | null;
  readonly areas: string;
  readonly from: string;
  readonly to: string;
}

/** A checkpoint as the database keeps it. */
export interface KeptCheckpoint {
  /** Null: the installation's own. */
  readonly bloc: string | null;
  readonly n: number;
  readonly line: string;
}

/** What an audit reads, row by row, from a database or from a backup. */
export interface Evidence {
  /** In the order of id and number. */
  entries(journal: Journal): AsyncIterable<Entry>;
  /** In the order of the id: the records of blocs, or those of provinces. */
  records(journal: Journal): AsyncIterable<RecordHead>;
  posts(): AsyncIterable<PostRow>;
  substitutions(): AsyncIterable<SubstitutionRow>;
  checkpoints(): AsyncIterable<KeptCheckpoint>;
}

/** What an audit is limited to; null: the whole installation. */
export interface Part {
  readonly blocId: string;
  readonly provinceId: string;
}

/** The columns by which a table is known to hold records. */
export const RECORD_COLUMNS = ['id', 'entries', 'head', 'state'] as const;
