import { lintCriteria, lintDeadlines, lintTieChain, lintTitles } from '@thidua/workflows/cycle/criteria-lint';
import { reviewerFor, verifierFor } from '@thidua/workflows/cycle/reviewer';
import type { CycleRules } from '@thidua/workflows/cycle/rules.schema';
import { RegistrationDraft } from '@thidua/workflows/registration/registration.schema';
import { SectionDraft } from '@thidua/workflows/report/section.schema';
import { beforeReview, official, totals, type ItemPoints } from '@thidua/workflows/scorecard/scoring';
import { canonicalJson, sha256 } from '@thidua/api/platform/journal/canonical';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thidua, type Workplace } from '../support/command.js';
import { freshDatabase, PASSWORD, serveDatabase, type World } from '../support/world.js';

const UNITS = 300;
const YEARS = 2;

let simulated: Workplace;
let said: string;
let world: World;
beforeAll(async () => {
  simulated = { ...(await freshDatabase()), dataDir: mkdtempSync(join(tmpdir(), 'thidua-simulated-')) };
  const done = await thidua(simulated, ['simulate', '--units', String(UNITS), '--years', String(YEARS), '--password', PASSWORD]);
  expect(done).toMatchObject({ code: 0 });
  said = done.said;
  world = await serveDatabase(simulated, simulated.dataDir);
}, 60_000);
afterAll(() => world.close());

const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await world.owner.query<Row>(sql)).rows;
const numbers = (sql: string) => rows<Record<string, number>>(sql).then(([row]) => row!);

describe('a simulated installation', () => {
  it('holds as many units, years, members and people as were asked for, and tells what it makes', async () => {
    expect(said).toMatch(/\[1\/\d\] Tỉnh, khối, đơn vị · provinces, blocs, units: \d+ dòng · rows/);
    expect(said).toMatch(/✔ Đã giả lập 300 đơn vị, 2 năm, 2 tỉnh/);
    const counted = await numbers(`
      select (select count(*)::int from unit) as units, (select count(distinct year)::int from cycle) as years, (select count(*)::int from member) as members,
             (select count(*)::int from registration) as registrations, (select count(*)::int from scorecard) as cards, (select count(*)::int from section) as sections,
             (select count(*)::int from post where role = 'unit-head') as heads, (select count(*)::int from post where role = 'unit-officer') as officers,
             (select count(*)::int from cycle) - 2 * (select count(*)::int from bloc) as "cyclesTooMany",
             (select count(*)::int from person) - (select count(*)::int from account where password_hash is not null) as "withoutAccount",
             (select count(distinct password_hash)::int from account) as hashes`);
    expect(counted).toEqual({
      units: UNITS,
      years: YEARS,
      ...Object.fromEntries(['members', 'registrations', 'cards', 'sections'].map((name) => [name, UNITS * YEARS])),
      heads: UNITS,
      officers: UNITS,
      cyclesTooMany: 0,
      withoutAccount: 0,
      hashes: 1,
    });
  });

  it('is skewed as real ones are: a large province and a small one, blocs of 8 to 30 units, groups of 5 to 12, every name its own', async () => {
    const sizes = async (sql: string) => (await rows<{ units: number }>(sql)).map(({ units }) => units).sort((a, b) => a - b);
    const provinces = await sizes('select count(*)::int as units from unit group by province_id');
    expect(provinces.at(-1)! / provinces[0]!).toBeGreaterThan(1.5);
    const blocs = await sizes('select count(*)::int as units from member group by cycle_id');
    expect([blocs[0]! >= 8, blocs.at(-1)! <= 30]).toEqual([true, true]);
    const groups = await sizes('select count(*)::int as units from member group by group_id');
    expect([groups[0]! >= 5, groups.at(-1)! <= 12]).toEqual([true, true]);
    expect(await rows('select name from unit_name where valid_to is null group by province_id, name having count(*) > 1')).toEqual([]);
  });

  it('writes to nobody: every address ends in .example, and no letter waits to be sent', async () => {
    const addresses = `select email from account union all select email from unit union all select council ->> 'email' from province union all select board ->> 'email' from province`;
    expect(await rows(`select * from (${addresses}) a where email not like '%.example'`)).toEqual([]);
    expect(await rows(`select address from delivery where address not like '%.example' or state <> 'accepted'`)).toEqual([]);
  });

  it('has journals that hold, by SQL and by the independent check', async () => {
    const { code, said: audited } = await thidua(simulated, ['audit', 'verify']);
    expect({ code, audited }).toEqual({ code: 0, audited: expect.stringMatching(/✔ Theo SQL: \d+ mục[^✗]*✔ Kiểm độc lập/) as string });
  });

  it('has closed years, and a newest one in the middle of scoring', async () => {
    const [closed, newest] = await rows<{ state: string; cards: string[] }>(`
      select c.state, array_agg(distinct s.state order by s.state) as cards from cycle c join scorecard s on s.cycle_id = c.id group by c.year, c.state order by c.year`);
    expect(closed).toEqual({ state: 'closed', cards: ['verified'] });
    expect(newest).toEqual({ state: 'compiled', cards: expect.arrayContaining(['self', 'peer', 'open']) as string[] });
  });
});

