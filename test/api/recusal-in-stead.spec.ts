import type { DocumentView } from '@thidua/workflows/register/document.schema';
import { makeDocument, press } from '../support/documents.js';
import { addPost } from '../support/posts.js';
import { CONFLICT } from '../support/recusals.js';
import { makeFrozenBloc } from '../support/report.js';
import { done } from '../support/scores.js';
import type { SmallBloc } from '../support/small-bloc.js';
import { addDeputies, end, name } from '../support/substitution.js';
import { startWorld, type World } from '../support/world.js';

const AREA = { areas: ['documents'] } as const;

describe('whoever stands in for somebody who declined a document', () => {
  let world: World;
  let bloc: SmallBloc;
  let declined: DocumentView;
  beforeAll(async () => {
    world = await startWorld();
    bloc = await makeFrozenBloc(world, 'thay-nguoi-xin-khong');
    await addDeputies(world, bloc, ['u1']);
    // The head is a secretary of the bloc as well, and declines as such.
    await addPost(world, bloc, 'u1.head', { role: 'bloc-secretary', title: 'Thư ký', bloc: bloc.bloc, year: 2020 });
    declined = await makeDocument(bloc, 'BC');
    done(await press(bloc, 'u1.head', declined, { type: 'recuse', reason: CONFLICT }));
    done(await press(bloc, 'secretary', declined, { type: 'propose' }));
    done(await press(bloc, 'records', declined, { type: 'pass' }));
  });
  afterAll(() => world.close());

  it('does no step of it either', async () => {
    const given = await name(bloc, 'u1.head', 'u1.deputy', AREA);
    for (const person of ['u1.head', 'u1.deputy'])
      for (const event of [{ type: 'return', reason: CONFLICT }, { type: 'prepare' }])
        expect((await press(bloc, person, declined, event)).body).toMatchObject({ status: 403, code: 'recused' });
    done(await end(bloc, 'u1.head', given));
  });

  it('is told why, and what to do, before pressing', async () => {
    const given = await name(bloc, 'u1.head', 'u1.deputy', AREA);
    const seen = done(await (await bloc.person('u1.deputy')).get<DocumentView>(`${bloc.path}/documents/${declined.id}`));
    expect(seen.actions.map(({ type, needs }) => [type, needs.map(({ code, next }) => [code, next.length > 0])])).toEqual(
      expect.arrayContaining([['prepare', [['recused', true]]]]),
    );
    done(await end(bloc, 'u1.head', given));
  });

  it('does none of it for the bloc’s head either, as head of the deputy’s unit', async () => {
    const given = await name(bloc, 'u1.head', 'u5.head', { ofBloc: true, ...AREA });
    expect((await press(bloc, 'u5.head', declined, { type: 'prepare' })).body).toMatchObject({ status: 403, code: 'recused' });
    done(await end(bloc, 'u1.head', given));
  });
});
