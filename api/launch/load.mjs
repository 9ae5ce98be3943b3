// `npm run load`
import { enter } from './enter.mjs';

enter(new URL('../../test/faults/evening/evening.mjs', import.meta.url));
