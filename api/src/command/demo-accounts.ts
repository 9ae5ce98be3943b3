import type { Role } from '@thidua/workflows/actor';
import { roleName } from '@thidua/workflows/words';
import { actorOf } from '@thidua/workflows/year/cast';
import type { YearFile, YearPerson } from '@thidua/workflows/year/year-file.schema';

/** One account of the demonstration, as the launcher prints it. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly who: string;
  /** Posts and duties, in words. */
  readonly can: string;
  /** The few that show every kind of task; the first three draft, submit and accept one unit's registration. */
  readonly shown: boolean;
}

/** The kinds of task beside those of one unit and its reviewer, in the order of the year. */
const OTHERS: readonly Role[] = [
  'bloc-head',
  'deputy-head',
  'bloc-secretary',
  'records-officer',
  'council-secretary',
  'council-member',
  'observer',
  'administrator',
];

/** Everybody of the file: first one person for each kind of task, then the others as the file has them. */
export function demoAccounts(file: YearFile, password: string): DemoAccount[] {
  const unitName = new Map(file.units.map((unit) => [unit.code, unit.names.at(-1)!.shortName]));
  const shown = examples(file);
  const account = (person: YearPerson, isShown: boolean): DemoAccount => {
    const post = person.posts[0]!;
    const unit = post.unit ? ` (${unitName.get(post.unit)})` : '';
    return { email: person.email, password, who: `${person.name}, ${post.title}${unit}`, can: tasksOf(file, person), shown: isShown };
  };
  const others = file.people.filter((person) => !shown.includes(person));
  return [...shown.map((person) => account(person, true)), ...others.map((person) => account(person, false))];
}

const opened = (file: YearFile): string => file.cycle.acts.find((act) => act.type === 'open')!.on;

/** The posts and duties of a person on the day on which the year opens. */
const rolesOf = (file: YearFile, person: YearPerson): Role[] => actorOf(file, person, opened(file)).posts.map(({ role }) => role);

function tasksOf(file: YearFile, person: YearPerson): string {
  const roles = rolesOf(file, person);
  return [...new Set(roles)]
    .filter((role) => role !== 'bloc-member')
    .map((role) => roleName(role, 'vi'))
    .join(', ');
}

/** Officer and head of a unit that leads nothing, the head of the unit that reviews it, then the first of each other kind of task. */
function examples(file: YearFile): YearPerson[] {
  const { head, deputy, groups } = file.cycle;
  const leaders = groups.map(({ leader }) => leader);
  const unit = file.units.find(({ code }) => ![head, deputy, ...leaders].includes(code))?.code;
  const group = groups.find(({ units }) => unit !== undefined && units.includes(unit));
  const who = (role: Role, of?: string) =>
    file.people.find(
      (person) => rolesOf(file, person).includes(role) && (of === undefined || person.posts.some((post) => post.unit === of)),
    );
  const path = [who('unit-officer', unit), who('unit-head', unit), group ? who('group-leader', group.leader) : who('bloc-secretary')];
  const people = [...path, ...OTHERS.map((role) => who(role))].filter((person) => person !== undefined);
  return [...new Set(people)];
}
