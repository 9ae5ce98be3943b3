import { eligibility } from '@thidua/workflows/nomination/eligibility';
import { rank } from '@thidua/workflows/ranking/ranking';
import { assignments } from '@thidua/workflows/scorecard/assignments';
import { official, totals } from '@thidua/workflows/scorecard/scoring';
import { isWorkingDay } from '@thidua/workflows/working-days';
import { personFor, playOrder, type TimedAct } from '@thidua/workflows/year/timeline';
import { faultsOf } from '@thidua/workflows/year/year-faults';
import { YearFile } from '@thidua/workflows/year/year-file.schema';
import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../../../data/2020.json', import.meta.url), 'utf8');
const file = YearFile.parse(JSON.parse(text));
const { cycle } = file;
const acts = playOrder(file);
const codes = file.units.map((unit) => unit.code);

/** The last act of a kind that holds a record's content. */
const lastOf = <T extends { type: string }, K extends T['type']>(script: readonly T[], type: K) =>
  script.filter((act): act is Extract<T, { type: K }> => act.type === type).at(-1)!;

/** What each unit registered. */
const aims = new Map(file.registrations.map(({ unit, acts: script }) => [unit, lastOf(script, 'edit').aim!]));
const aimingAt = (code: string) => [...aims].filter(([, aim]) => aim.code === code).map(([unit]) => unit);

/** The ranking that follows from the file's scores, by the pure rules. */
const ranking = rank(
  file.scorecards.map(({ unit, acts: script }) => {
    const peers = file.sheets.filter((sheet) => sheet.rated === unit).map((sheet) => lastOf(sheet.acts, 'edit').scores);
    const judged = { peers, leader: lastOf(script, 'review').scores, bloc: lastOf(script, 'verify').scores };
    return { unitId: unit, previousRank: null, ...totals(cycle.rules.criteria, official(cycle.rules, judged)) };
  }),
  cycle.rules.tieChain,
);

