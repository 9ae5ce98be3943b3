import { Controller, Get, Module } from '@nestjs/common';
import { AppModule } from '@thidua/api/app.module';
import { readConfig } from '@thidua/api/platform/config/config';
import { createServer } from '@thidua/api/platform/http/server';
import { startWorld, type World } from '../support/world.js';
import { actionsOf, askOf } from './asking.js';
import { WITNESSES } from './plan.js';
import type { RichWorld } from './rich-world.js';
import { routesOf, uncovered } from './route-table.js';
import { ROUTES } from './routes.data.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** The rows of a mode: those that are of the other are not there in it. */
const rowsOf = (mode: 'development' | 'production'): string[] =>
  Object.keys(ROUTES).filter((route) => ROUTES[route]!.asked !== (mode === 'development' ? 'production' : 'development'));

/** A controller as somebody might add it, and forget the matrix. Its decorators are called by hand: tests are compiled without them. */
class ForgottenController {
  one(): string {
    return 'everything';
  }
}
Get(':id')(ForgottenController.prototype, 'one', Object.getOwnPropertyDescriptor(ForgottenController.prototype, 'one')!);
Controller('api/blocs/:bloc/secrets')(ForgottenController);

class ForgetfulModule {}
Module({ imports: [AppModule.for('development')], controllers: [ForgottenController] })(ForgetfulModule);

describe('the routes of the program', () => {
  it('attack 5: each has a row in the matrix, and each row has its route', () => {
    expect(uncovered(routesOf(world.app), rowsOf('development'))).toEqual({ withoutRow: [], withoutRoute: [] });
  });

  it('are all described in OpenAPI, so that none is there in secret', async () => {
    const { body } = await world.stranger().get<{ paths: Record<string, Record<string, unknown>> }>('/api/openapi.json');
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = routesOf(world.app).filter((route) => !/\/api\/(docs|openapi\.json)$/.test(route));
    expect(described.sort()).toEqual(served);
  });

  it('attack 5: one that was added without a row is named, so that the build fails', async () => {
    const app = await createServer({ module: ForgetfulModule }, readConfig(process.env));
    await app.init();
    const { withoutRow } = uncovered(routesOf(app), rowsOf('development'));
    await app.close();
    expect(withoutRow).toEqual(['GET /api/blocs/:bloc/secrets/:id']);
  });

  it('attack 5: a row whose route is gone is named too', () => {
    const rows = [...rowsOf('development'), 'GET /api/blocs/:bloc/gone'];
    expect(uncovered(routesOf(world.app), rows).withoutRoute).toEqual(['GET /api/blocs/:bloc/gone']);
  });

  it('are asked by the matrix at the address of their row', () => {
    const rich = { idOf: () => 'ID', paperIds: { A: 'PAPER', B: 'PAPER', C: 'PAPER' } } as unknown as RichWorld;
    const strayed = Object.entries(ROUTES).flatMap(([route, row]) => {
      if (row.asked !== 'record') return [];
      const witness = WITNESSES.find(({ kind }) => kind === row.kind)!;
      const { method, path } = askOf(rich, witness, row.act);
      const pattern = new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`);
      return actionsOf(row.kind).includes(row.act) && pattern.test(`${method} ${path}`) ? [] : [`${route}: ${method} ${path}`];
    });
    expect(strayed).toEqual([]);
  });

  it('of development are not there in production', async () => {
    const app = await createServer(AppModule.for('production'), readConfig(process.env));
    await app.init();
    const routes = routesOf(app);
    await app.close();
    expect(uncovered(routes, rowsOf('production'))).toEqual({ withoutRow: [], withoutRoute: [] });
  });
});
