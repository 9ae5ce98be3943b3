import type { CycleDraft } from '@thidua/workflows/cycle/cycle.schema';
import { randomUUID } from 'node:crypto';
import type { Browser } from '../support/client.js';
import { issuePaper } from '../support/papers.js';
import { done, points } from '../support/scores.js';
import { CYCLE, type SmallBloc } from '../support/small-bloc.js';
import { startProgram } from '../support/program.js';
import { PASSWORD, startWorld, type World } from '../support/world.js';
import { declineByName, nameSubstitute, postIdsOf } from './bonds.js';
import { personOf } from './oracle.js';
import type { Cast } from './people.data.js';
import { BLOCS, nameOf, PLAN, PROVINCES, PROVINCIAL, STATES, WITNESSES, type BlocName, type Kind, type Witness } from './plan.js';
import { DONE_BY } from './policy.data.js';
import { emailOf, enter, LAST_DAY, made, makePerson, makeProvinces, type Actor } from './rich-people.js';

const DAY_AFTER = '2020-12-15';

/** Three blocs with records of every kind, and everybody's open session. */
export interface RichWorld {
  readonly world: World;
  /** The program that is asked: a process of its own beside the tests, on the same database. */
  readonly url: string;
  readonly actors: readonly Actor[];
  /** Ids of the witnesses by name, and of the years and papers that requests name. */
  idOf(record: Witness): string;
  /** The id of somebody’s foremost post in a unit, by the name of the person. */
  postIdOf(person: string): string;
  readonly cycleIds: Readonly<Record<BlocName, string>>;
  readonly paperIds: Readonly<Record<BlocName, string>>;
  /** Puts every record of a kind into a state, as one who owns the database. */
  put(kind: Kind, state: string): Promise<void>;
  /** What the program that is asked has written to its log. */
  log(): string;
  close(): Promise<void>;
}

/** The year of a bloc: members, groups and duties as planned, everybody scores everybody of the group. */
function cycleOf(bloc: BlocName): CycleDraft {
  const { units, head, deputy, groups } = PLAN[bloc];
  return {
    ...CYCLE,
    head,
    deputy,
    members: [...units],
    groups: groups.map(({ leader, units: members }, n) => ({ number: n + 1, name: `Nhóm ${n + 1}`, leader, units: [...members] })),
  };
}

/** A bloc whose year is compiled, with papers that stand issued, sent to their recipients. */
async function makeBloc(world: World, admin: Browser, bloc: BlocName): Promise<{ cycleId: string; paperId: string }> {
  const { slug, province, head } = PLAN[bloc];
  const draft = { province: PROVINCES[province], slug, name: `Khối ${bloc}`, shortName: `Khối ${bloc}`, nameEn: `Bloc ${bloc}` };
  const lines = { symbol: 'KTĐ', place: 'Bắc Giang', superior: 'HỘI ĐỒNG', issuerLines: ['KHỐI'] };
  made(await admin.post('/api/blocs', { ...draft, ...lines }));
  const council = await world.signIn(`set-up.${province.toLowerCase()}@mau.example`);
  const path = `/api/blocs/${slug}`;
  const { id: cycleId } = done(await council.post<{ id: string }>(`${path}/cycles`, cycleOf(bloc)));
  const office = { posts: [{ role: 'records-officer', title: 'Văn thư', bloc: slug, year: 2020, from: '2020-01-01' }], password: PASSWORD };
  for (const [name, posts] of [
    ['head', [{ role: 'unit-head', title: 'Chủ tịch', unitCode: head, from: '2020-01-01' }]],
    ['office', office.posts],
  ] as const)
    made(
      await admin.post(`/api/provinces/${PROVINCES[province]}/people`, {
        name: `Set-up ${name}`,
        email: `set-up.${name}@${slug}.example`,
        password: PASSWORD,
        posts,
      }),
    );
  const chair = await world.signIn(`set-up.head@${slug}.example`);
  const { version } = done(await chair.event<{ version: number }>(`${path}/cycles/${cycleId}`, { type: 'open', version: 1 }));
  await world.owner.query(`update registration set state = 'accepted' where cycle_id = $1`, [cycleId]);
  done(await chair.event(`${path}/cycles/${cycleId}`, { type: 'compile', version }));
  const small = { cycleId } as SmallBloc;
  const papers = { BC: await issuePaper(world, small, 'BC', 4), BB: await issuePaper(world, small, 'BB', 2) };
  await issuePaper(world, small, 'TTr', 3);
  const records = await world.signIn(`set-up.office@${slug}.example`);
  const prepared = done(await records.post<{ id: string; version: number }>(`${path}/dispatches`, { year: 2020 }));
  done(await records.event(`${path}/dispatches/${prepared.id}`, { type: 'send', version: prepared.version }));
  await world.owner.query(
    `insert into document_number (id, bloc_id, province_id, document_id, owner_id, year, type, number, symbol, day, state)
     select gen_random_uuid(), bloc_id, province_id, id, bloc_id, 2020, type, number, symbol, day, 'used' from document where cycle_id = $1`,
    [cycleId],
  );
  return { cycleId, paperId: papers.BC.id };
}

