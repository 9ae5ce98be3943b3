import { optionsIn, setInWords } from './list-filters.js';

describe('filters of a list', () => {
  it('offer each value that the rows have, once, in the order of the rows', () => {
    const rows = [{ state: 'b' }, { state: 'a' }, { state: 'b' }, { state: null }];
    expect(
      optionsIn(
        rows,
        ({ state }) => state,
        (value) => value.toUpperCase(),
      ),
    ).toEqual([
      { value: 'b', name: 'B' },
      { value: 'a', name: 'A' },
    ]);
  });

  it('are told by name, those that are set; a value that no row has is told as it stands in the address', () => {
    const filter = (key: string, value: string) => ({ key, label: key, value, options: [{ value: '1', name: 'Nhóm 1' }] });
    expect(setInWords([filter('Nhóm', '1'), filter('Tình trạng', ''), filter('Đăng ký', 'cờ')])).toBe('Nhóm: Nhóm 1; Đăng ký: cờ');
  });
});
