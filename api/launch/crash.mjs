// `npm run crash`
import { enter } from './enter.mjs';

enter(new URL('../../test/faults/crash.mjs', import.meta.url));
