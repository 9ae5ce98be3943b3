import { DUTIES, HELD_ROLES, type Role } from '../actor.js';
import { handbookPages, pagesFor } from './handbook.words.js';

const held = (...roles: Role[]) => roles.map((role) => ({ role }));

describe('the handbook', () => {
  it.each<[string, Role[], string[]]>([
    ['an officer', ['unit-officer', 'bloc-member'], ['can-bo-phu-trach']],
    ['the head of a unit that leads a group', ['unit-head', 'bloc-member', 'group-leader'], ['truong-nhom', 'lanh-dao-don-vi']],
    ['the secretary of the council', ['council-secretary'], ['hoi-dong', 'quan-tri']],
    ['an observer, to the page of all posts alone', ['observer'], []],
  ])('leads %s to their own pages, the rarest post first', (_, roles, pages) => {
    expect(pagesFor(held(...roles))).toEqual(pages);
  });

  it('has a page for every post and duty but observers, and but what every unit of a bloc does', () => {
    const without = [...HELD_ROLES, ...DUTIES].filter((role) => pagesFor(held(role)).length === 0);
    expect(without).toEqual(['observer', 'bloc-member']);
  });

  it('calls no two pages the same', () => {
    const names = Object.values(handbookPages).flatMap(({ name }) => [name.vi, name.en]);
    expect(new Set(names).size).toBe(names.length);
  });
});
