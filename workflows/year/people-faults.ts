import { fault, repeats, type Fault } from './fault.js';
import { actsOf, holds, personFor, type Capacity, type TimedAct } from './timeline.js';
import type { YearFile } from './year-file.schema.js';

const UNIT_ROLES: readonly string[] = ['unit-head', 'unit-officer'];

/** People: codes and addresses once, posts of units that exist, terms that do not end before they begin. */
export function peopleFaults(file: YearFile): Fault[] {
  const units = new Set(file.units.map((unit) => unit.code));
  return [
    ...repeats(file.people.map((person) => person.id)).map(({ at, value }) =>
      fault(`/people/${at}/id`, `Mã người “${value}” bị trùng.`, `The person id “${value}” occurs twice.`),
    ),
    ...repeats(file.people.map((person) => person.email)).map(({ at, value }) =>
      fault(`/people/${at}/email`, `Địa chỉ ${value} đã dùng cho người khác.`, `The address ${value} is used by someone else.`),
    ),
    ...file.people.flatMap((person, at) =>
      person.posts.flatMap((post, n) => {
        const here = `/people/${at}/posts/${n}`;
        const faults: Fault[] = [];
        if (post.unit !== undefined && !units.has(post.unit)) faults.push(unknownUnit(`${here}/unit`, post.unit));
        if (UNIT_ROLES.includes(post.role) !== (post.unit !== undefined)) {
          faults.push(
            fault(
              `${here}/unit`,
              'Chức danh của đơn vị phải ghi đơn vị; chức danh khác thì không.',
              'A post of a unit names its unit, any other names none.',
            ),
          );
        }
        if (post.to !== undefined && post.to < post.from)
          faults.push(fault(`${here}/to`, 'Ngày thôi giữ chức danh trước ngày nhận.', 'The post ends before it begins.'));
        return faults;
      }),
    ),
  ];
}

/** The sentence for a unit code that is not in the file. */
export const unknownUnit = (pointer: string, code: string): Fault =>
  fault(pointer, `Không có đơn vị “${code}”.`, `There is no unit “${code}”.`);

const sentenceOf = (capacity: Capacity) => (capacity.unit ? `${capacity.role} (${capacity.unit})` : capacity.role);

/** Every act has somebody who may do it on its day, and nobody judges their own unit. */
export const actorFaults = (file: YearFile): Fault[] =>
  actsOf(file).flatMap((act) => (act.capacity ? actorFault(file, act, act.capacity) : []));

function actorFault(file: YearFile, act: TimedAct, capacity: Capacity): Fault[] {
  const person = personFor(file, act);
  const day = act.on.slice(0, 10);
  if (act.by !== null && !person) return [fault(`${act.pointer}/by`, `Không có người “${act.by}”.`, `There is no person “${act.by}”.`)];
  if (!person) {
    return [
      fault(
        act.pointer,
        `Ngày ${day} không có ai giữ chức danh ${sentenceOf(capacity)}.`,
        `On ${day} nobody holds the post ${sentenceOf(capacity)}.`,
      ),
    ];
  }
  const judges = ['accept', 'return', 'review', 'verify'].includes(act.type) && ['Registration', 'Scorecard'].includes(act.kind);
  if (judges && person.posts.some((post) => post.unit === act.record)) {
    return [
      fault(
        `${act.pointer}/by`,
        `${person.name} thuộc đơn vị này nên không xét hồ sơ của đơn vị.`,
        `${person.name} belongs to this unit and cannot judge its record.`,
      ),
    ];
  }
  if (!judges && !holds(person, capacity, act.on)) {
    return [
      fault(
        `${act.pointer}/by`,
        `Ngày ${day} ${person.name} không giữ chức danh ${sentenceOf(capacity)}.`,
        `On ${day} ${person.name} does not hold the post ${sentenceOf(capacity)}.`,
      ),
    ];
  }
  return [];
}
