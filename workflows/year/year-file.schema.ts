import { z } from 'zod';
import { BlocDraft, PostDraft, PersonDraft, ProvinceDraft, UnitDraft } from '../account/account.schema.js';
import { CycleDraft } from '../cycle/cycle.schema.js';
import { Line } from '../record.js';
import { done, PersonId, Plain, UnitCode } from './act.schema.js';
import {
  DispatchScript,
  DocumentScript,
  Meeting,
  Receipt,
  RegistrationScript,
  ReportScript,
  ScorecardScript,
  SectionScript,
  SheetScript,
} from './scripts.schema.js';

/** What a file is made from. */
const Source = z.strictObject({ title: Line(3, 300), notes: z.array(Line(3, 500)).max(40) });

/** A part of the file that is made up: where (JSON pointer) and how that is said to every reader. */
export const Invented = z.strictObject({
  at: z
    .string()
    .regex(/^\/[^\s]*$/)
    .max(200),
  sentence: Line(3, 300),
});

/** A post in a year file: bloc and year are the file’s own. */
export const YearPost = PostDraft.omit({ unitCode: true, bloc: true, year: true }).extend({ unit: UnitCode.optional() });
export type YearPost = z.infer<typeof YearPost>;

/** A person with the name that the acts of the file use. */
export const YearPerson = PersonDraft.omit({ password: true, posts: true }).extend({
  id: PersonId,
  posts: z.array(YearPost).min(1).max(20),
});
export type YearPerson = z.infer<typeof YearPerson>;

/** A unit of the bloc; every unit has an address, to which the letter goes. */
export const YearUnit = UnitDraft.extend({ code: UnitCode, email: z.email().max(254).toLowerCase() });
export type YearUnit = z.infer<typeof YearUnit>;

/** A movement (phong trào) of the year; the years are null where no period is stated. */
export const Movement = z.strictObject({
  name: Line(3, 300),
  from: z.int().min(1945).max(2200).nullable(),
  to: z.int().min(1945).max(2200).nullable(),
});

/** The year as it is set up (all members are the file’s units), and how it is made, adopted and compiled. */
export const YearCycle = CycleDraft.omit({ members: true, invented: true }).extend({
  movements: z.array(Movement).max(40),
  acts: z
    .array(z.discriminatedUnion('type', [Plain('create'), Plain('open'), Plain('compile'), Plain('close')]))
    .min(3)
    .max(8),
});

/**
 * A whole year of a bloc: who takes part, by which rules, and what everybody does on which day, so that the year can be played
 * over HTTP, each write under the session of a named person. Units stand in the order of the report’s sections (3.1, 3.2, …).
 */
export const YearFile = z.strictObject({
  $schema: z.string().max(300).optional(),
  schema: z.literal('thidua-year/1'),
  source: Source,
  invented: z.array(Invented).max(40),
  province: ProvinceDraft,
  bloc: BlocDraft.omit({ province: true }),
  units: z.array(YearUnit).min(3).max(300),
  people: z.array(YearPerson).min(1).max(2000),
  /** When the administrator makes province, units, people and bloc. */
  setUp: z.strictObject(done),
  cycle: YearCycle,
  registrations: z.array(RegistrationScript).max(300),
  scorecards: z.array(ScorecardScript).max(300),
  sheets: z.array(SheetScript).max(6000),
  ranking: z.strictObject({ acts: z.array(Plain('publish')).min(1).max(1) }),
  meeting: Meeting,
  sections: z.array(SectionScript).max(300),
  report: ReportScript,
  documents: z.array(DocumentScript).min(1).max(20),
  dispatch: DispatchScript,
  receipts: z.array(Receipt).max(400),
});
export type YearFile = z.infer<typeof YearFile>;