describe('what PostgreSQL wrote', () => {
  it('has, in every entry, the bytes that the program would have written', async () => {
    const entries = await rows<{ body: string }>('select body from journal union all select body from province_journal');
    expect(entries.length).toBeGreaterThan(5_000);
    expect(entries.filter(({ body }) => canonicalJson(JSON.parse(body)) !== body)).toEqual([]);
  });

  const last = (kind: string, event: string) =>
    `join journal j on j.record_id = r.id and j.record_kind = '${kind}' and j.body::jsonb ->> 'event' = '${event}'`;
  it.each<[string, string, string, (row: Record<string, unknown>) => unknown]>([
    ['registrations', 'registration', last('Registration', 'submit'), ({ aim, targets, note }) => ({ aim, targets, note })],
    ['score cards', 'scorecard', last('Scorecard', 'submit'), (row) => row.self_scores],
    ['sheets', 'sheet', last('Sheet', 'submit'), ({ scores, note }) => ({ scores, note })],
    ['sections', 'section', last('Section', 'submit'), ({ paragraphs, indicators, awards }) => ({ paragraphs, indicators, awards })],
    [
      'reports',
      'report',
      last('Report', 'freeze'),
      ({ as_of: asOf, closing, leadership, papers, assessment, limitations, causes, directions, bases }) => ({
        ...{ asOf, closing, leadership, papers, assessment, limitations, causes, directions, bases },
      }),
    ],
    ['rules of years', 'cycle', last('Cycle', 'open'), (row) => row.rules],
  ])('keeps the sum of %s as the program would have summed them up', async (_, table, join, content) => {
    const found = await rows<{ record: Record<string, unknown>; sum: string }>(
      `select to_jsonb(r) as record, coalesce(j.body::jsonb ->> 'content', j.body::jsonb ->> 'rules') as sum from ${table} r ${join}`,
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter(({ record, sum }) => sha256(canonicalJson(content(record))) !== sum)).toEqual([]);
  });

  it('has rules, registrations and sections of the right shape', async () => {
    const rules = (await rows<{ rules: CycleRules }>('select distinct rules from cycle')).map((row) => row.rules);
    expect(
      rules.flatMap((each) => [...lintCriteria(each.criteria), ...lintTieChain(each), ...lintTitles(each), ...lintDeadlines(each)]),
    ).toEqual([]);
    for (const row of await rows('select aim, targets, note from registration')) RegistrationDraft.parse(row);
    for (const row of await rows('select paragraphs, indicators, awards from section')) SectionDraft.parse(row);
  });

  it('has the judges that the law names', async () => {
    interface Judged {
      readonly unit: string;
      readonly leader: string;
      readonly leaders: string[];
      readonly head: string;
      readonly deputy: string;
      readonly judges: [string, string];
    }
    const judged = await rows<Judged>(`
      select m.unit_id as unit, g.leader_unit_id as leader, c.head_unit_id as head, c.deputy_unit_id as deputy, array[m.reviewer_unit_id, m.verifier_unit_id]::text[] as judges,
             (select array_agg(l.leader_unit_id::text order by l.number) from bloc_group l where l.cycle_id = c.id) as leaders
        from member m join bloc_group g on g.id = m.group_id join cycle c on c.id = m.cycle_id`);
    const wrong = judged.filter(({ unit, leader, leaders, head, deputy, judges }) => {
      const duties = { headUnitId: head, deputyUnitId: deputy };
      const reviewer = reviewerFor(unit, leader, duties);
      return judges[0] !== reviewer || judges[1] !== verifierFor(unit, reviewer, duties, leaders);
    });
    expect([judged.length, wrong]).toEqual([UNITS * YEARS, []]);
  });

  it('has the official points, the totals and the changes of judges that the law works out', async () => {
    interface Card {
      readonly rules: CycleRules;
      readonly own: ItemPoints[];
      readonly peers: ItemPoints[][];
      readonly leader: ItemPoints[];
      readonly bloc: ItemPoints[];
      readonly official: unknown;
      readonly totals: { base: number; bonus: number; penalty: number; total: number };
      readonly changes: { what: string; before: string }[];
    }
    const cards = await rows<Card>(`
      select c.rules, s.self_scores as own, s.leader_scores as leader, s.bloc_scores as bloc, s.official_scores as official,
             jsonb_build_object('base', s.base, 'bonus', s.bonus, 'penalty', s.penalty, 'total', s.total) as totals,
             (select jsonb_agg(h.scores) from sheet h where h.scorecard_id = s.id) as peers,
             (select j.body::jsonb -> 'changes' from journal j where j.record_id = s.id and j.n = 3) as changes
        from scorecard s join cycle c on c.id = s.cycle_id where s.state = 'verified'`);
    expect(cards.filter(({ leader }) => leader.length > 0).length).toBeGreaterThan(5);
    for (const { rules, own, peers, leader, bloc, official: kept, totals: sums, changes } of cards) {
      expect(kept).toEqual(official(rules, { peers, leader, bloc }));
      expect(totals(rules.criteria, kept as ItemPoints[])).toMatchObject(sums);
      const before = beforeReview(rules, own, peers);
      const pointsBefore = changes.map(({ what, before: written }) => [what, Number(written.replace(',', ''))]);
      expect(pointsBefore).toEqual(leader.map(({ item }) => [item, before[item]]));
    }
  });
});

