import { beginReading, readManifest } from '@thidua/api/command/year/manifest';
import { Stopped } from '@thidua/api/command/year/stopped';
import { eventName } from '@thidua/workflows/words';
import { faultsOf } from '@thidua/workflows/year/year-faults';
import type { YearManifest } from '@thidua/workflows/year/manifest.schema';
import { personFor, type TimedAct } from '@thidua/workflows/year/timeline';
import type { YearFile } from '@thidua/workflows/year/year-file.schema';
import { audit } from '../support/audited.js';
import { wordsInJournals } from '../support/journal-words.js';
import { stageOf, yearFile, type Stage } from '../support/year.js';

/** The steps of the year at which the person who acts has lost the post by which they may. */
const STEPS: readonly [kind: string, type: string][] = [
  ['Cycle', 'open'],
  ['Registration', 'edit'],
  ['Registration', 'submit'],
  ['Registration', 'accept'],
  ['Cycle', 'compile'],
  ['Scorecard', 'submit'],
  ['Sheet', 'submit'],
  ['Scorecard', 'review'],
  ['Scorecard', 'verify'],
  ['Ranking', 'publish'],
  ['Round', 'open'],
  ['Round', 'consent'],
  ['Section', 'accept'],
  ['Report', 'freeze'],
  ['Document', 'create'],
  ['Document', 'propose'],
  ['Document', 'pass'],
  ['Document', 'sign'],
  ['Document', 'issue'],
  ['Dispatch', 'send'],
];

/** The bloc of 2020, with an address that the receiving server refuses. */
function fileWithRefusal(): YearFile {
  const file = structuredClone(yearFile('api/data/2020.json'));
  const silent = file.units.find(({ code }) => !file.receipts.some(({ recipient }) => recipient === code))!;
  file.dispatch.refused = [silent.email];
  return file;
}

const file = fileWithRefusal();
const stops = new Map<string, Stopped>();
let stage: Stage;
let year: YearManifest;

/** Plays an act while the post by which it may be done is not in force, then again when it is. */
async function withoutPost(act: TimedAct): Promise<Stopped> {
  const person = personFor(file, act)!;
  const take = `update post set valid_from = valid_from + interval '500 years', valid_to = valid_to + interval '500 years'
    where role = $2 and person_id = (select person_id from account where email = $1)`;
  await stage.world.owner.query(take, [person.email, act.capacity!.role]);
  const refusal: unknown = await stage.player.perform(act).then(
    () => null,
    (error: unknown) => error,
  );
  await stage.world.owner.query(take.replaceAll('+', '-'), [person.email, act.capacity!.role]);
  if (!(refusal instanceof Stopped)) throw new Error(`${act.pointer} was not refused: ${String(refusal)}`);
  return refusal;
}

beforeAll(async () => {
  stage = await stageOf(file);
  for (const act of stage.player.acts()) {
    const step = `${act.kind} ${act.type}`;
    const tried = STEPS.some(([kind, type]) => `${kind} ${type}` === step) && !stops.has(step);
    if (tried) stops.set(step, await withoutPost(act));
    await stage.player.perform(act);
  }
  const { people, records, program } = stage.player;
  year = (await readManifest(await beginReading({ file, people, records, program }), '')).manifest;
}, 480_000);
afterAll(() => stage.close());

describe('the year 2020 stops by name where somebody lacks the post for a step, and goes on when the post is held', () => {
  it.each(STEPS)('%s, %s', (kind, type) => {
    const stopped = stops.get(`${kind} ${type}`)!;
    const act = stage.player.acts().find((one) => one.kind === kind && one.type === type)!;
    const person = personFor(file, act)!;
    expect(stopped.where).toContain(`${act.pointer}: `);
    expect(stopped.where).toContain(eventName(kind, type, 'vi'));
    expect(stopped.where).toContain(`${person.name} (${person.id})`);
    expect([403, 404]).toContain(stopped.status);
    expect(['forbidden', 'not-found']).toContain(stopped.code);
    expect(stopped.next).not.toBe('');
  });

  it('leaves no words about people in the journals', async () => {
    expect(await wordsInJournals(stage.world)).toEqual([]);
  });

  it('is one of which every chain, record and post holds', async () => {
    expect(await audit(stage.world)).toMatchObject({ code: 0 });
  });

  it('was a file without a fault', () => expect(faultsOf(file)).toEqual([]));
});

describe('with one address that the receiving server refuses', () => {
  it('one letter shows as refused, nineteen as accepted', () => {
    expect(year.dispatch).toMatchObject({ accepted: 19, refused: 1, queued: 0, failed: 0 });
    const refused = year.dispatch!.deliveries.filter(({ state }) => state === 'refused');
    expect(refused).toMatchObject([
      { address: file.dispatch.refused[0], confirmed: false, answer: expect.stringContaining('550') as string },
    ]);
  });
});
