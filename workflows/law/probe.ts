import { DUTIES, GROUPLESS, HELD_ROLES, type Actor, type Post, type Recusal, type Role, type StandIn } from '../actor.js';
import { AREAS } from '../substitution/area.js';
import type { Can, Cannot, Conditions, Permissions } from '../permission.js';

/** What a probe's scopes hold: values that occur nowhere else, so that a condition shows where its value comes from. */
export const MARKERS = {
  'own-province': '00000000-0000-4000-8000-0000000000a1',
  'own-unit': '00000000-0000-4000-8000-0000000000a2',
  'own-bloc': '00000000-0000-4000-8000-0000000000a3',
  'own-year': '00000000-0000-4000-8000-0000000000a4',
  'own-group': '00000000-0000-4000-8000-0000000000a5',
  oneself: '00000000-0000-4000-8000-0000000000a6',
  'own-post': '00000000-0000-4000-8000-0000000000a8',
  principal: '00000000-0000-4000-8000-0000000000a9',
  'declined-unit': '00000000-0000-4000-8000-0000000000ab',
  'declined-record': '00000000-0000-4000-8000-0000000000ac',
} as const;
const OTHER_UNIT = '00000000-0000-4000-8000-0000000000a7';

/** Posts in the order of the law, duties after them. */
export const ROLES: readonly Role[] = [...HELD_ROLES, ...DUTIES];

/** Who a grant is for: a post or duty, the program itself, or the bearer of a letter's link. */
export type Holder = Role | 'system' | 'recipient';

/** One sentence of the permissions: what is granted to whom. */
export interface Grant {
  readonly holder: Holder;
  readonly actions: readonly string[];
  readonly kind: string;
  readonly conditions: Conditions;
}

/** One sentence of the permissions: what is forbidden to all, and the name of its reason. */
export interface Prohibition {
  readonly actions: readonly string[];
  readonly kind: string;
  readonly conditions: Conditions;
  readonly reason: string;
}

/** The scopes of a probe, and of a record that lies within all of them. */
export const OWN_SCOPES = {
  provinceId: MARKERS['own-province'],
  unitId: MARKERS['own-unit'],
  blocId: MARKERS['own-bloc'],
  cycleId: MARKERS['own-year'],
  groupId: MARKERS['own-group'],
} as const;

const probeOf = (role: Role): Post => ({ id: MARKERS['own-post'], role, title: '', ...OWN_SCOPES });

/** A person with one post and all scopes that it can have. */
export const probing = (role: Role): Actor => ({
  kind: 'person',
  personId: MARKERS.oneself,
  name: '',
  posts: [probeOf(role)],
  actingAs: null,
});

const probesOf = (role: Role): Post[] => {
  const probe = probeOf(role);
  return GROUPLESS.includes(role) ? [probe, { ...probe, groupId: null }] : [probe];
};

/** Everything that is granted, by asking every feature what it grants to a probe of each post, to the program and to the bearer of a link. */
export function grants(features: readonly Permissions[]): Grant[] {
  const found: Grant[] = [];
  const noting =
    (holder: Holder): Can =>
    (actions, kind, conditions) =>
      void found.push({ holder, actions: [actions].flat(), kind, conditions });
  for (const feature of features) {
    for (const role of ROLES) for (const post of probesOf(role)) feature.grants[role]?.(post, noting(role));
    feature.system?.(noting('system'));
    feature.recipient?.(noting('recipient'));
  }
  return found;
}

const STANDING_IN: StandIn = {
  personId: MARKERS.principal,
  name: '',
  manner: 'KT',
  areas: [...AREAS],
  postId: MARKERS['own-post'],
  until: '',
  ownTitle: '',
  ownUnitId: MARKERS['own-unit'],
  bound: { persons: [MARKERS.principal], units: [] },
};

/** A recusal from a unit, or from a record that is about no single unit. */
const declined = (kind: string, aboutUnitId: string | null): Recusal => ({
  kind,
  recordId: MARKERS['declined-record'],
  cycleId: MARKERS['own-year'],
  aboutUnitId,
});

/** Everything that is forbidden, by asking every feature what it forbids to a person of two units who stands in for another and declined a unit and a document. */
export function prohibitions(features: readonly Permissions[]): Prohibition[] {
  const found: Prohibition[] = [];
  const posts = ROLES.flatMap((role) => [probeOf(role), { ...probeOf(role), unitId: OTHER_UNIT, standsFor: STANDING_IN }]);
  const recusals = [declined('Scorecard', MARKERS['declined-unit']), declined('Document', null)];
  const person: Actor = { kind: 'person', personId: MARKERS.oneself, name: '', posts, actingAs: null, recusals };
  const cannot: Cannot = (actions, kind, conditions) => ({
    because: (reason) => void found.push({ actions: [actions].flat(), kind, conditions, reason }),
  });
  for (const feature of features) feature.prohibitions?.(person, cannot);
  return found;
}

const NAMES = new Map<string, string>(Object.entries(MARKERS).map(([name, value]) => [value, name]));
const OWN_UNITS = [MARKERS['own-unit'], OTHER_UNIT].sort().join();

/** Where a condition's value comes from: the name of a marker, `own-units` for all units of a person, else the value itself. */
export function sourceOf(value: Conditions[string]): string {
  if (value === null || typeof value !== 'object') return NAMES.get(String(value)) ?? String(value);
  if ('$ne' in value) return `not ${sourceOf(value.$ne)}`;
  return [...value.$in].sort().join() === OWN_UNITS ? 'own-units' : value.$in.map(sourceOf).join('|');
}