describe('The year file of 2020', () => {
  it('can be played: no rule, text, person or act of it has a fault', () => {
    expect(faultsOf(JSON.parse(text))).toEqual([]);
  });

  it('is the bloc of the real report: 18 units in 4 groups under their leading units', () => {
    expect(codes).toHaveLength(18);
    expect(cycle.groups.map((group) => [group.leader, group.units.length])).toEqual([
      ['lien-hiep-huu-nghi', 5],
      ['hoi-nha-bao', 5],
      ['hoi-bao-tro-ntt-tmc', 4],
      ['hoi-nguoi-cao-tuoi', 4],
    ]);
    expect([cycle.head, cycle.deputy]).toEqual(['lien-hiep-hoi-khkt', 'hoi-nan-nhan-da-cam']);
  });

  it('registers as the real bloc did: 10 for the flag, 4 for the certificate, 4 for a level of completion', () => {
    expect([aimingAt('flag'), aimingAt('certificate')].map((units) => units.length)).toEqual([10, 4]);
    expect([...aims.values()].filter((aim) => aim.kind === 'level')).toHaveLength(4);
    expect(aimingAt('certificate')).toEqual(['hoi-cuu-tnxp', 'hoi-luat-gia', 'lien-minh-htx', 'hoi-dong-y']);
  });

  it('has a sheet of every unit on every other of its group: 20 + 20 + 12 + 12', () => {
    const members = cycle.groups.flatMap(({ number, units }) => units.map((unitId) => ({ unitId, groupId: String(number) })));
    const due = assignments(members, cycle.rules.peers).map(({ rater, unit }) => `${rater}>${unit}`);
    expect(file.sheets.map(({ rater, rated }) => `${rater}>${rated}`).sort()).toEqual(due.sort());
    expect(due).toHaveLength(64);
  });

  it('ranks the two flags first and the three certificates before all others who registered for one', () => {
    const rankOf = new Map(ranking.map((row) => [row.unitId, row.rank]));
    const [flag, certificate] = file.meeting.rounds.map((round) => lastOf(round.acts, 'consent').nominees);
    expect(flag!.map(({ unit }) => [unit, rankOf.get(unit)])).toEqual([
      ['hoi-nan-nhan-da-cam', 1],
      ['hoi-nha-bao', 2],
    ]);
    expect(certificate!.map(({ unit }) => unit)).toEqual(['hoi-van-hoc-nghe-thuat', 'hoi-cuu-tnxp', 'hoi-dong-y']);
    const passedOver = aimingAt('certificate').filter((unit) => !certificate!.some((nominee) => nominee.unit === unit));
    for (const { unit } of certificate!) for (const other of passedOver) expect(rankOf.get(unit)!).toBeLessThan(rankOf.get(other)!);
  });

  it('says why a unit that registered for the flag receives the certificate, and no other nominee owes a reason', () => {
    const [, certificate] = file.meeting.rounds;
    const lower = lastOf(certificate!.acts, 'consent').nominees.filter(({ unit }) => {
      const row = ranking.find(({ unitId }) => unitId === unit)!;
      const entrant = { ...row, aim: aims.get(unit)!, registration: 'accepted', blocRole: null, leads: false, awarded: false };
      return eligibility(entrant, 'certificate', cycle.rules).lower;
    });
    expect(lower.map(({ unit, reason }) => [unit, reason !== undefined])).toEqual([['hoi-van-hoc-nghe-thuat', true]]);
  });

  it('breaks its one tie by the first step of the chain', () => {
    expect(ranking.filter((row) => row.brokenBy).map((row) => [row.rank, row.unitId, row.brokenBy!.step])).toEqual([
      [3, 'hoi-van-hoc-nghe-thuat', 'lower-penalty'],
      [4, 'hoi-khuyen-hoc', 'lower-penalty'],
    ]);
    expect(ranking.flatMap((row) => row.tiedWith)).toEqual([]);
  });

  it('has at least 60 people, of whom at least 40 act', () => {
    expect(file.people.length).toBeGreaterThanOrEqual(60);
    expect(new Set(acts.flatMap((act) => personFor(file, act)?.id ?? [])).size).toBeGreaterThanOrEqual(40);
  });

  it('names no real signatory, and only addresses that cannot exist', () => {
    const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    expect(plain).not.toMatch(/quang[\s.-]*ha[iy]/);
    expect(plain).not.toMatch(/tr?uong quang/);
    const addresses = text.match(/[^\s"]+@[^\s"]+/g)!;
    expect(addresses.length).toBeGreaterThan(80);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });
});

describe('The days of 2020', () => {
  const HOLIDAYS = new Set(['2020-04-02', '2020-04-30', '2020-05-01', '2020-09-02']);
  const hour = (act: TimedAct) => act.on.slice(11, 16);

  it('are working days of that year, in office hours', () => {
    const odd = acts.filter((act) => !act.on.startsWith('2020-') || !isWorkingDay(act.on.slice(0, 10), HOLIDAYS));
    const early = acts.filter((act) => hour(act) < '08:00' || hour(act) > '16:59' || (hour(act) > '11:30' && hour(act) < '13:30'));
    expect([...odd, ...early].map(({ pointer, on }) => `${pointer} ${on}`)).toEqual([]);
  });

  it.each([
    ['Registration', 'accept', cycle.rules.deadlines.registration],
    ['Scorecard', 'submit', cycle.rules.deadlines.selfScore],
    ['Sheet', 'submit', cycle.rules.deadlines.peerScore],
    ['Scorecard', 'review', cycle.rules.deadlines.review],
    ['Scorecard', 'verify', cycle.rules.deadlines.verification],
    ['Round', 'consent', cycle.rules.deadlines.meeting],
    ['Section', 'accept', cycle.rules.deadlines.sections],
    ['Document', 'issue', cycle.rules.deadlines.documents],
  ] as const)('%s %s keeps the deadline %s', (kind, type, day) => {
    const done = acts.filter((act) => act.kind === kind && act.type === type);
    expect(done.length).toBeGreaterThan(0);
    expect(done.filter((act) => act.on.slice(0, 10) > day)).toEqual([]);
  });
});
