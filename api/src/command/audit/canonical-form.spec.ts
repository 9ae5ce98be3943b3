import { canonicalJson } from '../../platform/journal/canonical.js';
import { readCanonical } from './canonical-form.js';

describe('the form of a body, as the verifier understands it', () => {
  it.each<[string, object]>([
    ['nothing', {}],
    ['names in any order', { to: 'b', from: 'a', Z: 1, a: [1, { y: 1, x: 2 }, []] }],
    ['names that look like numbers', { '9': 1, '10': 2, '-1': 3 }],
    ['names beyond ASCII', { é: 1, z: 2, '𝒳': 3, '\ufb01': 4, __proto__x: 5 }],
    ['text that is hard to write', { text: 'ế "dấu nháy" \\ \n\t\u2028\u0000 \ud83d\ude00' }],
    ['numbers', { a: 0, b: -1.5, c: 1e21, d: 1e-7, e: 123456789012 }],
    ['what is absent, and what is a time', { a: undefined, b: null, c: new Date(0), d: true, e: false }],
  ])('is what the program writes: %s', (_, value) => {
    const text = canonicalJson(value);
    expect(readCanonical(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['a space', '{"a": 1}'],
    ['members out of order', '{"b":1,"a":2}'],
    ['members out of order, deep inside', '{"a":[{"b":1,"a":2}]}'],
    ['a member twice', '{"a":1,"a":2}'],
    ['an escape that need not be', '{"a":"\\u0041"}'],
    ['a number in another spelling', '{"a":1.0}'],
    ['a number that is none', '{"a":1-2}'],
    ['a comma too many', '{"a":1,}'],
    ['something after the end', '{"a":1}{}'],
    ['no end', '{"a":1'],
    ['a list', '[1]'],
    ['nothing at all', ''],
  ])('is not %s', (_, text) => {
    expect(readCanonical(text)).toBeNull();
  });
});
