// `npm test`
import { enter } from './enter.mjs';

enter(new URL('./test-all.mjs', import.meta.url));
