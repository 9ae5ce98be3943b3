import eslint from '@eslint/js';
import angular from 'angular-eslint';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const lines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

/** A layer may not import what `patterns` name: workflows reads nothing of ours, api and web do not read each other. */
const noImport = (patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });
const noWeb = { group: ['@thidua/web', '@thidua/web/*', '**/web/src/**', '@angular/*'], message: 'The api does not read the web.' };
const noApi = {
  group: ['@thidua/api', '@thidua/api/*', '**/api/src/**', '@nestjs/*', 'typeorm', 'pg'],
  message: 'The web does not read the api; both read workflows.',
};
const noBarrel = { group: ['**/index.js', '**/index'], message: 'An import names the file, never a folder (no barrels).' };
const onlyLaw = {
  regex: '^(?!\\.{1,2}/)(?!xstate$|xstate/graph$|zod$|@casl/ability$|@casl/ability/extra$|fast-check$).*',
  message: 'The law imports xstate, zod and @casl/ability, and nothing else.',
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/.angular/', '**/.nx/', '.data/', 'test/artifacts/', '**/coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [eslint.configs.recommended],
    rules: {
      'max-lines': lines(300),
      'max-lines-per-function': lines(50),
      'no-console': 'error',
      'no-undef': 'off', // TypeScript knows; the launcher's scripts are run by its tests
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    // A class that a decorator's metadata names is used as a value, although it looks like a type.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-extraneous-class': 'off', // Nest and Angular name things by empty classes
      '@typescript-eslint/no-non-null-assertion': 'off', // noUncheckedIndexedAccess makes every index a question
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      ...noImport([noBarrel]),
    },
  },
  {
    // Rules that must know the types; tests are outside the projects that build.
    files: ['workflows/**/*.ts', 'migrations/*.ts', 'api/src/**/*.ts', 'web/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.model.ts', '**/test-setup.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // No text that somebody sends makes a pattern of the product walk it more than once for each sign (performance.md 3, 18).
    files: ['api/**/*.ts', 'api/**/*.mjs', 'workflows/**/*.ts', 'migrations/*.ts', 'web/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false, ignorePartial: false }],
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"][arguments.0.type!="Literal"]',
          message: 'A pattern that is put together cannot be examined: write it as a literal, or say why it is linear.',
        },
      ],
    },
  },
  { files: ['**/*.mjs'], rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] } },
  { files: ['workflows/**/*.ts'], ignores: ['**/*.spec.ts'], rules: noImport([onlyLaw, noBarrel]) },
  {
    files: ['migrations/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: noImport([{ regex: '^(?!typeorm$).*', message: 'A migration is SQL; it imports no code.' }]),
  },
  { files: ['api/src/**/*.ts'], rules: noImport([noWeb, noBarrel]) },
  {
    files: ['web/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      ...noImport([noApi, noBarrel]),
      '@angular-eslint/prefer-on-push-component-change-detection': 'off', // zoneless: signals alone
      '@angular-eslint/prefer-signals': 'error',
    },
  },
  {
    files: ['web/src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  // Long by nature: a suite's outer function, a table of words, a year as data, a migration's SQL.
  { files: ['**/*.spec.ts', 'test/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['**/*.words.ts', '**/*.data.ts', '**/data/**', 'migrations/*.ts', 'web/src/locale/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