export const TABLES: Readonly<Record<Kind, string>> = {
  Province: 'province',
  Unit: 'unit',
  Person: 'person',
  Substitution: 'substitution',
  Bloc: 'bloc',
  Cycle: 'cycle',
  Registration: 'registration',
  Scorecard: 'scorecard',
  Sheet: 'sheet',
  Ranking: 'ranking',
  Round: 'round',
  Section: 'section',
  Report: 'report',
  Document: 'document',
  Dispatch: 'dispatch',
  Receipt: 'receipt',
};

/** A record of the province in which a bloc lies. */
async function findInProvince(owner: World['owner'], { kind, unit, person }: Witness, blocId: string): Promise<string> {
  const province = '(select province_id from bloc where id = $1)';
  const sql: Readonly<Record<string, string>> = {
    Province: `select id from province where id = ${province} and $2::text is null`,
    Unit: `select id from unit where province_id = ${province} and code = $2`,
    Person: `select id from person where province_id = ${province} and name = 'Người ' || $2`,
    Substitution: `select s.id from substitution s join person e on e.id = s.substitute_id where s.province_id = ${province} and e.name = 'Người ' || $2`,
  };
  const { rows } = await owner.query<{ id: string }>(sql[kind]!, [blocId, unit ?? person ?? null]);
  return rows[0]!.id;
}

/** The record of a witness. */
async function find({ owner }: World, witness: Witness, blocId: string): Promise<string> {
  const { kind, unit, rater, type, recipient } = witness;
  if (PROVINCIAL.includes(kind)) return findInProvince(owner, witness, blocId);
  const unitId = `(select id from unit where code = $2 and province_id = (select province_id from bloc where id = $1))`;
  const conditions: [string, string | undefined][] = [
    [`unit_id = ${unitId}`, unit],
    [`rater_unit_id = ${unitId.replace('$2', '$3')}`, rater],
    ['type = $4', type],
    ['kind = $5', recipient],
  ];
  const where = conditions.map(([sql, value], at) => (value ? sql : `$${at + 2}::text is null`)).join(' and ');
  const { rows } = await owner.query<{ id: string }>(`select id from ${TABLES[kind]} where bloc_id = $1 and ${where} order by id limit 1`, [
    blocId,
    unit ?? null,
    rater ?? null,
    type ?? null,
    recipient ?? null,
  ]);
  if (!rows[0]) throw new Error(`There is no ${nameOf(witness)}`);
  return rows[0].id;
}

/** Notes who did what with a record before. */
async function noteDoers({ owner }: World, idOf: (name: string) => string): Promise<void> {
  const COLUMN = { proposed: 'proposed_by', checked: 'checked_by', reviewed: 'reviewed_by' } as const;
  for (const [record, doers] of Object.entries(DONE_BY))
    for (const [did, who] of Object.entries(doers)) {
      const table = record.includes('Document') ? 'document' : 'scorecard';
      const { rowCount } = await owner.query(
        `update ${table} set ${COLUMN[did as keyof typeof COLUMN]} = (select id from person where name = $2) where id = $1`,
        [idOf(record), `Người ${who}`],
      );
      if (rowCount !== 1) throw new Error(`${who} could not be noted at ${record}`);
    }
}

