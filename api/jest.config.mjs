import { nodeEsm } from '../jest.preset.mjs';
export default {
  ...nodeEsm,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  globalSetup: '<rootDir>/../test/support/global-set-up.mjs',
  globalTeardown: '<rootDir>/../test/support/global-tear-down.mjs',
  testTimeout: 60_000,
};
