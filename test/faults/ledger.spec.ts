import { Browser } from '../support/client.js';
import { tamper } from '../support/rows.js';
import { PASSWORD } from '../support/world.js';
import { faultsOf } from './checker.js';
import { ask } from './client.js';
import { LETTERS, REGISTERING, registrationDraft } from './load.js';
import { openScene, type Scene } from './scene.js';

let scene: Scene;
let record: string;
beforeAll(async () => {
  scene = await openScene();
  const { unit, record: own } = scene.stage.registrations[0]!;
  const head = await Browser.signIn(scene.apis[0]!.url, `${unit}.head@${REGISTERING}.example`, PASSWORD);
  record = own.id;
  for (const wish of [{ draft: registrationDraft('Một') }, { event: 'submit' }, { event: 'recall' }, { draft: registrationDraft('Hai') }])
    own.version = (await ask(scene.ledger, head, own, wish)).body.version;
  await scene.settled();
}, 180_000);
afterAll(() => scene.close());

/** What the checker says after something was done to the database, which is then undone. */
async function after(harm: string): Promise<string[]> {
  const { owner } = scene.world;
  const table = /^(?:update|delete from) (\w+)/.exec(harm)![1]!;
  await owner.query('begin');
  try {
    if (table === 'journal') await tamper(owner, table, harm.replaceAll('$record', `'${record}'`));
    else await owner.query(harm.replaceAll('$record', `'${record}'`));
    return await faultsOf(scene.ledger, owner, LETTERS);
  } finally {
    await owner.query('rollback');
  }
}

describe('the check of the ledger', () => {
  it('finds nothing where all is as it was answered', async () => {
    expect(await faultsOf(scene.ledger, scene.world.owner, LETTERS)).toEqual([]);
  });

  it.each([
    ['an acknowledged write that is gone', `update registration set version = version - 1 where id = $record`, 'but was answered'],
    ['a write that nobody was told of', `update registration set version = version + 1 where id = $record`, 'but was answered'],
    ['a draft that was written over', `update registration set note = 'Một' where id = $record`, 'lost the draft of version 5'],
    ['a key that was not kept', `delete from idempotency where record_id = $record and n = 1`, 'its key is not there'],
    ['an entry that is gone', `delete from journal where record_id = $record and n = 2`, 'has 0 entries'],
    ['an entry that was changed', `update journal set body = body || ' ' where record_id = $record and n = 1`, 'is broken at 1: hash'],
    [
      'a state that no entry gave',
      `update registration set state = 'accepted' where id = $record`,
      'is accepted, but its journal says draft',
    ],
    ['a letter that was not put into the outbox', `delete from delivery where record_id = $record`, 'has 0 letters instead of 1'],
    ['a letter that was sent, though its change was not kept', `delete from delivery where record_id = $record`, 'but is in no outbox'],
    ['a letter that is stuck', `update delivery set state = 'queued' where record_id = $record`, 'is queued'],
    ['a letter that never came', `update delivery set id = gen_random_uuid() where record_id = $record`, 'never came'],
  ])('finds %s', async (_, harm, words) => {
    expect((await after(harm)).join('\n')).toContain(words);
  });

  it('finds a letter that came twice without reason, and an act that was never answered', async () => {
    const { ledger, world } = scene;
    const [asked] = ledger.all('asked');
    ledger.note(ledger.all('letter').at(-1)!);
    ledger.note({ ...asked!, id: 'another', key: '00000000-0000-4000-8000-000000000000' });
    const faults = (await faultsOf(ledger, world.owner, LETTERS)).join('\n');
    for (const words of ['came 2 times, with nobody struck before it came again', '(another) was never answered'])
      expect(faults).toContain(words);
  });
});
