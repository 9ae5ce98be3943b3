import { DUTIES, HELD_ROLES } from '@thidua/workflows/actor';
import { featuresReadDown, layersReadDown, noBarrel, noCircle, postsOnlyInPermissions, type Rule } from './rules.js';
import { featureOrder, readTree, type Tree } from './tree.js';

const RULES: Readonly<Record<string, Rule>> = {
  'workflows reads nothing of ours; api and web read workflows, neither the other': layersReadDown,
  'a feature reads platform and the features below it; platform knows no feature': featuresReadDown,
  'no import leads back to its own file': noCircle,
  'an import names the file, never a folder': noBarrel,
  'a post is named in permissions and letters alone': postsOnlyInPermissions([...HELD_ROLES, ...DUTIES]),
};

describe('the house', () => {
  const tree = readTree();
  const order = featureOrder(tree.get('api/src/app.module.ts') ?? '');

  it('has an order of features, from account up', () => {
    expect(order.slice(0, 2)).toEqual(['account', 'unit']);
  });

  it.each(Object.entries(RULES))('%s', (_, rule) => {
    expect(rule(tree, order)).toEqual([]);
  });
});

const APP_MODULE = `
  import { AccountModule } from './account/account.module.js';
  import { PlatformModule } from './platform/platform.module.js';
  import { ReportModule } from './report/report.module.js';
  @Module({ imports: [PlatformModule, AccountModule, ReportModule] }) export class AppModule {}`;

const tree = (files: Readonly<Record<string, string>>): Tree => new Map(Object.entries(files));

describe('the rules of the house, on trees that break them', () => {
  const order = featureOrder(APP_MODULE);

  it('read the order from the list of modules', () => {
    expect(order).toEqual(['account', 'report']);
  });

  it.each<[string, Rule, Record<string, string>, string]>([
    [
      'a law that reads the api',
      layersReadDown,
      { 'workflows/a.ts': `import '@thidua/api/main';` },
      'workflows/a.ts reads api/src/main.ts',
    ],
    [
      'a web that reads the api',
      layersReadDown,
      { 'web/src/a.ts': `import type { A } from '../../api/src/a.js';` },
      'web/src/a.ts reads api/src/a.ts',
    ],
    [
      'a feature that looks up',
      featuresReadDown,
      { 'api/src/account/a.ts': `import { r } from '../report/r.js';` },
      'api/src/account/a.ts looks up to api/src/report/r.ts',
    ],
    [
      'a feature that looks up lazily',
      featuresReadDown,
      { 'api/src/account/a.ts': `const r = await import('../report/r.js');` },
      'api/src/account/a.ts looks up to api/src/report/r.ts',
    ],
    [
      'a platform that knows a feature',
      featuresReadDown,
      { 'api/src/platform/p.ts': `import { a } from '../account/a.js';` },
      'api/src/platform/p.ts is platform and knows the feature account',
    ],
    [
      'a circle of three',
      noCircle,
      { 'workflows/a.ts': `import './b.js';`, 'workflows/b.ts': `import './c.js';`, 'workflows/c.ts': `import './a.js';` },
      'workflows/a.ts → workflows/b.ts → workflows/c.ts → workflows/a.ts',
    ],
    ['an index file', noBarrel, { 'workflows/unit/index.ts': `export const a = 1;` }, 'workflows/unit/index.ts is a barrel'],
    [
      'a file that only hands on',
      noBarrel,
      { 'workflows/all.ts': `// all\nexport * from './a.js';\nexport { b } from './b.js';\n` },
      'workflows/all.ts is a barrel',
    ],
    [
      'a service that asks for a post',
      postsOnlyInPermissions(['bloc-secretary']),
      { 'api/src/report/report.service.ts': `\nif (post.role === 'bloc-secretary') open();` },
      'api/src/report/report.service.ts:2 names the post bloc-secretary',
    ],
  ])('find %s', (_, rule, files, finding) => {
    expect(rule(tree(files), order)).toEqual([finding]);
  });

  it('let a tree in order pass', () => {
    const good = tree({
      'workflows/report/report.permissions.ts': `export const may = { 'bloc-secretary': 1 };`,
      'api/src/account/account.ts': `import { door } from '../platform/door.js';\nexport { door };\nexport const account = door;`,
      'api/src/report/report.ts': `import { account } from '../account/account.js';\nimport '@thidua/workflows/report/report.permissions';`,
      'api/src/platform/door.ts': `export const door = 1;`,
    });
    for (const rule of [layersReadDown, featuresReadDown, noCircle, noBarrel, postsOnlyInPermissions(['bloc-secretary'])])
      expect(rule(good, order)).toEqual([]);
  });
});
