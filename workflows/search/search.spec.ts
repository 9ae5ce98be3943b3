import fc from 'fast-check';
import { lettersOf, plain, plainWords } from './letters.js';
import { EXCERPT, excerptOf, piecesOf } from './marked.js';
import { lettersIn, termsOf } from './query.js';
import { LINES_SHOWN, ranked } from './rank.js';

const titles = (query: string, ...all: string[]): string[] =>
  ranked(
    all.map((title) => ({ title, lines: [] })),
    termsOf(query),
  ).map(({ title }) => title);
const finds = (query: string, text: string): boolean => titles(query, text).length === 1;
const markedIn = (query: string, text: string): string[] =>
  piecesOf(text, termsOf(query)).filter(({ found }) => found).map((piece) => piece.text); // prettier-ignore

describe('what is typed', () => {
  it.each([
    ['nguoi mu', 'Hội Người mù tỉnh Bắc Giang'],
    ['NGƯỜI MÙ', 'Hội Người mù'],
    ['mù người', 'Hội Người mù'],
    ['nguơi', 'Hội Người mù'], // the marks of the letter, not yet the tone
    ['dong y', 'Hội Đông y'],
    ['đông', 'Hội Đông y'],
    ['hoà', 'Hòa Bình'],
    ['hòa', 'Hoà Bình'],
    ['thuỷ', 'Thủy lợi'],
    ['ông', 'Hội Nông dân'],
    ['12/bc', 'Số 12/BC-KTĐ'],
    ['13,1', 'trên 13,1\u00a0tỷ đồng'],
    ['htx', 'Liên minh Hợp tác xã'],
    ['hop tac xa', 'Liên minh HTX'],
    ['liên minh htx', 'Liên minh Hợp tác xã'],
    ['TNXP', 'Hội Cựu Thanh niên xung phong'],
    ['nncddc', 'Hội Nạn nhân chất độc da cam/dioxin'],
    ['NNCĐDC', 'Hội Nạn nhân chất độc da cam/dioxin'],
    ['nạn nhân chất độc da cam', 'Hội Nạn nhân da cam'],
    ['VHNT', 'Hội Văn học Nghệ thuật'],
    ['kh&kt', 'Liên hiệp các Hội Khoa học và Kỹ thuật'],
    ['KHKT', 'Hội KH&KT'],
    ['tđkt', 'Hội đồng Thi đua - Khen thưởng'],
  ])('“%s” finds %s', (query, text) => expect(finds(query, text)).toBe(true));

  it.each([
    ['hội mù', 'hoi mú'],
    ['mù', 'Hội Người mú'],
    ['đong', 'dong'],
    ['người điếc', 'Hội Người mù'],
    ['12/bc', 'Số 12 của BC'],
    ['hợp tác xã', 'xHTX, HTXx'],
    ['&', 'KH&KT'],
    ['', 'Hội Người mù'],
  ])('“%s” does not find %s', (query, text) => expect(finds(query, text)).toBe(false));

  it('asks for its letters: signs and spaces are none', () => {
    expect([' & ', 'a ', 'ab', 'đ,d'].map(lettersIn)).toEqual([0, 1, 2, 2]);
  });
});

describe('what is found stands in order', () => {
  it('what begins so, what has a word that begins so, what holds it within a word', () => {
    expect(titles('hoi', 'Khoihoi', 'Liên hiệp hội', 'Hội Đông y')).toEqual(['Hội Đông y', 'Liên hiệp hội', 'Khoihoi']);
  });

  it('what begins with the first word goes before, whatever follows; a word within spoils it', () => {
    expect(titles('hội y', 'Đông y hội', 'Hội Đông y')).toEqual(['Hội Đông y', 'Đông y hội']);
    expect(titles('hội ong', 'Hội Nông dân', 'Tổ hội Ong')).toEqual(['Tổ hội Ong', 'Hội Nông dân']);
  });

  it('the marks that were typed before more marks', () => {
    expect(titles('ma', 'Mà Anh', 'Ma Việt', 'Mã Bắc')).toEqual(['Ma Việt', 'Mà Anh', 'Mã Bắc']);
  });

  it('then as Vietnamese is sorted', () => {
    expect(titles('hoi', 'Hội Đông y', 'Hội Ăn chay', 'Hội Dân ca', 'Hội An toàn')).toEqual([
      'Hội An toàn',
      'Hội Ăn chay',
      'Hội Dân ca',
      'Hội Đông y',
    ]);
  });

  it('by its title before by a line, however well the line fits', () => {
    const found = ranked(
      [
        { title: 'Hội Luật gia', lines: ['Mù quáng'] },
        { title: 'Hội Người mù', lines: ['Không'] },
      ],
      termsOf('mù'),
    );
    expect(found.map(({ title }) => title)).toEqual(['Hội Người mù', 'Hội Luật gia']);
  });
});

