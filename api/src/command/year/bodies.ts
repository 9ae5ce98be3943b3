import type { TimedAct } from '@thidua/workflows/year/timeline';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import type { Records } from './records.js';

type Json = Record<string, unknown>;

/** What stands at a JSON pointer of the file. @throws Error when nothing does */
export function atPointer(file: YearFile, pointer: string): Json {
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, part) => (value as Json | undefined)?.[part], file);
  if (!found || typeof found !== 'object') throw new Error(`The file has nothing at ${pointer}`);
  return found as Json;
}

/** What an act says beyond its name, day and person. */
function content(file: YearFile, act: TimedAct): Json {
  const { type: _type, on: _on, by: _by, ...rest } = atPointer(file, act.pointer);
  return rest;
}

interface OfUnit {
  readonly unit: string;
}

const withIds = (records: Records, list: readonly OfUnit[]) => list.map(({ unit, ...rest }) => ({ unitId: records.unitId(unit), ...rest }));

/** The body of an event or edit as the API takes it: units by id, the meeting's attendance beside consent and count. */
export function bodyOf(file: YearFile, act: TimedAct, records: Records): Json {
  const said = content(file, act);
  if (act.kind !== 'Round') return said;
  const attendance = file.meeting.attendance.map((unit) => records.unitId(unit));
  if (act.type === 'consent') return { attendance, nominees: withIds(records, said.nominees as OfUnit[]) };
  if (act.type === 'count') return { attendance, votes: withIds(records, said.votes as OfUnit[]) };
  if (act.type !== 'settle') return said;
  const { units, votes, ...rest } = said as { units: string[]; votes?: OfUnit[] };
  return { ...rest, unitIds: units.map((unit) => records.unitId(unit)), ...(votes ? { votes: withIds(records, votes) } : {}) };
}
