import type { Schema } from '../fuzz/description.js';

/** A way into a value: names of fields, and 0 for the first row of a list. */
export type Way = readonly (string | number)[];

/** A place of what is sent where the shape says how much is the most. */
export interface Limited {
  readonly way: Way;
  readonly schema: Schema;
}

/** The largest whole number that a column of the database holds. */
const COLUMN_MOST = 2_147_483_647;
const typesOf = ({ type }: Schema): readonly string[] => [type ?? []].flat();
/** Forms of which no text is longer than a few signs. */
const SHORT_FORMS: ReadonlySet<string> = new Set(['uuid', 'date']);
/** A pattern that ends and repeats nothing without end. */
const isBounded = (pattern: string): boolean => pattern.startsWith('^') && pattern.endsWith('$') && !/[*+]|,\}/.test(pattern);

/** How many signs a text may have at the most; null where nothing says so. */
export function mostOf({ enum: values, maxLength, format, pattern }: Schema): number | null {
  if (values) return Math.max(...values.map((value) => String(value).length));
  if (maxLength !== undefined) return maxLength;
  if (format && SHORT_FORMS.has(format)) return 40;
  return pattern && isBounded(pattern) ? 400 : null;
}

/** Every place of a shape that holds a text, a number or a list. */
export function placesOf(schema: Schema, way: Way = []): Limited[] {
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.flatMap((choice) => placesOf(choice, way));
  const types = typesOf(schema);
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, of]) => placesOf(of, [...way, name]));
  const rows = schema.items ? placesOf(schema.items, [...way, 0]) : [];
  const own = types.some((type) => ['string', 'integer', 'number', 'array'].includes(type)) ? [{ way, schema }] : [];
  return [...own, ...inner, ...rows];
}

/** Places without a most: whatever anybody sends there is taken. */
export const isUnlimited = ({ way, schema }: Limited): boolean => {
  const types = typesOf(schema);
  if (types.includes('string')) return mostOf(schema) === null;
  if (types.includes('array')) return schema.maxItems === undefined;
  if (types.includes('number')) return schema.maximum === undefined || schema.minimum === undefined;
  // A version is only compared; any other whole number may come to a column.
  return way.at(-1) !== 'version' && !(schema.minimum! >= -COLUMN_MOST && schema.maximum! <= COLUMN_MOST);
};

/** A value beyond what a place takes; `row`: what stands in a list. */
function beyond(schema: Schema, row: unknown): unknown {
  const types = typesOf(schema);
  if (types.includes('array')) return Array.from({ length: schema.maxItems! + 1 }, () => row);
  if (types.includes('string')) return schema.format === 'email' ? `${'x'.repeat(mostOf(schema)!)}@a.vn` : 'x'.repeat(mostOf(schema)! + 1);
  return Math.max(schema.maximum! + 1, schema.maximum! * 2);
}

/** A value of a shape that goes the way, with something beyond the limit at its end. Elsewhere it holds what a type needs, and no more. */
export function exceeding(schema: Schema, way: Way, at: Schema): unknown {
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) {
    const choice = choices.find((one) => placesOf(one).some((place) => place.schema === at)) ?? choices[0]!;
    return exceeding(choice, way, at);
  }
  if (schema === at && way.length === 0) return beyond(schema, schema.items ? plain(schema.items) : null);
  if (schema.items) return [exceeding(schema.items, way.slice(1), at)];
  const fields = Object.entries(schema.properties ?? {}).map(([name, of]) => [
    name,
    name === way[0] ? exceeding(of, way.slice(1), at) : plain(of),
  ]);
  return Object.fromEntries(fields) as object;
}

/** The plainest value of a shape. */
function plain(schema: Schema): unknown {
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.oneOf ?? schema.anyOf ?? [];
  if (choice) return plain(choice);
  const [type] = typesOf(schema);
  if (type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, of]) => [name, plain(of)])) as object;
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => plain(schema.items!));
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 0, 0);
  if (schema.format === 'uuid') return '00000000-0000-4000-8000-000000000001';
  if (schema.format === 'date') return '2020-12-15';
  if (schema.format === 'date-time') return '2020-12-15T10:00:00+07:00';
  if (schema.format === 'email') return 'ai.do@mau.example';
  return 'x'.repeat(Math.max(schema.minLength ?? 1, 1));
}