describe('the lines of what is found', () => {
  const lines = ['Hội viên mới: 120 người', 'Vốn vay: 13,1 tỷ đồng', 'Kết nạp hội viên', 'Số hội viên', 'Phát triển hội viên'];

  it('are those that say what the title does not, the best first, and few', () => {
    const [found] = ranked([{ title: 'Hội Người mù', lines }], termsOf('mù viên'));
    expect(found!.lines).toHaveLength(LINES_SHOWN);
    expect(ranked([{ title: 'Hội Người mù', lines }], termsOf('von mu'))[0]!.lines).toEqual(['Vốn vay: 13,1 tỷ đồng']);
  });

  it('do not share what is looked for among them', () => {
    expect(ranked([{ title: 'Hội Người mù', lines }], termsOf('vốn nạp'))).toEqual([]);
  });

  it('are all of them named where the title says it all and a line does too', () => {
    expect(ranked([{ title: 'Hội viên', lines }], termsOf('hội viên'))[0]!.lines).toEqual([
      'Hội viên mới: 120 người',
      'Kết nạp hội viên',
      'Số hội viên',
    ]);
    expect(ranked([{ title: 'Hội Người mù', lines }], termsOf('người mù'))[0]!.lines).toEqual([]);
  });
});

describe('what is found is marked', () => {
  it.each([
    ['nguoi mu', 'Hội Người mù', ['Người', 'mù']],
    ['htx', 'Liên minh Hợp tác xã', ['Hợp tác xã']],
    ['tdkt', 'Hội đồng Thi đua - Khen thưởng', ['Thi đua - Khen thưởng']],
    ['hoi', 'Hội viên của hội', ['Hội', 'hội']],
    ['v', 'Hội viên vận động', ['v', 'v']], // at the beginnings of words, where it begins any
    ['ong', 'Ong của Hội Nông dân', ['Ong']],
    ['khong', 'Hội Người mù', []],
    ['người', 'Ngươ\u0300i mù', ['Ngươ\u0300i']], // marks that stand apart
    ['hoi hoi', 'Hội', ['Hội']],
  ])('“%s” in %s', (query, text, marked) => expect(markedIn(query, text)).toEqual(marked));

  it('a long line is cut around it, between words', () => {
    const text = `${'trước đó '.repeat(60)}hợp tác xã kiểu mới ${'sau đó '.repeat(60)}`;
    const cut = excerptOf(text, termsOf('htx'));
    expect(cut).toMatch(/^…trước|^…đó/);
    expect(cut).toContain('hợp tác xã kiểu mới');
    expect(cut).toMatch(/(?:sau|đó)…$/);
    expect(cut.length).toBeLessThanOrEqual(EXCERPT.most + 2);
    expect(excerptOf('ngắn', termsOf('htx'))).toBe('ngắn');
  });
});

const VIETNAMESE = [...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'];
const sign = fc.constantFrom(...VIETNAMESE, ...VIETNAMESE.map((letter) => letter.toUpperCase()), ...'0123456789');
const word = fc.string({ unit: sign, minLength: 1, maxLength: 8 });
const between = fc.constantFrom(' ', '  ', '-', ' - ', ', ', '/', '\u00a0', '\n');
const text = fc.array(fc.tuple(word, between), { minLength: 1, maxLength: 8 }).map((all) => all.flat().join(''));
const anyText = fc.oneof(text, text.map((one) => one.normalize('NFD'))); // prettier-ignore

describe('whatever the text', () => {
  const holds = (property: (one: string) => void, arbitrary = anyText) => fc.assert(fc.property(arbitrary, property));

  it('its letters are what the database looks for, and stand one after the other within it', () => {
    holds((one) => {
      const letters = lettersOf(one);
      expect(letters.map(({ base }) => base).join('')).toBe(plainWords(one));
      expect(plainWords(one).trim().split(' ')).toEqual(
        plain(one)
          .split(/[^\p{L}\p{N}]+/u)
          .filter(Boolean),
      );
      for (const [at, { from, to }] of letters.entries())
        expect(from >= (letters[at - 1]?.to ?? 0) && to > from && to <= one.length).toBe(true);
    });
  });

  it('it is found by itself, without its marks, in capitals, and by its words in any order', () => {
    holds(
      (one) => {
        const backwards = one.split(/\s+/u).reverse().join(' ');
        for (const query of [one, plain(one), one.toUpperCase(), one.normalize('NFC'), backwards]) expect(finds(query, one)).toBe(true);
      },
      word.chain((first) => anyText.map((rest) => `${first} ${rest}`)),
    );
  });

  it('marks narrow: what is found with them is found without', () => {
    fc.assert(
      fc.property(word, anyText, (query, one) => {
        if (finds(query, one)) expect(finds(plain(query), one)).toBe(true);
      }),
    );
  });

  it('its pieces are the text again, and each that is marked is what was typed', () => {
    fc.assert(
      fc.property(word, anyText, (query, one) => {
        const pieces = piecesOf(one, termsOf(query));
        expect(pieces.map((piece) => piece.text).join('')).toBe(one);
        for (const { found, text: piece } of pieces) if (found) expect(plain(piece)).toContain(plain(query));
      }),
    );
  });

  it('an excerpt holds what was found first', () => {
    const long = fc.array(anyText, { minLength: 20, maxLength: 40 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(word, long, (query, one) => {
        if (finds(query, one)) expect(finds(query, excerptOf(one, termsOf(query)))).toBe(true);
      }),
    );
  });
});
