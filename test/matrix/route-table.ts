import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Files of the web and of the page that shows the API’s description: the same for everybody, and no routes of records. */
const FILES = /^\/(\*|api\/docs\/.*|api\/docs-.*|api\/openapi\.yaml.*|api-yaml.*|assets\/.*|(vi|en)(\/.*)?)?$/;

/** The branches of Fastify's printed tree, e.g. `│   ├── :id (GET, HEAD)`: how deep, what it adds to the address, its methods. */
const BRANCH = /^((?:[│ ] {3})*)(?:├── |└── )(.*?)(?: \(([A-Z, ]+)\))?$/;

/** Every route that the running router knows, `METHOD /address`; HEAD goes with GET. */
export function routesOf(app: NestFastifyApplication): string[] {
  const printed = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const above: string[] = [];
  const routes: string[] = [];
  for (const line of printed.split('\n')) {
    const [, indent, part, methods] = BRANCH.exec(line) ?? [];
    if (part === undefined) continue;
    const depth = indent!.length / 4;
    above.splice(depth, above.length, part);
    const address = above.join('').replace(/(?<=.)\/$/, '');
    for (const method of methods?.split(', ') ?? [])
      if (!['HEAD', 'OPTIONS'].includes(method) && !FILES.test(address)) routes.push(`${method} ${address}`);
  }
  return [...new Set(routes)].sort();
}

/** Where routes and rows do not agree. */
export function uncovered(routes: readonly string[], rows: readonly string[]): { withoutRow: string[]; withoutRoute: string[] } {
  return {
    withoutRow: routes.filter((route) => !rows.includes(route)),
    withoutRoute: rows.filter((row) => !routes.includes(row)),
  };
}
