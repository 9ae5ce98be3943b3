/**
 * `zod` for the browser (tsconfig `paths`). Zod's own entry is one namespace with fifty languages and JSON Schema in it, which no bundler
 * takes apart: 360 kB that no page needs. Sentences for people are ours (`platform/faults.ts`).
 */
export * as z from './zod-parts.js';
