import { type Post, type Role } from '../actor.js';
import type { Conditions, Permissions } from '../permission.js';
import { permissions } from '../permissions.js';
import type { Language } from '../wording.js';
import { roleName } from '../words.js';

/** Whose turn it is: the holders of a post, of one unit where the right follows the unit. */
export interface Turn {
  readonly role: Role;
  readonly unitId: string | null;
}

/** A scope that may be anybody's: what stands in the record in its place says whose. */
const ANY = { unitId: '?unitId', blocId: '?blocId', cycleId: '?cycleId', groupId: '?groupId', provinceId: '?provinceId' } as const;
const anyPost = (role: Role): Post => ({ id: '', role, title: '', ...ANY });

type Columns = Readonly<Record<string, unknown>>;

function holds(wanted: Conditions[string], value: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return value === wanted;
  return '$in' in wanted ? wanted.$in.includes(String(value)) : value !== wanted.$ne;
}

/** The unit that conditions ask for in this record: undefined where the record does not meet them, null where they ask for none. */
function unitAsked(conditions: Conditions, record: Columns): string | null | undefined {
  let unit: string | null = null;
  for (const [field, wanted] of Object.entries(conditions)) {
    const value = record[field];
    const open = Object.values<unknown>(ANY).includes(wanted);
    if (open ? typeof value !== 'string' : !holds(wanted, value)) return undefined;
    if (wanted === ANY.unitId) unit = String(value);
  }
  return unit;
}

function turnsOf(feature: Permissions, action: string, kind: string, record: Columns): Turn[] {
  return Object.entries(feature.grants).flatMap(([name, grant]) => {
    const role = name as Role;
    const turns: Turn[] = [];
    grant(anyPost(role), (actions, granted, conditions) => {
      if (granted !== kind || ![actions].flat().includes(action)) return;
      const unitId = unitAsked(conditions, record);
      if (unitId !== undefined) turns.push({ role, unitId });
    });
    return turns;
  });
}

/** Who may send an event to a record, read from the permissions themselves: nobody where only the program may. */
export const turnsFor = (action: string, kind: string, record: Columns): Turn[] =>
  permissions.flatMap((feature) => turnsOf(feature, action, kind, record));

/** Whose turn it is, in words: another unit by its name, the own unit and the bloc's by the post. */
export function turnInWords(
  { role, unitId }: Turn,
  own: readonly string[],
  unitName: (unitId: string) => string | undefined,
  language: Language,
): string {
  const name = unitId && !own.includes(unitId) ? unitName(unitId) : undefined;
  return name ?? roleName(role, language);
}
