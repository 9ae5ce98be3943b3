// `npm run fuzz`
import { enter } from './enter.mjs';

enter(new URL('../../test/fuzz/fuzz.mjs', import.meta.url));
