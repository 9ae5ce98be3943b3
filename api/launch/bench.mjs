// `npm run bench`
import { enter } from './enter.mjs';

enter(new URL('../../test/bench/bench.mjs', import.meta.url));
