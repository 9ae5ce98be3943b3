import { nodeEsm } from '../jest.preset.mjs';
export default { ...nodeEsm, testMatch: ['<rootDir>/src/**/*.spec.ts'], testTimeout: 60_000 };
