import fc from 'fast-check';
import type { Schema } from './description.js';

/** What there is in the world that is asked: values that fit a field by its name or form. */
export interface Pool {
  readonly ids: readonly string[];
  readonly byName: Readonly<Record<string, readonly string[]>>;
}

/** Stands where the version belongs that the record has when it is asked. */
export const CURRENT_VERSION = '@current-version@';

/** The year of the world that is asked. */
const YEAR = 2020;
const WORDS = [
  'Hội',
  'thi đua',
  'năm 2020',
  'Đề nghị',
  'làm rõ',
  'chỉ tiêu',
  'phát triển',
  'hội viên',
  'ở',
  'Bắc Giang',
  'và',
  'thành tích',
];
const DAYS = ['2020-01-01', '2020-02-29', '2020-12-14', '2020-12-15', '2020-12-31', '1945-01-01', '0001-01-01', '9999-12-31'];
const INSTANTS = [
  '2020-12-31T17:00:00+07:00',
  '2020-12-15T00:00:00Z',
  '2026-01-01T00:00:00.000001+14:00',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
];
/** How many rows of a list are made at most, where its shape allows more; longest lists are asked by the limits of each route. */
const ROWS = 3;

/** Words of a length that the shape takes. */
function sentence({ minLength = 0, maxLength = 2000 }: Schema): fc.Arbitrary<string> {
  const words = fc.array(fc.constantFrom(...WORDS), { minLength: Math.ceil(minLength / 2), maxLength: Math.ceil(minLength / 2) + 12 });
  return words.map((all) => all.join(' ').padEnd(minLength, '.').slice(0, maxLength).trim().padEnd(minLength, '.'));
}

function text(schema: Schema, name: string, pool: Pool): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength } = schema;
  const known = pool.byName[name] ?? [];
  const fits = format === 'uuid' ? pool.ids : known;
  const free =
    format === 'uuid'
      ? fc.uuid()
      : format === 'email'
        ? fc.constantFrom('ai.do@mau.example', 'u3.head@mau.example', "o'neil+x@a-b.example")
        : format === 'date'
          ? fc.constantFrom(...DAYS)
          : format === 'date-time'
            ? fc.constantFrom(...INSTANTS)
            : pattern
              ? fc.stringMatching(new RegExp(pattern)).filter((one) => one.length <= (maxLength ?? Infinity))
              : fc.oneof(
                  { weight: 20, arbitrary: sentence(schema) },
                  {
                    weight: 1,
                    arbitrary: fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength ?? 2000, minLength + 20) }),
                  },
                );
  return fits.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fits) }, { weight: 1, arbitrary: free }) : free;
}

function number({ minimum = -1e6, maximum = 1e6, type }: Schema): fc.Arbitrary<number> {
  if (type === 'number' || (Array.isArray(type) && type.includes('number')))
    return fc.double({ min: minimum, max: maximum, noNaN: true, noDefaultInfinity: true });
  const least = Math.max(minimum, -Number.MAX_SAFE_INTEGER);
  const most = Math.min(maximum, Number.MAX_SAFE_INTEGER);
  const edges = [least, most, 0, 1, 2020, 2 ** 31 - 1, 2 ** 31].filter((edge) => edge >= least && edge <= most);
  const small = fc.integer({ min: least, max: Math.min(most, least + 100) });
  return fc.oneof({ weight: 3, arbitrary: small }, { weight: 1, arbitrary: fc.constantFrom(...edges) });
}

/** Values that a schema takes. `name`: of the field. */
export function valueOf(schema: Schema, name: string, pool: Pool): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, name, pool)));
  const types = [schema.type ?? 'object'].flat();
  if (types.includes('null'))
    return fc.option(valueOf({ ...schema, type: types.find((type) => type !== 'null')! }, name, pool), { freq: 3 });
  switch (types[0]) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      if (name === 'year') return fc.oneof({ weight: 4, arbitrary: fc.constant(YEAR) }, number(schema));
      return name === 'version' ? fc.oneof({ weight: 9, arbitrary: fc.constant(CURRENT_VERSION) }, number(schema)) : number(schema);
    case 'string':
      return text(schema, name, pool);
    case 'array': {
      const { minItems = 0, maxItems = Infinity } = schema;
      return fc.array(valueOf(schema.items ?? {}, name, pool), { minLength: minItems, maxLength: Math.min(maxItems, minItems + ROWS) });
    }
    default: {
      const fields = Object.entries(schema.properties ?? {}).map(([field, of]) => [field, valueOf(of, field, pool)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] as never[], noNullPrototype: true });
    }
  }
}
