// `npm run check`
import { enter } from './enter.mjs';

enter(new URL('./check-all.mjs', import.meta.url));
