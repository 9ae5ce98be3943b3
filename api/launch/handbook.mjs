// `npm run handbook`
import { enter } from './enter.mjs';

enter(new URL('../../test/support/handbook.mjs', import.meta.url));
