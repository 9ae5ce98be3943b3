import type { World } from './world.js';

/** A way into the program, as its router knows it. */
export interface Route {
  readonly method: string;
  /** With its parameters: `/api/blocs/:bloc/cycles/:id`. */
  readonly path: string;
}

const DEPTH = 4;

/** Every route of the program's own router: also one that no description names. */
export function routesOf(world: World): Route[] {
  const tree = String(world.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^([│ ]*[├└]── )(\S+)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!found) return [];
    const depth = found[1]!.length / DEPTH;
    const path = `${above[depth - 1] ?? ''}${found[2]!}`.replace(/^\/(?=\/)|\/(?=\/)/g, '');
    above[depth] = path;
    return (found[3] ?? '').split(', ').flatMap((method) => (method && method !== 'HEAD' ? [{ method, path }] : []));
  });
}

/** The address of a route, with ids that nobody has in place of its parameters. */
export const addressOf = ({ path }: Route): string => path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000');
