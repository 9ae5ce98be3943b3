import { firstAdministrator, heldInBloc } from './cast.js';
import { fault, repeats, type Fault } from './fault.js';
import type { YearFile } from './year-file.schema.js';

const UNIT_ROLES: readonly string[] = ['unit-head', 'unit-deputy', 'unit-officer'];

/** People: codes and addresses once, posts of units that exist, terms that do not end before they begin. */
export function peopleFaults(file: Pick<YearFile, 'units' | 'people'>): Fault[] {
  const units = new Set(file.units.map((unit) => unit.code));
  return [
    ...repeats(file.people.map((person) => person.id)).map(({ at, value }) =>
      fault(`/people/${at}/id`, `Mã người “${value}” bị trùng.`, `The person id “${value}” occurs twice.`),
    ),
    ...repeats(file.people.map((person) => person.email)).map(({ at, value }) =>
      fault(`/people/${at}/email`, `Địa chỉ ${value} đã dùng cho người khác.`, `The address ${value} is used by someone else.`),
    ),
    ...firstComersFaults(file.people),
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

/** Whoever sets the year up exists before the bloc does: the administrator by the command line, the council’s secretary before the year. */
function firstComersFaults(people: YearFile['people']): Fault[] {
  const administrator = firstAdministrator({ people });
  return people.flatMap(({ posts }, at) => {
    const roles = posts.map(({ role }) => role);
    if (people[at] === administrator && roles.some((role) => role !== 'administrator'))
      return [
        fault(`/people/${at}/posts`, 'Người quản trị đầu tiên không giữ chức danh khác.', 'The first administrator holds no other post.'),
      ];
    if (roles.includes('council-secretary') && roles.some(heldInBloc))
      return [
        fault(`/people/${at}/posts`, 'Thư ký Hội đồng không giữ chức danh của Khối.', 'The council’s secretary holds no post of the bloc.'),
      ];
    return [];
  });
}

/** The sentence for a unit code that is not in the file. */
export const unknownUnit = (pointer: string, code: string): Fault =>
  fault(pointer, `Không có đơn vị “${code}”.`, `There is no unit “${code}”.`);
