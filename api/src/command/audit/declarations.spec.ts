import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/journal/canonical.js';
import { FollowedDeclarations } from './declarations.js';

const WORDS = 'Chủ tịch hai hội là vợ chồng.';
const SALT = '00ff10a0b1c2d3e4f5061728394a5b6c';
const sum = (salt: string) =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(WORDS)]))
    .digest('hex');

function declared(told: object) {
  const followed = new FollowedDeclarations();
  const actor = { person: 'p', unit: 'u' };
  const body = canonicalJson({ event: 'recuse', business: '2020-11-10T02:00:00.000Z', from: 'submitted', actor, ...told });
  followed.take({ kind: 'Registration', id: 'r', n: 2, prev: '', hash: '', body, blocId: 'b', provinceId: 'q' });
  return followed.made[0]!;
}

describe('why somebody declined', () => {
  it.each([
    ['summed up with a salt', { reasonSum: sum(SALT) }, `\\x${SALT}`],
    ['summed up alone', { reasonSum: sum('') }, null],
    ['in the journal itself', { reason: WORDS }, null],
  ])('is known by what the entry keeps: %s', (_, told, salt) => {
    const { bears, unitId, personId, step } = declared(told);
    expect({ unitId, personId, step }).toEqual({ unitId: 'u', personId: null, step: 'judge' });
    expect(bears(WORDS, salt)).toBe(true);
    for (const words of [`${WORDS} `, '', null]) expect(bears(words, salt)).toBe(false);
  });

  it('is not known by its words where their salt is another or gone', () => {
    const { bears } = declared({ reasonSum: sum(SALT) });
    for (const salt of [null, `\\x${SALT.replace('a', 'b')}`]) expect(bears(WORDS, salt)).toBe(false);
  });
});