/** What stands in every registration, score card, sheet and section: nobody may read it who may not read the record’s words. */
export const WORDS = 'Lời chưa ai được đọc';

async function writeWords({ owner }: World): Promise<void> {
  const own = JSON.stringify([{ item: 'I.1', points: 100, evidence: WORDS }]);
  await owner.query('update registration set note = $1', [WORDS]);
  await owner.query('update scorecard set self_scores = $1', [own]);
  // A ranking can be reckoned from every card, in whatever state it stands.
  const official = JSON.stringify(points(3_000, 1_500, 3_000, 0, 0));
  await owner.query(
    'update scorecard set official_scores = $1, base = 7500, bonus = 0, penalty = 0, total = 7500, verified_at = now(), submitted_at = now()',
    [official],
  );
  await owner.query('update sheet set note = $1', [WORDS]);
  await owner.query('update section set paragraphs = $1', [JSON.stringify([WORDS])]);
}

/** Builds the world, signs everybody in on the last day of the terms that end, and lets midnight pass. */
export async function makeRichWorld(people: readonly Cast[]): Promise<RichWorld> {
  const world = await startWorld();
  // Several people hold what one alone may hold in life, so that each can be asked beside the others.
  await world.owner.query('alter table post disable trigger one_head_of_a_unit');
  const admin = await world.admin();
  await makeProvinces(admin);
  const setClock = (now: string) =>
    world.owner.query('update business_clock set shift = $1::timestamptz - clock_timestamp()', [`${now}T10:00:00+07:00`]);
  await setClock(LAST_DAY);
  for (const [letter, slug] of Object.entries(PROVINCES)) {
    const posts = [{ role: 'council-secretary', title: 'Thư ký', from: '2020-01-01' }];
    const email = `set-up.${letter.toLowerCase()}@mau.example`;
    made(await admin.post(`/api/provinces/${slug}/people`, { name: 'Set-up', email, password: PASSWORD, posts }));
  }
  const cycleIds: Record<string, string> = {};
  const paperIds: Record<string, string> = {};
  for (const bloc of BLOCS) ({ cycleId: cycleIds[bloc], paperId: paperIds[bloc] } = await makeBloc(world, admin, bloc));
  const persons = new Map(people.filter(({ session }) => !session).map((cast) => [personOf(cast), cast]));
  await Promise.all([...persons.values()].map((cast) => makePerson(admin, cast)));
  const postIds = await postIdsOf(world);
  // Named before anybody signs in: whoever chooses a capacity chooses among these too.
  for (const cast of persons.values())
    await nameSubstitute(cast, { postIds, cycleId: cycleIds.A!, signIn: (name) => world.signIn(emailOf(persons.get(name)!)) });
  const actors = await Promise.all(people.map((cast) => enter(world, cast)));
  await setClock(DAY_AFTER);
  const { rows } = await world.owner.query<{ slug: string; id: string }>('select slug, id from bloc');
  const ids = new Map<string, string>();
  for (const witness of WITNESSES.filter(({ person }) => person === undefined || persons.has(person)))
    ids.set(nameOf(witness), await find(world, witness, rows.find(({ slug }) => slug === PLAN[witness.bloc].slug)!.id));
  await declineByName(world, people, (name) => ids.get(name)!);
  await writeWords(world);
  await noteDoers(world, (name) => ids.get(name)!);
  // Every paper has its file, so that in each state there is something to hide.
  await world.owner.query('update document set signed_at = now()');
  const program = await startProgram(world, world.dataDir, { THIDUA_MODE: 'development', LOG_LEVEL: 'info' });
  return {
    world,
    url: program.url,
    actors,
    idOf: (record) => ids.get(nameOf(record))!,
    postIdOf: (person) => postIds.get(person)!,
    cycleIds: cycleIds as Record<BlocName, string>,
    paperIds: paperIds as Record<BlocName, string>,
    put: async (kind, state) => {
      if (STATES[kind].length > 1) await world.owner.query(`update ${TABLES[kind]} set state = $1`, [state]);
    },
    log: () => program.log(),
    close: async () => {
      await program.stop();
      await world.close();
    },
  };
}

/** An id that nothing has. */
export const MADE_UP = randomUUID();
