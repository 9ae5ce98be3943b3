import { z } from 'zod';
import { TieStep } from '../cycle/rules.schema.js';
import { Candidate, Settlement } from '../nomination/round.schema.js';
import { RankingRow } from '../ranking/ranking.schema.js';
import { Aim } from '../registration/registration.schema.js';
import { DifferingScore, GivenScore, SelfScore, TotalsView } from '../scorecard/scorecard.schema.js';
import { DOCUMENT_TYPES } from '../register/numbering.js';
import { DeliveryView } from '../dispatch/dispatch.schema.js';
import { UnitCode } from './act.schema.js';

/** A document of the year; `file` is its place in the folder. What the program’s own check says of the signature stands in `signature`. */
export const ManifestDocument = z.strictObject({
  type: z.enum(DOCUMENT_TYPES),
  title: z.string(),
  state: z.string(),
  number: z.string().nullable(),
  day: z.iso.date().nullable(),
  pages: z.int(),
  file: z.string(),
  sha256: z.string(),
  signature: z.strictObject({ valid: z.boolean(), wholeDocument: z.boolean(), signer: z.string(), development: z.boolean() }).nullable(),
});
export type ManifestDocument = z.infer<typeof ManifestDocument>;

const Official = GivenScore.extend({ from: z.enum(['bloc', 'leader', 'peers']) });

/** A unit’s points in hundredths at every stage; a stage that was not reached is empty, its totals null. */
export const ManifestScores = z.strictObject({
  state: z.string(),
  self: z.strictObject({ items: z.array(SelfScore), totals: TotalsView.nullable() }),
  peers: z.array(z.strictObject({ unit: UnitCode, items: z.array(GivenScore), total: z.int() })),
  aggregate: z.array(GivenScore),
  leader: z.array(DifferingScore),
  bloc: z.array(DifferingScore),
  official: z.strictObject({ items: z.array(Official), totals: TotalsView.nullable() }),
});

/** A unit of the year in the order of the report’s sections. */
export const ManifestUnit = z.strictObject({
  code: UnitCode,
  name: z.string(),
  shortName: z.string(),
  group: z.int().nullable(),
  registration: z.strictObject({ state: z.string(), aim: Aim.nullable(), aimName: z.string().nullable() }),
  scores: ManifestScores,
});
export type ManifestUnit = z.infer<typeof ManifestUnit>;

/** A unit’s place; `brokenBy`: the step of the chain that broke its tie, and the values that it compared. */
export const ManifestRank = z.strictObject({
  ...RankingRow.omit({ unitId: true, tiedWith: true }).shape,
  unit: UnitCode,
  tiedWith: z.array(UnitCode),
});
export type ManifestRank = z.infer<typeof ManifestRank>;

const ManifestCandidate = z.strictObject({
  ...Candidate.omit({ unitId: true, reasons: true, conflicts: true }).shape,
  unit: UnitCode,
  /** Why the unit is or is not eligible, and which duties the meeting was told of, in words. */
  reasons: z.array(z.string()),
  conflicts: z.array(z.string()),
});

/** A round of the meeting: who could be nominated and why, who was. */
export const ManifestRound = z.strictObject({
  title: z.string(),
  state: z.string(),
  seats: z.int(),
  attendance: z.array(UnitCode),
  candidates: z.array(ManifestCandidate),
  settlement: z
    .strictObject({
      ...Settlement.omit({ unitIds: true, votes: true }).shape,
      units: z.array(UnitCode),
      votes: z.array(z.strictObject({ unit: UnitCode, yes: z.int(), no: z.int(), abstain: z.int() })),
    })
    .nullable(),
});
export type ManifestRound = z.infer<typeof ManifestRound>;

/** The letters of the dispatch: how many stand in which state, and each. */
export const ManifestDispatch = z.strictObject({
  queued: z.int(),
  accepted: z.int(),
  refused: z.int(),
  failed: z.int(),
  confirmed: z.int(),
  deliveries: z.array(
    DeliveryView.pick({ kind: true, name: true, address: true, state: true, answer: true, incomingNumber: true, incomingDate: true })
      .extend({ confirmed: z.boolean() })
      .strict(),
  ),
});
export type ManifestDispatch = z.infer<typeof ManifestDispatch>;

/** What a played year left: read over HTTP, each part in the session of somebody who may read it. Written last: where it stands, the folder is whole. */
export const YearManifest = z.strictObject({
  schema: z.literal('thidua-manifest/1'),
  /** SHA-256 of the year file that was played. */
  file: z.strictObject({ sha256: z.string() }),
  bloc: z.strictObject({ slug: z.string(), name: z.string() }),
  year: z.int(),
  state: z.string(),
  rulesHash: z.string().nullable(),
  /** What is invented in the year’s data, in the words that every reader sees. */
  invented: z.array(z.string()),
  tieChain: z.array(TieStep),
  units: z.array(ManifestUnit),
  ranking: z.array(ManifestRank),
  rounds: z.array(ManifestRound),
  documents: z.array(ManifestDocument),
  dispatch: ManifestDispatch.nullable(),
  /** Letters in the mailbox, those of the dispatch and all others. */
  letters: z.int(),
  /** Entries of the journal in the histories of the bloc’s records, by kind of record, and how many different people stand in them. */
  journal: z.strictObject({ entries: z.int(), people: z.int(), kinds: z.record(z.string(), z.int()) }),
});
export type YearManifest = z.infer<typeof YearManifest>;
