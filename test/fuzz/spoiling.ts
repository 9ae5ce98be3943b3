import fc from 'fast-check';

/** What is done to a body before it is sent: at a place of it a piece of JSON in place of what stands there, beside it, or nothing. */
export type Harm =
  | { readonly at: number; readonly piece: string }
  | { readonly at: number; readonly beside: string }
  | { readonly at: number; readonly without: true };

const LONG = 100_000;
const DEEP = 3_000;

/** JSON that fits hardly anywhere. */
const PIECES = [
  'null',
  'true',
  '0',
  '-1',
  '-0',
  '0.5',
  '1e309',
  '-1e309',
  '1e-400',
  '2147483648',
  '9007199254740993',
  '123456789012345678901234567890',
  '""',
  '" "',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '"\\uffff\\u202e\\u200b"',
  `"${'x'.repeat(LONG)}"`,
  `"${'ạ'.repeat(5_000)}"`,
  `"${'\\u0300'.repeat(3_000)}"`,
  '"=cmd|\' /C calc\'!A0"',
  `"'; drop table person; --"`,
  '"%00%0d%0a"',
  '"<script>alert(1)</script>"',
  '"{{7*7}}${7*7}"',
  '"../../../../etc/passwd"',
  '"2020-02-30"',
  '"0000-00-00"',
  '"+275760-09-13T00:00:00.001Z"',
  '"infinity"',
  '"NaN"',
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '[]',
  '{}',
  '[null]',
  '[[]]',
  '{"":""}',
  '{"type":"open"}',
  '{"$gt":0}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"length":1000000000}',
  '{"toJSON":1,"then":1}',
  `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
  `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
  `[${'0,'.repeat(20_000)}0]`,
];
const FIELDS = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'state',
  'version',
  'id',
  'unitId',
  'blocId',
  'role',
  '',
  '\u0000',
  '$where',
  'x'.repeat(500),
];

/** Some harm; about every other body is left as it is. */
export const harms: fc.Arbitrary<readonly Harm[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  {
    weight: 5,
    arbitrary: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.record({ at: fc.nat(60), piece: fc.constantFrom(...PIECES) }) },
        { weight: 1, arbitrary: fc.record({ at: fc.nat(60), beside: fc.constantFrom(...FIELDS) }) },
        { weight: 1, arbitrary: fc.record({ at: fc.nat(60), without: fc.constant(true as const) }) },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  },
);

interface Place {
  readonly holder: Record<string, unknown>;
  readonly field: string;
}

/** Every place of a value, from the whole inwards. */
function placesOf(whole: Record<string, unknown>): Place[] {
  const places: Place[] = [];
  const walk = (holder: Record<string, unknown>, field: string): void => {
    places.push({ holder, field });
    const value = holder[field];
    if (value !== null && typeof value === 'object') for (const inner of Object.keys(value)) walk(value as Record<string, unknown>, inner);
  };
  walk(whole, 'whole');
  return places;
}

/** The JSON of a value after the harm was done. */
export function spoilt(value: unknown, harm: readonly Harm[]): string {
  const whole = { whole: structuredClone(value) as unknown };
  const pieces: string[] = [];
  for (const one of harm) {
    const places = placesOf(whole);
    const { holder, field } = places[one.at % places.length]!;
    if ('without' in one) delete holder[field];
    else if ('piece' in one) holder[field] = `@piece ${pieces.push(one.piece) - 1}@`;
    else if (holder[field] !== null && typeof holder[field] === 'object' && !Array.isArray(holder[field]))
      // A definition, since an assignment would set the prototype.
      Object.defineProperty(holder[field], one.beside, { value: 1, enumerable: true, configurable: true, writable: true });
  }
  return (JSON.stringify(whole.whole) ?? '').replaceAll(/"@piece (\d+)@"/g, (_, n: string) => pieces[Number(n)]!);
}

/** Names and values of headers that are not what the program asks for. */
export const HEADERS: readonly (readonly [string, string | null])[] = [
  ['x-thidua', null],
  ['x-thidua', '2'],
  ['idempotency-key', null],
  ['idempotency-key', ''],
  ['idempotency-key', 'a'],
  ['idempotency-key', '00000000-0000-4000-8000-000000000001'],
  ['idempotency-key', 'x'.repeat(5_000)],
  ['if-match', '"0"'],
  ['if-match', '*'],
  ['if-none-match', '*'],
  ['if-modified-since', 'never'],
  ['acting-as', 'x'],
  ['acting-as', '00000000-0000-4000-8000-000000000001'],
  ['acting-as', '\u00e9\u00ff'],
  ['accept-language', 'en'],
  ['accept-language', 'x'.repeat(5_000)],
  ['accept', 'text/html'],
  ['accept', 'application/xml;q=0'],
  ['accept-encoding', 'br;q=2, nothing'],
  ['range', 'bytes=5-1'],
  ['cookie', 'thidua_session=%E0%A4%A'],
  ['cookie', '=; ;;; thidua_session; __proto__=1'],
  ['cookie', 'thidua_session="'],
  ['sec-fetch-site', 'cross-site'],
  ['origin', 'null'],
  ['x-forwarded-for', '127.0.0.1, \u00e9, ::1'],
  ['x-forwarded-host', 'evil.example'],
  ['x-http-method-override', 'DELETE'],
  ['content-type', null],
  ['content-type', ''],
  ['content-type', 'text/plain'],
  ['content-type', 'application/json; charset=utf-16'],
  ['content-type', 'application/x-www-form-urlencoded'],
  ['content-type', 'multipart/form-data; boundary=x'],
  ['content-type', 'application/xml'],
  ['content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['content-type', 'application/json, text/html'],
  ['content-type', '__proto__'],
  ['content-encoding', 'gzip'],
  ['user-agent', '\u00ff'.repeat(400)],
];

/** Parts of an address that name nothing. They are written as bytes; those with `%` go as they are. */
export const STRANGE_PARTS = [
  '0',
  '-1',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'events',
  '%00',
  '%',
  '%E0%A4%A',
  '%2e%2e%2f%2e%2e',
  '..',
  "' or 1=1 --",
  'x'.repeat(150),
  'x'.repeat(5_000),
  '00000000-0000-4000-8000-00000000000g',
  '00000000000040008000000000000000',
  '{00000000-0000-4000-8000-000000000000}',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  'ﬃ\u202e',
  '1e1000',
  '2147483648',
];

/** What may stand behind the question mark, as it is sent. */
export const STRANGE_QUERIES = [
  'limit=0',
  'limit=101',
  'limit=1e9',
  'limit=abc',
  'limit=',
  'limit=1&limit=2',
  'limit[]=1',
  'limit[a]=1',
  'after=',
  'after=%00',
  'after=AAAA',
  'after=bnVsbA',
  'after=W10',
  'after=WyJcdTAwMDAiXQ',
  `after=${'A'.repeat(401)}`,
  'year=0',
  'year=99999999999',
  'year=1e3',
  'year=2020.5',
  'year=0x7e4',
  'q=%00',
  'q=%25_%5C',
  'q=%E0%A4%A',
  `q=${'x'.repeat(121)}`,
  'q=%F0%9F%98%80',
  'type=__proto__',
  'state=',
  'group=-1',
  'sha256=A',
  'dryRun=maybe',
  'language=xx',
  'to=x',
  '__proto__=1',
  '__proto__[x]=1',
  'constructor.prototype=1',
  'hasOwnProperty=1',
  '=',
  '&&&',
  '%',
  '?',
  `x=${'y'.repeat(10_000)}`,
];