interface Listed {
  readonly items: { readonly id: string; readonly unitId: string; readonly version: number; readonly state: string }[];
}

describe('people of a simulated installation', () => {
  it('sign in with the one password: the head of a unit of every bloc sees the unit’s own records of both years', async () => {
    const blocs = await rows<{ slug: string; email: string; unit: string; years: number[] }>(`
      select b.slug, a.email, p.unit_id as unit, array_agg(c.year order by c.year) as years
        from bloc b join cycle c on c.bloc_id = b.id join member m on m.cycle_id = c.id and m.position = 5
        join post p on p.unit_id = m.unit_id and p.role = 'unit-head' join account a on a.person_id = p.person_id group by 1, 2, 3 order by 1`);
    expect(blocs.length).toBeGreaterThan(10);
    for (const { slug, email, unit, years } of blocs) {
      const head = await world.signIn(email);
      for (const year of years)
        for (const list of ['registrations', 'scorecards', 'sections']) {
          const { status, body } = await head.get<Listed>(`/api/blocs/${slug}/${list}?year=${year}`);
          expect({ list, status, own: body.items.filter(({ unitId }) => unitId === unit).length }).toEqual({ list, status: 200, own: 1 });
        }
    }
  });

  it('read every list of their bloc and of their province', async () => {
    const [{ bloc, province }] = (await rows<{ bloc: string; province: string }>(
      'select b.slug as bloc, v.slug as province from bloc b join province v on v.id = b.province_id order by b.slug limit 1',
    )) as [{ bloc: string; province: string }];
    const domain = `${bloc.slice(province.length + 1)}.${province}.example`;
    const lists = ['cycles', 'registrations', 'scorecards', 'sheets', 'rankings', 'rounds', 'sections', 'reports', 'documents', 'work'];
    for (const name of ['head-3', 'officer-3', 'secretary', 'records', 'observer']) {
      const person = await world.signIn(`${name}@${domain}`);
      for (const list of lists)
        expect({ name, list, ...(await person.get(`/api/blocs/${bloc}/${list}`)) }).toMatchObject({ name, list, status: 200 });
    }
    const [{ year }] = (await rows<{ year: number }>('select min(year)::int as year from cycle')) as [{ year: number }];
    const head = await world.signIn(`head-3@${domain}`);
    for (const list of ['cycles', 'registrations', 'scorecards', 'sheets', 'rankings', 'rounds', 'sections', 'documents', 'receipts']) {
      const { status, body } = await head.get<Listed>(`/api/blocs/${bloc}/${list}?year=${year}`);
      expect({ list, status, none: body.items.length === 0 }).toEqual({ list, status: 200, none: false });
    }
    const council = await world.signIn(`secretary@${province}.example`);
    for (const list of ['units', 'people', 'blocs', 'receipts'])
      expect({ list, ...(await council.get(`/api/provinces/${province}/${list}`)) }).toMatchObject({ list, status: 200 });
  });

  it('go on where the simulation stops: an officer saves the unit’s points, its head submits them', async () => {
    const [own] = await rows<{ id: string; slug: string; version: number; officer: string; head: string; items: ItemPoints[] }>(`
      select s.id, b.slug, s.version, o.email as officer, h.email as head,
             (select self_scores from scorecard d where d.unit_id = s.unit_id and d.id <> s.id) as items
        from scorecard s join bloc b on b.id = s.bloc_id join post p on p.unit_id = s.unit_id and p.role = 'unit-officer' join account o on o.person_id = p.person_id
        join post q on q.unit_id = s.unit_id and q.role = 'unit-head' join account h on h.person_id = q.person_id where s.state = 'self' order by s.id limit 1`);
    const at = `/api/blocs/${own!.slug}/scorecards/${own!.id}`;
    const saved = await (await world.signIn(own!.officer)).put<{ version: number }>(at, { version: own!.version, scores: own!.items });
    expect(saved.status).toBe(200);
    const sent = await (await world.signIn(own!.head)).event(at, { type: 'submit', version: saved.body.version });
    expect(sent).toMatchObject({ status: 201, body: { state: 'peer' } });
  });
});
