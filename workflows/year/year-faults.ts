import { beginningFaults, ruleFaults } from './cycle-faults.js';
import type { Fault } from './fault.js';
import { dispatchFaults, documentFaults, receiptFaults } from './paper-faults.js';
import { peopleFaults } from './people-faults.js';
import { rehearse } from './rehearsal/rehearsal.js';
import { aimFaults, inventedFaults, meetingFaults, sheetFaults, unitScriptFaults } from './script-faults.js';
import { shapeFaults } from './shape-faults.js';
import { textFaults } from './text-faults.js';
import { nameFaults, unitFaults } from './unit-faults.js';
import { YearFile } from './year-file.schema.js';

type Part = keyof YearFile;

/** A finder of faults and the parts of the file that it reads: it looks as soon as these have their shape. */
interface Finder {
  readonly reads: readonly Part[];
  readonly find: (file: YearFile) => Fault[];
}

const finder = <P extends Part>(reads: readonly P[], find: (file: Pick<YearFile, P>) => Fault[]): Finder => ({ reads, find });
const EVERYTHING = Object.keys(YearFile.shape) as Part[];

const FINDERS: readonly Finder[] = [
  finder(['units', 'province'], unitFaults),
  finder(['units', 'people'], peopleFaults),
  finder(['units', 'cycle'], ruleFaults),
  finder(['units', 'registrations'], unitScriptFaults('Registration', 'registrations')),
  finder(['registrations', 'cycle'], aimFaults),
  finder(['units', 'scorecards'], unitScriptFaults('Scorecard', 'scorecards')),
  finder(['units', 'cycle', 'sheets'], sheetFaults),
  finder(['units', 'cycle', 'meeting'], meetingFaults),
  finder(['units', 'sections'], unitScriptFaults('Section', 'sections')),
  finder(['documents'], documentFaults),
  finder(['units', 'province', 'cycle', 'dispatch'], dispatchFaults),
  finder(['units', 'province', 'cycle', 'dispatch', 'receipts'], receiptFaults),
  finder(EVERYTHING, inventedFaults),
  finder(EVERYTHING, nameFaults),
  finder(EVERYTHING, beginningFaults),
  finder(EVERYTHING, rehearse),
];

/** The parts of a file that have their shape. */
function soundParts(file: unknown): Partial<YearFile> {
  const read = typeof file === 'object' && file !== null ? (file as Record<string, unknown>) : {};
  return Object.fromEntries(
    EVERYTHING.flatMap((part) => {
      const parsed = YearFile.shape[part].safeParse(read[part]);
      return parsed.success ? [[part, parsed.data]] : [];
    }),
  );
}

/**
 * Every fault of a year file, each with its JSON pointer and a sentence in both languages; an empty list is a file that can be played.
 * Nothing is written anywhere. A part whose shape is wrong hides only the faults of what is read together with it.
 */
export function faultsOf(file: unknown): Fault[] {
  const parsed = YearFile.safeParse(file);
  const sound = soundParts(file);
  const found = FINDERS.filter(({ reads }) => reads.every((part) => part in sound)).flatMap(({ find }) => find(sound as YearFile));
  return [...(parsed.success ? [] : shapeFaults(file, parsed.error.issues)), ...textFaults(file), ...found];
}
