import type { RecipientLine } from '../register/document.schema.js';
import { joinedLines, recipientsOf, type AddressBook } from './recipients.js';

const unit = (n: number, blocRole: 'head' | 'deputy' | null = null) => ({
  unitId: `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`,
  name: `Hội ${n}`,
  email: `hoi-${n}@khoi.example`,
  blocRole,
});
const book: AddressBook = {
  council: { name: 'Hội đồng', email: 'hoi-dong@tinh.example' },
  board: { name: 'Ban', email: 'ban@tinh.example' },
  members: [unit(1), unit(2, 'head'), unit(3, 'deputy'), unit(4)],
};
const to = (...groups: RecipientLine['to'][]): RecipientLine[] => groups.map((group) => ({ to: group, text: `Dòng ${group}` }));
const names = (lines: RecipientLine[], of = book) => recipientsOf(lines, of).map(({ name }) => name);

describe('the lines of Nơi nhận', () => {
  it.each<[string, RecipientLine['to'][], string[]]>([
    ['all of them', ['council', 'board', 'head', 'deputy', 'members', 'archive'], ['Hội đồng', 'Ban', 'Hội 1', 'Hội 2', 'Hội 3', 'Hội 4']],
    ['head and deputy without the members', ['head', 'deputy'], ['Hội 2', 'Hội 3']],
    ['in another order', ['members', 'board', 'council'], ['Hội đồng', 'Ban', 'Hội 1', 'Hội 2', 'Hội 3', 'Hội 4']],
    ['a group twice', ['board', 'board', 'head', 'head'], ['Ban', 'Hội 2']],
    ['the archive alone', ['archive'], []],
    ['none', [], []],
  ])('%s', (_, lines, expected) => expect(names(to(...lines))).toEqual(expected));

  it('mean nobody where the year has no deputy head', () =>
    expect(names(to('deputy'), { ...book, members: [unit(1), unit(2, 'head')] })).toEqual([]));

  it('come to 20 letters for the bloc of 18 units, head and deputy head once each', () => {
    const members = Array.from({ length: 18 }, (_, n) => unit(n + 1, n === 0 ? 'head' : n === 1 ? 'deputy' : null));
    expect(recipientsOf(to('council', 'board', 'head', 'deputy', 'members', 'archive'), { ...book, members })).toHaveLength(20);
  });

  it('name whoever has no address, instead of leaving them out', () => {
    const members = [{ ...unit(1), email: null }];
    expect(recipientsOf(to('members'), { ...book, members })).toEqual([
      { kind: 'unit', unitId: members[0]!.unitId, name: 'Hội 1', address: null },
    ]);
  });

  it('are two letters where two recipients share an address: each owes a receipt of its own', () => {
    const shared = { ...book, board: { name: 'Ban', email: book.council.email } };
    expect(recipientsOf(to('council', 'board'), shared).map(({ kind, address }) => [kind, address])).toEqual([
      ['council', book.council.email],
      ['board', book.council.email],
    ]);
  });

  it('of several papers are joined: each group once, the council first, as the first paper writes it', () => {
    const second = [
      { to: 'council', text: 'Hội đồng (b/c)' },
      { to: 'board', text: 'Ban (b/c)' },
    ] as const;
    expect(joinedLines([to('members', 'council'), second])).toEqual([...to('council'), second[1], ...to('members')]);
  });
});
