import { abilityFor, may, refusalOf } from '../ability.js';
import { type Actor, type Post } from '../actor.js';
import { eventsIn } from '../advance.js';
import { machines } from '../machines.js';
import type { Conditions } from '../permission.js';
import { permissions } from '../permissions.js';
import { grants, MARKERS, OWN_SCOPES, ROLES, type Grant } from './probe.js';

const UNIT = '00000000-0000-4000-8000-0000000000b1';

/** Records that are about one unit, and what judging them is: nobody does it to a unit that they belong to. */
const JUDGING: Readonly<Record<string, { readonly events: readonly string[]; readonly reason: string }>> = {
  Registration: { events: ['accept', 'return'], reason: 'own-unit' },
  Scorecard: { events: ['review', 'verify', 'return', 'exclude'], reason: 'own-unit' },
  Sheet: { events: ['read', 'edit', 'submit', 'recuse', 'reopen'], reason: 'own-unit' },
  Section: { events: ['accept', 'return', 'reopen'], reason: 'needs-other-secretary' },
};
/** Declining is no judging: it is the way out for whoever should not judge. */
const DECLINING = 'recuse';
/** Nor is reminding: it decides nothing, and the own unit may be late as any other. */
const REMINDING = 'remind';

const all = grants(permissions);
const grantsOf = (kind: string, event: string): Grant[] =>
  all.filter((grant) => grant.kind === kind && grant.actions.includes(event) && (ROLES as readonly string[]).includes(grant.holder));

/** A record about `UNIT` that meets a grant. */
function recordFor(kind: string, conditions: Conditions): Record<string, unknown> {
  const met = Object.entries(conditions).map(([field, wanted]) => [
    field,
    typeof wanted === 'object' && wanted && '$in' in wanted ? wanted.$in[0] : wanted,
  ]);
  return { ...OWN_SCOPES, id: 'record', ...(Object.fromEntries(met) as object), unitId: UNIT, kind };
}

const post = (id: string, role: Post['role'], unitId: string): Post => ({ ...OWN_SCOPES, id, role, title: '', unitId });
const person = (posts: readonly Post[], actingAs: string | null = null): Actor => ({
  kind: 'person',
  personId: MARKERS.oneself,
  name: '',
  posts,
  actingAs,
});

const cases = Object.entries(JUDGING).flatMap(([kind, { events, reason }]) =>
  events.flatMap((event) =>
    grantsOf(kind, event)
      .filter(({ conditions }) => conditions.unitId === undefined)
      .map(({ holder, conditions }) => [kind, event, holder as Post['role'], conditions, reason] as const),
  ),
);

describe('nobody judges a unit that they belong to, whatever else they are', () => {
  it.each(cases)('%s, %s: not as %s, %o', (kind, event, role, conditions, reason) => {
    const judge = post('judge', role, MARKERS['own-unit']);
    const record = recordFor(kind, conditions);
    expect(may(abilityFor(person([judge])), event, kind, record)).toBe(true);
    for (const belonging of ['unit-officer', 'unit-head', 'bloc-member'] as const) {
      const posts = [judge, post('own', belonging, UNIT)];
      for (const actingAs of [null, 'judge', 'own']) {
        const rights = abilityFor(person(posts, actingAs));
        expect({ belonging, actingAs, may: may(rights, event, kind, record) }).toEqual({ belonging, actingAs, may: false });
        if (actingAs !== 'own') expect(refusalOf(rights, event, kind, record)).toBe(reason);
      }
    }
  });

  it.each(Object.keys(JUDGING))('%s: every event that is not the unit’s own is judging', (kind) => {
    const machine = Object.values(machines).find(({ id }) => id === kind)!;
    const events = new Set(Object.keys(machine.states).flatMap((state) => eventsIn(machine, state)));
    const judged = [...events].filter((event) => grantsOf(kind, event).some(({ conditions }) => conditions.unitId === undefined));
    expect(judged.filter((event) => event !== REMINDING && (event !== DECLINING || kind === 'Sheet')).sort()).toEqual(
      JUDGING[kind]!.events.filter((event) => event !== 'read' && event !== 'edit').sort(),
    );
  });
});

describe('a recusal stands above every right, in whatever capacity', () => {
  const about = (kind: string) => [{ kind, recordId: 'record', cycleId: MARKERS['own-year'], aboutUnitId: UNIT }];
  const judging = cases.filter(([kind]) => ['Registration', 'Scorecard'].includes(kind));

  it.each(judging)('%s, %s: not as %s, %o', (kind, event, role, conditions) => {
    const record = recordFor(kind, conditions);
    const judge = post('judge', role, MARKERS['own-unit']);
    for (const from of ['Sheet', 'Registration', 'Scorecard']) {
      const rights = abilityFor({ ...person([judge]), recusals: about(from) });
      expect(may(rights, event, kind, record)).toBe(false);
      expect(refusalOf(rights, event, kind, record)).toBe('recused');
    }
    const otherUnit = [{ ...about(kind)[0]!, aboutUnitId: MARKERS['declined-unit'] }];
    const otherYear = [{ ...about(kind)[0]!, cycleId: 'another year' }];
    for (const recusals of [otherUnit, otherYear, []])
      expect(may(abilityFor({ ...person([judge]), recusals }), event, kind, record)).toBe(true);
  });

  it.each(['Registration', 'Scorecard'])('%s: what was declined is not declined again', (kind) => {
    const record = { ...recordFor(kind, { reviewerUnitId: MARKERS['own-unit'] }), state: 'open' };
    const judge = person([post('judge', 'unit-head', MARKERS['own-unit'])]);
    expect(may(abilityFor(judge), DECLINING, kind, record)).toBe(true);
    expect(refusalOf(abilityFor({ ...judge, recusals: about(kind) }), DECLINING, kind, record)).toBe('recused');
  });

  it.each<[string, Post['role'], string]>([
    ['compile', 'bloc-secretary', 'draft'],
    ['propose', 'bloc-secretary', 'draft'],
    ['pass', 'records-officer', 'proposed'],
    ['return', 'records-officer', 'proposed'],
    ['issue', 'records-officer', 'signed'],
    ['prepare', 'bloc-head', 'checked'],
    ['sign', 'bloc-head', 'prepared'],
    // Once is enough.
    ['recuse', 'bloc-secretary', 'draft'],
    ['recuse', 'records-officer', 'proposed'],
  ])('Document, %s: not as %s', (event, role, state) => {
    const document = { ...OWN_SCOPES, id: 'record', state };
    const judge = post('judge', role, MARKERS['own-unit']);
    const declined = (recordId: string) => [{ kind: 'Document', recordId, cycleId: MARKERS['own-year'], aboutUnitId: null }];
    const rights = abilityFor({ ...person([judge]), recusals: declined('record') });
    expect(may(rights, event, 'Document', document)).toBe(false);
    expect(refusalOf(rights, event, 'Document', document)).toBe('recused');
    expect(may(abilityFor({ ...person([judge]), recusals: declined('another') }), event, 'Document', document)).toBe(true);
  });
});
