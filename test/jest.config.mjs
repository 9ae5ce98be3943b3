import { nodeEsm } from '../jest.preset.mjs';
export default {
  ...nodeEsm,
  testMatch: ['<rootDir>/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/artifacts'],
  globalSetup: '<rootDir>/support/global-set-up.mjs',
  globalTeardown: '<rootDir>/support/global-tear-down.mjs',
  testSequencer: '<rootDir>/support/longest-first.mjs',
  testTimeout: 60_000,
};
