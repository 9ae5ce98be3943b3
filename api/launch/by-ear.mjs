// `npm run by-ear`
import { enter } from './enter.mjs';

enter(new URL('../../test/support/write-by-ear.mjs', import.meta.url));
