import type { RegistrationView } from '@thidua/workflows/registration/registration.schema';
import { plain } from '@thidua/workflows/search/letters';
import { FOUND_SHOWN, type SearchResults } from '@thidua/workflows/search/search.schema';
import { makeDocument, press } from '../support/documents.js';
import { acceptSection, makeFrozenBloc, reportAs, reportPath, sectionAs, sectionOf, sectionPath } from '../support/report.js';
import { cardOf, cardPath, done, makeCompiledBloc, points, sheetOf, sheetPath } from '../support/scores.js';
import { CYCLE, makeSmallBloc, UNITS, type SmallBloc } from '../support/small-bloc.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const EVERYBODY = [...UNITS.flatMap((unit) => [`${unit}.officer`, `${unit}.head`]), 'secretary', 'records', 'council'];

const search = async (bloc: SmallBloc, person: string, q: string): Promise<SearchResults['groups']> =>
  done(await (await bloc.person(person)).get<SearchResults>(`${bloc.path}/search?year=2020&q=${encodeURIComponent(q)}`)).groups;

/** What a person finds, as `kind: title`. */
const finds = async (bloc: SmallBloc, person: string, q: string): Promise<string[]> =>
  (await search(bloc, person, q)).flatMap(({ kind, items }) => items.map(({ title }) => `${kind}: ${title}`));

/** Who of all finds anything. */
async function finders(bloc: SmallBloc, q: string): Promise<string[]> {
  const found: string[] = [];
  for (const person of EVERYBODY) if ((await search(bloc, person, q)).length > 0) found.push(person);
  return found;
}

describe('a member looks for something', () => {
  let bloc: SmallBloc;
  beforeAll(async () => {
    bloc = await makeCompiledBloc(world, 'khoi-tim');
  });

  it('and finds unit, registration and target without marks, words in any order, the best first', async () => {
    expect(await finds(bloc, 'u3.officer', 'u3 hoi')).toEqual(['units: Hội U3 tỉnh Bắc Giang', 'registrations: Hội U3 tỉnh Bắc Giang', 'sections: Hội U3 tỉnh Bắc Giang']); // prettier-ignore
    const [registrations] = await search(bloc, 'u3.officer', 'moi u3');
    expect(registrations).toEqual({
      kind: 'registrations',
      total: 1,
      items: [{ title: 'Hội U3 tỉnh Bắc Giang', lines: ['Hội viên mới: 10 người'], link: expect.stringMatching(/^registrations\/[0-9a-f-]{36}$/), place: null }], // prettier-ignore
    });
    const [unit] = (await search(bloc, 'u3.officer', 'nhóm 2 U6'))[0]!.items;
    expect(unit).toMatchObject({ title: 'Hội U6 tỉnh Bắc Giang', lines: ['Nhóm 2'], link: '', place: expect.any(String) });
  });

  it('typed marks narrow', async () => {
    expect(await finds(bloc, 'u3.officer', 'hội viên')).toContain('registrations: Hội U3 tỉnh Bắc Giang');
    expect(await finds(bloc, 'u3.officer', 'hói viên')).toEqual([]);
  });

  it('signs are no patterns and ask for nothing', async () => {
    for (const q of ['%%', '__', "';--", '.*']) expect(await finds(bloc, 'u3.officer', q)).toEqual([]);
    expect(await finds(bloc, 'u3.officer', 'h_i')).toEqual([]);
  });

  it.each([
    ['x', /Ngắn/],
    ['', /Ngắn/],
    ['x'.repeat(121), /Dài/],
    ['a\u0000b', /ký tự rỗng/],
    ['\ud800ab', null],
  ])('too little, too much and what cannot be kept is refused at its place: %j', async (q, why) => {
    const asked = why === null ? '%ED%A0%80ab' : encodeURIComponent(q);
    const { status, body } = await (
      await bloc.person('u3.head')
    ).get<{ needs?: { pointer: string; detail: string }[] }>(`${bloc.path}/search?q=${asked}`);
    expect(status).toBe(why === null ? 200 : 400); // half a character is no UTF-8: the address then holds the sign for what is not readable
    if (why) expect(body.needs).toEqual([expect.objectContaining({ pointer: '/q', detail: expect.stringMatching(why) })]);
  });

  it('a year that does not exist holds nothing', async () => {
    const answer = await (await bloc.person('u3.head')).get<SearchResults>(`${bloc.path}/search?year=1999&q=hội`);
    expect(answer).toMatchObject({ status: 200, body: { groups: [] } });
  });

  it('a bloc that one does not belong to is not there', async () => {
    const other = await makeSmallBloc(world, 'khoi-khac-tim');
    for (const person of ['u3.head', 'secretary', 'council']) {
      const stranger = await other.person(person);
      const [there, madeUp] = [
        await stranger.get(`${bloc.path}/search?q=hội`),
        await stranger.get('/api/blocs/khoi-khong-co/search?q=hội'),
      ];
      expect({ status: there.status, text: there.text }).toEqual({ status: 404, text: madeUp.text });
    }
    expect((await world.stranger().get(`${bloc.path}/search?q=hội`)).status).toBe(401);
  });
});

