// `npm run mutation`
import { enter } from './enter.mjs';

enter(new URL('../../test/support/mutation/mutation.mjs', import.meta.url));
