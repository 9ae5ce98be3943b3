import type { TimedAct } from './timeline.js';
import type { YearFile } from './year-file.schema.js';

type Json = Record<string, unknown>;

/** What stands at a JSON pointer of a file; undefined when nothing does. */
export const valueAt = (file: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Json)[step] : undefined),
      file,
    );

/** What an act says beyond its name, day and person. @throws Error when the file has no such act */
function content(file: YearFile, act: TimedAct): Json {
  const found = valueAt(file, act.pointer);
  if (typeof found !== 'object' || found === null) throw new Error(`The file has nothing at ${act.pointer}`);
  const { type: _type, on: _on, by: _by, ...rest } = found as Json;
  return rest;
}

interface OfUnit {
  readonly unit: string;
}

/** The id under which a unit of the file is known, by its code. */
export type IdOf = (unit: string) => string;

/**
 * The body of an event or edit as the API takes it, without its version: units by id, the meeting’s attendance beside consent and count,
 * its place beside its minutes.
 */
export function bodyOf(file: YearFile, act: TimedAct, idOf: IdOf): Json {
  const said = content(file, act);
  if (act.kind === 'Document' && act.type === 'create' && act.record === 'BB') return { ...said, meetingPlace: file.meeting.place };
  if (act.kind !== 'Round') return said;
  const withIds = (list: readonly OfUnit[]) => list.map(({ unit, ...rest }) => ({ unitId: idOf(unit), ...rest }));
  const attendance = file.meeting.attendance.map(idOf);
  if (act.type === 'consent') return { attendance, nominees: withIds(said.nominees as OfUnit[]) };
  if (act.type === 'count') return { attendance, votes: withIds(said.votes as OfUnit[]) };
  if (act.type !== 'settle') return said;
  const { units, votes, ...rest } = said as { units: string[]; votes?: OfUnit[] };
  return { ...rest, unitIds: units.map(idOf), ...(votes ? { votes: withIds(votes) } : {}) };
}