describe('what its reader may not read is not found', () => {
  let bloc: SmallBloc;
  beforeAll(async () => {
    bloc = await makeSmallBloc(world, 'khoi-tim-kin');
    await bloc.setClock('2020-03-02T02:00:00Z');
    done(await (await bloc.person('u1.head')).event(`${bloc.path}/cycles/${bloc.cycleId}`, { type: 'open', version: 1 }));
  });

  it('the words of a registration, until they are sent, are found by the unit alone', async () => {
    const officer = await bloc.person('u3.officer');
    const { items } = done(await officer.get<{ items: RegistrationView[] }>(`${bloc.path}/registrations`));
    const own = items.find(({ unitShortName }) => unitShortName === 'Hội U3')!;
    const path = `${bloc.path}/registrations/${own.id}`;
    const targets = [{ name: 'Trồng cây phượng vĩ', unit: 'cây', planned: '40', previous: '', evidence: 'Ảnh' }];
    const aim = { kind: 'title', code: 'flag' };
    const saved = done(await officer.put<RegistrationView>(path, { version: own.version, aim, targets, note: 'Còn cân nhắc bằng lăng' }));
    for (const q of ['phượng vĩ', 'bằng lăng']) expect(await finders(bloc, q)).toEqual(['u3.officer', 'u3.head']);
    done(await (await bloc.person('u3.head')).event(path, { type: 'submit', version: saved.version }));
    expect(await finders(bloc, 'phượng vĩ')).toEqual(expect.arrayContaining(['u2.head', 'u3.head', 'secretary']));
  });
});

describe('in a year that goes on', () => {
  let bloc: SmallBloc;
  beforeAll(async () => {
    bloc = await makeFrozenBloc(world, 'khoi-tim-van-ban');
  }, 120_000);

  it('figures, awards and text of the report are found by those who read them', async () => {
    expect(await finds(bloc, 'u4.officer', 'hội viên mới của hội u3')).toEqual(['sections: Hội U3 tỉnh Bắc Giang']);
    const found = (await search(bloc, 'u4.officer', '122 u3 người'))[0]!.items[0]!;
    expect(found.lines).toEqual([expect.stringMatching(/^Hội viên mới của Hội U3: trên 122\u00a0người/)]);
    expect(await finds(bloc, 'u4.officer', 'điển hình tiên tiến')).toEqual(['sections: Báo cáo tổng kết 2020']);
    const english = (await bloc.person('u5.officer')).speaking('en');
    expect(done(await english.get<SearchResults>(`${bloc.path}/search?q=dien+hinh`)).groups[0]!.items[0]!.title).toBe(
      'Year-end report 2020',
    );
    for (const person of ['council', 'records']) expect(await finds(bloc, person, 'hội viên mới của hội u3')).toEqual([]);
  });

  it('a report that is opened again, and a section given back, are found by those who write them alone', async () => {
    const report = await reportAs(bloc, 'u1.head');
    const reason = 'Bổ sung số liệu của đơn vị.';
    done(await (await bloc.person('u1.head')).event(reportPath(bloc, report), { type: 'reopen', version: report.version, reason }));
    expect(await finders(bloc, 'điển hình tiên tiến')).toEqual(['u1.head', 'u5.head', 'secretary']);
    const section = await sectionAs(bloc, 'secretary', 'u3');
    const path = sectionPath(bloc, section);
    done(await (await bloc.person('secretary')).event(path, { type: 'reopen', version: section.version, reason }));
    const mine = sectionOf('u3');
    const draft = await sectionAs(bloc, 'u3.officer', 'u3');
    done(
      await (await bloc.person('u3.officer')).put(path, { version: draft.version, ...mine, paragraphs: ['Chuyện quỳnh tím chưa gửi.'] }),
    );
    expect(await finders(bloc, 'quỳnh tím')).toEqual(['u3.officer', 'u3.head']);
    await acceptSection(bloc, 'u3', { ...mine, paragraphs: ['Chuyện quỳnh tím nay đã gửi rồi.', ...mine.paragraphs] });
    expect(await finders(bloc, 'quỳnh tím')).toEqual(expect.arrayContaining(['u3.officer', 'u4.head', 'secretary']));
  });
});

