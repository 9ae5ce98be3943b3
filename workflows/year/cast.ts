import type { Actor, HeldRole, Post } from '../actor.js';
import { vietnamDay } from '../working-days.js';
import type { YearFile, YearPerson } from './year-file.schema.js';

/** What stands for the ids of province, bloc and year while a file is only read: a file has one of each. */
export const HERE = { provinceId: 'province', blocId: 'bloc', cycleId: 'cycle' } as const;

/** Posts that are held in a bloc and year; the others are held in a unit, the province or the installation. */
export const heldInBloc = (role: HeldRole): boolean => role === 'bloc-secretary' || role === 'records-officer' || role === 'observer';

/** The person who sets everything up before anybody else exists; the command line makes this account. */
export const firstAdministrator = (file: Pick<YearFile, 'people'>): YearPerson | undefined =>
  file.people.find((person) => person.posts.some((post) => post.role === 'administrator'));

const HELD = { unitId: null, blocId: null, cycleId: null, groupId: null } as const;

function heldPosts(person: YearPerson, day: string): Post[] {
  return person.posts.flatMap((post, at): Post[] => {
    if (day < post.from || (post.to !== undefined && post.to < day)) return [];
    const own = heldInBloc(post.role) ? { blocId: HERE.blocId, cycleId: HERE.cycleId } : {};
    const { provinceId } = HERE;
    return [{ ...HELD, id: `${person.id}/${at}`, role: post.role, title: post.title, provinceId, unitId: post.unit ?? null, ...own }];
  });
}

/** The duties that follow from a post in a unit, as the database derives them (`posts_of`). */
function dutiesOf(file: YearFile, post: Post): Post[] {
  const { unitId } = post;
  if (unitId === null) return [];
  const { groups, head, deputy } = file.cycle;
  const led = groups.filter((group) => group.leader === unitId);
  const own = groups.find((group) => group.units.includes(unitId));
  const duty = (role: Post['role'], group: number | null = null): Post => ({
    ...post,
    role,
    blocId: HERE.blocId,
    cycleId: HERE.cycleId,
    groupId: group === null ? null : groupId(group),
  });
  const heads = post.role === 'unit-head';
  return [
    duty('bloc-member', own?.number ?? null),
    ...(heads && head === unitId ? [duty('bloc-head')] : []),
    ...(heads && deputy === unitId ? [duty('deputy-head')] : []),
    ...(heads ? led.map((group) => duty('group-leader', group.number)) : []),
  ];
}

/** What stands for the id of a group. */
export const groupId = (number: number): string => `group ${number}`;

/** A person of the file as the program will know them at an instant: the posts in force that day, with the duties of their units. */
export function actorOf(file: YearFile, person: YearPerson, on: string): Actor {
  const posts = heldPosts(person, vietnamDay(new Date(on)));
  return {
    kind: 'person',
    personId: person.id,
    name: person.name,
    posts: [...posts, ...posts.flatMap((post) => dutiesOf(file, post))],
    actingAs: null,
  };
}
