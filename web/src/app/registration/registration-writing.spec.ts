import type { RegistrationDraft } from '@thidua/workflows/registration/registration.schema';
import { differencesOf, faultsOfMissing, fieldOf, merged, placesOf, unclearIn } from './registration-writing.js';

const target = (name: string, evidence = 'Danh sách') => ({ name, unit: 'người', planned: '10', previous: '', evidence });
const yours: RegistrationDraft = { aim: { kind: 'title', code: 'flag' }, targets: [target('A')], note: 'của tôi' };
const theirs: RegistrationDraft = { aim: { kind: 'title', code: 'flag' }, targets: [target('B')], note: 'của họ' };

describe('two drafts of one registration', () => {
  it('differ only where they differ, each part in both wordings', () => {
    const found = differencesOf(yours, theirs, () => 'Cờ');
    expect(found.map(({ key, yours: mine, theirs: other }) => [key, mine, other])).toEqual([
      ['targets', '1. A: 10 người; Danh sách', '1. B: 10 người; Danh sách'],
      ['note', 'của tôi', 'của họ'],
    ]);
  });

  it('become one by the person’s choice for each part', () => {
    expect(merged(yours, theirs, { targets: 'theirs', note: 'yours' })).toEqual({ ...yours, targets: theirs.targets });
  });
});

it.each([
  ['/targets/1/evidence', 'target-2-evidence'],
  ['/targets/0', 'target-1'],
  ['/targets', 'add-target'],
  ['/note', 'note'],
  ['/aim', 'aim-heading'],
])('the place %s leads to the field %s', (pointer, field) => {
  expect(fieldOf(pointer)).toBe(field);
});

it('each target without evidence is named, and the first is where the need is mended', () => {
  const draft = { ...yours, targets: [target('A'), target('B', ' '), target('C', '')] };
  const need = { code: 'needs-planned-evidence', detail: '', next: '' };
  expect([...faultsOfMissing(draft, [need]).keys()]).toEqual(['/targets/1/evidence', '/targets/2/evidence']);
  expect(placesOf(draft, 'aim-title-flag')['needs-planned-evidence']).toBe('target-2-evidence');
});

it('a target that may be two numbers, or multiplies what its unit multiplies, is named; other words stand as they are', () => {
  const targets = [
    { ...target('A'), planned: '1.234 tỷ' },
    { ...target('B'), planned: '13,1 tỷ', previous: '12 tỷ', unit: 'tỷ đồng' },
    { ...target('C'), planned: '100% chi hội', previous: '13,1 tỷ', unit: 'đồng' },
  ];
  expect([...unclearIn({ ...yours, targets }, 'vi').keys()]).toEqual(['/targets/0/planned', '/targets/1/previous', '/targets/1/planned']);
});
