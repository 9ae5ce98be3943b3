import { abilityFor, may } from '../ability.js';
import type { Role } from '../actor.js';
import { MARKERS, OWN_SCOPES, probing } from '../law/probe.js';

describe('how far a right on provinces, units, people and blocs reaches', () => {
  it.each<[string, Role, string, string, object, string[]]>([
    ['the council secretary sees the own province', 'council-secretary', 'read', 'Province', { id: MARKERS['own-province'] }, ['id']],
    ['the council secretary enters units of the province', 'council-secretary', 'create', 'Unit', {}, ['provinceId']],
    ['the council secretary merges units of the province', 'council-secretary', 'merge', 'Unit', {}, ['provinceId']],
    ['the council secretary dissolves units of the province', 'council-secretary', 'dissolve', 'Unit', {}, ['provinceId']],
    ['the council secretary corrects the own province', 'council-secretary', 'revise', 'Province', { id: MARKERS['own-province'] }, ['id']],
    ['the council secretary heads the papers of the blocs of the province', 'council-secretary', 'revise', 'Bloc', {}, ['provinceId']],
    ['the council secretary enters people of the province', 'council-secretary', 'create', 'Person', {}, ['provinceId']],
    ['the council secretary sets up blocs of the province', 'council-secretary', 'create', 'Bloc', {}, ['provinceId']],
    [
      'the council secretary gives posts of the province',
      'council-secretary',
      'give',
      'Post',
      { role: 'unit-head' },
      ['provinceId', 'role'],
    ],
    ['a council member sees the blocs of the province', 'council-member', 'read', 'Bloc', {}, ['provinceId']],
    ['a council member sees the units of the province', 'council-member', 'read', 'Unit', {}, ['provinceId']],
    ['a unit’s head sees the own unit', 'unit-head', 'read', 'Unit', { id: MARKERS['own-unit'] }, ['id']],
    ['a unit’s officer sees the own unit', 'unit-officer', 'read', 'Unit', { id: MARKERS['own-unit'] }, ['id']],
  ])('%s, and no further', (_, role, action, kind, record, columns) => {
    const allowed = (change: object) => may(abilityFor(probing(role)), action, kind, { ...OWN_SCOPES, ...record, ...change });
    expect(allowed({})).toBe(true);
    expect(columns.filter((column) => allowed({ [column]: 'other' }))).toEqual([]);
  });
});

describe('an administrator', () => {
  it.each(['Province', 'Unit', 'Person', 'Bloc'])('sets up every %s of the installation', (kind) =>
    expect(may(abilityFor(probing('administrator')), 'create', kind, { provinceId: 'any' })).toBe(true),
  );
  it('has no part in the year of any bloc', () => {
    const kinds = abilityFor(probing('administrator'))
      .rules.filter(({ inverted }) => !inverted)
      .flatMap(({ subject }) => subject);
    expect(kinds).toEqual(['Province', 'Unit', 'Bloc', 'Person', 'Post', 'MailSettings', 'SigningKey']);
  });
});
