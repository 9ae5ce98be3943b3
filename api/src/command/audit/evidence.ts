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

/** Who declined what; times as ISO 8601 or as PostgreSQL writes them in UTC. What an older version did not keep is null. */
export interface RecusalRow {
  readonly id: string;
  readonly blocId: string;
  readonly provinceId: string;
  readonly cycleId: string;
  readonly kind: string;
  readonly recordId: string;
  readonly step: string;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly aboutUnitId: string | null;
  readonly declaredBy: string;
  readonly declaredAt: string;
  readonly reason: string | null;
  readonly n: number | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
  readonly withdrawnN: number | null;
  /** What is summed up before the words, as PostgreSQL writes bytes (`\x…`); older words have none. */
  readonly salt: string | null;
  readonly withdrawnSalt: string | null;
  /** Whether erasing a person changed the words. */
  readonly isEdited: boolean;
}

/** A record from which somebody may be recused: its year, and the unit that it is about, if it is about one. */
export interface DeclinableRecord {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string | null;
}

/** The tables of these records, and whether a record there is about a unit. */
export const DECLINABLE = { registration: true, scorecard: true, sheet: true, round: false, document: false } as const;

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
  /** All at once; null: a version before there were any. */
  recusals(): Promise<RecusalRow[] | null>;
  /** Those from which somebody may be recused; where it is cheap, those alone from which somebody is. */
  declinable(): AsyncIterable<DeclinableRecord>;
  /** The ids of all persons that were erased, wherever they belong. */
  erased(): Promise<Set<string>>;
  checkpoints(): AsyncIterable<KeptCheckpoint>;
}

/** What an audit is limited to; null: the whole installation. */
export interface Part {
  readonly blocId: string;
  readonly provinceId: string;
}

/** The columns by which a table is known to hold records. */
export const RECORD_COLUMNS = ['id', 'entries', 'head', 'state'] as const;
