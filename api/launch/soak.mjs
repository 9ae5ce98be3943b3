// `npm run soak`
import { enter } from './enter.mjs';

enter(new URL('../../test/faults/soak.mjs', import.meta.url));
