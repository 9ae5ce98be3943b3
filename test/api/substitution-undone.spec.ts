import { ownerSource } from '@thidua/api/platform/setup/migrate';
import { LetSomebodyStandIn1795300082000 } from '@thidua/migrations/1795300082000-let-somebody-stand-in';
import { TellInFewReadsWhoAsks1795300097000 } from '@thidua/migrations/1795300097000-tell-in-few-reads-who-asks';
import { NameTheFittingInFewReads1795300098000 } from '@thidua/migrations/1795300098000-name-the-fitting-in-few-reads';
import { audit } from '../support/audited.js';
import { connected } from '../support/rows.js';
import { done } from '../support/scores.js';
import { makeSmallBloc } from '../support/small-bloc.js';
import { addDeputies, end, name } from '../support/substitution.js';
import { startWorld } from '../support/world.js';

/** What made the substitutions, after what changed the same functions later: the newest goes first. */
const UNDONE = [NameTheFittingInFewReads1795300098000, TellInFewReadsWhoAsks1795300097000, LetSomebodyStandIn1795300082000];

/** Takes the tables of substitutions back, as an installation does that goes back to an older program. */
async function takeBack(ownerUrl: string): Promise<void> {
  const source = await (await ownerSource(ownerUrl, [])).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    for (const Migration of UNDONE) await new Migration().down(runner);
    await runner.commitTransaction();
  } finally {
    await runner.release();
    await source.destroy();
  }
}

it('an installation that goes back behind substitutions keeps a journal that holds, which still only grows', async () => {
  const world = await startWorld();
  const bloc = await makeSmallBloc(world, 'khoi-lui');
  await bloc.setClock('2020-03-02T02:00:00Z');
  await addDeputies(world, bloc, ['u1']);
  const given = await name(bloc, 'u1.head', 'u1.deputy');
  done(await end(bloc, 'u1.head', given));
  await world.close();
  const place = { ownerUrl: world.ownerUrl, appUrl: world.appUrl, dataDir: world.dataDir };
  expect(await audit(place)).toMatchObject({ code: 0 });
  await takeBack(place.ownerUrl);
  // The deputy's post is an officer's now, which nobody entered: that alone is named.
  const { said } = await audit(place);
  expect(said).toContain('✔ Theo SQL');
  expect([...said.matchAll(/\(([a-z-]+)\)$/gm)].map(([, why]) => why)).toEqual(['post-added', 'post-removed']);
  await connected(place.ownerUrl, async (owner) => {
    for (const table of ['province_journal', 'delivery'])
      expect((await owner.query(`select 1 from ${table} where record_id = $1`, [given.id])).rowCount).toBe(0);
    await expect(owner.query('delete from province_journal')).rejects.toThrow();
  });
});
