import { rulesToCondition } from '@casl/ability/extra';
import type { Rights } from '@thidua/workflows/ability';
import { snake } from '../database/camel.js';

type Primitive = string | number | boolean | null;

/** One condition of a rule as SQL; values go into `params`, whose place is the number of the parameter. */
function conditionSql(alias: string, field: string, value: unknown, params: unknown[]): string {
  if (!/^[a-zA-Z]\w*$/.test(field)) throw new Error(`A condition on a strange field: ${field}`);
  const column = `${alias}.${snake(field)}`;
  if (value === null) return `${column} is null`;
  if (typeof value === 'object' && value && '$in' in value) {
    params.push(value.$in);
    return `${column} = any($${params.length})`;
  }
  if (typeof value === 'object' && value && '$ne' in value) {
    params.push(value.$ne);
    return `${column} is distinct from $${params.length}`;
  }
  if (value === undefined || typeof value === 'object') throw new Error(`A condition that SQL cannot hold on ${field}`);
  params.push(value satisfies unknown as Primitive);
  return `${column} = $${params.length}`;
}

const all = (parts: readonly string[]): string => (parts.length === 0 ? 'true' : `(${parts.join(' and ')})`);

/**
 * The rows of a kind on which the reader may act, as a SQL condition on `alias`. Pushes its values to `params`.
 * Prohibitions become `(…) is not true`, so that NULL neither hides nor shows; no rule at all becomes `false`.
 */
export function visibleTo(rights: Rights, kind: string, alias: string, params: unknown[], action = 'read'): string {
  const before = params.length;
  const condition = rulesToCondition<Rights, string, string>(
    rights.rulesFor(action, kind),
    (rule) => {
      const held = all(Object.entries(rule.conditions ?? {}).map(([field, value]) => conditionSql(alias, field, value, params)));
      return rule.inverted ? `(${held}) is not true` : held;
    },
    { and: (parts) => all(parts), or: (parts) => `(${parts.join(' or ')})`, empty: () => 'true' },
  );
  // Prohibitions alone show nothing, and their values would be parameters that no statement names.
  if (condition === null) params.length = before;
  return condition ?? 'false';
}
