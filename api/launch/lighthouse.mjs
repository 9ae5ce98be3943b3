// `npm run lighthouse`
import { enter } from './enter.mjs';

enter(new URL('../../test/lighthouse/lighthouse.mjs', import.meta.url));
