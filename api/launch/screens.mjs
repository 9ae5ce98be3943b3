// `npm run screens`
import { enter } from './enter.mjs';

enter(new URL('../../test/support/screens.mjs', import.meta.url));
