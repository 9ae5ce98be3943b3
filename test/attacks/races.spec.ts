import { jest } from '@jest/globals';
import type { Actor } from '../matrix/rich-people.js';
import { makeRichWorld, type RichWorld } from '../matrix/rich-world.js';
import { tell } from '../matrix/asking.js';
import { PLAN } from '../matrix/plan.js';
import type { Cast } from '../matrix/people.data.js';

jest.setTimeout(300_000);

/** As many as the attack asks for, run on seven records side by side: each race is of two people on one version of one record. */
const RACES = 1_000;
const UNITS = PLAN.A.units;
const ROUNDS = Math.ceil(RACES / UNITS.length);
const REASON = 'Đề nghị bổ sung số liệu của quý ba.';

const secretary = (name: string): Cast => ({ name, posts: [{ role: 'bloc-secretary', bloc: 'A' }] });
const PEOPLE: readonly Cast[] = [
  secretary('one secretary'),
  secretary('another secretary'),
  ...UNITS.map((unit): Cast => ({ name: `${unit}.head`, posts: [{ role: 'unit-head', unit }] })),
];

let rich: RichWorld;
const sections = new Map<string, string>();
const versions = new Map<string, number>();
beforeAll(async () => {
  rich = await makeRichWorld(PEOPLE);
  const { rows } = await rich.world.owner.query<{ id: string; code: string; version: number }>(
    `select s.id, u.code, s.version from section s join unit u on u.id = s.unit_id where s.bloc_id = (select id from bloc where slug = $1)`,
    [PLAN.A.slug],
  );
  for (const { id, code, version } of rows) {
    sections.set(code, id);
    versions.set(code, version);
  }
  for (const unit of UNITS) await press(unit, `${unit}.head`, { type: 'submit' });
}, 120_000);
afterAll(() => rich.close());

const as = (name: string): Actor => rich.actors.find(({ cast }) => cast.name === name)!;

/** Sends an event with the version that the sender saw. */
const send = (unit: string, who: string, event: object) =>
  tell(rich, as(who), {
    method: 'POST',
    path: `/api/blocs/${PLAN.A.slug}/sections/${sections.get(unit)}/events`,
    body: { ...event, version: versions.get(unit) },
  });

/** Sends one that must get through. */
async function press(unit: string, who: string, event: object): Promise<void> {
  const { status, text } = await send(unit, who, event);
  if (status !== 201) throw new Error(`${unit} ${JSON.stringify(event)}: ${text}`);
  versions.set(unit, (JSON.parse(text) as { version: number }).version);
}

/** One race: two people, the same version, the same moment. @returns the event that won; the loser was told that it is decided already */
async function race(unit: string, first: object, second: object): Promise<string> {
  const answers = await Promise.all([send(unit, 'one secretary', first), send(unit, 'another secretary', second)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const won = answers.find(({ status }) => status === 201)!;
  const lost = answers.find(({ status }) => status === 409)!;
  const { version, state } = JSON.parse(won.text) as { version: number; state: string };
  expect(JSON.parse(lost.text)).toMatchObject({ code: 'stale', versions: { yours: version - 1, current: version } });
  versions.set(unit, version);
  return state;
}

/** What was written about all sections: entries by event, and the letters about them. */
async function written(): Promise<{ entries: Record<string, number>; letters: Record<string, number>; forks: number }> {
  const counts = async (sql: string) =>
    Object.fromEntries(
      (await rich.world.owner.query<{ key: string; n: number }>(sql)).rows.map(({ key, n }): [string, number] => [key, n]),
    );
  const ofSections = `record_id in (select id from section)`;
  return {
    entries: await counts(`select body::jsonb ->> 'event' as key, count(*)::int as n from journal where ${ofSections} group by 1`),
    letters: await counts(`select letter as key, count(distinct (record_id, n))::int as n from delivery where ${ofSections} group by 1`),
    forks: (await rich.world.owner.query(`select record_id, prev from journal where ${ofSections} group by 1, 2 having count(*) > 1`))
      .rowCount!,
  };
}

/** Runs the rounds of all units side by side. */
const inEachUnit = (work: (unit: string) => Promise<void>) =>
  Promise.all(
    UNITS.map(async (unit) => {
      for (let round = 0; round < ROUNDS; round += 1) await work(unit);
    }),
  );

describe('two people, the same step, the same instant, a thousand times', () => {
  it('attack 10: both approve; each time there is exactly one transition, one entry and one set of letters', async () => {
    const before = await written();
    await inEachUnit(async (unit) => {
      expect(await race(unit, { type: 'accept' }, { type: 'accept' })).toBe('accepted');
      await press(unit, 'one secretary', { type: 'reopen', reason: REASON });
      await press(unit, `${unit}.head`, { type: 'submit' });
    });
    const after = await written();
    const races = ROUNDS * UNITS.length;
    expect(races).toBeGreaterThanOrEqual(RACES);
    expect((after.entries['accept'] ?? 0) - (before.entries['accept'] ?? 0)).toBe(races);
    expect((after.letters['section-accepted'] ?? 0) - (before.letters['section-accepted'] ?? 0)).toBe(races);
    expect(after.forks).toBe(0);
  });

  it('attack 11: one approves, the other returns; one of them is done, never both, and the loser is told that it is decided', async () => {
    const before = await written();
    const won = { accepted: 0, returned: 0 };
    await inEachUnit(async (unit) => {
      const state = await race(unit, { type: 'accept' }, { type: 'return', reason: REASON });
      won[state as keyof typeof won] += 1;
      if (state === 'accepted') await press(unit, 'another secretary', { type: 'reopen', reason: REASON });
      await press(unit, `${unit}.head`, { type: 'submit' });
    });
    const after = await written();
    const grown = (event: string) => (after.entries[event] ?? 0) - (before.entries[event] ?? 0);
    expect({ accept: grown('accept'), return: grown('return') }).toEqual({ accept: won.accepted, return: won.returned });
    expect(won.accepted + won.returned).toBe(ROUNDS * UNITS.length);
    expect(after.forks).toBe(0);
  });
});
