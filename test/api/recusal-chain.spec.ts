import type { Me } from '@thidua/workflows/account/account.schema';
import type { ScorecardView } from '@thidua/workflows/scorecard/scorecard.schema';
import { CONFLICT, onCard } from '../support/recusals.js';
import { cardOf, cardPath, done, makeCompiledBloc, points, submitSelf } from '../support/scores.js';
import { CYCLE, RULES, type SmallBloc } from '../support/small-bloc.js';
import { addDeputies, end, name } from '../support/substitution.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('whoever stands in for somebody who stands in for a third', () => {
  let bloc: SmallBloc;
  const REVIEW = { type: 'review', scores: [], comment: '' };
  beforeAll(async () => {
    bloc = await makeCompiledBloc(world, 'thay-noi-tiep', { cycle: { ...CYCLE, rules: { ...RULES, peers: { mode: 'none' } } } });
    await bloc.setClock('2020-11-10T02:00:00Z');
    await addDeputies(world, bloc, ['u5']);
    await submitSelf(bloc, 'u3', points(3_900, 1_900, 3_900));
  });

  it('is bound by the recusals of the third and of the third’s unit as well', async () => {
    done(await onCard(bloc, 'u2.head', 'u3', { type: 'recuse', reason: CONFLICT }));
    // The unit of the bloc's head declined another step about u3; u5 is the next to agree its scores.
    const card = await cardOf(bloc, 'secretary', 'u3');
    expect(card.reviewerName).toBe('Hội U5');
    const third = done(await (await bloc.person('u1.head')).get<Me>('/api/session'));
    const recuse = (unitId: string | null, personId: string | null) =>
      world.owner.query(
        `insert into recusal (id, bloc_id, province_id, cycle_id, record_kind, record_id, step, unit_id, person_id, about_unit_id, reason, declared_by, declared_at)
           select gen_random_uuid(), r.bloc_id, r.province_id, r.cycle_id, 'Registration', r.id, 'judge', $1, $2, r.unit_id, $3, $4, now()
             from registration r where r.cycle_id = $5 and r.unit_id = $6`,
        [unitId, personId, CONFLICT, third.personId, bloc.cycleId, card.unitId],
      );
    const unit = third.posts.find(({ role }) => role === 'unit-head')!.unitId;
    await recuse(unit, null);
    await name(bloc, 'u5.head', 'u5.deputy');
    const deputy = await bloc.person('u5.deputy');
    const may = async () =>
      done(await deputy.get<ScorecardView>(cardPath(bloc, card)))
        .actions.find(({ type }) => type === 'review')
        ?.needs.map(({ code }) => code);
    expect(await may()).toEqual([]);
    const given = await name(bloc, 'u1.head', 'u5.head', { ofBloc: true });
    expect(await may()).toEqual(['recused']);
    await world.owner.query('update recusal set withdrawn_at = now() where unit_id = $1', [unit]);
    expect(await may()).toEqual([]);
    await recuse(null, third.personId);
    expect(await may()).toEqual(['recused']);
    expect((await onCard(bloc, 'u5.deputy', 'u3', REVIEW)).body).toMatchObject({ status: 403, code: 'recused' });
    done(await end(bloc, 'u1.head', given));
    expect(done(await onCard(bloc, 'u5.deputy', 'u3', REVIEW)).state).toBe('reviewed');
  });
});
