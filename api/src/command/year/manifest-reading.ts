import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import type { People } from './people.js';
import type { Program } from './program.js';
import type { Records } from './records.js';
import type { PersonSession } from './session.js';

/** What is read of a played year, and by whom: the bloc's secretary reads the year; what only others may read is read by them. */
export interface Reading {
  readonly file: YearFile;
  readonly people: People;
  readonly records: Records;
  readonly program: Program;
  readonly secretary: PersonSession;
  /** The last instant of the file: posts are looked up for it. */
  readonly on: string;
}