describe('documents', () => {
  it('are found by number, type and abstract by those who may read them in this state', async () => {
    const bloc = await makeFrozenBloc(world, 'khoi-tim-so');
    const made = await makeDocument(bloc, 'BC');
    expect(await finds(bloc, 'secretary', 'báo cáo tổng kết phong trào')).toContain('documents: Báo cáo');
    for (const person of ['u3.head', 'council'])
      expect(await finds(bloc, person, 'tổng kết phong trào thi đua năm 2020')).not.toContain('documents: Báo cáo');
    done(await press(bloc, 'secretary', made, { type: 'propose' }));
    done(await press(bloc, 'records', made, { type: 'pass' }));
    done(await press(bloc, 'u1.head', made, { type: 'prepare' }));
    const { link } = (await search(bloc, 'records', '01/bc-ktdt'))[0]!.items[0]!;
    expect(link).toBe(`documents/${made.id}`);
    expect(await finds(bloc, 'u3.head', '01/bc-ktdt')).toEqual([]);
  }, 120_000);
});

describe('what is sealed', () => {
  it('points, evidence, comments and notes of sheets are found by nobody, not even by who wrote them', async () => {
    const bloc = await makeCompiledBloc(world, 'khoi-tim-phieu');
    await bloc.setClock('2020-11-20T02:00:00Z');
    const card = await cardOf(bloc, 'u3.officer', 'u3');
    const scores = points(3_000, 1_500, 3_000).map((score) => ({ ...score, evidence: 'Quyết định ngọc lan' }));
    done(await (await bloc.person('u3.officer')).put(cardPath(bloc, card), { version: card.version, scores }));
    const sheet = await sheetOf(bloc, 'u4', 'u3');
    done(
      await (
        await bloc.person('u4.officer')
      ).put(sheetPath(bloc, sheet), { version: sheet.version, scores: points(1_234), note: 'Nhận xét hoa nhài' }),
    );
    for (const q of ['ngọc lan', 'hoa nhài', '12,34', '1234']) expect({ q, finders: await finders(bloc, q) }).toEqual({ q, finders: [] });
  });
});

describe('where much is found', () => {
  it('the best are shown, and how many there are', async () => {
    const members = Array.from({ length: FOUND_SHOWN + 2 }, (_, at) => `u${at + 1}`);
    const bloc = await makeSmallBloc(world, 'khoi-tim-nhieu', { ...CYCLE, members, groups: [], deputy: null });
    const [units] = await search(bloc, 'u1.head', 'hội');
    expect({ kind: units!.kind, total: units!.total, shown: units!.items.length }).toEqual({
      kind: 'units',
      total: members.length,
      shown: FOUND_SHOWN,
    });
  }, 60_000);
});

describe('the database and the program', () => {
  const VIETNAMESE =
    'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ fjwz 0123456789 &/-.,%_“”–\u00a0';

  it('mean the same by text without case and marks, in either form of Unicode', async () => {
    const words = [VIETNAMESE, VIETNAMESE.toUpperCase()].flatMap((text) => [text, text.normalize('NFD')]);
    const { rows } = await world.owner.query<{ plain: string }>(
      'select plain_text(word) as plain from unnest($1::text[]) with ordinality w(word, n) order by n',
      [words],
    );
    expect(rows.map((row) => row.plain)).toEqual(words.map(plain));
  });
});
