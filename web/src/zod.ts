import { config } from './zod-parts.js';

/**
 * `zod` for the browser (tsconfig `paths`). Zod's own entry is one namespace with fifty languages and JSON Schema in it, which no bundler
 * takes apart: 360 kB that no page needs. Sentences for people are ours (`platform/faults.ts`).
 */
export * as z from './zod-parts.js';

// The content policy forbids code made from text. Zod would try as soon as the first shape is made, and Firefox report it to the console of
// every page: so it is told here, before any shape can be.
config({ jitless: true });
