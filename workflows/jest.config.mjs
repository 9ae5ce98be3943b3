import { nodeEsm } from '../jest.preset.mjs';
export default { ...nodeEsm, testMatch: ['<rootDir>/**/*.spec.ts'], modulePathIgnorePatterns: ['<rootDir>/dist'] };
