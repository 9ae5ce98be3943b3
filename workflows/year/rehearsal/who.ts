import { roleName } from '../../words.js';
import type { Language } from '../../wording.js';
import { fault, type Fault } from '../fault.js';
import type { Capacity, TimedAct } from '../timeline.js';
import { vietnamDay } from '../../working-days.js';
import type { YearPerson } from '../year-file.schema.js';

const day = (act: TimedAct) => vietnamDay(new Date(act.on)).split('-').reverse().join('/');

/** A post in words, with the unit in which it is held. */
const inWords = ({ role, unit }: Capacity, language: Language) =>
  unit === null ? roleName(role, language) : `${roleName(role, language)} (${unit})`;

/** Nobody can do an act: the person named is not in the file, or nobody holds the post that day. */
export function nobodyActs(act: TimedAct): Fault {
  if (act.by !== null) return fault(`${act.pointer}/by`, `Không có người “${act.by}”.`, `There is no person “${act.by}”.`);
  return fault(
    act.pointer,
    `Ngày ${day(act)} không có ai giữ chức danh ${inWords(act.capacity!, 'vi')}.`,
    `On ${day(act)} nobody holds the post ${inWords(act.capacity!, 'en')}.`,
  );
}

/** The person who would act may not. */
export const cannotAct = (act: TimedAct, person: YearPerson): Fault =>
  fault(
    act.by === null ? act.pointer : `${act.pointer}/by`,
    `Ngày ${day(act)} ${person.name} không làm được việc này: cần chức danh ${inWords(act.capacity!, 'vi')}.`,
    `On ${day(act)} ${person.name} may not do this: the post ${inWords(act.capacity!, 'en')} is needed.`,
  );
